"""Threads and posts: opened, followed, put to rest, woken, locked, renamed, deleted."""

from __future__ import annotations

from sandbox.checks.form import flag, listed
from sandbox.page.deeds.deed import deed, sent_files, somebody, word
from sandbox.page.seat import Seat
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.permissions import THREADS


async def post(seat: Seat, ask: Json) -> str:
    """Make a post in a forum, `tags` by id; the id of its thread."""
    person, forum = seat.somebody, seat.somebody.channel(ask["channel"])
    names = {tag["id"]: tag["name"] for tag in forum.get("available_tags", ())}
    tags = [names.get(tag, tag) for tag in ask.get("tags") or ()]
    files = sent_files(ask.get("files"))
    made = await person.posts(forum["id"], ask["title"], ask["text"], tags=tags, files=files)
    return str(made["id"])


async def open_thread(seat: Seat, ask: Json) -> str:
    made = await seat.somebody.opens_thread(
        ask["name"], within=ask["channel"], private=bool(ask.get("private"))
    )
    return str(made["id"])


async def follow(seat: Seat, ask: Json) -> None:
    await seat.somebody.joins_thread(_thread(seat, ask))


async def unfollow(seat: Seat, ask: Json) -> None:
    await seat.somebody.leaves_thread(_thread(seat, ask))


async def change(seat: Seat, ask: Json) -> None:
    """`archived`, `locked`, `name`: what of these is given."""
    changes = {key: ask[key] for key in ("archived", "locked", "name") if ask.get(key) is not None}
    await seat.somebody.edits_thread(_thread(seat, ask), **changes)


async def delete(seat: Seat, ask: Json) -> None:
    await seat.somebody.deletes_thread(_thread(seat, ask))


async def add(seat: Seat, ask: Json) -> None:
    """`who`: the one id that was picked."""
    whom = somebody(seat.somebody, "".join(ask["who"]))
    await seat.somebody.adds_to_thread(whom, _thread(seat, ask))


def _thread(seat: Seat, ask: Json) -> str:
    found = seat.somebody.channel(ask["channel"])
    if found["type"] not in THREADS:
        raise CannotDo("That is not a thread.")
    return str(found["id"])


DEEDS = {
    "post": deed(post, {"tags": listed(word, 0, 5)}, channel=word, title=word, text=word),
    "new thread": deed(open_thread, {"private": flag}, channel=word, name=word),
    "follow": deed(follow, channel=word),
    "unfollow": deed(unfollow, channel=word),
    "change thread": deed(change, {"archived": flag, "locked": flag, "name": word}, channel=word),
    "delete thread": deed(delete, channel=word),
    "add to thread": deed(add, channel=word, who=listed(word, 1, 1)),
}
