"""Other processes, quickly: each is forked from one that has imported everything already."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.process import BaseProcess

import pytest

SECONDS = 20


def start(work: Callable[..., None], *arguments: object) -> BaseProcess:
    if sys.platform == "win32":
        pytest.skip("Windows cannot fork")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.data.doomed"])
    process = context.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process


def exit_code(process: BaseProcess) -> int | None:
    """None for one that would not end."""
    process.join(SECONDS)
    return process.exitcode
