"""Worldviews, on their way and posted, and what a community talks about."""

from __future__ import annotations

import sqlalchemy as sa

from data.tables.base import community, in_community, metadata, number
from data.types import SealedText, Snowflake, UserId, UtcDateTime

topics = sa.Table(
    "topics",
    metadata,
    community(),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("rank", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
)
"""The stewards' own list. A community without any has the one that every community starts with."""

off_limits = sa.Table(
    "off_limits",
    metadata,
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("topic", sa.Text, primary_key=True),
)
"""Topics of which somebody does not want to be asked."""

drafts = sa.Table(
    "drafts",
    metadata,
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("worldview_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("belief", SealedText),
    sa.Column("moment", SealedText),
    sa.Column("misread", SealedText),
    sa.Column("ask_me", SealedText),
    sa.Column("topics", sa.JSON, nullable=False),
    sa.Column("shows_seat", sa.Boolean, nullable=False),
    sa.Column("pseudonymous", sa.Boolean, nullable=False),
    sa.Column("saved_at", UtcDateTime, nullable=False),
)
"""What nobody else has seen yet: a new worldview (`worldview_id` 0), or changes to one that stands there."""

worldviews = sa.Table(
    "worldviews",
    metadata,
    number("worldview_id"),
    in_community(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("made", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("topics", sa.JSON, nullable=False),
    sa.Column("belief", SealedText),
    sa.Column("moment", SealedText),
    sa.Column("misread", SealedText),
    sa.Column("ask_me", SealedText),
    sa.Column("shows_seat", sa.Boolean, nullable=False),
    sa.Column("seat", sa.Text),
    sa.Column("generation", sa.Text),
    sa.Column("pseudonym", sa.Text),
    sa.Column("consent", sa.Integer),
    sa.Column("thread_id", Snowflake),
    sa.Column("card_id", Snowflake),
    sa.Column("posted_at", UtcDateTime, nullable=False),
    sa.Column("opens_at", UtcDateTime, nullable=False),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("archived_at", UtcDateTime),
    sa.Column("answer_nudged_at", UtcDateTime),
    sa.Column("listener_nudged_at", UtcDateTime),
    sa.Column("index_page", sa.Integer),
    sqlite_autoincrement=True,
)
"""What somebody explained. A post made by hand has no text here, and no `consent`.

`seat` and `generation` as they were on the day. `card_id` is the message with the buttons: of one that came
through the form the thread's first message, whose id is the thread's. `consent` is the version of what the
author agreed to.
"""

sa.Index("uq_worldviews_thread", worldviews.c.community_id, worldviews.c.thread_id, unique=True)
sa.Index("ix_worldviews_author", worldviews.c.community_id, worldviews.c.user_id, worldviews.c.worldview_id)
sa.Index("ix_worldviews_state", worldviews.c.community_id, worldviews.c.state, worldviews.c.worldview_id)
sa.Index("ix_worldviews_pseudonym", worldviews.c.community_id, worldviews.c.pseudonym)
sa.Index("ix_worldviews_index_page", worldviews.c.community_id, worldviews.c.index_page)

reveals = sa.Table(
    "reveals",
    metadata,
    number("reveal_id"),
    in_community(),
    sa.Column("worldview_id", sa.BigInteger, nullable=False),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("reason", SealedText, nullable=False),
    sa.Column("asked_at", UtcDateTime, nullable=False),
    sa.Column("confirmed_by", UserId),
    sa.Column("confirmed_at", UtcDateTime),
    sa.Column("declined_by", UserId),
    sa.Column("declined_at", UtcDateTime),
    sa.Column("message_id", Snowflake),
    sqlite_autoincrement=True,
)
"""Who (`user_id`) asked to learn the author behind a pseudonym, why, and which other steward decided."""

sa.Index("ix_reveals_worldview", reveals.c.community_id, reveals.c.worldview_id)
