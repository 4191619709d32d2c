"""Live stages, each under the id of its channel."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import stages

STAGE = "/stage-instances/{channel_id}"


def _stage(call: Call) -> Json:
    channel = call.channel()
    return stages.instance(call.bot_at(channel).guild, channel["id"])


@route("POST", "/stage-instances")
def create_stage(call: Call) -> Json:
    channel = call.world.channel(str(call.body["channel_id"]))
    return stages.create(call.bot_at(channel), channel, call.body, call.reason)


@route("GET", STAGE)
def get_stage(call: Call) -> Json:
    return _stage(call)


@route("PATCH", STAGE)
def edit_stage(call: Call) -> Json:
    return stages.edit(call.bot_at(call.channel()), _stage(call), call.body, call.reason)


@route("DELETE", STAGE)
def delete_stage(call: Call) -> None:
    stages.delete(call.bot_at(call.channel()), _stage(call), call.reason)
