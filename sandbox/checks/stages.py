"""Stage instances and voice states: the fields Discord takes and their bounds."""

from __future__ import annotations

from sandbox.checks.form import check, flag, model, one_of, snowflake, text, timestamp
from sandbox.payloads import Json

topic = text(1, 120)
privacy = one_of(1, 2)
new_stage = model(
    {"topic": topic, "channel_id": snowflake},
    {"privacy_level": privacy, "guild_scheduled_event_id": snowflake, "send_start_notification": flag},
)
edited_stage = model(optional={"topic": topic, "privacy_level": privacy})
voice_state = model(
    optional={"channel_id": snowflake, "suppress": flag, "request_to_speak_timestamp": timestamp}
)
room_status = model(optional={"status": text(0, 500)})


def check_new_stage(body: Json) -> None:
    check(new_stage, body)


def check_edited_stage(body: Json) -> None:
    check(edited_stage, body)


def check_voice_state(body: Json) -> None:
    check(voice_state, body)


def check_room_status(body: Json) -> None:
    check(room_status, body)
