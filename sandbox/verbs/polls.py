"""Voting in polls and ending them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sandbox.errors import ApiError, invalid, missing_permissions
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.verbs.messages import allow

if TYPE_CHECKING:
    from sandbox.world import World


def needs_poll(message: Json) -> Json:
    """The message's poll; 520006 for a message without one."""
    if not message.get("poll"):
        raise ApiError(400, 520006, "Cannot expire a non-poll message")
    poll: Json = message["poll"]
    return poll


def _needs_open(message: Json) -> Json:
    poll = needs_poll(message)
    if poll["results"]["is_finalized"]:
        raise ApiError(400, 520001, "Poll expired")
    return poll


def vote(world: World, user_id: str, message: Json, answers: Collection[int]) -> None:
    """Somebody's vote, in place of the one before; no answers take it back. 520001 when the poll is over.

    Only people vote: Discord has no route by which a bot could.
    """
    channel = world.channel(message["channel_id"])
    allow(world, user_id, channel, Permission.READ_MESSAGE_HISTORY)
    if len(answers) > 1 and not _needs_open(message)["allow_multiselect"]:
        raise invalid({"answer_ids": ("BASE_TYPE_BAD_LENGTH", "Must be between 1 and 1 in length.")})
    _needs_open(message)
    before, wanted = world.polls.answers_of(message, user_id), set(answers)
    for number in sorted(before - wanted):
        world.polls.take_back(message, number, user_id)
        _tell(world, channel, message, user_id, number, "REMOVE")
    for number in sorted(wanted - before):
        world.polls.put(message, number, user_id)
        _tell(world, channel, message, user_id, number, "ADD")


def _tell(world: World, channel: Json, message: Json, user_id: str, number: int, what: str) -> None:
    data: Json = {
        "user_id": user_id, "channel_id": channel["id"], "message_id": message["id"], "answer_id": number,
    }  # fmt: skip
    data |= {"guild_id": channel["guild_id"]} if channel.get("guild_id") else {}
    world.emit_in(channel, f"MESSAGE_POLL_VOTE_{what}", data)


def end(world: World, user_id: str, message: Json) -> Json:
    """End one's own poll at once."""
    allow(world, user_id, world.channel(message["channel_id"]), Permission.VIEW_CHANNEL)
    poll = _needs_open(message)
    if message["author"]["id"] != user_id:
        raise missing_permissions()
    poll["expiry"] = world.clock.now().isoformat()
    world.polls.finish(message)
    return message
