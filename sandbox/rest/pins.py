"""What is pinned in a channel."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import pins


@route("GET", "/channels/{channel_id}/messages/pins")
def list_pins(call: Call) -> Json:
    """Last pinned first; `before` is a moment."""
    channel = call.channel()
    limit, before = call.number("limit", 50, 1, 50), call.query.get("before", "9")
    pinned = [(m, at) for m, at in reversed(call.world.messages.pins(channel["id"]).items()) if at < before]
    items = [
        {"pinned_at": at, "message": call.world.messages.public(channel["id"], message_id)}
        for message_id, at in pinned[:limit]
    ]
    return {"items": items, "has_more": len(pinned) > limit}


@route("PUT", "/channels/{channel_id}/messages/pins/{message_id}")
def pin(call: Call) -> None:
    pins.pin(call.world, call.world.application_id, call.message(), call.reason)


@route("DELETE", "/channels/{channel_id}/messages/pins/{message_id}")
def unpin(call: Call) -> None:
    pins.unpin(call.world, call.world.application_id, call.message(), call.reason)
