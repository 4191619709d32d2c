"""The first answer to an interaction."""

from __future__ import annotations

from sandbox.answers import answer
from sandbox.errors import unknown
from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route


@route("POST", "/interactions/{interaction_id}/{token}/callback")
def callback(call: Call) -> Json | None:
    interaction = call.world.interactions.find(call.path["token"])
    if interaction is None or interaction.id != call.path["interaction_id"]:
        raise unknown("interaction")
    response = answer(call.world, interaction, call.body["type"], call.body.get("data") or {}, call.files)
    return response if call.flag("with_response") else None
