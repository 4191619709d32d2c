"""Somebody's own words on a page: no markup works in them, and none is longer than there is room for."""

from __future__ import annotations

from cogs.kit.quoting import escaped
from cogs.worldviews.names import link
from domain.worldviews import State, Worldview
from text import Say

TITLE = 120


def cut(text: str, most: int) -> str:
    """On one line, escaped, and at most so many characters with that."""
    line = " ".join(text.split())
    whole = escaped(line)
    if len(whole) <= most:
        return whole
    kept = line[: most - 1]
    while len(shown := escaped(kept.rstrip()) + "…") > most:
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
    there = link(worldview) if worldview.stands else None
    return f"{name} · [{say('mine-open')}]({there})" if there else name
