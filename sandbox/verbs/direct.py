"""Opening direct channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.errors import ApiError
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.world import World


def open_channel(world: World, user_id: str) -> Json:
    """The bot's channel with somebody. 40003 when it opens too many new ones (`world.new_direct`)."""
    if user_id == world.application_id:
        raise ApiError(400, 50033, "Invalid Recipient(s)")
    known = any(channel["recipients"][0]["id"] == user_id for channel in world.direct.values())
    if not known and not world.new_direct.take():
        raise ApiError(400, 40003, "You are opening direct messages too fast.")
    return world.direct_channel(user_id)
