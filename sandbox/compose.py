"""Makes a message out of a request's body, and remakes it for an edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.checks.messages import check_message
from sandbox.enums import MessageFlag, MessageType
from sandbox.errors import ApiError, invalid
from sandbox.files import MAX_FILES, Upload, attach, redescribed
from sandbox.gaps import not_known
from sandbox.layout import embedded, laid_out
from sandbox.mentions import mentioned
from sandbox.payloads import Json
from sandbox.permissions import Permission, sending

if TYPE_CHECKING:
    from sandbox.world import World

SETTABLE = (
    MessageFlag.SUPPRESS_EMBEDS
    | MessageFlag.EPHEMERAL
    | MessageFlag.SUPPRESS_NOTIFICATIONS
    | MessageFlag.COMPONENTS_V2
)
STRANGE = {"sticker_ids": "stickers"}
EDITABLE = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.COMPONENTS_V2


def blank_message(world: World, channel: Json, author: Json) -> Json:
    """Every field a message has, with nothing in them yet."""
    return {
        "id": world.snowflakes.next(), "channel_id": channel["id"], "type": int(MessageType.DEFAULT),
        "author": author, "content": "", "timestamp": world.clock.now().isoformat(), "edited_timestamp": None,
        "tts": False, "attachments": [], "embeds": [], "components": [], "pinned": False, "flags": 0,
        "mentions": [], "mention_roles": [], "mention_everyone": False,
    }  # fmt: skip


def new_message(
    world: World, channel: Json, author: Json, body: Json, uploads: Sequence[Upload] = (), at: str = ""
) -> Json:
    """A message that stands nowhere yet. `at`: where the body stands in the request."""
    _refuse_strange(body)
    check_message(body | ({} if body.get("attachments") else {"attachments": _numbered(uploads)}), at=at)
    attached = attach(world, uploads, body.get("attachments") or ())
    embeds, attachments = embedded(body.get("embeds") or [], attached)
    reference, replied_to = _reply(world, channel, body.get("message_reference"))
    message = blank_message(world, channel, author) | {
        "content": body.get("content") or "", "tts": bool(body.get("tts")), "attachments": attachments,
        "embeds": embeds,
        "components": laid_out(world, body.get("components") or [], attachments),
        "flags": int(body.get("flags") or 0) & SETTABLE,
    }  # fmt: skip
    message |= calls(world, channel, author, body, replied_to) | reference
    if body.get("poll"):
        message["poll"] = world.polls.new(body["poll"])
    if body.get("nonce") is not None:
        message["nonce"] = body["nonce"]
    return message


def _refuse_strange(body: Json) -> None:
    for field, what in STRANGE.items():
        if body.get(field):
            raise not_known(what)
    if (body.get("message_reference") or {}).get("type"):
        raise not_known("forwarded messages")


def _numbered(uploads: Sequence[Upload]) -> list[Json]:
    return [{"id": str(index)} for index, _ in enumerate(uploads)]


def calls(world: World, channel: Json, author: Json, body: Json, replied_to: Json | None = None) -> Json:
    guild = world.guild_of(channel)
    here = guild is not None and author["id"] in guild.members
    actor = Actor(world, guild, guild.members[author["id"]]) if guild and here else None
    return mentioned(world.users, body, actor=actor, channel=channel, replied_to=replied_to)


def _reply(world: World, channel: Json, wish: Json | None) -> tuple[Json, Json | None]:
    """The reply's own fields, and the message it answers."""
    if not wish:
        return {}, None
    target = world.messages.find(channel["id"], str(wish["message_id"]))
    if target is None and wish.get("fail_if_not_exists", True):
        raise invalid({"message_reference": ("REPLIES_UNKNOWN_MESSAGE", "Unknown message")})
    reference = {"type": 0, "channel_id": channel["id"], "message_id": str(wish["message_id"])}
    if channel.get("guild_id"):
        reference["guild_id"] = channel["guild_id"]
    quoted = {key: value for key, value in (target or {}).items() if key != "referenced_message"} or None
    fields = {"type": int(MessageType.REPLY), "message_reference": reference, "referenced_message": quoted}
    return fields, target


def revise(world: World, message: Json, body: Json, uploads: Sequence[Upload] = (), at: str = "") -> None:
    """Change `message` as an edit asks, after checking what it would become."""
    kept = _kept_attachments(message, body)
    flags = message["flags"] | int(body.get("flags") or 0) & EDITABLE
    result = {key: body.get(key, message[key]) for key in ("content", "embeds", "components")}
    _check_edit(body, result, flags, bool(kept or uploads), at)
    if len(kept) + len(uploads) > MAX_FILES:
        raise ApiError(400, 30015, f"Maximum number of attachments in a message reached ({MAX_FILES})")
    new = [one for one in body.get("attachments") or () if not _is_kept(message, one)]
    embeds, attachments = embedded(result["embeds"] or [], kept + attach(world, uploads, new))
    message |= {
        "content": result["content"] or "", "flags": flags, "attachments": attachments,
        "embeds": embeds, "edited_timestamp": world.clock.now().isoformat(),
    }  # fmt: skip
    if "components" in body:
        message["components"] = laid_out(world, body["components"] or [], attachments)
    if {"content", "components", "allowed_mentions"} & body.keys():
        wish = {"allowed_mentions": body.get("allowed_mentions")}
        channel = world.channel(message["channel_id"])
        message |= calls(world, channel, message["author"], message | wish)


def _check_edit(body: Json, result: Json, flags: int, files: bool, at: str) -> None:
    """Content and embeds count even where the edit leaves them alone: V2 has no room for them."""
    asked = body | {key: result[key] for key in ("content", "embeds") if result[key]}
    check_message(asked, editing=True, already_v2=bool(flags & MessageFlag.COMPONENTS_V2), at=at)
    if not (files or any(result.values())):
        raise ApiError(400, 50006, "Cannot send an empty message")


def _is_kept(message: Json, wished: Json) -> bool:
    return any(str(wished["id"]) == one["id"] for one in message["attachments"])


def _kept_attachments(message: Json, body: Json) -> list[Json]:
    if "attachments" not in body:
        return list(message["attachments"])
    wished = {str(one["id"]): one for one in body["attachments"] or ()}
    return [redescribed(one, wished[one["id"]]) for one in message["attachments"] if one["id"] in wished]


def announce(world: World, event: str, channel: Json, message: Json) -> None:
    """Tell the gateway of a message, with the guild and the author's membership as Discord adds them."""
    guild = world.guild_of(channel)
    if guild is None:
        world.emit_in(channel, event, message)
        return
    extra: Json = {"guild_id": guild.id}
    author = guild.members.get(message["author"]["id"])
    if author and not message.get("webhook_id"):
        extra["member"] = {key: value for key, value in author.items() if key != "user"}
    world.emit_in(channel, event, message | extra)


def may_write(actor: Actor, channel: Json, body: Json, uploads: Sequence[Upload]) -> None:
    """Refuse what the sender may not do here, before anything is made."""
    actor.needs(sending(channel), channel)
    if uploads:
        actor.needs(Permission.ATTACH_FILES, channel)
    if body.get("message_reference"):
        actor.needs(Permission.READ_MESSAGE_HISTORY, channel)
    if body.get("poll"):
        actor.needs(Permission.SEND_POLLS, channel)
