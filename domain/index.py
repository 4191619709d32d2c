"""The index of worldviews that were put to rest."""

from __future__ import annotations

from domain.communities import Community
from domain.worldviews import Worldview

ENTRIES = 15
"""On one page: with titles and names at their longest, and all of it escaped, they fit into one message."""
TITLE_LENGTH = 60
TOPICS_LENGTH = 40
"""Characters of an entry before they are escaped."""


def entry_title(worldview: Worldview) -> str:
    """How it is called there; empty for one made by hand, whose words nobody has read."""
    return shortened(worldview.explanation.title, TITLE_LENGTH)


def entry_topics(worldview: Worldview, community: Community) -> str:
    """As many of its topics as there is room for, at least one."""
    names = [topic.name for key in worldview.topics if (topic := community.topic(key))]
    while len(names) > 1 and len(", ".join(names)) > TOPICS_LENGTH:
        names.pop()
    return shortened(", ".join(names), TOPICS_LENGTH)


def shortened(text: str, most: int) -> str:
    """In one line, and so long at most."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
