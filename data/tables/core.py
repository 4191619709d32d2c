"""Communities, the people in them, what stands on Discord, and what is still to be done there."""

from __future__ import annotations

import sqlalchemy as sa

from data.tables.base import metadata
from data.types import RowId, SealedText, Snowflake, UserId, UtcDateTime, where
from domain.jobs import BULK

communities = sa.Table(
    "communities",
    metadata,
    sa.Column("community_id", Snowflake, primary_key=True, autoincrement=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("set_up_at", UtcDateTime),
    sa.Column("set_up_by", UserId),
    sa.Column("newcomers_until", UtcDateTime),
    sa.Column("posts_until", Snowflake),
    sa.Column("questions_only_hours", sa.Integer, nullable=False, server_default=sa.text("24")),
    sa.Column("pseudonyms", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("coach", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("week_day", sa.Integer),
    sa.Column("week_time", sa.Text, nullable=False, server_default="18:00"),
    sa.Column("time_zone", sa.Text, nullable=False, server_default="UTC"),
    sa.Column("who_plans", sa.Text, nullable=False, server_default="hosts"),
    sa.Column("reminders", sa.Text, nullable=False, server_default="10080 1440 60 10"),
    sa.Column("rooms", sa.Integer, nullable=False, server_default=sa.text("1")),
)
"""`newcomers_until`: who joined by then has been seen to, also those whose greeting was erased since.
`posts_until`: the newest post by hand, in the forum, of somebody who was erased; those before it are known.

From `questions_only_hours` on: `domain.communities.TopicSettings`; from `who_plans` on: `DiscussionSettings`.
"""

generations = sa.Table(
    "generations",
    metadata,
    sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("rank", sa.Integer, nullable=False),
    sa.Column("first_year", sa.Integer, nullable=False),
    sa.Column("last_year", sa.Integer, nullable=False),
    sa.Column("name", sa.Text),
)

participants = sa.Table(
    "participants",
    metadata,
    sa.Column("community_id", Snowflake, primary_key=True),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("generation", sa.Text, nullable=False),
    sa.Column("standing", sa.Text, nullable=False),
    sa.Column("joined_at", UtcDateTime, nullable=False),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("adult_at", UtcDateTime, nullable=False),
    sa.Column("agreement", sa.Integer, nullable=False),
    sa.Column("agreed_at", UtcDateTime, nullable=False),
    sa.Column("paused_until", UtcDateTime),
    sa.Column("language", sa.Text),
    sa.Column("time_zone", sa.Text),
    sa.Column("about", SealedText),
    sa.ForeignKeyConstraint(["community_id", "generation"], ["generations.community_id", "generations.key"]),
)

greetings = sa.Table(
    "greetings",
    metadata,
    sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), primary_key=True),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("joined_at", UtcDateTime, nullable=False),
    sa.Column("message_id", Snowflake),
    sa.Column("job_id", RowId),
)
"""Arrivals, and the message that welcomed each. Those with one `job_id` are welcomed in one message."""

person_keys = sa.Table(
    "person_keys",
    metadata,
    sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), primary_key=True),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("wrapped_key", sa.LargeBinary, nullable=False),
)

discord_objects = sa.Table(
    "discord_objects",
    metadata,
    sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("discord_id", Snowflake, nullable=False),
    sa.Column("digest", sa.Text),
    sa.Column("recorded_at", UtcDateTime, nullable=False),
)

notices = sa.Table(
    "notices",
    metadata,
    sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("first_at", UtcDateTime, nullable=False),
    sa.Column("last_at", UtcDateTime, nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("message_id", Snowflake),
    sa.Column("resolved_at", UtcDateTime),
)

erasures = sa.Table(
    "erasures",
    metadata,
    sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), primary_key=True),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("asked_at", UtcDateTime, nullable=False),
    sa.Column("greeting_id", Snowflake),
)
"""Erasures whose traces on Discord may still be there; the row goes when they are gone."""

traces = sa.Table(
    "traces",
    metadata,
    sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), primary_key=True),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("channel_id", Snowflake, primary_key=True),
    sa.Column("message_id", Snowflake, primary_key=True),
    sa.Column("is_thread", sa.Boolean, nullable=False),
)
"""What the bot posted for somebody who was erased, and must still take away.

A message, or with `is_thread` all of the thread `channel_id`.
"""

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("job_id", RowId, primary_key=True, autoincrement=True),
    sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("lane", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("due_at", UtcDateTime, nullable=False),
    sa.Column("next_at", UtcDateTime),
    sa.Column("expires_at", UtcDateTime),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("fence", sa.Integer, nullable=False),
    sa.Column("asks", sa.Integer, nullable=False),
    sa.Column("owner", sa.Text),
    sa.Column("first_attempt_at", UtcDateTime),
    sa.Column("result_id", Snowflake),
    sa.Column("error", sa.Text),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("closed_at", UtcDateTime),
    sqlite_autoincrement=True,
)
"""Work for Discord. `user_id` is 0 where it is about nobody: an erasure would only empty what may be empty.

`next_at` is when it may be claimed: when it is due, later after a failure, and while it is leased, the moment
at which the lease runs out. It is empty for what is over (`closed_at` says since when) and for what is dead.
"""

OPEN_BULK = jobs.c.next_at.is_not(None) & (jobs.c.kind == sa.literal_column(f"'{BULK}'"))
OPEN_PRESSING = jobs.c.next_at.is_not(None) & (jobs.c.kind != sa.literal_column(f"'{BULK}'"))
"""Two lines of waiting jobs, each with an index of its own: a long one holds up no search in the other."""
sa.Index("ix_jobs_pressing", jobs.c.next_at, jobs.c.job_id, **where(OPEN_PRESSING))
sa.Index("ix_jobs_bulk", jobs.c.next_at, jobs.c.job_id, **where(OPEN_BULK))
sa.Index("ix_jobs_leased", jobs.c.community_id, jobs.c.lane, **where(jobs.c.owner.is_not(None)))
sa.Index("ix_jobs_person", jobs.c.community_id, jobs.c.user_id, jobs.c.kind, **where(jobs.c.user_id != 0))
sa.Index(
    "uq_jobs_open",
    *(jobs.c.community_id, jobs.c.kind, jobs.c.key, jobs.c.user_id),
    unique=True,
    **where(jobs.c.closed_at.is_(None)),
)

key_check = sa.Table(
    "key_check",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("mark", sa.LargeBinary, nullable=False),
)
"""One row, sealed by the master key, so that a start with another key is noticed at once."""
