"""Processes in milliseconds: each is forked from one that has imported everything already."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.process import BaseProcess

import pytest

PRELOAD = ["tests.data.doomed", "tests.crashing.doomed"]
"""Where what they do is. There is one such process for all tests, and it imports once."""


def fork(work: Callable[..., None], *arguments: object) -> BaseProcess:
    """Started, and gone with the tests at the latest."""
    if sys.platform == "win32":
        pytest.skip("Windows cannot fork")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    process = context.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process
