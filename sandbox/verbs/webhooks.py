"""Webhooks of a channel: made, changed, deleted, and written with under any name."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.audit import differences
from sandbox.checks.webhooks import check_edited_webhook, check_new_webhook, check_webhook_message
from sandbox.compose import announce, new_message, revise
from sandbox.enums import AuditAction, ChannelType
from sandbox.errors import ApiError, unknown
from sandbox.files import Upload
from sandbox.gaps import not_known
from sandbox.payloads import Json
from sandbox.permissions import THREADS, Permission
from sandbox.verbs.messages import post, remove

if TYPE_CHECKING:
    from sandbox.world import World

MAX_IN_CHANNEL = 15
INCOMING = 1
LOGGED = ("name", "channel_id")


def create(actor: Actor, channel: Json, wish: Json, reason: str | None = None) -> Json:
    """Needs MANAGE_WEBHOOKS; 30007 beyond fifteen in one channel."""
    actor.needs(Permission.MANAGE_WEBHOOKS, channel)
    check_new_webhook(wish)
    _refuse_pictures(wish)
    if channel["type"] == ChannelType.CATEGORY or channel["type"] in THREADS:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    world = actor.world
    if len(in_channel(world, channel["id"])) >= MAX_IN_CHANNEL:
        raise ApiError(400, 30007, f"Maximum number of webhooks reached ({MAX_IN_CHANNEL})")
    own = world.application_id if actor.id == world.application_id else None
    webhook: Json = {
        "id": world.snowflakes.next(), "type": INCOMING, "name": wish["name"].strip(), "avatar": None,
        "channel_id": channel["id"], "guild_id": actor.guild.id, "application_id": own,
        "token": secrets.token_urlsafe(48), "user": actor.member["user"],
    }  # fmt: skip
    webhook["url"] = f"{world.api_url}/webhooks/{webhook['id']}/{webhook['token']}"
    world.webhooks[webhook["id"]] = webhook
    _tell(actor, channel["id"])
    _note(actor, AuditAction.WEBHOOK_CREATE, webhook, differences({}, webhook, LOGGED), reason)
    return webhook


def _refuse_pictures(wish: Json) -> None:
    if wish.get("avatar"):
        raise not_known("pictures of webhooks")


def in_channel(world: World, channel_id: str) -> list[Json]:
    return [webhook for webhook in world.webhooks.values() if webhook["channel_id"] == channel_id]


def find(world: World, webhook_id: str, token: str | None = None) -> Json:
    """10015 when there is none; 50027 when the token is another's."""
    webhook = world.webhooks.get(webhook_id)
    if webhook is None:
        raise unknown("Webhook")
    if token is not None and token != webhook["token"]:
        raise ApiError(401, 50027, "Invalid Webhook Token")
    return webhook


def edit(actor: Actor, webhook: Json, wish: Json, reason: str | None = None) -> Json:
    """Give it another name, or with `channel_id` another channel."""
    actor.needs(Permission.MANAGE_WEBHOOKS, actor.guild.channel(webhook["channel_id"]))
    check_edited_webhook(wish)
    _refuse_pictures(wish)
    before = dict(webhook)
    if wish.get("channel_id"):
        there = actor.guild.channel(wish["channel_id"])
        actor.needs(Permission.MANAGE_WEBHOOKS, there)
        webhook["channel_id"] = there["id"]
    rename(webhook, wish)
    for channel_id in {before["channel_id"], webhook["channel_id"]}:
        _tell(actor, channel_id)
    _note(actor, AuditAction.WEBHOOK_UPDATE, webhook, differences(before, webhook, LOGGED), reason)
    return webhook


def rename(webhook: Json, wish: Json) -> None:
    if wish.get("name"):
        webhook["name"] = wish["name"].strip()


def delete(actor: Actor, webhook: Json, reason: str | None = None) -> None:
    """What it has written stays."""
    actor.needs(Permission.MANAGE_WEBHOOKS, actor.guild.channel(webhook["channel_id"]))
    del actor.world.webhooks[webhook["id"]]
    _tell(actor, webhook["channel_id"])
    _note(actor, AuditAction.WEBHOOK_DELETE, webhook, differences(webhook, {}, LOGGED), reason)


def channel_gone(world: World, channel_id: str) -> None:
    for webhook in in_channel(world, channel_id):
        del world.webhooks[webhook["id"]]


def _tell(actor: Actor, channel_id: str) -> None:
    data = {"guild_id": actor.guild.id, "channel_id": channel_id}
    actor.world.emit_in(actor.guild.channels[channel_id], "WEBHOOKS_UPDATE", data)


def _note(actor: Actor, action: AuditAction, webhook: Json, changes: list[Json], reason: str | None) -> None:
    actor.world.audit.note(actor.guild, action, actor.id, webhook["id"], reason, changes=changes)


def send(
    world: World, webhook: Json, body: Json, uploads: Sequence[Upload], thread_id: str | None = None
) -> Json:
    """Write in the webhook's channel or one of its threads, under its name or the one in `username`."""
    check_webhook_message(body)
    if body.get("thread_name"):
        raise not_known("posts made by webhooks")
    channel = place(world, webhook, thread_id)
    if channel["type"] == ChannelType.FORUM:
        said = "Webhooks posted to forum channels must have a thread_name or thread_id"
        raise ApiError(400, 220001, said)
    author = {
        "id": webhook["id"], "username": body.get("username") or webhook["name"], "avatar": None,
        "discriminator": "0000", "global_name": None, "public_flags": 0, "flags": 0, "bot": True,
        "primary_guild": None,
    }  # fmt: skip
    message = new_message(world, channel, author, body, uploads)
    message |= {"webhook_id": webhook["id"]}
    if webhook["application_id"]:
        message["application_id"] = webhook["application_id"]
    post(world, channel, message)
    return message


def place(world: World, webhook: Json, thread_id: str | None) -> Json:
    """Where it writes; 10003 for a thread of another channel."""
    if thread_id is None:
        return world.channel(webhook["channel_id"])
    thread = world.channel(thread_id)
    if thread.get("parent_id") != webhook["channel_id"]:
        raise unknown("Channel")
    return thread


def written(world: World, webhook: Json, message_id: str, thread_id: str | None = None) -> Json:
    """One of its own messages; 10008 for any other."""
    message = world.messages.find(place(world, webhook, thread_id)["id"], message_id)
    if message is None or message.get("webhook_id") != webhook["id"]:
        raise unknown("Message")
    return message


def edit_message(world: World, message: Json, body: Json, uploads: Sequence[Upload]) -> Json:
    revise(world, message, body, uploads)
    announce(world, "MESSAGE_UPDATE", world.channel(message["channel_id"]), message)
    return message


def delete_message(world: World, message: Json) -> None:
    remove(world, world.channel(message["channel_id"]), message)
