"""The tags of a forum: those of the topics first, then those that stewards added by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from domain.actual import Actual, SeenChannel, Tag
from domain.blueprint import Kind, PlannedChannel, PlannedTag
from domain.steps import Adopt, Mark

MOST_TAGS = 20
"""As many as Discord lets a forum have."""


def tags(planned: PlannedChannel, seen: SeenChannel, actual: Actual) -> Iterator[Adopt | Mark]:
    """The steps by which a forum gets its tags; none when it has them."""
    chosen = [(each, _choose(each, seen.tags, actual)) for each in planned.tags]
    for each, tag in chosen:
        if tag is not None and tag.tag_id is not None and tag.tag_id != actual.recorded(Kind.TAG, each.key):
            yield Adopt(Kind.TAG, each.key, tag.tag_id)
    ours = [_named(each, tag) for each, tag in chosen]
    wanted = (*ours, *_by_hand(seen.tags, ours, actual))[:MOST_TAGS]
    if wanted != seen.tags:
        yield Mark(planned.key, seen.channel_id, wanted)


def _choose(planned: PlannedTag, seen: Sequence[Tag], actual: Actual) -> Tag | None:
    """The recorded tag, whatever it is called now; else one of the same name that is no other topic's."""
    recorded = actual.recorded(Kind.TAG, planned.key)
    for tag in seen:
        if tag.tag_id == recorded:
            return tag
    taken = actual.recorded_ids(Kind.TAG)
    same = (tag for tag in seen if _same(tag.name, planned.name) and tag.tag_id not in taken)
    return next(same, None)


def _named(planned: PlannedTag, tag: Tag | None) -> Tag:
    if tag is None:
        return Tag(planned.name)
    return Tag(planned.name, tag.tag_id, tag.moderated, tag.emoji_id, tag.emoji_name)


def _by_hand(seen: Iterable[Tag], ours: Sequence[Tag], actual: Actual) -> Iterator[Tag]:
    """What is no topic's and was none's, unless a topic is called the same: Discord allows a name once."""
    known = {tag.tag_id for tag in ours} | actual.recorded_ids(Kind.TAG)
    for tag in seen:
        if tag.tag_id not in known and not any(_same(tag.name, each.name) for each in ours):
            yield tag


def _same(one: str, other: str) -> bool:
    """As Discord compares the names of tags."""
    return one.casefold() == other.casefold()
