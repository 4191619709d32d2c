"""Somebody's own words on a page: no markup works in them, and none is longer than there is room for."""

from __future__ import annotations

from discord.utils import escape_markdown

from domain.worldviews import State, Worldview
from text import Say

TITLE = 120
LINK = "https://discord.com/channels/{}/{}"


def cut(text: str, most: int) -> str:
    """On one line, escaped, and at most so many characters with that."""
    line = " ".join(text.split())
    whole = escape_markdown(line)
    if len(whole) <= most:
        return whole
    kept = line[: most - 1]
    while len(shown := escape_markdown(kept.rstrip()) + "…") > most:
        kept = kept[: -max(1, (len(shown) - most) // 2)]
    return shown


def quote(text: str, most: int) -> str:
    return f"> {cut(text, most)}"


def titled(say: Say, worldview: Worldview | None) -> str:
    """What a worldview of somebody else is called, with the way to it while it stands."""
    if worldview is None or worldview.state is State.WITHDRAWN:
        return say("mine-taken-back")
    if worldview.state is State.GONE:
        return say("mine-deleted")
    return linked(say, worldview)


def linked(say: Say, worldview: Worldview) -> str:
    """The same for one's own, which may always be named."""
    title = worldview.explanation.title
    name = f"**{cut(title, TITLE)}**" if title else say("mine-by-hand")
    if worldview.thread_id is None or not worldview.stands:
        return name
    link = LINK.format(worldview.community_id, worldview.thread_id)
    return f"{name} · [{say('mine-open')}]({link})"
