"""The lens's socket: out go records as they come and what is armed, in come faults and time by hand."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, WSMsgType, web

from sandbox.errors import ApiError
from sandbox.page.asking import parsed
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo

if TYPE_CHECKING:
    from sandbox.page.lens.recorder import Recorder
    from sandbox.page.lens.steering import Steering

SETTLE = 0.05
"""Seconds in which records that come together are sent together."""
LOOK_AGAIN = 1.0
"""Seconds after which one looks for what is over by itself, such as a storm."""
MAX_MESSAGE = 16 * 1024


class LensSockets:
    """All open lenses of one world."""

    def __init__(self, recorder: Recorder, steering: Steering) -> None:
        self._recorder = recorder
        self._steering = steering
        self._open: set[web.WebSocketResponse] = set()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=30, max_msg_size=MAX_MESSAGE)
        await socket.prepare(request)
        self._open.add(socket)
        try:
            await LiveLens(self._recorder, self._steering, socket).run()
        finally:
            self._open.discard(socket)
        return socket

    async def close(self, _app: web.Application) -> None:
        await self._steering.close()
        for socket in list(self._open):
            await socket.close(code=WSCloseCode.GOING_AWAY)


class LiveLens:
    """One of them: everything that is kept first, marked `fresh`, then only what is new."""

    def __init__(self, recorder: Recorder, steering: Steering, socket: web.WebSocketResponse) -> None:
        self._recorder = recorder
        self._steering = steering
        self._socket = socket
        self._seen = 0
        self._deeds: dict[int, Json] = {}
        self._state: Json = {}

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            showing = tasks.create_task(self._keep_showing())
            async for frame in self._socket:
                if frame.type is WSMsgType.TEXT:
                    tasks.create_task(self._do(frame.data))
            showing.cancel()

    async def _keep_showing(self) -> None:
        await self._send({"fresh": True} | self._news())
        while True:
            count = self._recorder.news.count
            if news := self._news():
                await self._send(news)
            if self._recorder.news.count == count:
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_AGAIN):
                        await self._recorder.news.wait()
            await asyncio.sleep(SETTLE)

    def _news(self) -> Json:
        """What it has not been sent yet: `deeds` new or different, `records`, the `state` of steering."""
        deeds = {deed.number: deed.as_json() for deed in self._recorder.deeds}
        changed = [deed for number, deed in deeds.items() if self._deeds.get(number) != deed]
        fresh = [record.as_json() for record in self._recorder.after(self._seen)]
        state = self._steering.state()
        news: Json = {}
        if changed:
            news["deeds"] = changed
        if fresh:
            news["records"] = fresh
            self._seen = fresh[-1]["n"]
        if state != self._state:
            news["state"] = state
        self._deeds, self._state = deeds, state
        return news

    async def _do(self, text: str) -> None:
        ask = parsed(text)
        answer: Json = {"reply": ask.get("ask")}
        try:
            await self._steering.do(ask)
        except CannotDo as refusal:
            answer["refused"] = str(refusal)
        except ApiError:
            answer["refused"] = "That is not filled in as it must be: please look at the numbers."
        await self._send(answer)

    async def _send(self, message: Json) -> None:
        with suppress(ConnectionError):
            await self._socket.send_str(json.dumps(message))
