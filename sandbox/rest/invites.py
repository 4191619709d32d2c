"""Invites into a guild."""

from __future__ import annotations

from sandbox.errors import missing_access
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import invites

OF_CHANNEL = "/channels/{channel_id}/invites"
INVITE = "/invites/{code}"
OF_GUILD = ("id", "name", "splash", "banner", "description", "icon", "features", "verification_level",
            "vanity_url_code", "nsfw_level", "nsfw", "premium_subscription_count")  # fmt: skip
USAGE = ("uses", "max_uses", "max_age", "temporary", "created_at")


def _shown(call: Call, invite: Json, *, usage: bool = True) -> Json:
    """With what it leads to; how often it was used is for those who manage it."""
    guild = call.world.guilds[invite["guild_id"]]
    whole, channel = guild.payload(), guild.channels[invite["channel_id"]]
    hidden = ("channel_id",) if usage else ("channel_id", *USAGE)
    return {key: value for key, value in invite.items() if key not in hidden} | {
        "guild": {key: whole[key] for key in OF_GUILD},
        "channel": {key: channel[key] for key in ("id", "type", "name")},
    }


@route("POST", OF_CHANNEL)
def create_invite(call: Call) -> Json:
    channel = call.channel()
    return _shown(call, invites.create(call.bot_at(channel), channel, call.body, call.reason))


@route("GET", OF_CHANNEL)
def list_of_channel(call: Call) -> list[Json]:
    channel = call.channel()
    bot = call.bot_at(channel)
    bot.needs(Permission.MANAGE_CHANNELS, channel)
    good = invites.valid(call.world, bot.guild)
    return [_shown(call, invite) for invite in good if invite["channel_id"] == channel["id"]]


@route("GET", "/guilds/{guild_id}/invites")
def list_of_guild(call: Call) -> list[Json]:
    call.bot().needs(Permission.MANAGE_GUILD)
    return [_shown(call, invite) for invite in invites.valid(call.world, call.guild())]


@route("GET", INVITE)
def get_invite(call: Call) -> Json:
    """Anybody who has the code may look where it leads."""
    shown = _shown(call, invites.find(call.world, call.path["code"]), usage=False)
    if not call.flag("with_counts"):
        return shown
    count = len(call.world.guilds[shown["guild_id"]].members)
    return shown | {"approximate_member_count": count, "approximate_presence_count": count}


@route("DELETE", INVITE)
def delete_invite(call: Call) -> Json:
    invite = invites.find(call.world, call.path["code"])
    guild = call.world.guilds[invite["guild_id"]]
    if call.world.application_id not in guild.members:
        raise missing_access()
    shown = _shown(call, invite)
    invites.delete(call.world.bot_in(guild), invite, call.reason)
    return shown
