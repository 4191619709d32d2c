"""What a deed is: something a page may ask for, by one verb of the person who does it."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sandbox.checks.form import Rule, check, listed, model, text
from sandbox.files import MAX_FILES
from sandbox.page.seat import Seat
from sandbox.page.slices.members import name
from sandbox.payloads import Json, JsonValue
from sandbox.people.cannot import CannotDo, Unanswered
from sandbox.people.person import Person

Do = Callable[[Seat, Json], Awaitable[JsonValue]]

word = text(0, 4_000)
files = listed(model({"name": text(1, 260), "data": text()}, {"description": text(0, 1_024)}), 0, MAX_FILES)
a_message = {"channel": word, "message": word}


@dataclass(frozen=True)
class Deed:
    """Who does it, and what has to come with it. What `do` returns goes back to the page as `found`."""

    do: Do
    needs: Rule


def deed(do: Do, optional: dict[str, Rule] | None = None, /, **needs: Rule) -> Deed:
    return Deed(do, model(needs, optional or {}))


class Marked(CannotDo):
    """Refused for some of what was entered; `at` says what is wrong there, by the name of the input."""

    def __init__(self, at: dict[str, str]) -> None:
        super().__init__("Please look at what is marked.")
        self.at = at


def refused(refusal: CannotDo) -> Json:
    """What the page is told."""
    said = refusal.shown if isinstance(refusal, Unanswered) else str(refusal).split("\n", maxsplit=1)[0]
    return {"refused": said} | ({"at": refusal.at} if isinstance(refusal, Marked) else {})


@dataclass(frozen=True)
class Known:
    """Somebody picked by id."""

    id: str
    name: str


def known(person: Person, value: object) -> object:
    """Whoever this is the id of; roles and channels go by their ids as they are."""
    return _known(person, str(value)) or value


def somebody(person: Person, user_id: str) -> Known:
    """The member of this id."""
    found = _known(person, user_id)
    if found is None:
        raise CannotDo("They are no longer in this server.")
    return found


def _known(person: Person, user_id: str) -> Known | None:
    member = person.guild.members.get(user_id)
    return Known(user_id, name(member)) if member else None


def sent_files(value: object) -> list[tuple[str, bytes]]:
    """Files as the page sends them, as (name, content)."""
    sent = as_list(value)
    check(files, sent, "files")
    return [(each["name"], _decoded(each["data"])) for each in sent]


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except ValueError:
        raise CannotDo("That file did not arrive whole. Please choose it again.") from None


def as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
