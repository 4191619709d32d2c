"""The schema and the steps to it agree, and no step is ever half taken."""

import shutil
import signal
from itertools import count
from uuid import uuid4

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.ext.asyncio import create_async_engine

from data import migrations, tables
from data.database import Database
from data.errors import CorruptDatabase, NewerSchema
from data.migrations.__main__ import write_next
from data.tables import communities, generations, metadata
from tests.data import doomed
from tests.data.processes import exit_code, start
from tests.databases import MASTER_KEY

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = "{before}"


def upgrade() -> None:
    op.create_table("trial", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("communities") as table:
        table.add_column(sa.Column("motto", sa.Text, server_default="-", nullable=False))
        table.alter_column("language", new_column_name="tongue")
    op.execute("UPDATE communities SET motto = 'Ask somebody younger'")
    op.drop_table("notices")
"""
CARELESS = '    op.execute("DELETE FROM communities")\n'


CHANGED = ("communities", "alembic_version")


class Stop(Exception):
    """Stands in for whatever ends a start in the middle."""


@pytest.fixture
def empty_url(request, tmp_path):
    """A place for a database that nobody has opened yet."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'circles.db'}"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"empty_{uuid4().hex}"
    yield server.create(name)
    server.drop(name)


@pytest.fixture
async def old_url(empty_url):
    """A database as today's version leaves it."""
    database = await Database.open(empty_url, MASTER_KEY)
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=5, language="en"))
        row = {"community_id": 5, "key": "gen-z", "rank": 0, "first_year": 1997, "last_year": 2012}
        await store.link.execute(generations.insert().values(row))
    await database.close()
    return empty_url


@pytest.fixture
def next_step(old_url, tmp_path, monkeypatch):
    """Tomorrow's version: our steps and one more, in a folder that is used in place of ours."""
    versions = tmp_path / "versions"
    shutil.copytree(migrations.VERSIONS, versions, ignore=shutil.ignore_patterns("__pycache__"))
    before = migrations.known()[-1]
    number = f"{int(before) + 1:04}"
    (versions / f"{number}_trial.py").write_text(NEXT.format(number=number, before=before))
    monkeypatch.setattr(migrations, "VERSIONS", versions)
    return versions


both = pytest.mark.parametrize("empty_url", ["sqlite", "postgresql"], indirect=True)
sqlite_only = pytest.mark.parametrize("empty_url", ["sqlite"], indirect=True)


async def look(url, question):
    """Ask the database something from outside."""
    engine = create_async_engine(url)
    async with engine.connect() as link:
        answer = await link.run_sync(question)
    await engine.dispose()
    return answer


def shape(link):
    """Everything about the tables, and what is in the one that the next step changes."""
    inspector = sa.inspect(link)
    found = {
        name: [(column["name"], str(column["type"]), column["nullable"]) for column in columns]
        for (_, name), columns in inspector.get_multi_columns().items()
    }
    references = sorted(key["name"] for keys in inspector.get_multi_foreign_keys().values() for key in keys)
    rows = [link.execute(sa.text(f"SELECT * FROM {name}")).all() for name in CHANGED if name in found]  # noqa: S608
    return found, references, rows


async def open_and_stop_at(url, statement):
    """True when the start came to its end before that statement."""

    def stop():
        raise Stop

    call_off = doomed.at_change(statement, stop)
    try:
        await (await Database.open(url, MASTER_KEY)).close()
    except Stop:
        return False
    finally:
        call_off()
    return True


async def test_the_steps_lead_to_the_tables(database_url):
    def differences(link):
        context = MigrationContext.configure(
            link, opts={"compare_type": True, "compare_server_default": True}
        )
        return compare_metadata(context, metadata)

    assert await look(database_url, differences) == []


def test_every_step_has_a_number_of_its_own():
    numbers = migrations.known()
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


@both
async def test_row_30_a_first_start_stopped_at_any_statement_leaves_an_empty_database(empty_url):
    """PostgreSQL takes a while to undo so much, so that it is stopped at every fifth."""
    for statement in count(1, 1 if empty_url.startswith("sqlite") else 5):
        if await open_and_stop_at(empty_url, statement):
            break
        assert await look(empty_url, shape) == ({}, [], [])
    assert statement > len(metadata.tables)
    assert len((await look(empty_url, shape))[0]) == len(metadata.tables) + 1


@both
async def test_row_30_a_step_stopped_at_any_statement_leaves_the_old_schema(old_url, next_step):
    before = await look(old_url, shape)
    for statement in count(1):
        if await open_and_stop_at(old_url, statement):
            break
        assert await look(old_url, shape) == before
    assert statement > 7
    assert_step_taken(await look(old_url, shape))


@sqlite_only
async def test_row_30_a_step_killed_at_any_statement_leaves_the_old_schema(old_url, next_step):
    before = await look(old_url, shape)
    for statement in count(1):
        if exit_code(start(doomed.die_while_opening, old_url, next_step, statement)) != -signal.SIGKILL:
            break
        assert await look(old_url, shape) == before
    assert statement > 7
    assert_step_taken(await look(old_url, shape))


@both
async def test_the_data_of_other_tables_survive_a_step(old_url, next_step):
    database = await Database.open(old_url, MASTER_KEY)
    async with database.read() as store:
        assert (await store.link.execute(sa.select(generations.c.key))).scalars().all() == ["gen-z"]
    await database.close()


@sqlite_only
async def test_a_step_that_breaks_a_reference_is_undone(old_url, next_step):
    step = next(next_step.glob("*_trial.py"))
    step.write_text(step.read_text() + CARELESS)
    before = await look(old_url, shape)
    with pytest.raises(CorruptDatabase, match="refers to rows that are gone"):
        await Database.open(old_url, MASTER_KEY)
    assert await look(old_url, shape) == before


@both
async def test_row_30_a_newer_schema_is_refused_and_left_alone(old_url, next_step, monkeypatch):
    await (await Database.open(old_url, MASTER_KEY)).close()
    after = await look(old_url, shape)
    monkeypatch.undo()
    with pytest.raises(NewerSchema, match=r"newer version of the bot.*update the bot"):
        await Database.open(old_url, MASTER_KEY)
    assert await look(old_url, shape) == after


@sqlite_only
def test_a_new_step_is_written_from_what_changed_in_the_tables(next_step, monkeypatch):
    (step,) = next_step.glob("*_trial.py")
    step.unlink()
    changed = sa.MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.sorted_tables:
        table.to_metadata(changed)
    changed.tables["communities"].append_column(sa.Column("motto", sa.Text))
    monkeypatch.setattr(tables, "metadata", changed)
    write_next("a motto")
    text = (next_step / f"{migrations.known()[-1]}_a_motto.py").read_text()
    assert 'batch_op.add_column(sa.Column("motto", sa.Text(), nullable=True))' in text
    assert "drop" not in text


def assert_step_taken(found):
    schema, _, (rows, _) = found
    assert "trial" in schema
    assert "notices" not in schema
    assert [(row.tongue, row.motto) for row in rows] == [("en", "Ask somebody younger")]
