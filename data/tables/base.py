"""What every table shares."""

from __future__ import annotations

import sqlalchemy as sa

from data.types import RowId, Snowflake

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def community() -> sa.Column[int]:
    """The community that a row belongs to, as the first part of its key."""
    return sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), primary_key=True)


def in_community() -> sa.Column[int]:
    """The same, for rows that have a number of their own."""
    return sa.Column("community_id", Snowflake, sa.ForeignKey("communities.community_id"), nullable=False)


def number(name: str) -> sa.Column[int]:
    """The number of a row, given by the database and never given again."""
    return sa.Column(name, RowId, primary_key=True, autoincrement=True)
