"""The rules of the house that no tool knows, each as a function that lists what breaks it under a folder."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

MOST_LINES = {"bot.py": 80, "cogs/*/cog.py": 150, "*": 400}
"""The first pattern that fits a file says how many lines it may have."""
MOST_LINES_OF_FUNCTION = 40

MAY_IMPORT = {
    "domain": set[str](),
    "data": {"domain", "measures", "sqlalchemy", "alembic", "cryptography", "aiosqlite"},
    "actions": {"data", "domain", "dateparser", "icalendar"},
    "cogs": {"actions", "domain", "measures", "text", "discord", "structlog", "aiohttp", "yarl"},
    "text": {"fluent"},
    "sandbox": {"aiohttp", "jsonschema_rs", "zstandard"},
}
"""Beside the standard library and itself. discord.py raises what is aiohttp's and takes yarl's addresses."""

NOT_OURS = {"versions", "node_modules"}
SENTENCE = re.compile(r"[^\W\d_]{2,}(?:[ ,;:]+[^\W\d_]+){3,}")
"""Four words in a row."""


def sources(root: Path, *rooms: str) -> Iterator[Path]:
    """Every Python file of ours under these rooms; of all rooms when none is named."""
    for place in [root / room for room in rooms] or sorted(root.iterdir()):
        if place.name.startswith("."):  # tools come and go in there while we look
            continue
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if file.suffix == ".py" and NOT_OURS.isdisjoint(file.relative_to(root).parts):
                yield file


def long_files(root: Path) -> dict[str, int]:
    """Files with more lines than they may have."""
    found = {}
    for file in sources(root):
        name, length = file.relative_to(root).as_posix(), len(file.read_text("utf-8").splitlines())
        if length > next(most for pattern, most in MOST_LINES.items() if fnmatchcase(name, pattern)):
            found[name] = length
    return found


def long_functions(root: Path) -> dict[str, int]:
    """Functions with more lines than they may have, as `folder/file.py:name`."""
    found = {}
    for file in sources(root):
        for node in ast.walk(_tree(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > MOST_LINES_OF_FUNCTION:
                    found[f"{file.relative_to(root).as_posix()}:{node.name}"] = length
    return found


def strange_imports(root: Path) -> list[str]:
    """Imports that a layer has no business with, as `folder/file.py: module`."""
    return [
        f"{file.relative_to(root).as_posix()}: {module}"
        for room, allowed in MAY_IMPORT.items()
        for file in sources(root, room)
        for module in imported(file)
        if module not in allowed | {room} | sys.stdlib_module_names
    ]


def imported(file: Path) -> set[str]:
    """The top-level names of the modules a file imports, wherever in it."""
    found = set()
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def sentences(root: Path) -> list[str]:
    """Words for people that stand in code and not in text/; docstrings, logs and errors may have them."""
    return [
        f"{file.relative_to(root).as_posix()}:{line}: {words}"
        for file in sources(root, "domain", "actions", "cogs")
        for line, words in _literals(_tree(file))
        if SENTENCE.search(words)
    ]


def _literals(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string in the code below, with its line, except where no member can come to read it."""
    for child in ast.iter_child_nodes(node):
        if _is_for_developers(child):
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.lineno, child.value
        yield from _literals(child)


def _is_for_developers(node: ast.AST) -> bool:
    match node:
        case ast.Raise() | ast.Assert() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Call(func=ast.Attribute(value=ast.Name(id="log"))):
            return True
    return False


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))
