"""What has begun to be saved is saved, even for somebody who no longer waits."""

import asyncio
import threading

import pytest

from data.disk import Disk
from data.waiting import Outcome, to_the_end


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


async def test_all_who_wait_learn_the_outcome_also_who_was_cancelled_meanwhile():
    outcome: Outcome[str] = Outcome()
    tasks = [asyncio.create_task(outcome.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0.002)
    assert not any(task.done() for task in tasks)
    outcome.settle("saved")
    outcome.settle("too late")
    await asyncio.wait(tasks)
    assert [task.cancelled() for task in tasks] == [False, True, False]
    assert {tasks[0].result(), tasks[2].result(), await outcome.wait()} == {"saved"}


async def test_the_disk_works_beside_the_loop_and_gives_result_and_error():
    disk, held = Disk(), threading.Event()
    slow = asyncio.create_task(disk.do(held.wait))
    failed = asyncio.create_task(disk.do(lambda: 1 // 0))
    await asyncio.sleep(0.002)
    slow.cancel()
    await asyncio.sleep(0.002)
    assert not slow.done()
    held.set()
    with pytest.raises(asyncio.CancelledError):
        await slow
    with pytest.raises(ZeroDivisionError):
        await failed
    assert await disk.do(lambda: threading.current_thread() is threading.main_thread()) is False
    disk.end()
