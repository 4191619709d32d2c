"""My place: see it, and the ways to change it."""

from __future__ import annotations

from actions import signup
from actions.signup import Place
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form
from cogs.signup import cards
from domain.people import Standing
from text import Say


class PlaceButton(Button, control="signup:v1:place", words="my-place"):
    async def clicked(self, click: Click) -> None:
        await show_place(click)


class BackButton(Button, control="signup:v1:back", words="back"):
    async def clicked(self, click: Click) -> None:
        await show_place(click)


async def show_place(click: Click, note: str | None = None) -> None:
    """My place as it is now, with a note above it about what has just happened."""
    place = await signup.place(click.client.deps, community_of(click), click.user.id)
    await answer(click, place_card(click, say_at(click, place), place, note))


def say_at(click: Click, place: Place) -> Say:
    """Words in this person's language, which stands at their place."""
    return say_in(click, place.person.language if place.person else None)


def place_card(click: Click, say: Say, place: Place, note: str | None = None) -> Card:
    """The card with the buttons that fit the person's standing."""
    now = click.client.deps.now()
    parts = [note] if note else []
    return Card(*parts, cards.place_text(say, place, now), *_buttons(click, say, place))


def _buttons(click: Click, say: Say, place: Place) -> list[list[Button]]:
    # imported here because each of these pages leads back to this one
    from cogs.mine.off_limits import OffLimitsButton
    from cogs.mine.overview import WorldviewsButton
    from cogs.privacy.views import DataButton
    from cogs.signup.joining import JoinButton
    from cogs.signup.leaving import LeaveButton, PauseButton, ResumeButton
    from cogs.signup.settings import AboutButton, ChangeButton, LanguageButton
    from cogs.signup.time_zone import TimeZoneButton

    person = place.person
    if person is None:
        return [[JoinButton(say), DataButton(say)]]
    if person.standing is Standing.LEFT:
        return [[JoinButton(say), WorldviewsButton(say), DataButton(say)]]
    paused = person.standing_at(click.client.deps.now()) is Standing.PAUSED
    return [
        [WorldviewsButton(say), ChangeButton(say), AboutButton(say), OffLimitsButton(say)],
        [
            *(TimeZoneButton(say), LanguageButton(say), ResumeButton(say) if paused else PauseButton(say)),
            *(LeaveButton(say), DataButton(say)),
        ],
    ]


CONTROLS: tuple[type[Control], ...] = (PlaceButton, BackButton)
FORMS: tuple[type[Form], ...] = ()
