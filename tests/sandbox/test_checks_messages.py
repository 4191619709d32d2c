"""Messages: limits of content, embeds and mentions, and what Components V2 leaves no room for."""

from typing import Any

import pytest

from sandbox.checks.messages import check_message
from sandbox.errors import ApiError
from tests.sandbox.refusals import refusals

V2 = 1 << 15
TEXT = {"type": 10, "content": "Hello"}


def refused(body: dict[str, Any], **how: Any) -> dict[str, str]:
    return refusals(lambda: check_message(body, **how))


def fields(n: int) -> list[dict[str, str]]:
    return [{"name": "x", "value": "y"}] * n


AT_THE_LIMIT: dict[str, dict[str, Any]] = {
    "2,000 characters": {"content": "x" * 2_000},
    "2,000 emoji": {"content": "🌱" * 2_000},
    "ten embeds": {"embeds": [{"title": "x"}] * 10},
    "a full embed": {
        "embeds": [
            {
                "title": "x" * 256,
                "author": {"name": "x" * 256},
                "footer": {"text": "x" * 2_048},
                "timestamp": "2027-03-28T18:00:00+00:00",
                "color": 0xFFFFFF,
                "fields": [{"name": "x" * 256, "value": "x" * 1_024}, *fields(24)],
            }
        ]
    },
    "a description of 4,096": {"embeds": [{"description": "x" * 4_096}]},
    "6,000 over all embeds": {"embeds": [{"description": "x" * 4_000}, {"description": "x" * 2_000}]},
    "a nonce of 25": {"content": "x", "nonce": "n" * 25},
    "a number as nonce": {"content": "x", "nonce": 1 << 62},
    "100 mentions": {"content": "x", "allowed_mentions": {"users": [str(i) for i in range(100)]}},
    "all users and one role": {"content": "x", "allowed_mentions": {"parse": ["users"], "roles": ["1"]}},
    "an attachment alone": {"attachments": [{"id": 0, "filename": "a.txt"}]},
    "a sticker alone": {"sticker_ids": ["1"]},
    "components alone": {"flags": V2, "components": [TEXT]},
    "components with the old fields set to nothing": {
        "flags": V2,
        "components": [TEXT],
        "content": None,
        "embeds": [],
    },
}


@pytest.mark.parametrize("body", AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_what_is_at_the_limit_is_taken(body: dict[str, Any]):
    assert refused(body) == {}


LEGACY = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
ONE_PAST: dict[str, tuple[dict[str, Any], str, str]] = {
    "2,001 characters": ({"content": "x" * 2_001}, "content", "BASE_TYPE_MAX_LENGTH"),
    "a number as content": ({"content": 5}, "content", "STRING_TYPE_CONVERT"),
    "eleven embeds": ({"embeds": [{"title": "x"}] * 11}, "embeds", "BASE_TYPE_MAX_LENGTH"),
    "a title of 257": ({"embeds": [{"title": "x" * 257}]}, "embeds.0.title", "BASE_TYPE_MAX_LENGTH"),
    "a description of 4,097": (
        {"embeds": [{"description": "x" * 4_097}]},
        "embeds.0.description",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "a footer of 2,049": (
        {"embeds": [{"footer": {"text": "x" * 2_049}}]},
        "embeds.0.footer.text",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "an author of 257": (
        {"embeds": [{"author": {"name": "x" * 257}}]},
        "embeds.0.author.name",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "26 fields": ({"embeds": [{"fields": fields(26)}]}, "embeds.0.fields", "BASE_TYPE_MAX_LENGTH"),
    "a field without a value": (
        {"embeds": [{"fields": [{"name": "x", "value": ""}]}]},
        "embeds.0.fields.0.value",
        "BASE_TYPE_REQUIRED",
    ),
    "a field of 1,025": (
        {"embeds": [{"fields": [{"name": "x", "value": "x" * 1_025}]}]},
        "embeds.0.fields.0.value",
        "BASE_TYPE_BAD_LENGTH",
    ),
    "6,001 over all embeds": (
        {"embeds": [{"description": "x" * 4_000}, {"description": "x" * 2_001}]},
        "embeds",
        "MAX_EMBED_SIZE_EXCEEDED",
    ),
    "a date in words": (
        {"embeds": [{"timestamp": "tomorrow"}]},
        "embeds.0.timestamp",
        "DATE_TIME_TYPE_PARSE",
    ),
    "a nonce of 26": ({"content": "x", "nonce": "n" * 26}, "nonce", "BASE_TYPE_MAX_LENGTH"),
    "four stickers": ({"sticker_ids": ["1", "2", "3", "4"]}, "sticker_ids", "BASE_TYPE_MAX_LENGTH"),
    "101 mentions": (
        {"content": "x", "allowed_mentions": {"users": [str(i) for i in range(101)]}},
        "allowed_mentions.users",
        "BASE_TYPE_MAX_LENGTH",
    ),
    "a role twice": (
        {"content": "x", "allowed_mentions": {"roles": ["1", "1"]}},
        "allowed_mentions.roles.1",
        "SET_TYPE_ALREADY_CONTAINS_VALUE",
    ),
    "all users and one user": (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "allowed_mentions",
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
    "a mention of nobody known": (
        {"content": "x", "allowed_mentions": {"parse": ["friends"]}},
        "allowed_mentions.parse.0",
        "BASE_TYPE_CHOICES",
    ),
    "content beside V2": ({"flags": V2, "components": [TEXT], "content": "x"}, "content", LEGACY),
    "even empty content beside V2": ({"flags": V2, "components": [TEXT], "content": ""}, "content", LEGACY),
    "embeds beside V2": ({"flags": V2, "components": [TEXT], "embeds": [{"title": "x"}]}, "embeds", LEGACY),
    "stickers beside V2": ({"flags": V2, "components": [TEXT], "sticker_ids": ["1"]}, "sticker_ids", LEGACY),
    "a poll beside V2": ({"flags": V2, "components": [TEXT], "poll": {"question": {}}}, "poll", LEGACY),
    "V2 components without the flag": ({"components": [TEXT]}, "components.0", "UNION_TYPE_CHOICES"),
}


@pytest.mark.parametrize(("body", "at", "code"), ONE_PAST.values(), ids=ONE_PAST)
def test_what_is_past_it_is_refused_where_it_stands(body: dict[str, Any], at: str, code: str):
    assert refused(body).get(at) == code


@pytest.mark.parametrize("body", [{}, {"content": ""}, {"content": " \n"}, {"flags": V2}, {"components": []}])
def test_an_empty_message_is_refused_by_its_own_code(body: dict[str, Any]):
    with pytest.raises(ApiError) as refusal:
        check_message(body)
    assert (refusal.value.status, refusal.value.code) == (400, 50006)


def test_an_edit_may_leave_everything_out():
    assert refused({}, editing=True) == {}
    assert refused({"content": "x" * 2_001}, editing=True) == {"content": "BASE_TYPE_MAX_LENGTH"}


def test_a_v2_message_stays_one_when_its_edit_does_not_say_so():
    assert refused({"components": [TEXT]}, editing=True, already_v2=True) == {}
    assert refused({"content": "x"}, editing=True, already_v2=True) == {"content": LEGACY}


def test_in_a_callback_the_path_starts_at_data():
    assert refused({"content": "x" * 2_001}, at="data") == {"data.content": "BASE_TYPE_MAX_LENGTH"}
    assert refused({"components": [TEXT]}, at="data") == {"data.components.0": "UNION_TYPE_CHOICES"}
