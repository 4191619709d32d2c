"""Discussions: the rule, its dates, who comes, and what is remembered of it."""

from __future__ import annotations

import sqlalchemy as sa

from data.tables.base import community, in_community, metadata, number
from data.types import SealedText, Snowflake, UserId, UtcDateTime


def of_occurrence() -> sa.Column[int]:
    """The date that a row is about, as the first part of its key."""
    return sa.Column("occurrence_id", sa.BigInteger, primary_key=True, autoincrement=False)


discussions = sa.Table(
    "discussions",
    metadata,
    number("discussion_id"),
    in_community(),
    sa.Column("host_id", UserId),
    sa.Column("planned_by", UserId),
    sa.Column("token", sa.Text, nullable=False),
    sa.Column("title", SealedText, nullable=False),
    sa.Column("about", SealedText),
    sa.Column("topic", sa.Text),
    sa.Column("deck", sa.Text),
    sa.Column("time_zone", sa.Text, nullable=False),
    sa.Column("first_local", sa.Text, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("repeats", sa.Text),
    sa.Column("places", sa.Integer),
    sa.Column("places_mentor", sa.Integer),
    sa.Column("places_mentee", sa.Integer),
    sa.Column("named", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("follows", sa.BigInteger),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("missed", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("planned_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
"""`title` and `about` are the community's, and sealed with its own key: they outlive who wrote them.

`first_local`: the wall time of the first date in `time_zone`, "2027-03-28T18:00". `repeats`: an RRULE of
RFC 5545, or NULL for one date alone. `follows`: the discussion of which this is the later part, after "this
and following" were changed. `missed`: how many dates in a row did not happen. `token` is that of the plan,
so that one confirmed twice counts once.
"""

sa.Index("uq_discussions_token", discussions.c.community_id, discussions.c.token, unique=True)

sa.Index("ix_discussions_follows", discussions.c.community_id, discussions.c.follows)

discussion_people = sa.Table(
    "discussion_people",
    metadata,
    sa.Column("discussion_id", sa.BigInteger, primary_key=True, autoincrement=False),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
)
"""Whom a discussion with `named` is for."""

sa.Index("ix_discussion_people_person", discussion_people.c.community_id, discussion_people.c.user_id)

occurrences = sa.Table(
    "occurrences",
    metadata,
    number("occurrence_id"),
    in_community(),
    sa.Column("discussion_id", sa.BigInteger, nullable=False),
    sa.Column("original", sa.Text, nullable=False),
    sa.Column("local", sa.Text, nullable=False),
    sa.Column("starts_at", UtcDateTime, nullable=False),
    sa.Column("minutes", sa.Integer, nullable=False),
    sa.Column("title", SealedText),
    sa.Column("about", SealedText),
    sa.Column("deck", sa.Text),
    sa.Column("room", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reason", SealedText),
    sa.Column("version", sa.Integer, nullable=False, server_default=sa.text("1")),
    sa.Column("changed_at", UtcDateTime, nullable=False),
    sa.Column("opened_at", UtcDateTime),
    sa.Column("started_at", UtcDateTime),
    sa.Column("ended_at", UtcDateTime),
    sa.Column("seen_at", UtcDateTime),
    sa.Column("card_id", Snowflake),
    sa.Column("event_id", Snowflake),
    sa.Column("event_known", sa.JSON),
    sa.Column("panel_id", Snowflake),
    sa.Column("recap_id", Snowflake),
    sa.Column("going", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("going_mentor", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("going_mentee", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("line", sa.Integer, nullable=False, server_default=sa.text("0")),
    sqlite_autoincrement=True,
)
"""One date of a discussion.

`original`: the wall time that the rule gives, by which this date is known in its series; `local`: the wall
time it was moved to, or the same. `title`, `about` and `deck` are those of this date alone, or NULL.
`room`: which of the community's discussion rooms. `version` grows with whatever changes for those who come.
`event_known`: digests of what Discord's event showed when we last saw to it, by which a change by hand is
known. `seen_at`: until then we know who was in the room. `card_id`: the card, and its thread.
`going`, `going_mentor`, `going_mentee`: places taken or offered; `line`: the last number given in the order
of answers.
"""

sa.Index(
    "uq_occurrences_original",
    *(occurrences.c.community_id, occurrences.c.discussion_id, occurrences.c.original),
    unique=True,
)
sa.Index("ix_occurrences_state", occurrences.c.community_id, occurrences.c.state, occurrences.c.starts_at)
sa.Index("ix_occurrences_starts", occurrences.c.community_id, occurrences.c.starts_at)
sa.Index("ix_occurrences_event", occurrences.c.community_id, occurrences.c.event_id)
sa.Index("ix_occurrences_card", occurrences.c.community_id, occurrences.c.card_id)

rsvps = sa.Table(
    "rsvps",
    metadata,
    of_occurrence(),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("answer", sa.Text, nullable=False),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("line", sa.Integer, nullable=False),
    sa.Column("answered_at", UtcDateTime, nullable=False),
    sa.Column("offered_until", UtcDateTime),
    sa.Column("by_interest", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("told_in", Snowflake),
)
"""What somebody said: going, maybe, no, waiting for a place, or offered one until `offered_until`.

`seat`: whose place it takes, mentor or mentee. `line`: its place in the order in which answers were kept.
`by_interest`: it came from *Interested* in Discord's own event. `told_in`: the message that offers a place.
"""

sa.Index("ix_rsvps_answer", *(rsvps.c.community_id, rsvps.c.occurrence_id, rsvps.c.answer, rsvps.c.line))
sa.Index("ix_rsvps_person", rsvps.c.community_id, rsvps.c.user_id, rsvps.c.occurrence_id)

plans = sa.Table(
    "plans",
    metadata,
    number("plan_id"),
    in_community(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("plan", SealedText, nullable=False),
    sa.Column("saved_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
"""What somebody is about to plan and has not confirmed, as JSON; sealed with their key."""

sa.Index("ix_plans_person", plans.c.community_id, plans.c.user_id)

changes = sa.Table(
    "changes",
    metadata,
    number("change_id"),
    in_community(),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("change", SealedText, nullable=False),
    sa.Column("saved_at", UtcDateTime, nullable=False),
    sa.Column("made_at", UtcDateTime),
    sqlite_autoincrement=True,
)
"""What somebody is about to change about a date, as JSON; sealed with their key. Their next replaces it."""

sa.Index("ix_changes_person", changes.c.community_id, changes.c.user_id)

templates = sa.Table(
    "templates",
    metadata,
    number("template_id"),
    in_community(),
    sa.Column("saved_by", UserId),
    sa.Column("name", SealedText, nullable=False),
    sa.Column("plan", SealedText, nullable=False),
    sa.Column("saved_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
"""Plans to begin from, the community's, sealed with its own key."""

time_polls = sa.Table(
    "time_polls",
    metadata,
    number("poll_id"),
    in_community(),
    sa.Column("asked_by", UserId),
    sa.Column("discussion_id", sa.BigInteger),
    sa.Column("plan", SealedText, nullable=False),
    sa.Column("token", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("asked_at", UtcDateTime, nullable=False),
    sa.Column("message_id", Snowflake),
    sqlite_autoincrement=True,
)
"""Times to choose from. `plan`: what becomes of the winner, sealed with the community's key.

`discussion_id`: the one whose date was cancelled or missed, where that is why it was asked.
"""

sa.Index("uq_time_polls_token", time_polls.c.community_id, time_polls.c.token, unique=True)

poll_times = sa.Table(
    "poll_times",
    metadata,
    sa.Column("poll_id", sa.BigInteger, primary_key=True, autoincrement=False),
    community(),
    sa.Column("choice", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("local", sa.Text, nullable=False),
    sa.Column("starts_at", UtcDateTime, nullable=False),
)

poll_votes = sa.Table(
    "poll_votes",
    metadata,
    sa.Column("poll_id", sa.BigInteger, primary_key=True, autoincrement=False),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("choice", sa.Integer, primary_key=True, autoincrement=False),
)
"""Who can make which of the times."""

feeds = sa.Table(
    "feeds",
    metadata,
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("made_at", UtcDateTime, nullable=False),
)
"""Who has a private calendar address; `user_id` 0 is the community's. Only a digest of the secret is kept."""

sa.Index("uq_feeds_digest", feeds.c.digest, unique=True)

discussion_choices = sa.Table(
    "discussion_choices",
    metadata,
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("direct", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("quiet", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("named", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("channel_id", Snowflake),
)
"""`direct`: reminders as direct messages; `quiet`: none at all; `named`: their name may stand in a recap.

`closed`: they take no direct messages of ours, though they wanted them; `channel_id`: the channel for those.
"""
