"""Emojis and stickers of one's own: nobody has any, and nobody can make one yet."""

from __future__ import annotations

from sandbox.errors import unknown
from sandbox.payloads import Json
from sandbox.rest.call import Call
from sandbox.rest.routing import route


@route("GET", "/guilds/{guild_id}/emojis")
@route("GET", "/guilds/{guild_id}/stickers")
def list_none(call: Call) -> list[Json]:
    call.guild()
    return []


@route("GET", "/applications/{application_id}/emojis")
def list_none_of_the_applications(call: Call) -> Json:  # noqa: ARG001 - a route takes the call
    return {"items": []}


@route("GET", "/guilds/{guild_id}/emojis/{emoji_id}")
def get_emoji(call: Call) -> Json:
    call.guild()
    raise unknown("Emoji")


@route("GET", "/guilds/{guild_id}/stickers/{sticker_id}")
def get_sticker(call: Call) -> Json:
    call.guild()
    raise unknown("Sticker")
