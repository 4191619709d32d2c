"""A guild's settings and its onboarding."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import guilds, onboarding

ONBOARDING = "/guilds/{guild_id}/onboarding"


@route("PATCH", "/guilds/{guild_id}")
def edit_guild(call: Call) -> Json:
    return guilds.edit(call.bot(), call.body, call.reason)


@route("GET", ONBOARDING)
def get_onboarding(call: Call) -> Json:
    return call.guild().onboarding


@route("PUT", ONBOARDING)
def edit_onboarding(call: Call) -> Json:
    return onboarding.edit(call.bot(), call.body, call.reason)
