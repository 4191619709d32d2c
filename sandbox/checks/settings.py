"""A guild's settings, its onboarding and its bans: the fields Discord takes and their bounds."""

from __future__ import annotations

from sandbox.checks.form import Rule, check, flag, listed, model, one_of, snowflake, text, whole
from sandbox.checks.guilds import emoji_of
from sandbox.payloads import Json

AFK_SECONDS = (60, 300, 900, 1_800, 3_600)
WEEK = 7 * 24 * 3_600

guild = model(
    optional={
        "name": text(2, 100),
        "description": text(0, 300),
        "preferred_locale": text(2, 10),
        "afk_channel_id": snowflake,
        "afk_timeout": one_of(*AFK_SECONDS),
        "system_channel_id": snowflake,
        "system_channel_flags": whole(0),
        "features": listed(text(1, 100), 0, 1_521),
        "rules_channel_id": snowflake,
        "public_updates_channel_id": snowflake,
        "safety_alerts_channel_id": snowflake,
        "verification_level": one_of(*range(5)),
        "default_message_notifications": one_of(0, 1),
        "explicit_content_filter": one_of(0, 1, 2),
        "premium_progress_bar_enabled": flag,
    }
)
option = model(
    {"title": text(1, 50)},
    {
        "id": snowflake,
        "description": text(0, 100),
        "emoji_animated": flag,
        "role_ids": listed(snowflake, 0, 50),
        "channel_ids": listed(snowflake, 0, 50),
        **emoji_of,
    },
)
prompt = model(
    {"id": snowflake, "title": text(1, 100), "options": listed(option, 1, 50)},
    {"single_select": flag, "required": flag, "in_onboarding": flag, "type": one_of(0, 1)},
)
onboarding = model(
    optional={
        "prompts": listed(prompt, 0, 15),
        "default_channel_ids": listed(snowflake, 0, 500),
        "enabled": flag,
        "mode": one_of(0, 1),
    }
)
forgotten: dict[str, Rule] = {
    "delete_message_seconds": whole(0, WEEK),
    "delete_message_days": whole(0, 7),
}
ban = model(optional=forgotten)
invite = model(
    optional={
        "max_age": whole(0, 60 * 24 * 3_600),
        "max_uses": whole(0, 100),
        "temporary": flag,
        "unique": flag,
    }
)
bulk_ban = model({"user_ids": listed(snowflake, 1, 200)}, forgotten)


def check_guild(body: Json) -> None:
    check(guild, body)


def check_onboarding(body: Json) -> None:
    check(onboarding, body)


def check_ban(body: Json) -> None:
    check(ban, body)


def check_invite(body: Json) -> None:
    check(invite, body)


def check_bulk_ban(body: Json) -> None:
    check(bulk_ban, body)
