"""What is pinned in a channel."""

from __future__ import annotations

from datetime import datetime

from sandbox.enums import ChannelType
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import pins

PAGE = 50
PIN, OLD_PIN = "/channels/{channel_id}/messages/pins/{message_id}", "/channels/{channel_id}/pins/{message_id}"
"""Discord still answers the old routes, which hikari and others call."""


@route("GET", "/channels/{channel_id}/messages/pins")
def list_pins(call: Call) -> Json:
    """Last pinned first; `before` is a moment."""
    before = call.moment("before")
    pinned = [one for one in _pinned(call) if before is None or _at(one) < before]
    limit = call.number("limit", PAGE, 1, PAGE)
    return {"items": pinned[:limit], "has_more": len(pinned) > limit}


@route("GET", "/channels/{channel_id}/pins")
def list_last_pins(call: Call) -> list[Json]:
    """The old route: the last fifty, without their moments."""
    return [pinned["message"] for pinned in _pinned(call)[:PAGE]]


def _pinned(call: Call) -> list[Json]:
    """Last pinned first; nothing for a bot that may not read the history."""
    channel, world = call.channel(), call.world
    direct = channel["type"] == ChannelType.DM
    if not direct and not call.bot_at(channel).may(Permission.READ_MESSAGE_HISTORY, channel):
        return []
    return [
        {"pinned_at": at, "message": world.messages.public(channel["id"], message_id)}
        for message_id, at in reversed(world.messages.pins(channel["id"]).items())
    ]


def _at(pinned: Json) -> datetime:
    return datetime.fromisoformat(pinned["pinned_at"])


@route("PUT", PIN)
@route("PUT", OLD_PIN)
def pin(call: Call) -> None:
    pins.pin(call.world, call.world.application_id, call.message(), call.reason)


@route("DELETE", PIN)
@route("DELETE", OLD_PIN)
def unpin(call: Call) -> None:
    pins.unpin(call.world, call.world.application_id, call.message(), call.reason)
