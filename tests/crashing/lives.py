"""The bot as its supervisor sees it: started, killed, started again; and time that passes for it."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any

from sandbox import Sandbox, World
from tests.crashing import doomed
from tests.crashing.doomed import Life
from tests.forks import fork

START_SECONDS = 20.0
"""More than a start takes on a busy machine."""
STALL = 0.1
"""Seconds in which nothing happens, after which time is let pass."""
FAILED = 3.1
"""Seconds after which people are told that their click failed."""
FIRST_JUMP = 1.6
"""Seconds. Less than FAILED, so that a bot which means to say that it takes longer can do so."""
LONGEST_JUMP = 100.0


class Broken(Exception):
    """The bot ended otherwise than by our hand."""


class Process:
    """One life."""

    def __init__(self, life: Life) -> None:
        self.pipe, theirs = multiprocessing.Pipe()
        self.steps: list[str] = []
        self.died = asyncio.Event()
        self._heard: dict[str, asyncio.Future[Any]] = {}
        self._process = fork(doomed.live, life, theirs)
        theirs.close()
        asyncio.get_running_loop().add_reader(self.pipe.fileno(), self._hear, self.pipe)
        self.ready = self.hears("ready")

    def hears(self, word: str) -> asyncio.Future[Any]:
        """What it will say next that begins with this word; None when it dies first, or is dead."""
        heard = self._heard[word] = asyncio.get_running_loop().create_future()
        if self.died.is_set():
            heard.set_result(None)
        return heard

    def tell(self, *message: object) -> None:
        with suppress(OSError):
            self.pipe.send(message)

    def kill(self) -> None:
        self._process.kill()

    def exit_code(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def _hear(self, pipe: Connection) -> None:
        try:
            word, *more = pipe.recv()
        except (EOFError, OSError):
            asyncio.get_running_loop().remove_reader(pipe.fileno())
            pipe.close()
            self.died.set()
            for future in self._heard.values():
                if not future.done():
                    future.set_result(None)
            return
        if word == "step":
            self.steps += more
        elif word in self._heard and not self._heard[word].done():
            self._heard[word].set_result(more or True)


class Bot:
    """Keeps a bot alive: whenever it is killed, it is started again."""

    def __init__(self, sandbox: Sandbox, database_url: str, weakness: str | None) -> None:
        self.world = sandbox.world
        self.deaths = 0
        self.next_fatal = 0
        """The step at which the bot that comes next is killed, counted from its birth."""
        self.up = asyncio.Event()
        self.process: Process
        self._sandbox = sandbox
        self._url = database_url
        self._weakness = weakness
        self._ending = False

    @property
    def steps(self) -> int:
        return len(self.process.steps)

    async def start(self) -> None:
        """Until it is up; one that is killed before that is started again."""
        self.process = Process(self._life())
        async with asyncio.timeout(START_SECONDS):
            while await self.process.ready is None:
                self._buried()
                self.process = Process(self._life())
        self.up.set()

    def _life(self) -> Life:
        fatal, self.next_fatal = self.next_fatal, 0
        return Life(
            self._url,
            self._sandbox.api_url,
            self._sandbox.gateway_url,
            self._sandbox.cdn_url,
            self.world.token,
            (self.world.clock.now() - datetime.now(UTC)).total_seconds(),
            self._weakness,
            fatal,
        )

    def _buried(self) -> None:
        """Count a death. Raises Broken when it was not by our hand."""
        code = self.process.exit_code()
        if code != -signal.SIGKILL:
            raise Broken(f"it ended by itself with {code}")
        self.deaths += 1
        self.world.clock.advance(FAILED)

    async def arm(self, fatal: int = 0) -> None:
        """From now on steps count; at this one it is killed."""
        armed = self.process.hears("armed")
        self.process.tell("arm", fatal)
        await armed

    async def restart(self) -> None:
        """Kill it here, and wait until it is there again."""
        died = self.process.died
        self.process.kill()
        await died.wait()
        await self.up.wait()

    def jump(self, seconds: float) -> None:
        """Let time pass, for Discord and for the bot."""
        self.process.tell("jump", seconds)
        self.world.clock.advance(seconds)

    async def supervise(self) -> None:
        """Start it again whenever it was killed. Raises Broken when it ended by itself."""
        while True:
            await self.process.died.wait()
            self.up.clear()
            if self._ending:
                return
            self._buried()
            await self.start()

    async def pass_time(self) -> None:
        """Let time pass whenever nothing happens, more and more of it."""
        seconds, quiet = FIRST_JUMP, 0
        while True:
            before = self._progress()
            await asyncio.sleep(STALL)
            awake = self.process.hears("awake")
            self.process.tell("are you awake")
            if await awake != [False] or self._progress() != before or not self.up.is_set():
                seconds, quiet = FIRST_JUMP, 0
                continue
            quiet += 1
            if quiet > 1:  # once, a busy machine may just not have given it a turn
                self.jump(seconds)
                seconds = min(2 * seconds, LONGEST_JUMP)

    def _progress(self) -> tuple[int, int, int]:
        return self.world.changed.count, self.steps, self.deaths

    async def rests(self) -> float | None:
        """Wait until it has nothing to do; in how many seconds it will have, if ever."""
        while True:
            await self.up.wait()
            await self.world.told()
            resting = self.process.hears("rest")
            self.process.tell("rest")
            answer = await resting
            if answer is not None:
                due: float | None = answer[0]
                return due
            await asyncio.sleep(0)

    def end(self) -> None:
        """The last kill, of a bot that rests."""
        self._ending = True
        self.process.kill()


@asynccontextmanager
async def alive(
    world: World, database_url: str, weakness: str | None = None
) -> AsyncIterator[tuple[Bot, Sandbox]]:
    """A bot on a sandbox, for as long as the block lasts. What ended the bot by itself ends the block."""
    async with Sandbox(world) as sandbox:
        bot = Bot(sandbox, database_url, weakness)
        await bot.start()
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(bot.supervise()), group.create_task(bot.pass_time())]
                yield bot, sandbox
                bot.end()
                tasks[1].cancel()
        finally:
            bot.end()
            await bot.process.died.wait()
            bot.process.exit_code()
