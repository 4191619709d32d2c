"""Voice states, and what a voice channel says about itself."""

from __future__ import annotations

from sandbox.checks.stages import check_voice_state
from sandbox.errors import unknown
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import rooms, voice

STATES = "/guilds/{guild_id}/voice-states"


def _state(call: Call, user_id: str) -> Json:
    """10065 for somebody in no channel; needs CONNECT where they are."""
    bot, guild = call.bot(), call.guild()
    state = guild.voice_states.get(user_id)
    if state is None:
        raise unknown("Voice State")
    bot.needs(Permission.CONNECT, guild.channels[state["channel_id"]])
    return state | {"member": guild.members[user_id]}


@route("GET", STATES + "/@me")
def get_my_state(call: Call) -> Json:
    return _state(call, call.world.application_id)


@route("GET", STATES + "/{user_id}")
def get_state(call: Call) -> Json:
    return _state(call, call.path["user_id"])


@route("PATCH", STATES + "/@me")
def edit_my_state(call: Call) -> None:
    check_voice_state(call.body)
    voice.set_speaking(call.bot(), call.world.application_id, call.body)


@route("PATCH", STATES + "/{user_id}")
def edit_state(call: Call) -> None:
    check_voice_state(call.body)
    voice.set_speaking(call.bot(), call.path["user_id"], call.body)


@route("PUT", "/channels/{channel_id}/voice-status")
def set_room_status(call: Call) -> None:
    channel = call.channel()
    rooms.set_status(call.bot_at(channel), channel, call.body, call.reason)
