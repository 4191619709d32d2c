"""Opening, changing and deleting threads, and who is in them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sandbox import payloads
from sandbox.acting import Actor
from sandbox.checks.guilds import check_thread
from sandbox.compose import announce, blank_message
from sandbox.enums import SYSTEM_MESSAGES, AuditAction, ChannelType, MessageFlag, MessageType
from sandbox.errors import ApiError, missing_access, missing_permissions, unknown
from sandbox.gaps import not_known
from sandbox.payloads import Json
from sandbox.permissions import THREADS, Permission, sending
from sandbox.verbs import archiving, messages
from sandbox.verbs.thread_members import let_in, needs_seat, seat, take_out, tell_seated

if TYPE_CHECKING:
    from sandbox.world import World

NEEDED = {
    ChannelType.PUBLIC_THREAD: Permission.CREATE_PUBLIC_THREADS,
    ChannelType.PRIVATE_THREAD: Permission.CREATE_PRIVATE_THREADS,
}
OLD = timedelta(minutes=5)
"""A thread from an older message is announced in the channel. Discord does not say how old that is."""


def open_below(actor: Actor, parent: Json, wish: Json, reason: str | None = None) -> Json:
    """A thread without a message, private unless it says otherwise."""
    kind = _kind(int(wish.get("type") or ChannelType.PRIVATE_THREAD))
    _needs_text_channel(parent)
    actor.needs(NEEDED[kind], parent)
    check_thread(wish)
    archiving.needs_room(actor.guild)
    thread = start(actor, parent, actor.world.snowflakes.next(), kind, wish, reason)
    if kind is ChannelType.PUBLIC_THREAD:
        _announce(actor, parent, thread)
    return thread


def _kind(kind: int) -> ChannelType:
    if kind not in NEEDED:
        raise not_known(f"threads of type {kind}")
    return ChannelType(kind)


def _needs_text_channel(parent: Json) -> None:
    if parent["type"] != ChannelType.TEXT:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")


def open_from(actor: Actor, message: Json, wish: Json, reason: str | None = None) -> Json:
    """A public thread that shares the message's id; 160004 when the message already has one."""
    parent = actor.world.channel(message["channel_id"])
    _needs_text_channel(parent)
    actor.needs(Permission.CREATE_PUBLIC_THREADS, parent)
    check_thread(wish)
    if actor.guild.threads.find(message["id"]):
        raise ApiError(400, 160004, "A thread has already been created for this message")
    if message["type"] in SYSTEM_MESSAGES:
        raise ApiError(403, 50021, "Cannot execute action on a system message")
    archiving.needs_room(actor.guild)
    thread = start(actor, parent, message["id"], ChannelType.PUBLIC_THREAD, wish, reason)
    message |= {"flags": message["flags"] | MessageFlag.HAS_THREAD, "thread": thread}
    announce(actor.world, "MESSAGE_UPDATE", parent, message)
    _quote(actor, thread, message)
    if actor.world.clock.now() - datetime.fromisoformat(message["timestamp"]) > OLD:
        _announce(actor, parent, thread)
    return thread


def start(
    actor: Actor, parent: Json, thread_id: str, kind: ChannelType, wish: Json, reason: str | None
) -> Json:
    """The thread with whoever opened it, and nothing said in it yet."""
    world, guild = actor.world, actor.guild
    fields = {key: value for key, value in wish.items() if key not in ("name", "type")}
    now = world.clock.now().isoformat()
    thread = payloads.thread(thread_id, parent, wish["name"], kind, actor.id, now, **fields)
    guild.threads.add(thread)
    archiving.keep_watch(world, thread)
    seat(world, thread, actor.id)
    shown = guild.threads.shown_to(world.application_id, thread)
    world.emit_in(thread, "THREAD_CREATE", shown | {"newly_created": True})
    tell_seated(world, thread, [actor.id])
    world.audit.note(guild, AuditAction.THREAD_CREATE, actor.id, thread_id, reason)
    return thread


