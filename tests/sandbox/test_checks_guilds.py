"""Roles, channels, overwrites, members and threads: their fields and bounds."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.checks import guilds
from tests.sandbox.refusals import refusals

Json = dict[str, Any]
Check = Callable[[Json], None]


def overwrites(n: int) -> list[Json]:
    return [{"id": i, "type": 0, "allow": "1024", "deny": 0} for i in range(n)]


def tags(n: int) -> list[Json]:
    return [{"name": f"tag {i}"} for i in range(n)]


def editing(body: Json) -> None:
    guilds.check_channel(body, editing=True, kind=15)


AT_THE_LIMIT: dict[str, tuple[Check, Json]] = {
    "a role of nothing": (guilds.check_role, {}),
    "a role name of 100": (guilds.check_role, {"name": "x" * 100}),
    "permissions as text": (guilds.check_role, {"permissions": str(1 << 52)}),
    "permissions as a number": (guilds.check_role, {"permissions": 1 << 52}),
    "white": (guilds.check_role, {"color": 0xFFFFFF, "colors": {"primary_color": 0xFFFFFF}}),
    "a channel name of 100": (guilds.check_channel, {"name": "x" * 100}),
    "a topic of 1,024": (guilds.check_channel, {"name": "x", "topic": "x" * 1_024}),
    "a forum's topic of 4,096": (guilds.check_channel, {"name": "x", "type": 15, "topic": "x" * 4_096}),
    "an edited forum's topic": (editing, {"topic": "x" * 4_096}),
    "99 seats in a voice channel": (guilds.check_channel, {"name": "x", "type": 2, "user_limit": 99}),
    "10,000 seats at a stage": (guilds.check_channel, {"name": "x", "type": 13, "user_limit": 10_000}),
    "100 overwrites": (guilds.check_channel, {"name": "x", "permission_overwrites": overwrites(100)}),
    "20 tags": (guilds.check_channel, {"name": "x", "type": 15, "available_tags": tags(20)}),
    "six hours between messages": (guilds.check_channel, {"name": "x", "rate_limit_per_user": 21_600}),
    "an overwrite": (guilds.check_overwrite, {"type": 1, "allow": "1024", "deny": "0"}),
    "a nickname of 32": (guilds.check_member, {"nick": "x" * 32, "roles": [1, "2"]}),
    "a thread name of 100": (guilds.check_thread, {"name": "x" * 100, "auto_archive_duration": 10_080}),
    "five tags on a thread": (guilds.check_thread, {"name": "x", "applied_tags": [1, 2, 3, 4, 5]}),
}


@pytest.mark.parametrize(("check", "body"), AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_what_is_at_the_limit_is_taken(check: Check, body: Json):
    assert refusals(lambda: check(body)) == {}


BAD, LONG, HIGH = "BASE_TYPE_BAD_LENGTH", "BASE_TYPE_MAX_LENGTH", "NUMBER_TYPE_MAX"
ONE_PAST: dict[str, tuple[Check, Json, str, str]] = {
    "a role name of 101": (guilds.check_role, {"name": "x" * 101}, "name", BAD),
    "permissions in words": (guilds.check_role, {"permissions": "all"}, "permissions", "NUMBER_TYPE_COERCE"),
    "a colour past white": (guilds.check_role, {"color": 0x1000000}, "color", HIGH),
    "hoisted, in words": (guilds.check_role, {"hoist": "yes"}, "hoist", "BOOLEAN_TYPE_CONVERT"),
    "no channel name": (guilds.check_channel, {}, "name", "BASE_TYPE_REQUIRED"),
    "an empty channel name": (guilds.check_channel, {"name": ""}, "name", BAD),
    "a channel name of 101": (guilds.check_channel, {"name": "x" * 101}, "name", BAD),
    "a type of 9": (guilds.check_channel, {"name": "x", "type": 9}, "type", "BASE_TYPE_CHOICES"),
    "a topic of 1,025": (guilds.check_channel, {"name": "x", "topic": "x" * 1_025}, "topic", LONG),
    "a forum's topic of 4,097": (
        guilds.check_channel,
        {"name": "x", "type": 15, "topic": "x" * 4_097},
        "topic",
        LONG,
    ),
    "100 seats": (guilds.check_channel, {"name": "x", "type": 2, "user_limit": 100}, "user_limit", HIGH),
    "10,001 seats": (
        guilds.check_channel,
        {"name": "x", "type": 13, "user_limit": 10_001},
        "user_limit",
        HIGH,
    ),
    "101 overwrites": (
        guilds.check_channel,
        {"name": "x", "permission_overwrites": overwrites(101)},
        "permission_overwrites",
        LONG,
    ),
    "21 tags": (guilds.check_channel, {"name": "x", "available_tags": tags(21)}, "available_tags", LONG),
    "a tag of 21": (
        guilds.check_channel,
        {"name": "x", "available_tags": [{"name": "x" * 21}]},
        "available_tags.0.name",
        BAD,
    ),
    "a parent in words": (
        guilds.check_channel,
        {"name": "x", "parent_id": "circles"},
        "parent_id",
        "NUMBER_TYPE_COERCE",
    ),
    "an overwrite for nothing": (guilds.check_overwrite, {"allow": "0"}, "type", "BASE_TYPE_REQUIRED"),
    "a nickname of 33": (guilds.check_member, {"nick": "x" * 33}, "nick", LONG),
    "a thread kept an odd time": (
        guilds.check_thread,
        {"name": "x", "auto_archive_duration": 61},
        "auto_archive_duration",
        "BASE_TYPE_CHOICES",
    ),
    "six tags on a thread": (
        guilds.check_thread,
        {"name": "x", "applied_tags": list(range(6))},
        "applied_tags",
        LONG,
    ),
}


@pytest.mark.parametrize(("check", "body", "at", "code"), ONE_PAST.values(), ids=ONE_PAST)
def test_what_is_past_it_is_refused_where_it_stands(check: Check, body: Json, at: str, code: str):
    assert refusals(lambda: check(body)) == {at: code}
