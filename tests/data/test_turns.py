"""One at a time, in order, and no turn is lost with whoever leaves."""

import asyncio

import pytest

from data.errors import Busy
from data.turns import Turns


@pytest.fixture(params=[1, 32], ids=["woken one by one", "woken together"])
def turns(request):
    made = Turns(request.param, lambda: made.pass_on())
    return made


async def take(turns, name, had, rounds=1):
    await turns.take()
    try:
        had.append(name)
        for _ in range(rounds):
            await asyncio.sleep(0)
    finally:
        had.append(name)
        turns.pass_on()


def started(*work):
    return [asyncio.create_task(each) for each in work]


async def test_everybody_has_a_turn_alone_and_in_order(turns):
    had: list[object] = []
    await asyncio.gather(*(take(turns, number, had) for number in range(10)))
    assert had == [number for number in range(10) for _ in range(2)]


async def test_those_who_need_no_round_of_the_loop_all_go_in_one():
    turns = Turns(32, lambda: None)
    had: list[int] = []
    await turns.take()
    tasks = started(*(take(turns, number, had, rounds=0) for number in range(30)))
    await asyncio.sleep(0)
    turns.pass_on()
    await asyncio.sleep(0)
    assert had == [number for number in range(30) for _ in range(2)]
    await asyncio.gather(*tasks)


@pytest.mark.parametrize("rounds", range(6))
async def test_whoever_leaves_does_not_take_the_turn_along(turns, rounds):
    had: list[object] = []
    await turns.take()
    tasks = started(*(take(turns, number, had) for number in range(3)))
    await asyncio.sleep(0)
    turns.pass_on()
    tasks[0].cancel()
    for _ in range(rounds):
        await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    assert tasks[0].cancelled()
    assert had[-2:] == [2, 2]
    async with asyncio.timeout(1):
        await turns.take()


async def test_whoever_waits_too_long_is_told_so_and_the_line_goes_on(turns, monkeypatch):
    had: list[object] = []
    await turns.take()
    monkeypatch.setattr("data.turns.TURN_SECONDS", 0.01)
    with pytest.raises(Busy, match="other writes"):
        await turns.take()
    monkeypatch.undo()
    (task,) = started(take(turns, "next", had))
    turns.pass_on()
    await task
    assert had == ["next", "next"]
