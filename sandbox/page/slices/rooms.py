"""Who is in which voice room or stage, and what may be done there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.page.slices.fields import field
from sandbox.page.slices.members import name
from sandbox.page.slices.offers import offer
from sandbox.payloads import Json
from sandbox.people.gatherings import SHOWN, part
from sandbox.permissions import VOICE, Permission
from sandbox.verbs.stages import MODERATOR

if TYPE_CHECKING:
    from sandbox.people.person import Person

LONGEST_STATUS = 120
SPEAKS = "speaks"


def rooms(person: Person) -> Json:
    """Every voice and stage channel they see, by id: what it says of itself, who is there."""
    guild = person.guild
    return {
        channel["id"]: {
            "says": list(_said(person, channel)),
            "people": [_present(person, channel, one) for one in guild.in_room(channel["id"])],
        }
        for channel in person.channels(*VOICE)
    }


def _said(person: Person, channel: Json) -> Iterator[str]:
    guild, room = person.guild, channel["id"]
    if channel["type"] == ChannelType.STAGE:
        topic = (guild.stage_instances.get(room) or {}).get("topic")
        yield f"On the stage: {topic}" if topic else "The stage is not open at the moment."
    if room in guild.room_statuses:
        yield guild.room_statuses[room]
    if not guild.in_room(room):
        yield "Nobody is here at the moment."
    if not person.actor.may(Permission.CONNECT, channel):
        yield "You may not come in here."


def _present(person: Person, channel: Json, user_id: str) -> Json:
    member, state = person.guild.members[user_id], person.guild.voice_states[user_id]
    staged = channel["type"] == ChannelType.STAGE
    marks = [mark for key, mark in SHOWN.items() if state[key]]
    found: Json = {"id": user_id, "name": name(member), "marks": [*([part(state)] if staged else []), *marks]}
    if staged and user_id != person.id and person.actor.may(Permission.MUTE_MEMBERS, channel):
        up = state["suppress"]
        word = "Let them speak" if up else "To the audience"
        found["offers"] = [offer(word, "let speak", {"person": user_id, "on": up}, look="link")]
    return found


def in_room(person: Person) -> Json | None:
    """The room they are in, and what they may do wherever else they look."""
    state = person.guild.voice_states.get(person.id)
    if state is None:
        return None
    channel = person.guild.channels[state["channel_id"]]
    muted, deafened, camera = state["self_mute"], state["self_deaf"], state["self_video"]
    film = person.actor.may(Permission.STREAM, channel)
    return {
        "channel": channel["id"],
        "name": channel["name"],
        "offers": [
            offer("Unmute" if muted else "Mute", "in room", {"muted": not muted}),
            offer("Hear again" if deafened else "Deafen", "in room", {"deafened": not deafened}),
            *(
                [offer(f"Camera {'off' if camera else 'on'}", "in room", {"camera": not camera})]
                if film
                else []
            ),
            offer("Leave", "leave room", look="danger"),
        ],
    }


def room_offers(person: Person, channel: Json) -> list[Json]:
    actor, what = person.actor, {"channel": channel["id"]}
    state = person.guild.voice_states.get(person.id)
    inside = state is not None and state["channel_id"] == channel["id"]
    found = []
    if not inside and actor.may(Permission.CONNECT, channel):
        found.append(offer("Join", "join room", what, look="success"))
    if channel["type"] == ChannelType.STAGE:
        part_in_it = _on_stage(person, channel, state) if inside and state else []
        return [*found, *part_in_it, *_of_the_stage(person, channel)]
    needed = Permission.SET_VOICE_CHANNEL_STATUS | (Permission.NONE if inside else Permission.MANAGE_CHANNELS)
    if actor.may(needed, channel):
        now = person.guild.room_statuses.get(channel["id"]) or ""
        words = field("status", "In a few words", required=False, value=now, high=LONGEST_STATUS)
        found.append(
            offer("Say what is going on", "set status", what, fields=[words], about="What is going on here?")
        )
    return found


def _on_stage(person: Person, channel: Json, state: Json) -> list[Json]:
    if not state["suppress"]:
        return [offer("Back to the audience", "go down")]
    if person.actor.may(Permission.MUTE_MEMBERS, channel):
        return [offer("Go up and speak", "go up", look="primary")]
    if not person.actor.may(Permission.REQUEST_TO_SPEAK, channel):
        return []
    asks = state["request_to_speak_timestamp"] is not None
    word = "Take my hand down" if asks else "Ask to speak"
    return [offer(word, "ask to speak", {"on": not asks}, look="primary")]


def _of_the_stage(person: Person, channel: Json) -> list[Json]:
    what = {"channel": channel["id"]}
    if not person.actor.may(MODERATOR, channel):
        return []
    if channel["id"] in person.guild.stage_instances:
        return [
            offer("Close the stage", "close stage", what, sure="Whoever is here stays, but the talk is over.")
        ]
    topic = field("topic", "What is it about?", high=LONGEST_STATUS)
    return [offer("Open the stage", "open stage", what, fields=[topic], about="Open the stage")]
