"""Decks of prompts, and the conversations in which they are dealt."""

from __future__ import annotations

import sqlalchemy as sa

from data.tables.base import community, in_community, metadata, number
from data.types import SealedText, Snowflake, UserId, UtcDateTime

decks = sa.Table(
    "decks",
    metadata,
    community(),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("language", sa.Text, primary_key=True),
    sa.Column("toml", sa.Text, nullable=False),
    sa.Column("added_by", UserId),
    sa.Column("added_at", UtcDateTime, nullable=False),
)
"""The stewards' own, beside those that come with the product."""

conversations = sa.Table(
    "conversations",
    metadata,
    number("conversation_id"),
    in_community(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("depth", sa.Integer, nullable=False),
    sa.Column("opened_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
"""Of one person, of the week, or of a thread."""

sa.Index("ix_conversations_kind", conversations.c.community_id, conversations.c.kind)

conversation_people = sa.Table(
    "conversation_people",
    metadata,
    sa.Column("conversation_id", sa.BigInteger, primary_key=True, autoincrement=False),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("since_turn", sa.Integer, nullable=False),
)
"""Who is in it, and from which turn on."""

sa.Index("ix_conversation_people", conversation_people.c.community_id, conversation_people.c.user_id)

dealt = sa.Table(
    "dealt",
    metadata,
    sa.Column("conversation_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("turn", sa.Integer, primary_key=True),
    in_community(),
    sa.Column("prompt", sa.Text, nullable=False),
    sa.Column("depth", sa.Integer, nullable=False),
    sa.Column("dealt_at", UtcDateTime, nullable=False),
    sa.Column("thread_id", Snowflake),
    sa.Column("message_id", Snowflake),
)
"""The prompts of a conversation, in their order; `prompt` is deck/prompt, the same in every language."""

responses = sa.Table(
    "responses",
    metadata,
    sa.Column("conversation_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("turn", sa.Integer, primary_key=True),
    community(),
    sa.Column("user_id", UserId, primary_key=True),
    sa.Column("passed", sa.Boolean, nullable=False),
    sa.Column("text", SealedText),
    sa.Column("message_id", Snowflake),
    sa.Column("responded_at", UtcDateTime, nullable=False),
)
"""Who answered, or passed and is not asked why."""
