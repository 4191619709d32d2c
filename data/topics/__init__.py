"""The topics that every community starts with."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from domain.communities import Topic

FILE = Path(__file__).with_name("starter.toml")
FALLBACK = "en"


@cache
def starter(language: str) -> tuple[Topic, ...]:
    """In this language, where the names are there, else in English."""
    listed = tomllib.loads(FILE.read_text("utf-8"))["topics"]
    return tuple(Topic(each["key"], each["name"].get(language, each["name"][FALLBACK])) for each in listed)
