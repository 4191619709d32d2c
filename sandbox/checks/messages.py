"""Messages: content, embeds, mentions, and what Components V2 leaves no room for."""

from __future__ import annotations

from sandbox.checks.components import check_components
from sandbox.checks.form import (
    REQUIRED,
    Problems,
    Rule,
    both,
    check,
    flag,
    join,
    listed,
    model,
    one_of,
    refuse,
    snowflake,
    text,
    timestamp,
    url,
    whole,
)
from sandbox.checks.polls import poll
from sandbox.enums import MessageFlag
from sandbox.errors import ApiError
from sandbox.payloads import Json

MAX_EMBED_TEXT = 6_000
BARRED_BY_V2 = ("content", "embeds", "sticker_ids", "poll")
CARRIES_SOMETHING = (*BARRED_BY_V2, "components", "attachments")

link = url(2_048, ("http", "https", "attachment"))
picture = model({"url": link})


def filled(high: int) -> Rule:
    """A text of an embed's field: empty counts as missing."""

    def rule(value: object, at: str, problems: Problems) -> None:
        if value == "":
            problems[at] = REQUIRED
        else:
            text(1, high)(value, at, problems)

    return rule


embed = model(
    optional={
        "title": text(0, 256),
        "description": text(0, 4_096),
        "url": link,
        "timestamp": timestamp,
        "color": whole(0, 0xFFFFFF),
        "footer": model({"text": text(0, 2_048)}, {"icon_url": link}),
        "author": model({"name": text(0, 256)}, {"url": link, "icon_url": link}),
        "image": picture,
        "thumbnail": picture,
        "fields": listed(model({"name": filled(256), "value": filled(1_024)}, {"inline": flag}), 0, 25),
    }
)


def _embeds_total(embeds: list[Json], at: str, problems: Problems) -> None:
    if sum(map(_embed_size, embeds)) > MAX_EMBED_TEXT:
        problems[at] = "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {MAX_EMBED_TEXT}"


def _embed_size(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    texts += [field[key] for field in embed.get("fields") or () for key in ("name", "value")]
    return sum(len(each) for each in texts if each)


def _mentions_once(mentions: Json, at: str, problems: Problems) -> None:
    """Either all users (or roles) or the listed ones, and nobody twice."""
    for key in ("parse", "users", "roles"):
        named = mentions.get(key) or []
        for index, value in enumerate(named):
            if value in named[:index]:
                said = "Set already contains this value"
                problems[join(at, key, index)] = "SET_TYPE_ALREADY_CONTAINS_VALUE", said
        if mentions.get(key) and key in (mentions.get("parse") or ()):
            said = f'parse:["{key}"] and {key}: [ids...] are mutually exclusive.'
            problems[at] = "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", said


def nonce(value: object, at: str, problems: Problems) -> None:
    rule = text(0, 25) if isinstance(value, str) else whole(-(1 << 63), (1 << 63) - 1)
    rule(value, at, problems)


allowed_mentions = both(
    model(
        optional={
            "parse": listed(one_of("roles", "users", "everyone")),
            "roles": listed(snowflake, 0, 100),
            "users": listed(snowflake, 0, 100),
            "replied_user": flag,
        }
    ),
    _mentions_once,
)
message = model(
    optional={
        "content": text(0, 2_000),
        "tts": flag,
        "nonce": nonce,
        "enforce_nonce": flag,
        "flags": whole(0, (1 << 31) - 1),
        "embeds": both(listed(embed, 0, 10), _embeds_total),
        "allowed_mentions": allowed_mentions,
        "sticker_ids": listed(snowflake, 0, 3),
        "attachments": listed(
            model(
                {"id": snowflake},
                {
                    "filename": text(1, 1_024),
                    "title": text(0, 1_024),
                    "description": text(0, 1_024),
                    "is_spoiler": flag,
                },
            ),
            0,
            10,
        ),
    }
)


def check_message(body: Json, *, editing: bool = False, already_v2: bool = False, at: str = "") -> None:
    """Raise what Discord answers to a message it will not take.

    An edit may leave anything out. `already_v2` says that the message being edited carries the flag, which
    cannot be taken off again. `at` is where the message stands in the request (`data` in a callback).
    """
    check(message, body, at)
    v2 = already_v2 or bool(int(body.get("flags") or 0) & MessageFlag.COMPONENTS_V2)
    if v2:
        _check_room_for_v2(body, at)
    if body.get("poll") is not None:
        check(poll, body["poll"], join(at, "poll"))
    if body.get("components") is not None:
        check_components(body["components"], v2, join(at, "components"))
    if not editing and _is_empty(body):
        raise ApiError(400, 50006, "Cannot send an empty message")


def _check_room_for_v2(body: Json, at: str) -> None:
    problems: Problems = {}
    for field in BARRED_BY_V2:
        if body.get(field) not in (None, []):
            said = f"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            problems[join(at, field)] = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", said
    refuse(problems)


def _is_empty(body: Json) -> bool:
    carried = [body.get(field) for field in CARRIES_SOMETHING]
    return not any(each.strip() if isinstance(each, str) else each for each in carried)
