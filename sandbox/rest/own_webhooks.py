"""Webhooks of a channel: those who manage them name them by id, everybody else shows their token."""

from __future__ import annotations

from sandbox.acting import Actor
from sandbox.errors import missing_access
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import webhooks

OF_CHANNEL = "/channels/{channel_id}/webhooks"
BY_ID = "/webhooks/{webhook_id}"
BY_TOKEN = BY_ID + "/{token}"


def _by_id(call: Call) -> Json:
    return webhooks.find(call.world, call.path["webhook_id"])


def _by_token(call: Call) -> Json:
    return webhooks.find(call.world, call.path["webhook_id"], call.path["token"])


def _bot(call: Call, webhook: Json) -> Actor:
    guild = call.world.guild(webhook["guild_id"])
    if call.world.application_id not in guild.members:
        raise missing_access()
    return call.world.bot_in(guild)


def _without_user(webhook: Json) -> Json:
    return {key: value for key, value in webhook.items() if key != "user"}


@route("POST", OF_CHANNEL)
def create_webhook(call: Call) -> Json:
    channel = call.channel()
    return webhooks.create(call.bot_at(channel), channel, call.body, call.reason)


@route("GET", OF_CHANNEL)
def list_of_channel(call: Call) -> list[Json]:
    channel = call.channel()
    call.bot_at(channel).needs(Permission.MANAGE_WEBHOOKS, channel)
    return webhooks.in_channel(call.world, channel["id"])


@route("GET", "/guilds/{guild_id}/webhooks")
def list_of_guild(call: Call) -> list[Json]:
    call.bot().needs(Permission.MANAGE_WEBHOOKS)
    guild_id = call.guild().id
    return [webhook for webhook in call.world.webhooks.values() if webhook["guild_id"] == guild_id]


@route("GET", BY_ID)
def get_webhook(call: Call) -> Json:
    """One's own at any time, another's with MANAGE_WEBHOOKS."""
    webhook = _by_id(call)
    bot = _bot(call, webhook)
    if webhook["application_id"] != call.world.application_id:
        bot.needs(Permission.MANAGE_WEBHOOKS, bot.guild.channel(webhook["channel_id"]))
    return webhook


@route("PATCH", BY_ID)
def edit_webhook(call: Call) -> Json:
    webhook = _by_id(call)
    return webhooks.edit(_bot(call, webhook), webhook, call.body, call.reason)


@route("DELETE", BY_ID)
def delete_webhook(call: Call) -> None:
    webhook = _by_id(call)
    webhooks.delete(_bot(call, webhook), webhook, call.reason)


@route("GET", BY_TOKEN)
def get_by_token(call: Call) -> Json:
    return _without_user(_by_token(call))
