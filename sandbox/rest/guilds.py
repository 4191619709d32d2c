"""A guild as a whole: itself, its preview, its audit log."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.rest.call import Call
from sandbox.rest.routing import route


@route("GET", "/guilds/{guild_id}")
def get_guild(call: Call) -> Json:
    guild = call.guild()
    counts = {
        "approximate_member_count": len(guild.members),
        "approximate_presence_count": len(guild.members),
    }
    return guild.payload() | (counts if call.flag("with_counts") else {})


@route("GET", "/guilds/{guild_id}/preview")
def get_preview(call: Call) -> Json:
    guild = call.guild()
    whole = guild.payload()
    kept = ("id", "name", "icon", "description", "home_header", "splash", "discovery_splash", "features",
            "emojis", "stickers")  # fmt: skip
    count = len(guild.members)
    counts = {"approximate_member_count": count, "approximate_presence_count": count}
    return {key: whole[key] for key in kept} | counts


@route("GET", "/guilds/{guild_id}/audit-logs")
def get_audit_log(call: Call) -> Json:
    """Newest first, or from `after` on oldest first; filtered by who and what."""
    call.bot().needs(Permission.VIEW_AUDIT_LOG)
    entries = [entry for entry in call.world.audit.entries(call.guild()) if _matches(call, entry)]
    if "after" not in call.query:
        entries.reverse()
    shown = entries[: call.number("limit", 50, 1, 100)]
    users = dict.fromkeys(one for entry in shown for one in (entry["user_id"], entry["target_id"]))
    guild, targets = call.guild(), {entry["target_id"] for entry in shown}
    return {
        "audit_log_entries": shown,
        "users": [call.world.users[one] for one in users if one in call.world.users],
        "application_commands": [], "auto_moderation_rules": [],
        "guild_scheduled_events": [one for key, one in guild.scheduled_events.items() if key in targets],
        "threads": [thread for thread in guild.threads if thread["id"] in targets],
        "webhooks": [one for key, one in call.world.webhooks.items() if key in targets],
        "integrations": [],
    }  # fmt: skip


def _matches(call: Call, entry: Json) -> bool:
    query = call.query
    return (
        query.get("user_id", entry["user_id"]) == entry["user_id"]
        and int(query.get("action_type", entry["action_type"])) == entry["action_type"]
        and int(entry["id"]) < int(query.get("before", 1 << 64))
        and int(entry["id"]) > int(query.get("after", 0))
    )
