"""One database, two kinds, the same promises."""

import pytest
import sqlalchemy as sa

from data.tables import communities


async def test_kept(database):
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=5, language="en"))
    async with database.read() as store:
        assert (await store.link.execute(sa.select(communities.c.language))).scalar_one() == "en"


@pytest.mark.parametrize("n", range(20))
async def test_x(database, n):
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=5, language="en"))
    async with database.read() as store:
        assert (await store.link.execute(sa.select(communities.c.language))).scalar_one() == "en"
