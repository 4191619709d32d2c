"""Polls on messages: how they stand, who voted for what, and when they end by themselves."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sandbox.compose import announce, blank_message
from sandbox.enums import MessageType
from sandbox.payloads import Json
from sandbox.verbs.messages import post

if TYPE_CHECKING:
    from sandbox.world import World

DEFAULT_HOURS = 24


class Polls:
    """The votes of every poll, by message and answer."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._votes: dict[str, dict[int, list[str]]] = {}

    def new(self, wish: Json) -> Json:
        """A poll as it stands on its message, nobody having voted."""
        ends = self._world.clock.now() + timedelta(hours=int(wish.get("duration") or DEFAULT_HOURS))
        answers = [
            {"answer_id": number, "poll_media": _media(one["poll_media"])}
            for number, one in enumerate(wish["answers"], 1)
        ]
        return {
            "question": {"text": wish["question"]["text"]}, "answers": answers, "expiry": ends.isoformat(),
            "allow_multiselect": bool(wish.get("allow_multiselect")), "layout_type": 1,
            "results": {"is_finalized": False, "answer_counts": []},
        }  # fmt: skip

    def watch(self, message: Json) -> None:
        """Let the poll of a message that has just been posted end in its time."""
        ends = datetime.fromisoformat(message["poll"]["expiry"])
        self._world.clock.at(ends, partial(self._time_is_up, message["channel_id"], message["id"]))

    def _time_is_up(self, channel_id: str, message_id: str) -> None:
        message = self._world.messages.find(channel_id, message_id)
        if message and not message["poll"]["results"]["is_finalized"]:
            self.finish(message)

    def voters(self, message: Json, answer_id: int) -> list[str]:
        return self._votes.get(message["id"], {}).get(answer_id, [])

    def answers_of(self, message: Json, user_id: str) -> set[int]:
        votes = self._votes.get(message["id"], {})
        return {number for number, people in votes.items() if user_id in people}

    def put(self, message: Json, answer_id: int, user_id: str) -> None:
        self._votes.setdefault(message["id"], {}).setdefault(answer_id, []).append(user_id)
        self._count(message)

    def take_back(self, message: Json, answer_id: int, user_id: str) -> None:
        self._votes[message["id"]][answer_id].remove(user_id)
        self._count(message)

    def _count(self, message: Json) -> None:
        """Answers that nobody chose are not counted at all, as on Discord."""
        message["poll"]["results"]["answer_counts"] = [
            {"id": number, "count": len(people), "me_voted": False}
            for number, people in sorted(self._votes[message["id"]].items())
            if people
        ]

    def finish(self, message: Json) -> None:
        """The count is final, and a message of Discord's own says how it came out."""
        world, channel = self._world, self._world.channel(message["channel_id"])
        message["poll"]["results"]["is_finalized"] = True
        announce(world, "MESSAGE_UPDATE", channel, message)
        reference = {"type": 0, "channel_id": channel["id"], "message_id": message["id"]}
        if channel.get("guild_id"):
            reference["guild_id"] = channel["guild_id"]
        told = {
            "type": int(MessageType.POLL_RESULT), "embeds": [_outcome(message["poll"])],
            "message_reference": reference,
        }  # fmt: skip
        post(world, channel, blank_message(world, channel, message["author"]) | told)


def _media(wish: Json) -> Json:
    emoji = {key: value for key, value in (wish.get("emoji") or {}).items() if value is not None}
    return {"text": wish["text"]} | ({"emoji": {"id": None, "name": None} | emoji} if emoji else {})


def _outcome(poll: Json) -> Json:
    """The embed in which Discord tells it; a tie has no victor."""
    counts = {one["id"]: one["count"] for one in poll["results"]["answer_counts"]}
    most = max(counts.values(), default=0)
    first = [number for number, count in counts.items() if count == most]
    fields = {
        "poll_question_text": poll["question"]["text"], "victor_answer_votes": str(most),
        "total_votes": str(sum(counts.values())),
    }  # fmt: skip
    if len(first) == 1:
        fields["victor_answer_id"] = str(first[0])
        fields["victor_answer_text"] = poll["answers"][first[0] - 1]["poll_media"]["text"]
    shown = [{"name": name, "value": value, "inline": False} for name, value in fields.items()]
    return {"type": "poll_result", "fields": shown, "flags": 0}
