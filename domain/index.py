"""The index of worldviews that were put to rest."""

from __future__ import annotations

from domain.communities import Community
from domain.worldviews import Worldview

ENTRIES = 15
"""On one page: with titles and names at their longest they fit into the 4,000 characters of a message."""
TOPICS_LENGTH = 40


def entry_topics(worldview: Worldview, community: Community) -> str:
    """As many of its topics as there is room for, at least one."""
    names = [topic.name for key in worldview.topics if (topic := community.topic(key))]
    while len(names) > 1 and len(", ".join(names)) > TOPICS_LENGTH:
        names.pop()
    return ", ".join(names)
