"""REST, version 10: each module translates the routes of one kind of thing into what the bot does."""

from __future__ import annotations

from sandbox.rest import (
    channels,
    commands,
    guilds,
    interactions,
    members,
    messages,
    pins,
    roles,
    scheduled_events,
    stages,
    threads,
    users,
    voice,
    webhooks,
)

__all__ = [
    "channels",
    "commands",
    "guilds",
    "interactions",
    "members",
    "messages",
    "pins",
    "roles",
    "scheduled_events",
    "stages",
    "threads",
    "users",
    "voice",
    "webhooks",
]
