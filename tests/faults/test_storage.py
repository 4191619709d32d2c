"""Rows 31 and 32: a database that is kept by others, comes from an hour ago, or goes away."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from data.database import Database
from tests.cogs.upkeep.watching import CHANNELS, ROLES, channels, comes_to_rest, messages_in, roles
from tests.databases import ALONE, MASTER_KEY
from tests.model.hands import CONSENT
from tests.until import until
from tour.community import sign_up
from tour.stage import on_stage

MENTOR, GEN_Z = "I can mentor", "Gen Z · born 1997 to 2012"


def file_of(url):
    return Path(str(sa.make_url(url).database))


async def people_in(database, server):
    async with database.read() as store:
        return sorted(person.user_id for person in await store.people.everyone(int(server.guild.id)))


async def test_a_database_that_another_program_keeps_for_a_while_only_delays_the_answer(
    stage, server, mei, database_url
):
    with closing(sqlite3.connect(file_of(database_url), isolation_level=None)) as shell:
        shell.execute("BEGIN IMMEDIATE")
        signing = asyncio.create_task(sign_up(mei, MENTOR, GEN_Z))
        await until(lambda: mei.form is not None)
        shell.execute("COMMIT")
        await signing
    await mei.sees("You are in")
    assert await people_in(stage.database, server) == [int(mei.id)]


async def test_a_database_that_another_program_does_not_give_back_is_told_and_the_next_try_works(
    stage, server, mei, database_url, monkeypatch
):
    monkeypatch.setattr("data.on_loop.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(file_of(database_url), isolation_level=None)) as shell:
        shell.execute("BEGIN IMMEDIATE")
        await sign_up(mei, MENTOR, GEN_Z)
        await mei.sees("Something went wrong")
    assert await people_in(stage.database, server) == []
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.sees("You are in")


async def copied(url, copy):
    """What `VACUUM INTO` of another program makes of a database that is being written to."""
    with closing(sqlite3.connect(file_of(url), check_same_thread=False)) as shell:
        await asyncio.to_thread(shell.execute, "VACUUM INTO ?", [str(copy)])
    with closing(sqlite3.connect(copy)) as shell:
        assert shell.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def test_row_31_a_backup_of_a_running_database_holds_everything_that_was_answered_before(
    stage, server, database_url, tmp_path
):
    people = [await server.join(f"Person {number}") for number in range(12)]
    for person in people[:4]:
        await sign_up(person, MENTOR, GEN_Z)
    answered = await people_in(stage.database, server)
    signing = [asyncio.create_task(sign_up(person, MENTOR, GEN_Z)) for person in people[4:]]
    await copied(database_url, tmp_path / "backup.db")
    await asyncio.gather(*signing)
    restored = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'backup.db'}", MASTER_KEY)
    try:
        assert len(answered) == 4
        assert set(answered) <= set(await people_in(restored, server))
    finally:
        await restored.close()


async def test_row_31_a_restored_backup_takes_over_what_was_made_since_and_greets_nobody_again(
    stage, server, database_url, tmp_path
):
    await copied(database_url, tmp_path / "backup.db")
    mei = await server.join("Mei")
    await mei.sees("Welcome, @Mei")
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Gen Z", "Mentor")
    await server.nora.deletes_role("Gen X")
    await server.nora.deletes_channel("steward-desk")
    await server.nora.sees("Made again", within=5)
    await comes_to_rest(stage)
    made = set(server.guild.roles) | set(server.guild.channels)
    await stage.stop()
    server.world.clock.advance(3600)

    restored = await Database.open(f"sqlite+aiosqlite:///{tmp_path / 'backup.db'}", MASTER_KEY)
    try:
        async with on_stage(restored, server.world, server.world.clock.now) as again:
            await comes_to_rest(again)
            assert (roles(server.guild), channels(server.guild)) == (ROLES, CHANNELS)
            assert set(server.guild.roles) | set(server.guild.channels) == made
            assert len(messages_in(server.world, server.guild, "home")) == 1
            assert len([m for m in mei.newest_first() if "Welcome, @Mei" in mei.reads(m)]) == 1
            await sign_up(mei, MENTOR, GEN_Z)
            await mei.sees("You are in")
    finally:
        await restored.close()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_row_32_a_press_after_postgresql_was_away_is_answered_as_ever(
    stage, server, mei, postgres_server, postgresql_database
):
    name, _ = postgresql_database
    await mei.clicks("Join the circles")
    await asyncio.to_thread(postgres_server.run, ALONE, name)
    await mei.fills({"Where do you want to sit?": "I can mentor", "Your generation": GEN_Z, **CONSENT})
    await mei.sees("You are in")
    assert await people_in(stage.database, server) == [int(mei.id)]
