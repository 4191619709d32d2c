"""Roles, channels, overwrites and members: the fields Discord takes and their bounds."""

from __future__ import annotations

from sandbox.checks.form import Rule, check, flag, listed, model, one_of, snowflake, text, whole
from sandbox.payloads import Json

TEXT, VOICE, STAGE, FORUMS = 0, 2, 13, (15, 16)
CHANNEL_TYPES = (TEXT, VOICE, 4, 5, STAGE, *FORUMS)

bits = whole(0, (1 << 63) - 1)
emoji_of = {"emoji_id": snowflake, "emoji_name": text(0, 100)}
colour = whole(0, 0xFFFFFF)
slowmode = whole(0, 21_600)
archive_after = one_of(60, 1_440, 4_320, 10_080)

role = model(
    optional={
        "name": text(1, 100),
        "permissions": bits,
        "color": colour,
        "colors": model({"primary_color": colour}, {"secondary_color": colour, "tertiary_color": colour}),
        "hoist": flag,
        "mentionable": flag,
        "unicode_emoji": text(0, 100),
    }
)
allowances: dict[str, Rule] = {"allow": bits, "deny": bits}
overwrite = model({"type": one_of(0, 1)}, allowances)
overwrites = listed(model({"id": snowflake}, {"type": one_of(0, 1), **allowances}), 0, 100)
member = model(
    optional={
        "nick": text(0, 32),
        "roles": listed(snowflake),
        "mute": flag,
        "deaf": flag,
        "channel_id": snowflake,
        "flags": whole(0),
    }
)
thread = model(
    {"name": text(1, 100)},
    {
        "auto_archive_duration": archive_after,
        "rate_limit_per_user": slowmode,
        "applied_tags": listed(snowflake, 0, 5),
        "invitable": flag,
        "type": one_of(10, 11, 12),
    },
)


thread_edit = model(
    optional={
        "name": text(1, 100),
        "archived": flag,
        "auto_archive_duration": archive_after,
        "locked": flag,
        "invitable": flag,
        "rate_limit_per_user": slowmode,
        "flags": whole(0),
        "applied_tags": listed(snowflake, 0, 5),
    }
)


def channel(kind: int, *, editing: bool) -> Rule:
    """A channel of this type; an edit may leave its name out."""
    name = {"name": text(1, 100)}
    optional: dict[str, Rule] = {
        "type": one_of(*CHANNEL_TYPES),
        "topic": text(0, 4_096 if kind in FORUMS else 1_024),
        "position": whole(0),
        "flags": whole(0),
        "nsfw": flag,
        "parent_id": snowflake,
        "rate_limit_per_user": slowmode,
        "bitrate": whole(8_000, 384_000),
        "user_limit": whole(0, 10_000 if kind == STAGE else 99),
        "rtc_region": text(0, 100),
        "video_quality_mode": one_of(1, 2),
        "permission_overwrites": listed(
            model({"id": snowflake}, {"type": one_of(0, 1), **allowances}), 0, 100
        ),
        "default_auto_archive_duration": archive_after,
        "default_thread_rate_limit_per_user": slowmode,
        "default_sort_order": one_of(0, 1),
        "default_forum_layout": one_of(0, 1, 2),
        "default_reaction_emoji": model(optional=emoji_of),
        "available_tags": listed(
            model({"name": text(1, 20)}, {"id": snowflake, "moderated": flag, **emoji_of}), 0, 20
        ),
    }
    return model(optional={**name, **optional}) if editing else model(name, optional)


def check_role(body: Json) -> None:
    check(role, body)


def check_overwrite(body: Json) -> None:
    check(overwrite, body)


def check_member(body: Json) -> None:
    check(member, body)


def check_thread(body: Json) -> None:
    check(thread, body)


def check_thread_edit(body: Json) -> None:
    check(thread_edit, body)


def check_channel(body: Json, *, editing: bool = False, kind: int = TEXT) -> None:
    """Raise 50035 for a channel Discord would not make; `kind` is the type of one being edited."""
    wanted = body.get("type")
    check(channel(kind if wanted is None else wanted, editing=editing), body)
