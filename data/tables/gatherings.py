"""What happens in the room: who was there, whose turn it was, and how it was."""

from __future__ import annotations

import sqlalchemy as sa

from data.tables.base import community, in_community, metadata, number
from data.tables.discussions import of_occurrence
from data.types import UserId, UtcDateTime, where

presences = sa.Table(
    "presences",
    metadata,
    number("presence_id"),
    in_community(),
    sa.Column("occurrence_id", sa.BigInteger, nullable=False),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("came_at", UtcDateTime, nullable=False),
    sa.Column("left_at", UtcDateTime),
    sa.Column("came_within", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("left_within", sa.Integer, nullable=False, server_default=sa.text("0")),
    sqlite_autoincrement=True,
)
"""An interval in which somebody was in the room; `left_at` NULL while they are.

They came in the `came_within` seconds before `came_at`, and left in the `left_within` seconds after
`left_at`: 0 where we saw it.
"""

sa.Index("ix_presences_person", *(presences.c.community_id, presences.c.occurrence_id, presences.c.user_id))
sa.Index("ix_presences_of", presences.c.community_id, presences.c.user_id)
sa.Index(
    "ix_presences_open",
    presences.c.community_id,
    presences.c.occurrence_id,
    **where(presences.c.left_at.is_(None)),
)

attendance = sa.Table(
    "attendance",
    metadata,
    of_occurrence(),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("came", sa.Boolean, nullable=False),
    sa.Column("minutes", sa.Integer),
    sa.Column("corrected_by", UserId),
    sa.Column("corrected_at", UtcDateTime, nullable=False),
)
"""What the host says, where that differs from what was seen."""

runs = sa.Table(
    "runs",
    metadata,
    of_occurrence(),
    community(),
    sa.Column("prompts", sa.JSON, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("turn_seconds", sa.Integer, nullable=False),
    sa.Column("note", sa.Text),
    sa.Column("host_gone_at", UtcDateTime),
    sa.Column("paused_at", UtcDateTime),
    sa.Column("began_at", UtcDateTime),
    sa.Column("ended_at", UtcDateTime),
)
"""The conductor's panel as it stands. `prompts` are "deck/key", `position` the one being talked about.

`note`: why the turn went to somebody else, where nobody pressed for it. `host_gone_at`: since when no host
is in the room, NULL while there is one. `began_at`: since when there are turns.
"""

speaking = sa.Table(
    "speaking",
    metadata,
    of_occurrence(),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("rank", sa.Integer, nullable=False),
    sa.Column("turns", sa.Integer, nullable=False),
    sa.Column("hand_at", UtcDateTime),
    sa.Column("listens", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("here", sa.Boolean, nullable=False, server_default=sa.true()),
)
"""The speaking order, and since when somebody's hand is up.

`turns`: how many they had; whoever comes late begins with as many as the least of their seat, so that nobody
waits for them to catch up. `here`: whether they are in the room.
"""

turns = sa.Table(
    "turns",
    metadata,
    number("turn_id"),
    in_community(),
    sa.Column("occurrence_id", sa.BigInteger, nullable=False),
    sa.Column("user_id", UserId, nullable=False),
    sa.Column("seat", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("began_at", UtcDateTime, nullable=False),
    sa.Column("due_at", UtcDateTime, nullable=False),
    sa.Column("ended_at", UtcDateTime),
    sa.Column("extended", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("passed", sa.Boolean, nullable=False, server_default=sa.false()),
    sqlite_autoincrement=True,
)
"""The ledger of turns. `due_at`: when its time is up; `ended_at` NULL for the present one."""

sa.Index("ix_turns_occurrence", turns.c.community_id, turns.c.occurrence_id, turns.c.turn_id)
sa.Index("ix_turns_person", turns.c.community_id, turns.c.user_id)

pauses = sa.Table(
    "pauses",
    metadata,
    number("pause_id"),
    in_community(),
    sa.Column("occurrence_id", sa.BigInteger, nullable=False),
    sa.Column("asked_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
"""That somebody asked for a pause. Who, is not kept."""

pulses = sa.Table(
    "pulses",
    metadata,
    of_occurrence(),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("felt_heard", sa.Integer),
    sa.Column("learned", sa.Integer),
    sa.Column("meet_again", sa.Integer),
    sa.Column("answered_at", UtcDateTime, nullable=False),
)
"""The three taps afterwards: 0 no, 1 somewhat, 2 yes."""

sa.Index("ix_pulses_person", pulses.c.community_id, pulses.c.user_id)
