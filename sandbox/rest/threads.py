"""Threads and posts: opening them, who is in them, and lists of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sandbox.acting import Actor
from sandbox.enums import ChannelType
from sandbox.errors import missing_access, unknown
from sandbox.events import Intent
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.rest.call import Call
from sandbox.rest.routing import route
from sandbox.verbs import forums, threads

MEMBER = "/channels/{channel_id}/thread-members/{user_id}"
ME = "/channels/{channel_id}/thread-members/@me"
LIST_MIN, LIST_MAX = 2, 100


@route("POST", "/channels/{channel_id}/threads")
def open_thread(call: Call) -> tuple[int, Json]:
    """A post with its first message in a forum; a thread without any in a text channel."""
    parent = call.channel()
    actor = call.bot_at(parent)
    if parent["type"] != ChannelType.FORUM:
        return 201, _shown(actor, threads.open_below(actor, parent, call.body, call.reason))
    post, message = forums.post(actor, parent, call.body, call.files, call.reason)
    return 201, _shown(actor, post) | {"message": message}


@route("POST", "/channels/{channel_id}/messages/{message_id}/threads")
def open_thread_from_message(call: Call) -> tuple[int, Json]:
    message = call.message()
    actor = call.bot_at(call.channel())
    return 201, _shown(actor, threads.open_from(actor, message, call.body, call.reason))


def _shown(actor: Actor, thread: Json) -> Json:
    return actor.guild.threads.shown_to(actor.id, thread)


@route("PUT", ME)
def join_thread(call: Call) -> None:
    thread = call.channel()
    threads.join(call.bot_at(thread), thread)


@route("DELETE", ME)
def leave_thread(call: Call) -> None:
    thread = call.channel()
    threads.leave(call.bot_at(thread), thread)


@route("PUT", MEMBER)
def add_thread_member(call: Call) -> None:
    thread = call.channel()
    threads.add(call.bot_at(thread), thread, call.path["user_id"])


@route("DELETE", MEMBER)
def remove_thread_member(call: Call) -> None:
    thread = call.channel()
    threads.put_out(call.bot_at(thread), thread, call.path["user_id"])


@route("GET", MEMBER)
def get_thread_member(call: Call) -> Json:
    thread = call.channel()
    threads.needs_thread(thread)
    actor = call.bot_at(thread)
    user_id = actor.id if call.path["user_id"] == "@me" else call.path["user_id"]
    member = actor.guild.threads.member(thread["id"], user_id)
    if member is None:
        raise unknown("Member")
    return _with_member(actor, member) if call.flag("with_member") else member


@route("GET", "/channels/{channel_id}/thread-members")
def list_thread_members(call: Call) -> list[Json]:
    """50001 without the privileged members intent. A page at a time only `with_member`, as in version 10."""
    if not call.world.approved_intents & Intent.MEMBERS:
        raise missing_access()
    thread = call.channel()
    threads.needs_thread(thread)
    actor = call.bot_at(thread)
    members = actor.guild.threads.members(thread["id"])
    if not call.flag("with_member"):
        return members
    after, limit = int(call.query.get("after", 0)), call.number("limit", 100, 1, 100)
    page = [member for member in members if int(member["user_id"]) > after][:limit]
    return [_with_member(actor, member) for member in page]


def _with_member(actor: Actor, member: Json) -> Json:
    return member | {"member": actor.guild.members[member["user_id"]]}


@route("GET", "/guilds/{guild_id}/threads/active")
def list_active_threads(call: Call) -> Json:
    """All that the bot can see, newest first."""
    actor = call.bot()
    visible = [one for one in actor.guild.threads.active() if actor.may(Permission.VIEW_CHANNEL, one)]
    return _listed(actor, sorted(visible, key=_by_id, reverse=True), len(visible))


@route("GET", "/channels/{channel_id}/threads/archived/public")
def list_public_archived_threads(call: Call) -> Json:
    return _archived(call, Permission.NONE, lambda one: one["type"] != ChannelType.PRIVATE_THREAD)


@route("GET", "/channels/{channel_id}/threads/archived/private")
def list_private_archived_threads(call: Call) -> Json:
    """Needs MANAGE_THREADS."""
    return _archived(call, Permission.MANAGE_THREADS, lambda one: one["type"] == ChannelType.PRIVATE_THREAD)


@route("GET", "/channels/{channel_id}/users/@me/threads/archived/private")
def list_joined_private_archived_threads(call: Call) -> Json:
    """Newest first; `before` is an id here, not a moment."""
    parent = call.channel()
    actor = call.bot_at(parent)
    actor.needs(Permission.READ_MESSAGE_HISTORY, parent)
    before = int(call.query.get("before", 1 << 64))
    mine = [
        one
        for one in actor.guild.threads.below(parent["id"])
        if _is_archived(one) and one["type"] == ChannelType.PRIVATE_THREAD and int(one["id"]) < before
        and actor.guild.in_thread(one["id"], actor.id)
    ]  # fmt: skip
    return _listed(actor, sorted(mine, key=_by_id, reverse=True), _limit(call))


def _archived(call: Call, also: Permission, wanted: Callable[[Json], bool]) -> Json:
    """The last archived first; `before` is a moment."""
    parent = call.channel()
    actor = call.bot_at(parent)
    actor.needs(Permission.READ_MESSAGE_HISTORY | also, parent)
    before = call.moment("before")
    found = [
        one
        for one in actor.guild.threads.below(parent["id"])
        if _is_archived(one) and wanted(one) and (before is None or _rested_since(one) < before)
    ]
    return _listed(actor, sorted(found, key=_rested_since, reverse=True), _limit(call))


def _limit(call: Call) -> int:
    return call.number("limit", 50, LIST_MIN, LIST_MAX)


def _is_archived(thread: Json) -> bool:
    return bool(thread["thread_metadata"]["archived"])


def _rested_since(thread: Json) -> datetime:
    return datetime.fromisoformat(thread["thread_metadata"]["archive_timestamp"])


def _by_id(thread: Json) -> int:
    return int(thread["id"])


def _listed(actor: Actor, found: list[Json], limit: int) -> Json:
    page = found[:limit]
    own = [actor.guild.threads.member(thread["id"], actor.id) for thread in page]
    return {"threads": page, "members": [one for one in own if one], "has_more": len(found) > limit}
