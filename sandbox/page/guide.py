"""A guide at the side of the page: what somebody could try next, ticked off when they have done it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.checks.components import walk
from sandbox.enums import InteractionType
from sandbox.payloads import Json
from sandbox.people.screen import label

if TYPE_CHECKING:
    from sandbox.interactions import Interaction
    from sandbox.people.person import Person

Check = Callable[["Person"], bool]


@dataclass(frozen=True)
class Step:
    """Something to try, and how to see that it was done. Both texts may use markdown."""

    text: str
    hint: str
    done: Check


Guide = Callable[["Person"], Sequence[Step]]
"""The steps for this person, as they are now."""


class Ticks:
    """What has been done stays done, whatever becomes of it."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._done: set[tuple[str, str]] = set()

    def steps(self, person: Person) -> list[Json]:
        return [
            {"text": step.text, "hint": step.hint, "done": self._ticked(person, step)}
            for step in self._guide(person)
        ]

    def _ticked(self, person: Person, step: Step) -> bool:
        key = person.id, step.text
        if key not in self._done and person.guilds and step.done(person):
            self._done.add(key)
        return key in self._done


def pressed(*wanted: str) -> Check:
    """They have used a button or select of one of these labels."""

    def check(person: Person) -> bool:
        return any(_labels(one).intersection(wanted) for one in _used(person, InteractionType.COMPONENT))

    return check


def pressed_anything(person: Person) -> bool:
    return any(_used(person, InteractionType.COMPONENT))


def sent_a_form(person: Person) -> bool:
    return any(one.answer is not None for one in _used(person, InteractionType.MODAL_SUBMIT))


def ran(command: str | None = None, times: int = 1) -> Check:
    """They have run this slash command, or any, so many times."""

    def check(person: Person) -> bool:
        used = (one.payload["data"]["name"] for one in _used(person, InteractionType.COMMAND))
        return sum(command in (None, name) for name in used) >= times

    return check


def has_a_role(*names: str) -> Check:
    return lambda person: bool(set(names) & set(person.roles))


def has_written(person: Person) -> bool:
    return bool(person.world.ledger.sent(author_id=person.id))


def _used(person: Person, kind: InteractionType) -> Iterator[Interaction]:
    return (one for one in person.world.interactions.by(person.id) if one.kind is kind)


def _labels(interaction: Interaction) -> set[str]:
    """What the control that was used is called; more than one where several share an id."""
    source, used = interaction.source, interaction.payload["data"].get("custom_id")
    parts = walk(source["components"]) if source else ()
    return {label(part) for _, part in parts if part.get("custom_id") == used}


def first_steps(person: Person) -> list[Step]:
    """For a bot of which nothing is known."""
    bot = person.world.bot_account()["username"]
    there = "Open a channel at the left and look for one."
    line = "in the line at the bottom"
    return [
        Step(f"Press a button that {bot} has put up", there, pressed_anything),
        Step("Run a command", f"Type **/** {line} and choose one.", ran()),
        Step("Fill in one of its forms", "Some buttons and commands open one.", sent_a_form),
        Step("Write something that everybody can read", f"Type {line} and press Enter.", has_written),
    ]
