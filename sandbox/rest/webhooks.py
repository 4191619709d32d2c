"""Writing through webhooks: one's own, or the one that every interaction's token opens."""

from __future__ import annotations

from sandbox import followups
from sandbox.interactions import Interaction
from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import webhooks

MESSAGE = "/webhooks/{application_id}/{token}/messages/{message_id}"


def _interaction(call: Call) -> Interaction:
    return followups.by_token(call.world, call.path["application_id"], call.path["token"])


def _answer(call: Call) -> tuple[Interaction, Json]:
    interaction = _interaction(call)
    return interaction, followups.message_of(call.world, interaction, call.path["message_id"])


def _own(call: Call) -> Json | None:
    """The webhook of a channel that the path names, if it is none of an interaction."""
    webhook_id = call.path["application_id"]
    own = webhook_id in call.world.webhooks
    return webhooks.find(call.world, webhook_id, call.path["token"]) if own else None


def _written(call: Call, webhook: Json) -> Json:
    return webhooks.written(call.world, webhook, call.path["message_id"], call.query.get("thread_id"))


@route("POST", "/webhooks/{application_id}/{token}")
def send(call: Call) -> Json | None:
    """204 for one's own unless the query says `wait`."""
    webhook = _own(call)
    if webhook is None:
        return followups.send(call.world, _interaction(call), call.body, call.files)
    message = webhooks.send(call.world, webhook, call.body, call.files, call.query.get("thread_id"))
    return message if call.flag("wait") else None


@route("GET", MESSAGE)
def get(call: Call) -> Json:
    webhook = _own(call)
    return _written(call, webhook) if webhook else _answer(call)[1]


@route("PATCH", MESSAGE)
def edit(call: Call) -> Json:
    if webhook := _own(call):
        return webhooks.edit_message(call.world, _written(call, webhook), call.body, call.files)
    return followups.edit(call.world, *_answer(call), call.body, call.files)


@route("DELETE", MESSAGE)
def delete(call: Call) -> None:
    if webhook := _own(call):
        webhooks.delete_message(call.world, _written(call, webhook))
    else:
        followups.delete(call.world, *_answer(call))
