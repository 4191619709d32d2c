"""Who voted for what, and the end of a poll."""

from __future__ import annotations

from sandbox.errors import ApiError
from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import polls

POLL = "/channels/{channel_id}/polls/{message_id}"


@route("GET", POLL + "/answers/{answer_id}")
def list_voters(call: Call) -> Json:
    """By id, a page at a time."""
    message = call.message()
    number, after = int(call.path["answer_id"]), int(call.query.get("after", 0))
    if number not in [one["answer_id"] for one in polls.needs_poll(message)["answers"]]:
        raise ApiError(404, 0, "404: Not Found")
    people = sorted(call.world.polls.voters(message, number), key=int)
    page = [one for one in people if int(one) > after][: call.number("limit", 25, 1, 100)]
    return {"users": [call.world.users[one] for one in page]}


@route("POST", POLL + "/expire")
def end_poll(call: Call) -> Json:
    return polls.end(call.world, call.world.application_id, call.message())
