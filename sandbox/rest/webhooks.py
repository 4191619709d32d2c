"""What follows the first answer: the webhook that every interaction's token opens."""

from __future__ import annotations

from sandbox import followups
from sandbox.interactions import Interaction
from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route

MESSAGE = "/webhooks/{application_id}/{token}/messages/{message_id}"


def _interaction(call: Call) -> Interaction:
    return followups.by_token(call.world, call.path["application_id"], call.path["token"])


def _answer(call: Call) -> tuple[Interaction, Json]:
    interaction = _interaction(call)
    return interaction, followups.message_of(call.world, interaction, call.path["message_id"])


@route("POST", "/webhooks/{application_id}/{token}")
def send_followup(call: Call) -> Json:
    return followups.send(call.world, _interaction(call), call.body, call.files)


@route("GET", MESSAGE)
def get_answer(call: Call) -> Json:
    return _answer(call)[1]


@route("PATCH", MESSAGE)
def edit_answer(call: Call) -> Json:
    return followups.edit(call.world, *_answer(call), call.body, call.files)


@route("DELETE", MESSAGE)
def delete_answer(call: Call) -> None:
    followups.delete(call.world, *_answer(call))
