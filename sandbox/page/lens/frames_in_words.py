"""What a gateway frame says, in a few words."""

from __future__ import annotations

from sandbox.enums import Op
from sandbox.page.lens.deeds_in_words import in_words
from sandbox.page.lens.names import Names
from sandbox.payloads import JsonValue

OPERATIONS = {
    Op.IDENTIFY: "the bot logs in",
    Op.RESUME: "the bot wants to go on where it was",
    Op.REQUEST_MEMBERS: "the bot asks who is in the server",
    Op.PRESENCE: "the bot says what it is doing",
    Op.RECONNECT: "the bot is to reconnect",
    Op.INVALID_SESSION: "the bot's session is over",
    Op.HELLO: "the gateway greets the bot",
}
EVENTS = {
    "READY": "the bot is logged in",
    "RESUMED": "the bot is back, and has missed nothing",
    "GUILD_MEMBERS_CHUNK": "who is in the server",
}


def frame_in_words(names: Names, operation: int, event: str | None, data: JsonValue) -> str:
    """Empty where there is nothing to add to the name."""
    if event is not None:
        return EVENTS.get(event) or in_words(names, event, data)
    return OPERATIONS.get(Op(operation), "") if operation in OPERATIONS else ""


def operation_name(operation: int) -> str:
    """Discord's name for an opcode."""
    return Op(operation).name if operation in set(Op) else f"op {operation}"
