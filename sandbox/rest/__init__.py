"""REST, version 10: each module translates the routes of one kind of thing into what the bot does."""

from __future__ import annotations

from sandbox.rest import (
    bans,
    channels,
    commands,
    expressions,
    guilds,
    interactions,
    invites,
    members,
    messages,
    own_webhooks,
    pins,
    polls,
    roles,
    scheduled_events,
    settings,
    stages,
    threads,
    users,
    voice,
    webhooks,
)

__all__ = [
    "bans",
    "channels",
    "commands",
    "expressions",
    "guilds",
    "interactions",
    "invites",
    "members",
    "messages",
    "own_webhooks",
    "pins",
    "polls",
    "roles",
    "scheduled_events",
    "settings",
    "stages",
    "threads",
    "users",
    "voice",
    "webhooks",
]
