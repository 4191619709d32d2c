"""Who is banned from a guild."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import bans

BANS = "/guilds/{guild_id}/bans"
BAN = BANS + "/{user_id}"


def _shown(call: Call, user_id: str) -> Json:
    return {"user": call.world.users[user_id], "reason": bans.of(call.guild(), user_id)}


@route("GET", BANS)
def list_bans(call: Call) -> list[Json]:
    """By id, a page at a time; of `before` and `after` the first wins."""
    call.bot().needs(Permission.BAN_MEMBERS)
    ids, limit = sorted(call.guild().bans, key=int), call.number("limit", 1000, 1, 1000)
    if "before" in call.query:
        page = [one for one in ids if int(one) < int(call.query["before"])][-limit:]
    else:
        page = [one for one in ids if int(one) > int(call.query.get("after", 0))][:limit]
    return [_shown(call, user_id) for user_id in page]


@route("GET", BAN)
def get_ban(call: Call) -> Json:
    call.bot().needs(Permission.BAN_MEMBERS)
    return _shown(call, call.path["user_id"])


@route("PUT", BAN)
def ban(call: Call) -> None:
    """discord.py says in the query what the document has in the body; Discord takes both."""
    asked = ("delete_message_seconds", "delete_message_days")
    wish = {key: call.query[key] for key in asked if key in call.query}
    bans.add(call.bot(), call.path["user_id"], wish | call.body, call.reason)


@route("DELETE", BAN)
def lift_ban(call: Call) -> None:
    bans.lift(call.bot(), call.path["user_id"], call.reason)


@route("POST", "/guilds/{guild_id}/bulk-ban")
def ban_many(call: Call) -> Json:
    return bans.add_many(call.bot(), call.body, call.reason)
