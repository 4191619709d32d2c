"""A page's one socket: out goes what the person sees whenever it changes, in comes what they do."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, WSMsgType, web

from sandbox.checks.form import check
from sandbox.errors import ApiError
from sandbox.page.asking import parsed
from sandbox.page.deeds import DEEDS
from sandbox.page.deeds.deed import refused
from sandbox.page.guide import Guide, Ticks
from sandbox.page.seat import Seat
from sandbox.page.sent import Sent
from sandbox.page.slices import slices
from sandbox.page.slices.members import Roster
from sandbox.payloads import Json, JsonValue
from sandbox.people.cannot import CannotDo

if TYPE_CHECKING:
    from sandbox.world import World

SETTLE = 0.02
"""Seconds in which changes that come together are sent together."""

MAX_MESSAGE = 144 * 1024 * 1024
"""Ten files of a form, encoded."""


class LiveSockets:
    """All open pages of one world."""

    def __init__(self, world: World, guide: Guide) -> None:
        self._world = world
        self._roster = Roster(world)
        self._ticks = Ticks(guide)
        self._open: set[web.WebSocketResponse] = set()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=30, max_msg_size=MAX_MESSAGE)
        await socket.prepare(request)
        self._open.add(socket)
        try:
            await LivePage(Seat(self._world), self._roster, self._ticks, socket).run()
        finally:
            self._open.discard(socket)
        return socket

    async def close(self, _app: web.Application) -> None:
        for socket in list(self._open):
            await socket.close(code=WSCloseCode.GOING_AWAY)


class LivePage:
    """One of them."""

    def __init__(self, seat: Seat, roster: Roster, ticks: Ticks, socket: web.WebSocketResponse) -> None:
        self._seat = seat
        self._world = seat.world
        self._roster = roster
        self._ticks = ticks
        self._socket = socket
        self._sent = Sent()

    async def run(self) -> None:
        """Until the page is closed. What is asked is done beside reading on: a bot may take its time."""
        async with asyncio.TaskGroup() as tasks:
            showing = tasks.create_task(self._keep_showing())
            async for frame in self._socket:
                if frame.type is WSMsgType.TEXT:
                    tasks.create_task(self._do(frame.data))
            showing.cancel()

    async def _keep_showing(self) -> None:
        while True:
            count = self._world.changed.count
            await self._show()
            if self._world.changed.count == count:
                await self._world.changed.wait()
            await asyncio.sleep(SETTLE)

    async def _show(self) -> None:
        person = self._seat.person
        guide = {"guide": self._ticks.steps(person) if person else []}
        if fresh := self._sent.fresh(slices(self._seat, self._roster) | guide):
            await self._send(fresh)

    async def _do(self, text: str) -> None:
        ask = parsed(text)
        answer: Json = {"reply": ask.get("ask")}
        try:
            answer["found"] = await self._deed(ask)
        except CannotDo as refusal:
            answer |= refused(refusal)
        except ApiError as refusal:
            answer["refused"] = refusal.body["message"]
        await self._show()
        await self._send(json.dumps(answer))

    async def _deed(self, ask: Json) -> JsonValue:
        deed = DEEDS.get(str(ask.get("do")))
        if deed is None:
            raise CannotDo("The page asked for something that cannot be done.")
        check(deed.needs, ask)
        return await deed.do(self._seat, ask)

    async def _send(self, text: str) -> None:
        """A page that was closed meanwhile needs nothing any more; the reading loop ends by itself."""
        with suppress(ConnectionError):
            await self._socket.send_str(text)
