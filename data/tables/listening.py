"""What people say under a worldview, and what comes of it."""

from __future__ import annotations

import sqlalchemy as sa

from data.tables.base import community, in_community, metadata, number
from data.types import SealedText, Snowflake, UserId, UtcDateTime


def under_a_worldview() -> sa.Column[int]:
    """No foreign key: what a listener said outlives the worldview of an author who was erased."""
    return sa.Column("worldview_id", sa.BigInteger, nullable=False)


remarks = sa.Table(
    "remarks",
    metadata,
    number("remark_id"),
    in_community(),
    under_a_worldview(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("answers", sa.BigInteger),
    sa.Column("stem", sa.Text),
    sa.Column("text", SealedText, nullable=False),
    sa.Column("token", sa.Text, nullable=False),
    sa.Column("said_at", UtcDateTime, nullable=False),
    sa.Column("message_id", Snowflake),
    sa.Column("passed_at", UtcDateTime),
    sqlite_autoincrement=True,
)
"""Questions, answers and replies.

`answers` is the question that an answer belongs to; `passed_at`: the author would rather not answer this one.
`token` is that of the form, so that one sent twice counts once.
"""

sa.Index("uq_remarks_token", remarks.c.community_id, remarks.c.user_id, remarks.c.token, unique=True)
sa.Index("ix_remarks_worldview", remarks.c.community_id, remarks.c.worldview_id, remarks.c.remark_id)
sa.Index("ix_remarks_said_at", remarks.c.community_id, remarks.c.kind, remarks.c.said_at)

loops = sa.Table(
    "loops",
    metadata,
    number("loop_id"),
    in_community(),
    under_a_worldview(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("heard", SealedText, nullable=False),
    sa.Column("token", sa.Text, nullable=False),
    sa.Column("said_at", UtcDateTime, nullable=False),
    sa.Column("message_id", Snowflake),
    sa.Column("digest", sa.Text),
    sqlite_autoincrement=True,
)
"""One attempt of a listener to say back what they heard. `digest`: the month whose digest holds the line."""

sa.Index(
    "uq_loops_attempt",
    *(loops.c.community_id, loops.c.worldview_id, loops.c.user_id, loops.c.attempt),
    unique=True,
)
sa.Index("ix_loops_listener", loops.c.community_id, loops.c.user_id, loops.c.loop_id)
sa.Index("ix_loops_listened", *(loops.c.community_id, loops.c.user_id, loops.c.worldview_id, loops.c.attempt))
"""Holds all that is counted of a listener: else SQLite takes `uq_loops_attempt`, through a whole community."""
sa.Index("ix_loops_digest", loops.c.community_id, loops.c.digest)

verdicts = sa.Table(
    "verdicts",
    metadata,
    sa.Column("loop_id", sa.BigInteger, primary_key=True, autoincrement=False),
    community(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("missed", SealedText),
    sa.Column("given_at", UtcDateTime, nullable=False),
    sa.Column("message_id", Snowflake),
)
"""What the author (`user_id`) said of an attempt: one verdict for each, and what was missed.

`message_id`: the message that tells the listener by name.
"""

sa.Index("ix_verdicts_author", verdicts.c.community_id, verdicts.c.user_id)

approvals = sa.Table(
    "approvals",
    metadata,
    sa.Column("loop_id", sa.BigInteger, primary_key=True, autoincrement=False),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("approved_at", UtcDateTime, nullable=False),
)
"""Who lets what was heard stand in the monthly digest."""

shifts = sa.Table(
    "shifts",
    metadata,
    number("shift_id"),
    in_community(),
    under_a_worldview(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("receiver_id", UserId, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("reason", SealedText, nullable=False),
    sa.Column("given_at", UtcDateTime, nullable=False),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("message_id", Snowflake),
    sqlite_autoincrement=True,
)
"""`receiver_id` is 0 for the author, whoever that is: so that no row of a listener names the author behind a
pseudonym. The author's own name their listener."""

sa.Index(
    "uq_shifts_once",
    *(shifts.c.community_id, shifts.c.worldview_id, shifts.c.user_id, shifts.c.receiver_id),
    unique=True,
)
sa.Index("ix_shifts_giver", shifts.c.community_id, shifts.c.user_id, shifts.c.shift_id)
sa.Index("ix_shifts_given_under", shifts.c.community_id, shifts.c.user_id, shifts.c.worldview_id)
"""For the same reason as `ix_loops_listened`."""
sa.Index("ix_shifts_receiver", shifts.c.community_id, shifts.c.receiver_id)

reports = sa.Table(
    "reports",
    metadata,
    number("report_id"),
    in_community(),
    under_a_worldview(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("text", SealedText),
    sa.Column("token", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reported_at", UtcDateTime, nullable=False),
    sa.Column("message_id", Snowflake),
    sqlite_autoincrement=True,
)
"""What only stewards see."""

sa.Index("uq_reports_token", reports.c.community_id, reports.c.user_id, reports.c.token, unique=True)

journal = sa.Table(
    "journal",
    metadata,
    number("entry_id"),
    in_community(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("worldview_id", sa.BigInteger),
    sa.Column("text", SealedText, nullable=False),
    sa.Column("token", sa.Text, nullable=False),
    sa.Column("written_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
"""What I learned: for nobody else."""

sa.Index("uq_journal_token", journal.c.community_id, journal.c.user_id, journal.c.token, unique=True)

nudges = sa.Table(
    "nudges",
    metadata,
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("worldview_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("nudged_at", UtcDateTime, nullable=False),
    sa.Column("message_id", Snowflake),
)
"""When somebody was asked by name to listen, so that it stays rare, and the message that names them."""

exchange = sa.Table(
    "exchange",
    metadata,
    community(),
    sa.Column("month", sa.Text, primary_key=True),
    sa.Column("seat", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)
"""How much each seat asked, answered, said back and shifted. Nobody's id: it outlives an erasure."""

digests = sa.Table(
    "digests",
    metadata,
    community(),
    sa.Column("month", sa.Text, primary_key=True),
    sa.Column("message_id", Snowflake),
    sa.Column("posted_at", UtcDateTime),
)
