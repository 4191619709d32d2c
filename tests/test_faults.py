"""docs/faults.md names tests: they exist, and no row is left out."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parent
TABLE = (TESTS.parent / "docs" / "faults.md").read_text("utf-8")
ROWS = range(1, 49)


def named() -> set[str]:
    return set(re.findall(r"`([\w/]+\.py::test_\w+)`", TABLE))


def existing() -> set[str]:
    """Every test there is, as `folder/file.py::name`."""
    return {
        f"{file.relative_to(TESTS).as_posix()}::{node.name}"
        for file in TESTS.rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    }


def test_every_test_that_the_table_of_faults_names_exists():
    assert len(named()) > 50
    assert sorted(named() - existing()) == []


def test_every_row_is_in_the_table_and_says_what_shows_it_or_what_it_waits_for():
    lines = re.findall(r"^\| (\d+) \|.*\| (.+) \|$", TABLE, re.MULTILINE)
    rows = {int(number): shown for number, shown in lines}
    assert sorted(rows) == list(ROWS)
    assert all(shown.strip() for shown in rows.values())
