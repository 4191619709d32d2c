"""Changing a thread: its name, its tags, its pin, whether it rests or is locked, and who may do that."""

from __future__ import annotations

from sandbox.acting import Actor
from sandbox.checks.guilds import check_thread_edit
from sandbox.enums import AuditAction, ChannelFlag, ChannelType, MessageType
from sandbox.errors import ApiError, missing_permissions
from sandbox.gaps import not_known
from sandbox.payloads import Json
from sandbox.permissions import Permission, sending
from sandbox.verbs import archiving, forums, threads

METADATA = ("archived", "auto_archive_duration", "locked", "invitable")
EDITABLE = frozenset({"name", "rate_limit_per_user", "flags", "applied_tags", *METADATA})
OWNERS = frozenset({"name", "archived", "auto_archive_duration", "applied_tags", "invitable"})
"""What whoever opened a thread may change; all else is for moderators."""
STRANGE = ("bitrate", "user_limit", "rtc_region", "video_quality_mode")
"""Threads of voice: in the document, and nowhere explained."""


def edit(actor: Actor, thread: Json, wish: Json, reason: str | None = None) -> Json:
    """Change what `wish` names. An archived thread must be woken first, or in the same edit (50083)."""
    check_thread_edit(wish)
    if strange := [field for field in STRANGE if wish.get(field) is not None]:
        raise not_known(f"a thread's {', '.join(strange)}")
    asked = {key: wish[key] for key in EDITABLE & wish.keys() if wish[key] is not None}
    changes = {key: value for key, value in asked.items() if value != _now(thread, key)}
    _needs_right(actor, thread, asked)
    if archiving.is_archived(thread) and wish.get("archived") is not False:
        archiving.needs_active(thread)
    if changes.get("archived") is False:
        archiving.needs_room(actor.guild)
    _check_post(actor, thread, changes)
    if changes:
        _apply(actor, thread, changes)
        actor.world.audit.note(actor.guild, AuditAction.THREAD_UPDATE, actor.id, thread["id"], reason)
    return actor.guild.threads.shown_to(actor.world.application_id, thread)


def _now(thread: Json, key: str) -> object:
    return thread["thread_metadata"].get(key) if key in METADATA else thread.get(key)


def _needs_right(actor: Actor, thread: Json, asked: Json) -> None:
    """Moderators may change all, owners some; whoever may write there can wake it."""
    if asked.get("archived") is False:
        actor.needs(sending(thread), thread)
    if actor.may(Permission.MANAGE_THREADS, thread):
        return
    archiving.needs_unlocked(actor, thread)
    owned = OWNERS if actor.id == thread["owner_id"] else frozenset[str]()
    if asked != {"archived": False} and not asked.keys() <= owned:
        raise missing_permissions()


def _check_post(actor: Actor, thread: Json, changes: Json) -> None:
    """Tags and pins are for the posts of a forum."""
    if not {"applied_tags", "flags"} & changes.keys():
        return
    if int(changes.get("flags") or 0) & ~int(ChannelFlag.PINNED):
        raise not_known("flags of threads other than PINNED")
    forum = actor.guild.channels[thread["parent_id"]]
    if forum["type"] != ChannelType.FORUM:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    if "applied_tags" in changes:
        forums.needs_tags(actor, forum, changes["applied_tags"], thread["applied_tags"])
    if int(changes.get("flags") or 0) & ChannelFlag.PINNED:
        forums.needs_room_for_pin(actor.guild, forum)


def _apply(actor: Actor, thread: Json, changes: Json) -> None:
    world, renamed = actor.world, "name" in changes
    thread |= {key: value for key, value in changes.items() if key not in METADATA}
    thread["thread_metadata"] |= {
        key: changes[key] for key in METADATA if key in changes and key != "archived"
    }
    if "auto_archive_duration" in changes:
        archiving.stamp(world, thread)
        archiving.keep_watch(world, thread)
    if changes.get("archived") is True:
        archiving.archive(world, thread)
    elif changes.get("archived") is False:
        archiving.unarchive(world, thread)
    archiving.tell_changed(world, thread, woken=changes.get("archived") is False)
    if renamed and not archiving.is_archived(thread):
        threads.say(actor, thread, MessageType.NAME_CHANGE, content=thread["name"])
