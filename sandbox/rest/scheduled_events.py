"""A guild's scheduled events and who is interested in them."""

from __future__ import annotations

from sandbox.acting import Actor
from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import scheduled_events

EVENTS = "/guilds/{guild_id}/scheduled-events"
EVENT = EVENTS + "/{guild_scheduled_event_id}"


def _event(call: Call) -> Json:
    """The event in the path, which the bot must be able to see."""
    event = call.guild().scheduled_event(call.path["guild_scheduled_event_id"])
    scheduled_events.needs_to_see(call.bot(), event)
    return event


def _shown(call: Call, event: Json) -> Json:
    """With who made it, and if asked how many are interested."""
    shown = event | {"creator": call.world.users[event["creator_id"]]}
    if call.flag("with_user_count"):
        shown["user_count"] = len(call.guild().interested[event["id"]])
    return shown


@route("GET", EVENTS)
def list_events(call: Call) -> list[Json]:
    """Those that are to come or on, as far as the bot sees their channels."""
    bot: Actor = call.bot()
    coming = call.guild().coming_events()
    return [_shown(call, event) for event in coming if scheduled_events.sees(bot, event)]


@route("POST", EVENTS)
def create_event(call: Call) -> Json:
    return _shown(call, scheduled_events.create(call.bot(), call.body, call.reason))


@route("GET", EVENT)
def get_event(call: Call) -> Json:
    return _shown(call, _event(call))


@route("PATCH", EVENT)
def edit_event(call: Call) -> Json:
    return _shown(call, scheduled_events.edit(call.bot(), _event(call), call.body, call.reason))


@route("DELETE", EVENT)
def delete_event(call: Call) -> None:
    scheduled_events.delete(call.bot(), _event(call), call.reason)


@route("GET", EVENT + "/users")
def list_interested(call: Call) -> list[Json]:
    """By id, a page at a time; of `before` and `after` the first wins."""
    event, guild, limit = _event(call), call.guild(), call.number("limit", 100, 1, 100)
    ids = sorted(guild.interested[event["id"]], key=int)
    if "before" in call.query:
        page = [one for one in ids if int(one) < int(call.query["before"])][-limit:]
    else:
        page = [one for one in ids if int(one) > int(call.query.get("after", 0))][:limit]
    return [_interested(call, event, user_id) for user_id in page]


def _interested(call: Call, event: Json, user_id: str) -> Json:
    shown: Json = {
        "guild_scheduled_event_id": event["id"], "user_id": user_id, "user": call.world.users[user_id],
        "response": 1,
    }  # fmt: skip
    member = call.guild().members.get(user_id)
    return shown | ({"member": member} if member and call.flag("with_member") else {})


@route("GET", EVENT + "/users/counts")
def count_interested(call: Call) -> Json:
    count = len(call.guild().interested[_event(call)["id"]])
    return {"guild_scheduled_event_count": count, "guild_scheduled_event_exception_counts": {}}
