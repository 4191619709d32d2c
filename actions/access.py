"""Who may do what: asked on every click, never taken from what somebody was shown."""

from __future__ import annotations

from collections.abc import Collection

from domain.communities import Community
from domain.discussion_errors import (
    NotAPlanner,
    NotTheHost,
)
from domain.discussions import Occurrence
from domain.errors import (
    NotAllowed,
)
from domain.permissions import Permission, held


def is_steward(permissions: int) -> bool:
    """Whether somebody may manage the server; `permissions` are the bits that Discord sends."""
    return Permission.MANAGE_GUILD in held(permissions)


def steward(permissions: int) -> None:
    """Let pass whoever may manage the server. Raises NotAllowed."""
    if not is_steward(permissions):
        raise NotAllowed


def may_plan(
    community: Community, permissions: int, role_ids: Collection[int], host_role_id: int | None
) -> None:
    """Let pass whoever may plan discussions, as the community has it. Raises NotAPlanner.

    `host_role_id` is None while that role was not made yet. Stewards always may.
    """
    who = community.discussions.who_plans
    if is_steward(permissions) or who == "everyone":
        return
    if who == "hosts" and host_role_id is not None and host_role_id in role_ids:
        return
    raise NotAPlanner(who=who)


def may_run(date: Occurrence, user_id: int, permissions: int) -> None:
    """Let pass the host of a date, whoever planned it, and stewards. Raises NotTheHost."""
    if user_id not in (date.host_id, date.planned_by) and not is_steward(permissions):
        raise NotTheHost
