"""Members of a guild: looking them up, changing them, giving and taking roles, kicking."""

from __future__ import annotations

from sandbox.errors import missing_access
from sandbox.events import Intent
from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import members, roles


@route("GET", "/guilds/{guild_id}/members/{user_id}")
def get_member(call: Call) -> Json:
    return call.member()


@route("GET", "/guilds/{guild_id}/members")
def list_members(call: Call) -> list[Json]:
    """By id, a page at a time; 50001 without the privileged members intent."""
    if not call.world.approved_intents & Intent.MEMBERS:
        raise missing_access()
    after, limit = int(call.query.get("after", 0)), call.number("limit", 1, 1, 1000)
    everyone = sorted(call.guild().members.values(), key=lambda member: int(member["user"]["id"]))
    return [member for member in everyone if int(member["user"]["id"]) > after][:limit]


@route("GET", "/guilds/{guild_id}/members/search")
def search_members(call: Call) -> list[Json]:
    beginning, limit = call.query.get("query", "").lower(), call.number("limit", 1, 1, 1000)
    found = [
        member
        for member in call.guild().members.values()
        if member["user"]["username"].startswith(beginning)
        or str(member["nick"] or member["user"]["global_name"] or "").lower().startswith(beginning)
    ]
    return found[:limit]


@route("PATCH", "/guilds/{guild_id}/members/@me")
def edit_me(call: Call) -> Json:
    actor = call.bot()
    return members.edit(actor, actor.member, call.body, call.reason)


@route("PATCH", "/guilds/{guild_id}/members/{user_id}")
def edit_member(call: Call) -> Json:
    return members.edit(call.bot(), call.member(), call.body, call.reason)


@route("DELETE", "/guilds/{guild_id}/members/{user_id}")
def kick_member(call: Call) -> None:
    members.kick(call.bot(), call.member(), call.reason)


@route("PUT", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
def give_role(call: Call) -> None:
    roles.give(call.bot(), call.member(), call.role(), call.reason)


@route("DELETE", "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
def take_role(call: Call) -> None:
    roles.take(call.bot(), call.member(), call.role(), call.reason)
