"""One date, or all dates of a discussion, for one's own calendar."""

from __future__ import annotations

from actions import calendars, discussions
from cogs.calendars.files import hand_over
from cogs.kit.answers import say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.controls import Button, Control
from cogs.kit.custom_ids import number
from domain.discussions import Occurrence
from text import Say


class AddButton(Button, control="calendars:v1:add:{occurrence}", words="calendar-add"):
    async def clicked(self, click: Click) -> None:
        deps, community_id, occurrence_id = click.client.deps, community_of(click), self.occurrence
        file = await calendars.of_one(deps, community_id, click.user.id, occurrence_id)
        date = await discussions.find(deps, community_id, occurrence_id)
        say = await say_to(click)
        series = [SeriesButton(say, **self.identity)] if date is not None and date.series else []
        await hand_over(click, file, say("calendar-add-card"), *series)

    @property
    def occurrence(self) -> int:
        return number(self.identity["occurrence"])


class SeriesButton(Button, control="calendars:v1:series:{occurrence}", words="calendar-series"):
    async def clicked(self, click: Click) -> None:
        occurrence_id = number(self.identity["occurrence"])
        community_id = community_of(click)
        file = await calendars.of_one(
            click.client.deps, community_id, click.user.id, occurrence_id, series=True
        )
        await hand_over(click, file, (await say_to(click))("calendar-series-card"))


def offer(say: Say, date: Occurrence) -> Button | None:
    """Under the card of a date that is still to come."""
    return AddButton(say, occurrence=str(date.occurrence_id)) if date.is_coming else None


CONTROLS: tuple[type[Control], ...] = (AddButton, SeriesButton)
