"""What has begun to be saved is saved, even for somebody who no longer waits."""

import asyncio

import pytest

from data.waiting import to_the_end


async def test_a_cancellation_waits_for_the_work():
    done = []

    async def work():
        await asyncio.sleep(0.01)
        done.append(True)

    task = asyncio.create_task(to_the_end(work()))
    for _ in range(3):
        await asyncio.sleep(0.002)
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert done == [True]


async def test_the_work_gives_its_result_and_its_error():
    async def work(divisor):
        return 1 // divisor

    assert await to_the_end(work(1)) == 1
    with pytest.raises(ZeroDivisionError):
        await to_the_end(work(0))
