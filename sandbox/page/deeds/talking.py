"""What one writes, and what one does to what has been written."""

from __future__ import annotations

from sandbox.checks.form import flag, listed, text, whole
from sandbox.page.deeds.deed import a_message, deed, files, sent_files, word
from sandbox.page.deeds.seating import sees
from sandbox.page.seat import Seat
from sandbox.page.slices.message import message
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.people.talker import File


async def say(seat: Seat, ask: Json) -> None:
    """`to`: the id of the message that is answered."""
    person, said, sent = seat.somebody, ask["text"], _described(ask.get("files") or [])
    if ask.get("to"):
        answered = seat.message({"channel": ask["channel"], "message": ask["to"]})
        await person.replies(answered, said, files=sent)
    elif person.direct and person.direct["id"] == ask["channel"]:
        await person.says_privately(said, files=sent)
    else:
        await person.says(ask["channel"], said, files=sent)


def _described(sent: list[Json]) -> list[File]:
    words = [each.get("description") for each in sent]
    return [
        (name, data, said) if said else (name, data)
        for (name, data), said in zip(sent_files(sent), words, strict=True)
    ]


async def edit(seat: Seat, ask: Json) -> None:
    await seat.somebody.edits_message(seat.message(ask), ask["text"])


async def delete(seat: Seat, ask: Json) -> None:
    await seat.somebody.deletes_message(seat.message(ask))


async def react(seat: Seat, ask: Json) -> None:
    """Put an emoji on, or with `on` false take one's own off again."""
    verb = seat.somebody.reacts if ask["on"] else seat.somebody.takes_back
    await verb(seat.message(ask), ask["emoji"])


async def pin(seat: Seat, ask: Json) -> None:
    verb = seat.somebody.pins if ask["on"] else seat.somebody.unpins
    await verb(seat.message(ask))


async def look_at_pins(seat: Seat, ask: Json) -> list[Json]:
    """The channel's pinned messages, the one pinned last first."""
    person, channel = seat.somebody, ask["channel"]
    seen = {each["id"]: each for each in person.messages(sees(seat, channel))}
    pinned = [seen[key] for key in person.world.messages.pins(channel) if key in seen]
    return [message(person, each) for each in reversed(pinned)]


async def open_thread(seat: Seat, ask: Json) -> str:
    """From a message; the id of the thread."""
    thread = await seat.somebody.opens_thread(ask["name"], on=seat.message(ask))
    return str(thread["id"])


async def use_on_message(seat: Seat, ask: Json) -> None:
    await seat.somebody.uses_on_message(ask["command"], seat.message(ask))


async def vote(seat: Seat, ask: Json) -> None:
    """Choose these answers and no others; none takes one's vote back."""
    await seat.somebody.votes(_poll(seat, ask), *map(int, ask["answers"]))


async def end_poll(seat: Seat, ask: Json) -> None:
    await seat.somebody.ends_poll(_poll(seat, ask))


def _poll(seat: Seat, ask: Json) -> Json:
    found = seat.message(ask)
    if not found.get("poll"):
        raise CannotDo("There is no poll in that message.")
    return found


async def dismiss(seat: Seat, ask: Json) -> None:
    await seat.somebody.dismiss(seat.message(ask))


on = {**a_message, "on": flag}

DEEDS = {
    "say": deed(say, {"files": files, "to": word}, channel=word, text=word),
    "edit": deed(edit, **a_message, text=word),
    "delete": deed(delete, **a_message),
    "react": deed(react, **on, emoji=text(1, 64)),
    "pin": deed(pin, **on),
    "look at pins": deed(look_at_pins, channel=word),
    "open thread": deed(open_thread, **a_message, name=word),
    "use on message": deed(use_on_message, **a_message, command=word),
    "vote": deed(vote, **a_message, answers=listed(whole(), 0, 10)),
    "end poll": deed(end_poll, **a_message),
    "dismiss": deed(dismiss, **a_message),
}
