"""Whoever something can be done to: a person, or any member that somebody points at."""

from __future__ import annotations

from typing import Protocol


class Somebody(Protocol):
    """An id, and what they are called in a refusal."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
