"""Nora opens the circles in her community."""

from __future__ import annotations

from tour.community import Bridge
from tour.tale import Tale

TITLE = "Nora sets up her community"


async def play(bridge: Bridge, tale: Tale) -> None:
    nora = bridge.nora
    async with tale.line("Nora runs /setup and reads the plan; nothing has been changed yet"):
        await nora.runs("/setup")
        plan = nora.reads(await nora.sees("Nothing has been changed yet"))
    tale.saw("Nora", plan)
    async with tale.line("She presses Do it: roles, channels and the home panel are there"):
        await nora.clicks("Do it")
        done = nora.reads(await nora.sees("Everything is in place", within=10))
        await nora.sees("Reverse-mentoring circles")
    tale.saw("Nora", done)
    async with tale.line("She runs /setup once more: there is nothing left to do"):
        await nora.runs("/setup")
        await nora.sees("Nothing to do")
