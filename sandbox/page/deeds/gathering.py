"""Events and rooms: being interested, planning, coming into a room, speaking on a stage."""

from __future__ import annotations

from datetime import UTC, datetime

from sandbox.checks.form import flag
from sandbox.page.deeds.deed import deed, somebody, word
from sandbox.page.seat import Seat
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo


async def be_interested(seat: Seat, ask: Json) -> None:
    await seat.somebody.is_interested(ask["event"])


async def lose_interest(seat: Seat, ask: Json) -> None:
    await seat.somebody.loses_interest(ask["event"])


async def create(seat: Seat, ask: Json) -> str:
    """`room`: the id of one that the person sees; or `place`: elsewhere in words; then it needs an `end`."""
    person = seat.somebody
    where = f"#{ask['room']}" if ask.get("room") else (ask.get("place") or "").lstrip("#")
    if not where:
        raise CannotDo("Please say where it is.")
    about = {"description": ask["description"]} if ask.get("description") else {}
    end = _moment(ask["end"]) if ask.get("end") else None
    made = await person.creates_event(ask["name"], where, _moment(ask["start"]), end, **about)
    return str(made["id"])


def _moment(text: str) -> datetime:
    """In UTC where it does not say its zone."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise CannotDo("That is not a moment in time.") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


async def start(seat: Seat, ask: Json) -> None:
    await seat.somebody.starts_event(ask["event"])


async def end(seat: Seat, ask: Json) -> None:
    await seat.somebody.ends_event(ask["event"])


async def cancel(seat: Seat, ask: Json) -> None:
    await seat.somebody.cancels_event(ask["event"])


async def join(seat: Seat, ask: Json) -> None:
    await seat.somebody.joins_voice(ask["channel"])


async def leave(seat: Seat, _ask: Json) -> None:
    await seat.somebody.leaves_voice()


async def in_room(seat: Seat, ask: Json) -> None:
    """`muted`, `deafened`, `camera`: what of these is given."""
    person = seat.somebody
    if ask.get("muted") is not None:
        await person.mutes_self(ask["muted"])
    if ask.get("deafened") is not None:
        await person.deafens_self(ask["deafened"])
    if ask.get("camera") is not None:
        await person.shows_camera(ask["camera"])


async def set_status(seat: Seat, ask: Json) -> None:
    await seat.somebody.sets_room_status(ask["channel"], ask["status"] or None)


async def open_stage(seat: Seat, ask: Json) -> None:
    await seat.somebody.opens_stage(ask["channel"], ask["topic"])


async def close_stage(seat: Seat, ask: Json) -> None:
    await seat.somebody.closes_stage(ask["channel"])


async def ask_to_speak(seat: Seat, ask: Json) -> None:
    await seat.somebody.asks_to_speak(ask["on"])


async def go_up(seat: Seat, _ask: Json) -> None:
    await seat.somebody.speaks()


async def go_down(seat: Seat, _ask: Json) -> None:
    await seat.somebody.listens()


async def let_speak(seat: Seat, ask: Json) -> None:
    await seat.somebody.lets_speak(somebody(seat.somebody, ask["person"]), ask["on"])


DEEDS = {
    "be interested": deed(be_interested, event=word),
    "lose interest": deed(lose_interest, event=word),
    "create event": deed(
        create,
        {"room": word, "place": word, "end": word, "description": word},
        name=word,
        start=word,
    ),
    "start event": deed(start, event=word),
    "end event": deed(end, event=word),
    "cancel event": deed(cancel, event=word),
    "join room": deed(join, channel=word),
    "leave room": deed(leave),
    "in room": deed(in_room, {"muted": flag, "deafened": flag, "camera": flag}),
    "set status": deed(set_status, channel=word, status=word),
    "open stage": deed(open_stage, channel=word, topic=word),
    "close stage": deed(close_stage, channel=word),
    "ask to speak": deed(ask_to_speak, on=flag),
    "go up": deed(go_up),
    "go down": deed(go_down),
    "let speak": deed(let_speak, person=word, on=flag),
}
