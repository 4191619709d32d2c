"""Forums: posts, and the tags they may carry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sandbox import payloads
from sandbox.acting import Actor
from sandbox.checks.form import join
from sandbox.checks.guilds import check_thread
from sandbox.compose import may_write, new_message
from sandbox.enums import ChannelFlag, ChannelType, MessageFlag
from sandbox.errors import ApiError, invalid, missing_permissions, unknown
from sandbox.files import Upload
from sandbox.gaps import not_known
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.verbs import archiving, messages, threads
from sandbox.verbs.slowmode import needs_patience

if TYPE_CHECKING:
    from sandbox.guild import Guild


def post(
    actor: Actor, forum: Json, wish: Json, uploads: Sequence[Upload] = (), reason: str | None = None
) -> tuple[Json, Json]:
    """A thread and the message it begins with, which share one id. Needs SEND_MESSAGES, nothing more."""
    body = _first_message(wish)
    may_write(actor, forum, body, uploads)
    check_thread(wish)
    needs_patience(actor, forum)
    _needs_first_tags(actor, forum, wish.get("applied_tags") or [])
    archiving.needs_room(actor.guild)
    message = _composed(actor, forum, body, uploads)
    thread = threads.start(actor, forum, message["id"], ChannelType.PUBLIC_THREAD, wish, reason)
    forum["last_message_id"] = thread["id"]
    messages.post(actor.world, thread, message)
    return thread, message


def _first_message(wish: Json) -> Json:
    if not isinstance(wish.get("message"), dict):
        raise invalid({"message": ("BASE_TYPE_REQUIRED", "This field is required")})
    body: Json = wish["message"]
    return body | {"flags": int(body.get("flags") or 0) & ~MessageFlag.EPHEMERAL}


def _composed(actor: Actor, forum: Json, body: Json, uploads: Sequence[Upload]) -> Json:
    """The message before its thread is there: one that is refused leaves no thread behind."""
    thread_id = actor.world.snowflakes.next()
    kind = int(ChannelType.PUBLIC_THREAD)
    place = {"id": thread_id, "type": kind, "parent_id": forum["id"], "guild_id": forum["guild_id"]}
    author = actor.world.users[actor.id]
    return new_message(actor.world, place, author, body, uploads, "message") | {"id": thread_id}


def _needs_first_tags(actor: Actor, forum: Json, tags: Sequence[str]) -> None:
    """40067 where a tag is required, 40066 where all of them are the moderators' own."""
    if forum["flags"] & ChannelFlag.REQUIRE_TAG and not tags:
        moderator = actor.may(Permission.MANAGE_THREADS, forum)
        if not moderator and all(tag["moderated"] for tag in forum["available_tags"]):
            raise ApiError(400, 40066, "There are no tags available that can be set by non-moderators")
        raise ApiError(400, 40067, "A tag is required to create a forum post in this channel")
    needs_tags(actor, forum, tags)


def needs_tags(actor: Actor, forum: Json, tags: Sequence[str], before: Sequence[str] = ()) -> None:
    """10087 for a tag the forum does not have. Moderated ones come and go with MANAGE_THREADS only."""
    offered = {tag["id"]: tag for tag in forum["available_tags"]}
    if any(tag_id not in offered for tag_id in tags if tag_id not in before):
        raise unknown("Tag")
    moved = set(tags) ^ set(before)
    moderated = any(offered[tag_id]["moderated"] for tag_id in moved & offered.keys())
    if moderated and not actor.may(Permission.MANAGE_THREADS, forum):
        raise missing_permissions()


def needs_room_for_pin(guild: Guild, forum: Json) -> None:
    """30047: one pinned post a forum."""
    if any(post["flags"] & ChannelFlag.PINNED for post in guild.threads.below(forum["id"])):
        raise ApiError(400, 30047, "Maximum number of pinned threads in a forum channel has been reached (1)")


def settings(actor: Actor, wish: Json, forum: Json | None = None) -> Json:
    """What of a channel's fields is a forum's alone, as it is kept; `forum`: the one being edited."""
    kept: Json = {}
    if wish.get("available_tags") is not None:
        kept["available_tags"] = _tags(actor, wish["available_tags"], (forum or {}).get("available_tags", ()))
    if wish.get("default_reaction_emoji"):
        emoji = wish["default_reaction_emoji"]
        _check_emojis([emoji], "default_reaction_emoji")
        kept["default_reaction_emoji"] = {key: emoji.get(key) for key in ("emoji_id", "emoji_name")}
    if int(wish.get("flags") or 0) & ~int(ChannelFlag.REQUIRE_TAG):
        raise not_known("flags of channels other than REQUIRE_TAG")
    return kept


def _tags(actor: Actor, wishes: Sequence[Json], present: Sequence[Json]) -> list[Json]:
    """Those that bring a known id are kept under it, all others are new; 40061 for a name twice."""
    names = [wish["name"].lower() for wish in wishes]
    if len(set(names)) < len(names):
        raise ApiError(400, 40061, "Tag names must be unique")
    _check_emojis(wishes, "available_tags")
    known = {tag["id"] for tag in present}
    return [
        payloads.forum_tag(wish["id"] if wish.get("id") in known else actor.world.snowflakes.next(), wish)
        for wish in wishes
    ]


def _check_emojis(wishes: Sequence[Json], at: str) -> None:
    """At most one of the two; the sandbox's guilds have no emojis of their own (10014)."""
    for index, wish in enumerate(wishes):
        if wish.get("emoji_id") and wish.get("emoji_name"):
            problem = "BASE_TYPE_MUTUALLY_EXCLUSIVE", "Only one of emoji_id and emoji_name may be set"
            raise invalid({join(at, index, "emoji_id"): problem})
    if any(int(wish.get("emoji_id") or 0) for wish in wishes):
        raise unknown("Emoji")
