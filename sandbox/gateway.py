"""The gateway, version 10: one Connection for each WebSocket a bot opens."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import WSMessage, WSMsgType, web

from sandbox import handshake
from sandbox.chunking import member_chunks
from sandbox.compression import Packer, UnknownCompression, packer
from sandbox.enums import Op
from sandbox.errors import ApiError
from sandbox.payloads import Json, JsonValue, encode
from sandbox.sessions import Session
from sandbox.verbs import rooms, voice

if TYPE_CHECKING:
    from sandbox.world import World

FINAL_CLOSES = (1000, 1001)
MAX_PAYLOAD = 4096
MAX_SENDS = 120
SENDS_WINDOW = 60.0
CLOSE_TIMEOUT = 0.5
"""Seconds that a bot gets to answer a close frame before the line is cut."""
STUCK = 2.0
"""Seconds after which nobody waits any longer for a bot that does not read."""


class CloseSocket(Exception):
    """The bot broke the protocol; `code` tells it how (Discord: gateway close event codes)."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last thing in the queue of frames."""

    code: int
    reason: str


class Connection:
    """One socket: reads what the bot sends, writes what is queued, in order."""

    def __init__(
        self, world: World, socket: web.WebSocketResponse, pack: Packer | None, cut: Callable[[], None]
    ) -> None:
        self._world = world
        self._cut = cut
        self._socket = socket
        self._pack = pack
        self._outgoing: asyncio.Queue[str | Farewell] = asyncio.Queue()
        self._received: deque[float] = deque(maxlen=MAX_SENDS)
        self._leaving = False
        self.session: Session | None = None
        self.closed = asyncio.Event()

    def send(self, frame: str) -> None:
        self._outgoing.put_nowait(frame)

    def operate(self, operation: int, data: JsonValue = None) -> None:
        self.send(encode({"op": operation, "d": data, "s": None, "t": None}))

    def close(self, code: int, reason: str = "") -> None:
        """Say goodbye once everything queued has gone out; later events wait for a RESUME."""
        self.release()
        self._leaving = True
        self._outgoing.put_nowait(Farewell(code, reason))

    def cut(self) -> None:
        """The line is gone, without a word."""
        self.release()
        self._cut()

    async def flushed(self) -> None:
        """Return when everything queued so far has been written, or the socket is gone or stuck."""
        writing = asyncio.ensure_future(self._outgoing.join())
        closing = asyncio.ensure_future(self.closed.wait())
        await asyncio.wait({writing, closing}, timeout=STUCK, return_when=asyncio.FIRST_COMPLETED)
        writing.cancel()
        closing.cancel()

    async def gone(self) -> None:
        """Return when the socket is closed, or stuck."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.closed.wait(), STUCK)

    def release(self) -> None:
        """From now on events wait in the session."""
        if self.session and self.session.connection is self:
            self.session.disconnect(self._world.clock.monotonic())
            self._world.changed.happened()

    async def run(self) -> None:
        """Serve the bot until either side is done."""
        writer = asyncio.create_task(self._write())
        self.operate(
            Op.HELLO, {"heartbeat_interval": int(self._world.heartbeat * 1000), "_trace": ["sandbox"]}
        )
        try:
            while await self._read():
                pass
        except CloseSocket as problem:
            self.close(problem.code, problem.reason)
        finally:
            self.release()
            if not self._leaving:
                writer.cancel()
            await asyncio.wait({writer}, timeout=2 * CLOSE_TIMEOUT)
            self.closed.set()

    async def _write(self) -> None:
        """Send what is queued, in order, until a farewell. What fails stays in the session for a RESUME."""
        while True:
            frame = await self._outgoing.get()
            if lag := self._world.gateway_faults.lag:
                await self._world.sleep(lag)
            try:
                if isinstance(frame, Farewell):
                    await self._socket.close(code=frame.code, message=frame.reason.encode())
                    return
                for watcher in self._world.watchers:
                    watcher.framed(frame, to_bot=True)
                if self._pack:
                    await self._socket.send_bytes(self._pack(frame.encode()))
                else:
                    await self._socket.send_str(frame)
            except ConnectionError:
                return
            finally:
                self._outgoing.task_done()

    async def _read(self) -> bool:
        try:
            message = await self._socket.receive(timeout=self._world.heartbeat * 1.5)
        except TimeoutError:
            raise CloseSocket(4009, "Session timed out.") from None
        if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
            self._part(message)
            return False
        operation, data = self._decode(message)
        for watcher in self._world.watchers:
            watcher.framed(encode({"op": operation, "d": data}), to_bot=False)
        try:
            self._handle(operation, data)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise CloseSocket(4002, "Error while decoding payload.") from None
        return True

    def _part(self, message: WSMessage) -> None:
        """A bot that closes with 1000 or 1001 will not come back for its session."""
        if self.session and message.type is WSMsgType.CLOSE and message.data in FINAL_CLOSES:
            self._world.sessions.forget(self.session)

    def _decode(self, message: WSMessage) -> tuple[int, JsonValue]:
        self._refuse_flood()
        if len(message.data) > MAX_PAYLOAD:
            raise CloseSocket(4002, "Error while decoding payload.")
        try:
            frame = json.loads(message.data)
            return int(frame["op"]), frame.get("d")
        except (KeyError, TypeError, ValueError, AttributeError):
            raise CloseSocket(4002, "Error while decoding payload.") from None

    def _refuse_flood(self) -> None:
        now = self._world.clock.monotonic()
        if len(self._received) == MAX_SENDS and now - self._received[0] < SENDS_WINDOW:
            raise CloseSocket(4008, "You are being rate limited.")
        self._received.append(now)

    def _handle(self, operation: int, data: JsonValue) -> None:
        self._world.gateway_log.append((operation, data))
        match operation:
            case Op.HEARTBEAT:
                if self._world.gateway_faults.acknowledges:
                    self.operate(Op.ACK)
            case Op.IDENTIFY:
                self._identify(data)
            case Op.RESUME:
                self._resume(data)
            case Op.PRESENCE | Op.VOICE_STATE | Op.REQUEST_MEMBERS | Op.REQUEST_CHANNEL_INFO if (
                self.session is None
            ):
                raise CloseSocket(4003, "Not authenticated.")
            case Op.PRESENCE:
                pass
            case Op.VOICE_STATE:
                self._move_bot(data)
            case Op.REQUEST_MEMBERS:
                self._send_members(data)
            case Op.REQUEST_CHANNEL_INFO:
                self._send_channel_info(data)
            case _:
                raise CloseSocket(4001, "Unknown opcode.")

    def _identify(self, wish: Json) -> None:
        if self.session:
            raise CloseSocket(4005, "Already authenticated.")
        if self._world.sessions.too_soon:
            self.operate(Op.INVALID_SESSION, False)
            return
        try:
            self.session = handshake.identify(self._world, wish)
        except handshake.Rejected as rejected:
            raise CloseSocket(rejected.code, str(rejected)) from None
        self.session.connect(self)
        handshake.greet(self._world, self.session, int(wish.get("large_threshold") or 50))
        self._world.changed.happened()

    def _resume(self, wish: Json) -> None:
        if self.session:
            raise CloseSocket(4005, "Already authenticated.")
        if str(wish["token"]).removeprefix("Bot ") != self._world.token:
            raise CloseSocket(4004, "Authentication failed.")
        session = self._world.sessions.find(wish["session_id"])
        if session is None or not session.remembers(int(wish["seq"])):
            self.operate(Op.INVALID_SESSION, False)
            return
        if int(wish["seq"]) > session.sequence:
            raise CloseSocket(4007, "Invalid seq.")
        if session.connection:
            session.connection.close(4000, "Resumed elsewhere.")
        self.session = session
        session.connect(self)
        session.replay(int(wish["seq"]))
        session.dispatch("RESUMED", encode({"_trace": ["sandbox"]}))
        self._world.changed.happened()

    def _move_bot(self, wish: Json) -> None:
        own = {key: bool(wish.get(key)) for key in ("self_mute", "self_deaf")}
        bot = self._world.application_id
        try:
            voice.move(self._world, str(wish["guild_id"]), bot, wish["channel_id"], **own)
        except ApiError:
            return  # Discord says nothing either

    def _send_members(self, wish: Json) -> None:
        if self.session is None:
            return
        for chunk in member_chunks(self._world, self.session.intents, wish):
            self.session.dispatch("GUILD_MEMBERS_CHUNK", encode(chunk))

    def _send_channel_info(self, wish: Json) -> None:
        guild = self._world.guilds.get(str(wish["guild_id"]))
        if self.session and guild and self._world.application_id in guild.members:
            info = rooms.info(self._world, guild, wish["fields"])
            self.session.dispatch("CHANNEL_INFO", encode(info))


def _cutter(request: web.Request) -> Callable[[], None]:
    return request.transport.abort if request.transport else lambda: None


async def serve(world: World, request: web.Request) -> web.WebSocketResponse:
    """The handler of the gateway's address."""
    if world.gateway_faults.shut:
        raise web.HTTPServiceUnavailable
    socket = web.WebSocketResponse(max_msg_size=1 << 20, compress=False, timeout=CLOSE_TIMEOUT)
    await socket.prepare(request)
    try:
        pack = packer(request.query.get("compress") if world.compression else None)
    except UnknownCompression:
        await socket.close(code=4012, message=b"Unknown compression.")
        return socket
    if request.query.get("v", "10") not in ("9", "10"):
        await socket.close(code=4012, message=b"Invalid API version.")
        return socket
    connection = Connection(world, socket, pack, _cutter(request))
    world.connections.add(connection)
    _tell_of_sockets(world)
    try:
        await connection.run()
    finally:
        world.connections.discard(connection)
        _tell_of_sockets(world)
    return socket


def _tell_of_sockets(world: World) -> None:
    for watcher in world.watchers:
        watcher.connected(open_now=len(world.connections))
