"""What stops a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sandbox.errors import ApiError
from sandbox.payloads import Json

SHOWN = 40


class CannotDo(Exception):
    """The client does not offer it, Discord does not allow it, or the bot did not answer."""


def named(message: str | Json) -> str:
    """A message as a refusal names it: by what somebody looked for, or by its own first words."""
    if isinstance(message, str):
        return repr(message)
    poll = message.get("poll")
    text = str(poll["question"]["text"] if poll else message["content"])
    short = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return repr(short) if short else "a message without words"


class Unanswered(CannotDo):
    """The bot did not answer in time. `shown` is what the client says then."""

    def __init__(self, name: str, shown: str) -> None:
        super().__init__(f"{shown}: the bot did not answer {name} in time")
        self.shown = shown


@contextmanager
def as_person(name: str, wish: str) -> Iterator[None]:
    """Turn Discord's refusal into what `name` meets when they wish to do something."""
    try:
        yield
    except ApiError as refusal:
        raise CannotDo(f"{name} cannot {wish}: {refusal.body['message']} ({refusal.code})") from refusal
