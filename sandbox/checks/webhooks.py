"""Webhooks: their names, and what they may say beside what any message may."""

from __future__ import annotations

from sandbox.checks.form import Problems, both, check, flag, listed, model, snowflake, text
from sandbox.checks.scheduled_events import image
from sandbox.payloads import Json

NOT_IN_NAMES = ("clyde", "discord")


def _no_reserved_word(value: str, at: str, problems: Problems) -> None:
    for word in NOT_IN_NAMES:
        if word in value.lower():
            problems[at] = "USERNAME_INVALID_CONTAINS", f'Username cannot contain "{word}"'


name = both(text(1, 80), _no_reserved_word)
new_webhook = model({"name": name}, {"avatar": image})
edited_webhook = model(optional={"name": name, "avatar": image, "channel_id": snowflake})
message = model(
    optional={
        "username": name,
        "avatar_url": text(0, 2_048),
        "thread_name": text(0, 100),
        "applied_tags": listed(snowflake, 0, 5),
        "tts": flag,
    }
)


def check_new_webhook(body: Json) -> None:
    check(new_webhook, body)


def check_edited_webhook(body: Json) -> None:
    check(edited_webhook, body)


def check_webhook_message(body: Json) -> None:
    check(message, body)
