"""Registering application commands, everywhere or in one guild."""

from __future__ import annotations

from sandbox.errors import ApiError
from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route

GLOBAL = "/applications/{application_id}/commands"
GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


def _scope(call: Call) -> str | None:
    """The guild's id, or None for everywhere; 20012 for another's application."""
    if call.path["application_id"] != call.world.application_id:
        raise ApiError(403, 20012, "You are not authorized to perform this action on this application")
    return call.guild().id if "guild_id" in call.path else None


@route("GET", GLOBAL)
@route("GET", GUILD)
def list_commands(call: Call) -> list[Json]:
    return call.world.commands.in_scope(_scope(call))


@route("PUT", GLOBAL)
@route("PUT", GUILD)
def replace_commands(call: Call) -> list[Json]:
    return call.world.commands.replace_all(_scope(call), call.body)


@route("POST", GLOBAL)
@route("POST", GUILD)
def create_command(call: Call) -> tuple[int, Json]:
    before = len(call.world.commands.in_scope(_scope(call)))
    command = call.world.commands.put(_scope(call), call.body)
    return (201 if len(call.world.commands.in_scope(_scope(call))) > before else 200), command


@route("GET", GLOBAL + "/{command_id}")
@route("GET", GUILD + "/{command_id}")
def get_command(call: Call) -> Json:
    return call.world.commands.get(_scope(call), call.path["command_id"])


@route("PATCH", GLOBAL + "/{command_id}")
@route("PATCH", GUILD + "/{command_id}")
def edit_command(call: Call) -> Json:
    return call.world.commands.edit(_scope(call), call.path["command_id"], call.body)


@route("DELETE", GLOBAL + "/{command_id}")
@route("DELETE", GUILD + "/{command_id}")
def delete_command(call: Call) -> None:
    call.world.commands.delete(_scope(call), call.path["command_id"])
