"""Who wrote a worldview, as every screen says it."""

from __future__ import annotations

from cogs.kit.quoting import escaped
from domain.worldviews import Worldview


def authors_name(view: Worldview) -> str:
    """By mention, or by the pseudonym, and then nothing leads to the person. No other way is right."""
    return f"<@{view.user_id}>" if view.pseudonym is None else escaped(view.pseudonym)


def link(view: Worldview) -> str | None:
    """Where it stands; None before it does."""
    if view.thread_id is None:
        return None
    return f"https://discord.com/channels/{view.community_id}/{view.thread_id}"
