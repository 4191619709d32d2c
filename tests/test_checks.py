"""Each tool of `make check` finds what it is there for, with the configuration that the project uses."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("cogs", "actions", "data", "domain", "text", "sandbox")


@pytest.fixture
def project(tmp_path):
    """The project's empty rooms under its own configuration."""
    for name in ("pyproject.toml", ".importlinter"):
        shutil.copy(ROOT / name, tmp_path)
    for room in ROOMS:
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").write_text('"""A room."""\n')
    return tmp_path


def plant(project: Path, file: str, code: str) -> None:
    (project / file).write_text(f'"""A module."""\n\n{code}\n')


def run(project: Path, tool: str, *arguments: str) -> str:
    """What a tool of this environment prints about the project; it must end with 1 for its findings."""
    command = shutil.which(tool, path=str(Path(sys.executable).parent))
    assert command is not None
    done = subprocess.run(  # noqa: S603 - our own tools
        [command, *arguments], cwd=project, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_the_layers_are_seen_to_be_broken(project):
    """One import against each contract, some of them by way of another module."""
    plant(project, "domain/people.py", "import data.people, sqlalchemy")
    plant(project, "data/people.py", "import discord")
    plant(project, "actions/people.py", "import text, sqlalchemy")
    plant(project, "cogs/views.py", "import data.people")
    plant(project, "text/words.py", "import domain.people")
    plant(project, "sandbox/world.py", "import text.words")
    printed = run(project, "lint-imports", "--no-cache", "--no-logo")
    contracts = re.findall(r"^name = (.+)$", (project / ".importlinter").read_text(), re.MULTILINE)
    assert len(contracts) == 7
    assert [name for name in contracts if f"{name} BROKEN" not in printed] == []


def test_the_types_are_seen_to_be_wrong(project):
    plant(project, "domain/people.py", "def age(years):\n    return years\n\n\nOLD: int = 'seventy'")
    printed = run(project, "mypy", "domain")
    assert "no-untyped-def" in printed
    assert "assignment" in printed


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("def done() -> None:\n    try:\n        print()\n    except Exception:\n        pass", "BLE001"),
        ('print("found")', "T201"),
        ("import asyncio\nimport time\n\n\nasync def wait() -> None:\n    time.sleep(1)", "ASYNC251"),
        ("from datetime import datetime\n\nNOW = datetime.now()", "DTZ005"),
    ],
)
def test_what_the_house_forbids_is_seen(project, code, rule):
    plant(project, "cogs/views.py", code)
    assert rule in run(project, "ruff", "check", "--no-cache", "--output-format=concise", ".")


def test_a_crooked_format_is_seen(project):
    plant(project, "cogs/views.py", "x = {  'a':1 }")
    assert "views.py" in run(project, "ruff", "format", "--no-cache", "--check", ".")
