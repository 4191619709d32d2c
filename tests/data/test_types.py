"""What is put into a column comes out of it again, the same on both databases."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from data.tables import communities, participants
from data.types import Sealed, add_missing, upsert

ONE = 5
NEW_YEAR_IN_LINE_ISLANDS = datetime(2027, 1, 1, tzinfo=timezone(timedelta(hours=14)))


async def test_a_moment_comes_back_aware_and_in_utc(database):
    async with database.begin() as store:
        row = {"community_id": ONE, "language": "en", "set_up_at": NEW_YEAR_IN_LINE_ISLANDS}
        await store.link.execute(communities.insert().values(row))
        kept = (await store.link.execute(sa.select(communities.c.set_up_at))).scalar_one()
    assert kept == NEW_YEAR_IN_LINE_ISLANDS
    assert kept.tzinfo is UTC


async def test_a_moment_without_a_zone_is_refused(database):
    row = {"community_id": ONE, "language": "en", "set_up_at": datetime(2027, 1, 1)}  # noqa: DTZ001
    with pytest.raises(sa.exc.StatementError, match="without a time zone"):
        async with database.begin() as store:
            await store.link.execute(communities.insert().values(row))


async def test_the_largest_id_of_discord_fits(database):
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=2**63 - 1, language="en"))
        assert (await store.link.execute(sa.select(communities.c.community_id))).scalar_one() == 2**63 - 1


async def test_plain_text_is_refused_by_a_sealed_column(database):
    with pytest.raises(sa.exc.StatementError) as refused:
        async with database.begin() as store:
            await store.link.execute(participants.update().values(about="I fix bicycles."))
    assert isinstance(refused.value.orig, TypeError)
    assert "bicycles" not in str(refused.value)


async def test_a_sealed_column_gives_sealed_values_only(database):
    async with database.read() as store:
        sealed = sa.literal(b"secret", sa.LargeBinary).label("about")
        query = sa.select(sa.type_coerce(sealed, participants.c.about.type))
        assert (await store.link.execute(query)).scalar_one() == Sealed(b"secret")


async def test_upsert_writes_over_the_row_with_the_same_key(database):
    async with database.begin() as store:
        for language in ("en", "es"):
            row = {"community_id": ONE, "language": language}
            await store.link.execute(upsert(store.link, communities, row, ["community_id"]))
        assert (await store.link.execute(sa.select(communities.c.language))).scalars().all() == ["es"]


async def test_add_missing_leaves_the_row_with_the_same_key(database):
    async with database.begin() as store:
        for language in ("en", "es"):
            row = {"community_id": ONE, "language": language}
            await store.link.execute(add_missing(store.link, communities, row))
        assert (await store.link.execute(sa.select(communities.c.language))).scalars().all() == ["en"]
