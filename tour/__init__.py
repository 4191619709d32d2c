"""Stories that play the whole product against the sandbox; the tests play the same ones."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rich.console import Console

from data.database import Database
from data.keys import MasterKey
from sandbox import World
from tour import community, joining, my_place, setting_up, talking, understanding
from tour.stage import on_stage
from tour.tale import Broken, Tale

STORIES = (setting_up, joining, my_place, understanding, talking)


async def play(console: Console) -> bool:
    """Tell every story in turn, in one community on a fresh database. True when every check held."""
    tale = Tale(console)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'tour.db'}"
        database = await Database.open(url, MasterKey.generate())
        try:
            world = World()
            bridge = community.found(world)
            async with on_stage(database, world, world.clock.now):
                held = await _tell(tale, bridge)
        finally:
            await database.close()
    console.print(f"\n{tale.held} checks held." if held else "\nThe story broke off: a check did not hold.")
    return held


async def _tell(tale: Tale, bridge: community.Bridge) -> bool:
    try:
        for story in STORIES:
            tale.act(story.TITLE)
            await story.play(bridge, tale)
    except Broken:
        return False
    return True
