"""What Discord answers when it says no."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import discord
import pytest


@contextmanager
def refused(status: int, code: int) -> Iterator[None]:
    """Expect discord.py to be refused with this HTTP status and this code of Discord's."""
    with pytest.raises(discord.HTTPException) as refusal:
        yield
    assert (refusal.value.status, refusal.value.code) == (status, code), refusal.value.text
