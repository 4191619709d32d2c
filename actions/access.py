"""Who may do what: asked on every click, never taken from what somebody was shown."""

from __future__ import annotations

from domain.errors import NotAllowed
from domain.permissions import Permission, held


def steward(permissions: int) -> None:
    """Let pass whoever may manage the server. Raises NotAllowed.

    `permissions` are the bits that Discord sends with the click.
    """
    if Permission.MANAGE_GUILD not in held(permissions):
        raise NotAllowed
