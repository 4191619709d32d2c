"""Roles of a guild."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import roles


@route("GET", "/guilds/{guild_id}/roles")
def list_roles(call: Call) -> list[Json]:
    return list(call.guild().roles.values())


@route("GET", "/guilds/{guild_id}/roles/member-counts")
def count_members(call: Call) -> dict[str, int]:
    """How many hold each role, @everyone left out."""
    guild = call.guild()
    held = [role_id for member in guild.members.values() for role_id in member["roles"]]
    return {role_id: held.count(role_id) for role_id in guild.roles if role_id != guild.id}


@route("GET", "/guilds/{guild_id}/roles/{role_id}")
def get_role(call: Call) -> Json:
    return call.role()


@route("POST", "/guilds/{guild_id}/roles")
def create_role(call: Call) -> Json:
    return roles.create(call.bot(), call.body, call.reason)


@route("PATCH", "/guilds/{guild_id}/roles/{role_id}")
def edit_role(call: Call) -> Json:
    return roles.edit(call.bot(), call.role(), call.body, call.reason)


@route("PATCH", "/guilds/{guild_id}/roles")
def move_roles(call: Call) -> list[Json]:
    wished = {one["id"]: int(one["position"]) for one in call.body if one.get("position") is not None}
    return roles.move(call.bot(), wished)


@route("DELETE", "/guilds/{guild_id}/roles/{role_id}")
def delete_role(call: Call) -> None:
    roles.delete(call.bot(), call.role(), call.reason)
