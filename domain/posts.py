"""How the lasting posts of a forum stand: awake, pinned, locked."""

from __future__ import annotations

from collections.abc import Iterator

from domain.actual import Actual, SeenPost
from domain.blueprint import PlannedPanel
from domain.steps import Arrange


def arrange(planned: PlannedPanel, post: SeenPost, actual: Actual) -> Iterator[Arrange]:
    """The step that a post needs, if any. What stewards pinned or locked besides is their business."""
    pinned = post.pinned or pinnable(planned, post.forum_id, actual)
    locked = post.locked or planned.locked
    if post.archived or (pinned, locked) != (post.pinned, post.locked):
        yield Arrange(planned.key, post.post_id, pinned, locked)


def pinnable(planned: PlannedPanel, forum_id: int, actual: Actual) -> bool:
    """Whether to pin it: Discord lets a forum have one pinned post, and that of stewards goes first."""
    return planned.pinned and forum_id not in actual.others_pinned
