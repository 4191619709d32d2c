"""Components of a kind that nobody knows yet, put where Discord itself would one day put them."""

from __future__ import annotations

from collections.abc import Sequence

from sandbox import World
from sandbox.compose import blank_message
from sandbox.enums import MessageFlag
from sandbox.payloads import Json
from sandbox.verbs import messages

UNKNOWN = 99
CHANNEL = "unknown-component"
PARTS: tuple[Json, ...] = (
    {"type": 10, "id": 1, "content": "Before it"},
    {"type": UNKNOWN, "id": 2, "content": "a kind of the future", "custom_id": "future"},
    {"type": 17, "id": 3, "accent_color": None, "spoiler": False, "components": [
        {"type": UNKNOWN, "id": 4, "components": [{"type": UNKNOWN, "id": 5}]},
        {"type": 1, "id": 6, "components": [{"type": UNKNOWN, "id": 7, "label": "In a row"}]},
    ]},
    {"type": 10, "id": 8, "content": "After it"},
)  # fmt: skip


def put_raw(world: World, channel: Json, parts: Sequence[Json] = PARTS) -> Json:
    """A message of the bot's with these components as they are: no check is made, for the sandbox would
    refuse what Discord refuses."""
    message = blank_message(world, channel, world.bot_account())
    message |= {"components": list(parts), "flags": int(MessageFlag.COMPONENTS_V2)}
    messages.post(world, channel, message)
    return message
