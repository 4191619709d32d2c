"""The preview that nobody but its author sees, and what can be done about it before it is posted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import discord

from actions import drafts
from actions.drafts import Desk
from actions.worldviews import Shown
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.worldviews import cards
from domain.errors import NothingSaid, TooLong, TopicsNeeded
from domain.worldviews import A_NEW_ONE
from text import Say


async def show_preview(click: Click, here: Desk, note: str | None = None) -> None:
    """What the draft would look like, with what can be done about it. Raises NoDraft."""
    from cogs.worldviews.drafting import ChangeButton  # each of the two leads to the other

    say, now = say_at(click, here), click.client.deps.now()
    problem = _problem(click, here)
    if problem is not None:  # it is kept, and only waits to be changed
        await answer(click, Card(problem, [ChangeButton(say, **_which(here))]))
        return
    theirs = click.client.words.for_reader(here.community.language)
    shown, notes = _shown(theirs, here, now), _notes(say, here, note)
    await answer(click, cards.preview(theirs, shown, now, notes, _buttons(say, here)))


def is_ready(click: Click, here: Desk) -> bool:
    """Whether it can be posted as it is. Raises NoDraft."""
    return _problem(click, here) is None


def _problem(click: Click, here: Desk) -> str | None:
    """What keeps it from being posted, in words. Raises NoDraft."""
    say, now = say_at(click, here), click.client.deps.now()
    theirs = click.client.words.for_reader(here.community.language)
    try:
        over = cards.overflow(theirs, _shown(theirs, here, now), now, _notes(say, here, None))
    except (NothingSaid, TooLong, TopicsNeeded) as refusal:
        return say(refusal.key, **refusal.facts)
    return say("preview-too-long", count=over) if over else None


def say_at(click: Click, here: Desk) -> Say:
    """Words in this person's language, which stands at their place."""
    return say_in(click, here.person.language if here.person else None)


def _shown(theirs: Say, here: Desk, now: datetime) -> Shown:
    """The worldview as it would be; a pseudonym is drawn only when it is posted."""
    view = here.would_be(now)
    if _is_hidden(here) and view.pseudonym is None:
        view = replace(view, pseudonym=theirs("pseudonym-to-be"))
    return Shown(here.community, view)


def _notes(say: Say, here: Desk, note: str | None) -> list[str]:
    """What stands before the preview, and after it."""
    head = say("preview-change" if here.worldview else "preview-new")
    notes = [f"{note}\n\n{head}" if note else head]
    if here.worldview is None and _is_hidden(here):
        notes.append(say("preview-pseudonym"))
    if here.worldview is None and not here.agreed:
        notes.append(say("worldview-consent"))
    return notes


def _buttons(say: Say, here: Desk) -> list[Button]:
    from cogs.worldviews.drafting import ChangeButton
    from cogs.worldviews.sending import PostItButton, SaveButton

    draft, which = here.draft, _which(here)
    if draft is None:
        return []
    stamp = str(draft.stamp)
    first = SaveButton(say, draft=stamp, **which) if here.worldview else PostItButton(say, draft=stamp)
    seat = HideSeatButton if draft.shows_seat else ShowSeatButton
    buttons: list[Button] = [first, ChangeButton(say, **which), seat(say, **which)]
    if here.worldview is None and (here.community.settings.pseudonyms or draft.pseudonymous):
        buttons.append(UnderNameButton(say) if _is_hidden(here) else UnderPseudonymButton(say))
    return [*buttons, ThrowAwayButton(say, **which)]


def _is_hidden(here: Desk) -> bool:
    """Whether it goes out under a pseudonym: what the author wants, and the community still allows."""
    wanted = here.draft is not None and here.draft.pseudonymous
    return wanted and here.community.settings.pseudonyms


def _which(here: Desk) -> dict[str, str]:
    return {"worldview": str(here.draft.worldview_id if here.draft else A_NEW_ONE)}


class HideSeatButton(Button, control="worldviews:v1:hide-seat:{worldview}", words="draft-hide-seat"):
    async def clicked(self, click: Click) -> None:
        await _set_seat(click, self.identity["worldview"], shows=False)


class ShowSeatButton(Button, control="worldviews:v1:show-seat:{worldview}", words="draft-show-seat"):
    async def clicked(self, click: Click) -> None:
        await _set_seat(click, self.identity["worldview"], shows=True)


async def _set_seat(click: Click, worldview: str, *, shows: bool) -> None:
    number, deps = custom_ids.number(worldview), click.client.deps
    await show_preview(
        click, await drafts.show_seat(deps, community_of(click), click.user.id, number, shows=shows)
    )


class UnderPseudonymButton(Button, control="worldviews:v1:under-pseudonym", words="draft-under-pseudonym"):
    async def clicked(self, click: Click) -> None:
        deps = click.client.deps
        await show_preview(
            click, await drafts.hide_name(deps, community_of(click), click.user.id, hides=True)
        )


class UnderNameButton(Button, control="worldviews:v1:under-name", words="draft-under-name"):
    async def clicked(self, click: Click) -> None:
        deps = click.client.deps
        await show_preview(
            click, await drafts.hide_name(deps, community_of(click), click.user.id, hides=False)
        )


class ThrowAwayButton(Button, control="worldviews:v1:throw-away:{worldview}", words="draft-throw-away"):
    async def clicked(self, click: Click) -> None:
        say, which = await say_to(click), self.identity
        await answer(
            click,
            Card(say("throw-away-card"), [KeepDraftButton(say, **which), ThrowAwayYesButton(say, **which)]),
        )


class KeepDraftButton(Button, control="worldviews:v1:keep-draft:{worldview}", words="throw-away-no"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        here = await drafts.desk(click.client.deps, community_of(click), click.user.id, number)
        await show_preview(click, here)


class ThrowAwayYesButton(Button, control="worldviews:v1:throw-away-yes:{worldview}", words="throw-away-yes"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        await drafts.throw_away(click.client.deps, community_of(click), click.user.id, number)
        await answer(click, (await say_to(click))("thrown-away"))


CONTROLS: tuple[type[Control], ...] = (
    *(HideSeatButton, ShowSeatButton, UnderPseudonymButton, UnderNameButton),
    *(ThrowAwayButton, KeepDraftButton, ThrowAwayYesButton),
)
