"""Other processes, quickly: each is forked from one that has imported everything already."""

from __future__ import annotations

from multiprocessing.process import BaseProcess

from tests.forks import fork as start

__all__ = ["SECONDS", "exit_code", "start"]

SECONDS = 20


def exit_code(process: BaseProcess) -> int | None:
    """None for one that would not end."""
    process.join(SECONDS)
    return process.exitcode
