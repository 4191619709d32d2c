"""What it costs to show a large server anew: every open page pays it after every change of anything."""

import time

from sandbox import Sandbox
from sandbox.page import attach
from sandbox.page.seat import Seat
from sandbox.page.sent import Sent
from sandbox.page.slices import slices
from sandbox.page.slices.members import Roster

MOST = 0.015
"""Seconds of processor time, with what is encoded for the wire."""


async def test_a_page_of_a_large_server_costs_little_at_every_change():
    async with Sandbox(extras=[attach]) as sandbox:
        world = sandbox.world
        guild = world.create_guild("Bridge", owner="Nora")
        nora, mei = world.person("Nora"), await world.join("Mei", guild)
        for number in range(100):
            await nora.creates_channel(f"room-{number}", type=15 if number % 10 == 0 else 0)
        for number in range(300):
            if number % 2:
                await nora.posts(f"room-{number % 10 * 10}", f"Post {number}", "What I believe")
            else:
                await nora.opens_thread(f"Thread {number}", within=f"room-{number % 9 + 1}")
        world.add_members(guild, 10_000)
        seat, roster, sent = Seat(world), Roster(world), Sent()
        seat.sits(mei)
        seat.opens(guild.channel("room-10")["id"])
        sent.fresh(slices(seat, roster))

        async def once() -> float:
            await nora.says("#general", "Good morning")
            before = time.process_time()
            assert sent.fresh(slices(seat, roster))
            return time.process_time() - before

        costs = [await once() for _ in range(10)]
        assert min(costs) < MOST, costs
