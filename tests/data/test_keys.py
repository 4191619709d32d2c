"""Free text can be read with its person's key only, and not at all once that key is forgotten."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from data.database import Database
from data.errors import BadKeyFile, WrongKey
from data.keys import MasterKey, PersonKey
from data.tables import communities, person_keys
from data.types import Sealed
from tests.databases import MASTER_KEY

SERVER, MEI, RUTH = 5, 22, 71
PLACE = "participants.about"
LINE = "Ich erkläre gern, wie man ein Fahrrad flickt."


@pytest.fixture
async def server(database):
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=SERVER, language="en"))
    return database


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=400))
def test_every_text_comes_back_exactly(text):
    key = PersonKey(SERVER, MEI, bytes(32))
    assert key.open(key.seal(text, place=PLACE), place=PLACE) == text


@pytest.mark.parametrize(
    "text", ["", "a\x00b", "\ud83d alone \udc00", "\u202eمرحبا\u202c", "e\u0301 é", "\u200b"]
)
def test_nothing_about_a_text_is_tidied_up(text):
    key = PersonKey(SERVER, MEI, bytes(32))
    assert key.open(key.seal(text, place=PLACE), place=PLACE) == text


def test_the_same_text_is_never_sealed_alike():
    key = PersonKey(SERVER, MEI, bytes(32))
    assert key.seal(LINE, place=PLACE) != key.seal(LINE, place=PLACE)


@pytest.mark.parametrize(
    ("reader", "place"),
    [
        (PersonKey(SERVER, RUTH, bytes(32)), PLACE),
        (PersonKey(SERVER + 1, MEI, bytes(32)), PLACE),
        (PersonKey(SERVER, MEI, bytes(32)), "circles.note"),
        (PersonKey(SERVER, MEI, bytes(31) + b"x"), PLACE),
    ],
    ids=["another person", "another community", "another column", "another key"],
)
def test_a_sealed_text_cannot_be_moved(reader, place):
    sealed = PersonKey(SERVER, MEI, bytes(32)).seal(LINE, place=PLACE)
    with pytest.raises(WrongKey):
        reader.open(sealed, place=place)


@pytest.mark.parametrize("changed", [b"", b"short", b"\x00" * 60])
def test_a_changed_text_is_noticed(changed):
    with pytest.raises(WrongKey):
        PersonKey(SERVER, MEI, bytes(32)).open(Sealed(changed), place=PLACE)


async def test_a_person_keeps_their_key(server):
    async with server.begin() as store:
        first = await store.keys.of(SERVER, MEI)
    async with server.begin() as store:
        assert await store.keys.of(SERVER, MEI) == first == await store.keys.find(SERVER, MEI)


async def test_two_people_have_two_keys(server):
    async with server.begin() as store:
        assert (await store.keys.of(SERVER, MEI)).secret != (await store.keys.of(SERVER, RUTH)).secret


async def test_no_key_is_made_by_looking(server):
    async with server.read() as store:
        assert await store.keys.find(SERVER, MEI) is None


async def test_a_forgotten_key_takes_its_texts_with_it(server):
    async with server.begin() as store:
        sealed = (await store.keys.of(SERVER, MEI)).seal(LINE, place=PLACE)
        await store.keys.forget(SERVER, MEI)
    async with server.begin() as store:
        assert await store.keys.find(SERVER, MEI) is None
        with pytest.raises(WrongKey):
            (await store.keys.of(SERVER, MEI)).open(sealed, place=PLACE)


async def test_a_key_cannot_be_given_to_somebody_else(server):
    async with server.begin() as store:
        await store.keys.of(SERVER, MEI)
        await store.link.execute(person_keys.update().values(user_id=RUTH))
        with pytest.raises(WrongKey):
            await store.keys.find(SERVER, RUTH)


async def test_no_secret_shows_in_a_log(server):
    async with server.begin() as store:
        key = await store.keys.of(SERVER, MEI)
        shown = f"{key!r} {store.keys!r} {store.keys.master!r}"
    assert repr(key.secret) not in shown
    assert repr(MASTER_KEY.secret) not in shown


async def test_the_file_holds_no_word_of_a_sealed_text_and_no_key(sqlite_url, tmp_path):
    database = await Database.open(sqlite_url, MASTER_KEY)
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=SERVER, language="en"))
        key = await store.keys.of(SERVER, MEI)
        sealed = key.seal(LINE, place=PLACE)
        await store.link.execute(sa.text("CREATE TABLE trial (about BLOB)"))
        await store.link.execute(sa.text("INSERT INTO trial VALUES (:about)"), {"about": sealed.ciphertext})
    running = _bytes_beside(tmp_path)
    await database.close()
    for content in (running, _bytes_beside(tmp_path)):
        assert sealed.ciphertext in content
        assert not any(word.encode() in content for word in LINE.split() if len(word) > 3)
        assert key.secret not in content
        assert MASTER_KEY.secret not in content


async def test_a_forgotten_key_is_wiped_from_the_file(sqlite_url, tmp_path):
    database = await Database.open(sqlite_url, MASTER_KEY)
    async with database.begin() as store:
        await store.link.execute(communities.insert().values(community_id=SERVER, language="en"))
        await store.keys.of(SERVER, MEI)
        wrapped = (await store.link.execute(sa.select(person_keys.c.wrapped_key))).scalar_one()
    assert wrapped in _bytes_beside(tmp_path)
    async with database.begin() as store:
        await store.keys.forget(SERVER, MEI)
    await database.close()
    assert wrapped not in _bytes_beside(tmp_path)


async def test_another_master_key_is_refused_before_anything_is_written(database_url):
    await (await Database.open(database_url, MASTER_KEY)).close()
    with pytest.raises(WrongKey, match="put back the key file"):
        await Database.open(database_url, MasterKey.generate())
    await (await Database.open(database_url, MASTER_KEY)).close()


def test_the_first_start_makes_a_key_file_for_its_owner_only(tmp_path):
    path = tmp_path / "new" / "master.key"
    made = MasterKey.from_file(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert MasterKey.from_file(path) == made != MasterKey.from_file(tmp_path / "other.key")


def test_a_key_file_that_everybody_may_read_is_refused(tmp_path):
    path = tmp_path / "master.key"
    MasterKey.from_file(path)
    path.chmod(0o644)
    with pytest.raises(BadKeyFile, match=f"chmod 600 {path}"):
        MasterKey.from_file(path)


@pytest.mark.parametrize("content", [b"", b"not base64!", b"c2hvcnQ=", bytes(range(100, 132))])
def test_a_file_that_holds_no_key_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "master.key"
    path.touch(0o600)
    path.write_bytes(content)
    with pytest.raises(BadKeyFile, match="holds no master key"):
        MasterKey.from_file(path)
    assert path.read_bytes() == content


def test_a_key_file_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(BadKeyFile, match=r"file/master\.key"):
        MasterKey.from_file(tmp_path / "file" / "master.key")


def test_a_key_of_another_length_is_no_key():
    with pytest.raises(ValueError, match="32 bytes"):
        replace(MASTER_KEY, secret=b"short")


def _bytes_beside(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())
