"""What a newcomer is told to type is there, and does what it says."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import app
from domain.permissions import NEEDED, names

ROOT = Path(__file__).parents[1]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
GUIDES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_make_command_in_the_guides_exists(guide):
    text = guide.read_text("utf-8")
    told = set(re.findall(r"(?:`|^\s*)make ([a-z]+)", text, re.MULTILINE))
    assert told <= TARGETS


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_link_in_the_guides_leads_to_a_file(guide):
    links = re.findall(r"\]\(((?!https?:)[^)#]+)", guide.read_text("utf-8"))
    assert [link for link in links if not (guide.parent / link).exists()] == []


def test_the_readme_names_every_make_command():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [target for target in TARGETS if f"`make {target}" not in readme] == []


def test_the_windows_lines_do_what_make_does():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert ".venv\\Scripts\\pip install --no-deps --require-hashes -r requirements.txt" in readme
    assert ".venv\\Scripts\\python bot.py" in readme


def test_ci_runs_the_checks_and_the_tests_and_nothing_else():
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == ["set -eu", "make browser", "make check", "make test"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_invitation_asks_for_the_permissions_that_are_used():
    guide = (ROOT / "docs" / "running.md").read_text("utf-8")
    assert re.findall(r"&permissions=(\d+)", guide) == [str(int(NEEDED))]
    listed = {
        name.lower().replace(" ", "-")
        for row in re.findall(r"^   \| ([A-Z].*?) \|", guide, re.MULTILINE)
        for name in row.split(", ")
    }
    assert {name.rstrip("s") for name in listed} == {name.rstrip("s") for name in names(NEEDED)}


def test_help_lists_the_commands():
    shown = CliRunner().invoke(app, ["--help"])
    assert shown.exit_code == 0
    assert re.search(r"\brun\b.*Discord", shown.output)
    assert re.search(r"\btour\b.*stories", shown.output)


def test_the_version_is_that_of_the_project():
    shown = CliRunner().invoke(app, ["--version"])
    assert f'version = "{shown.output.split()[1]}"' in (ROOT / "pyproject.toml").read_text("utf-8")


PYTHON = """#!/bin/sh
case "$*" in
  -V) echo Python 3.11.0 ;;
  "-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  "-m pip"*) echo "$*" >> installed ;;
esac
"""
"""Notes what it is asked to install."""


@pytest.fixture
def elsewhere(tmp_path):
    """The Makefile in a folder of its own, where nothing can be found but what is put into `bin`."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text("")
    tools = tmp_path / "bin"
    tools.mkdir()
    for tool in ("make", "sh", "mkdir", "cp", "touch", "sed", "cat"):
        found = shutil.which(tool)
        if found is None:
            pytest.skip(f"there is no {tool} here")
        (tools / tool).symlink_to(found)
    return tmp_path


def make(folder: Path, target: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603 - our own Makefile
        [folder / "bin" / "make", target], cwd=folder, env={"PATH": str(folder / "bin")},
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def executable(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def test_make_says_plainly_that_there_is_no_python(elsewhere):
    executable(elsewhere / "bin" / "python3", "#!/bin/sh\nexit 1\n")  # as an older one answers
    code, printed = make(elsewhere, "install")
    assert code != 0
    assert "No Python 3.11 or newer is on the PATH" in printed


def test_make_takes_the_first_python_that_runs_and_installs_by_hash(elsewhere):
    executable(elsewhere / "bin" / "python3.13", "#!/bin/sh\nexit 127\n")  # a shim with nothing behind it
    executable(elsewhere / "bin" / "python3.12", PYTHON)
    code, printed = make(elsewhere, "install")
    assert code == 0, printed
    assert "Making .venv with Python 3.11.0" in printed
    (installed,) = (elsewhere / "installed").read_text().splitlines()
    assert "--require-hashes" in installed
    assert installed.endswith("-r requirements.txt")


def test_make_installs_once(elsewhere):
    executable(elsewhere / "bin" / "python3", PYTHON)
    make(elsewhere, "install")
    _, printed = make(elsewhere, "install")
    assert "Installing" not in printed
    assert len((elsewhere / "installed").read_text().splitlines()) == 1