def _quote(actor: Actor, thread: Json, message: Json) -> None:
    """The thread's first message only points to the one it was opened from."""
    quoted = {key: value for key, value in message.items() if key not in ("referenced_message", "thread")}
    starter = blank_message(actor.world, thread, message["author"]) | {
        "type": int(MessageType.THREAD_STARTER), "referenced_message": quoted,
        "message_reference": {
            "type": 0, "guild_id": thread["guild_id"], "channel_id": thread["parent_id"],
            "message_id": message["id"],
        },
    }  # fmt: skip
    messages.post(actor.world, thread, starter)


def _announce(actor: Actor, parent: Json, thread: Json) -> None:
    """The channel is told by a message that a thread was opened."""
    reference = {"type": 0, "guild_id": thread["guild_id"], "channel_id": thread["id"]}
    say(actor, parent, MessageType.THREAD_CREATED, content=thread["name"], message_reference=reference)


def say(actor: Actor, channel: Json, kind: MessageType, **fields: object) -> None:
    """One of the messages Discord writes itself, in the name of whoever caused it."""
    author = actor.world.users[actor.id]
    message = blank_message(actor.world, channel, author) | {"type": int(kind)} | fields
    messages.post(actor.world, channel, message)


def delete(actor: Actor, thread: Json, reason: str | None = None) -> None:
    """Its messages go with it."""
    actor.needs(Permission.MANAGE_THREADS, thread)
    remove(actor.world, thread)
    actor.world.audit.note(actor.guild, AuditAction.THREAD_DELETE, actor.id, thread["id"], reason)


def remove(world: World, thread: Json, *, tell: bool = True) -> None:
    """`tell`: no bot is told of threads that go with their channel."""
    guild = world.guilds[thread["guild_id"]]
    gone = {key: thread[key] for key in ("id", "guild_id", "parent_id", "type")}
    if tell:
        world.emit_in(thread, "THREAD_DELETE", gone)
    else:
        world.ledger.note("THREAD_DELETE", gone, guild.id)
    guild.threads.remove(thread)
    world.messages.remove_channel(thread["id"])
    if source := world.messages.find(thread["parent_id"], thread["id"]):
        source.pop("thread", None)
        source["flags"] &= ~int(MessageFlag.HAS_THREAD)


def join(actor: Actor, thread: Json) -> None:
    """Idempotent."""
    needs_thread(thread)
    actor.needs(Permission.VIEW_CHANNEL, thread)
    archiving.needs_active(thread)
    needs_seat(actor.guild, thread, actor.id)
    let_in(actor.world, thread, [actor.id])


def leave(actor: Actor, thread: Json) -> None:
    needs_thread(thread)
    archiving.needs_active(thread)
    take_out(actor.world, thread, [actor.id])


def add(actor: Actor, thread: Json, user_id: str) -> None:
    """Bring somebody in; whoever can write there may, in a private thread only if it is so set."""
    needs_thread(thread)
    actor.needs(sending(thread), thread)
    archiving.needs_active(thread)
    archiving.needs_unlocked(actor, thread)
    if thread["thread_metadata"].get("invitable") is False:
        _needs_to_own(actor, thread)
    guild = actor.guild
    member = guild.member(user_id)
    if not Actor(actor.world, guild, member).may(
        Permission.VIEW_CHANNEL, guild.channels[thread["parent_id"]]
    ):
        raise missing_access()
    needs_seat(guild, thread, user_id)
    if let_in(actor.world, thread, [user_id]) and user_id != actor.id:
        say(actor, thread, MessageType.RECIPIENT_ADD, mentions=[member["user"]])


def put_out(actor: Actor, thread: Json, user_id: str) -> None:
    """Needs MANAGE_THREADS, or to have opened the private thread."""
    needs_thread(thread)
    if thread["type"] == ChannelType.PRIVATE_THREAD:
        _needs_to_own(actor, thread)
    else:
        actor.needs(Permission.MANAGE_THREADS, thread)
    archiving.needs_active(thread)
    if not take_out(actor.world, thread, [user_id]):
        raise unknown("Member")
    if user_id != actor.id:
        say(actor, thread, MessageType.RECIPIENT_REMOVE, mentions=[actor.world.users[user_id]])


def _needs_to_own(actor: Actor, thread: Json) -> None:
    if actor.id != thread["owner_id"] and not actor.may(Permission.MANAGE_THREADS, thread):
        raise missing_permissions()


def needs_thread(channel: Json) -> None:
    """50024 for any other kind of channel."""
    if channel["type"] not in THREADS:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
