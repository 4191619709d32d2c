"""A bot's gateway sessions: they outlive the socket, so that a reconnecting bot misses nothing."""

from __future__ import annotations

import secrets
from collections import deque
from typing import TYPE_CHECKING

from sandbox.events import wanted, without_content
from sandbox.gateway_faults import GatewayFaults
from sandbox.payloads import Json, encode
from sandbox.snowflakes import shard_of

if TYPE_CHECKING:
    from sandbox.gateway import Connection
    from sandbox.world import World

REPLAY_FRAMES = 5000
"""How many events a session keeps for a bot that is away; older ones cost it the session."""
IDENTIFIES_A_DAY = 1000
DAY = 24 * 3600.0
RESUME_SECONDS = 180.0
"""How long a session waits for its bot. Discord does not say; it is minutes."""


class Session:
    """What was agreed at IDENTIFY, what has been sent since, and the socket, if there is one now."""

    def __init__(self, intents: int, shard: tuple[int, int], kept: int = REPLAY_FRAMES) -> None:
        self.id = secrets.token_hex(16)
        self.intents = intents
        self.shard = shard
        self.sequence = 0
        self.connection: Connection | None = None
        self.left_at: float | None = None
        self._sent: deque[tuple[int, str]] = deque(maxlen=kept)

    def connect(self, connection: Connection) -> None:
        self.connection, self.left_at = connection, None

    def disconnect(self, now: float) -> None:
        self.connection, self.left_at = None, now

    def lost(self, now: float) -> bool:
        return self.left_at is not None and now - self.left_at > RESUME_SECONDS

    def dispatch(self, event: str, encoded: str) -> None:
        self.sequence += 1
        frame = f'{{"op":0,"s":{self.sequence},"t":"{event}","d":{encoded}}}'
        self._sent.append((self.sequence, frame))
        if self.connection:
            self.connection.send(frame)

    def remembers(self, sequence: int) -> bool:
        """Whether everything after `sequence` is still here to be replayed."""
        return not self._sent or self._sent[0][0] <= sequence + 1

    def replay(self, sequence: int) -> None:
        for number, frame in self._sent:
            if number > sequence and self.connection:
                self.connection.send(frame)


class Sessions:
    """All sessions of the world's one bot, and the door through which events reach them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_id: dict[str, Session] = {}
        self.identified = 0
        """Since the day began: with the first identify, as Discord gives out a thousand at a time."""
        self._day_began: float | None = None
        self._last_identify: float | None = None
        self.faults = GatewayFaults(world.clock, self._send)
        self.replay_frames = REPLAY_FRAMES
        self.identify_every: float | None = None
        """Seconds between two identifies, if that matters (Discord: 5, with a max_concurrency of 1)."""

    def open(self, session: Session) -> None:
        self._by_id[session.id] = session
        self.count_identify()

    def count_identify(self) -> None:
        now = self._world.clock.monotonic()
        if self._day_began is None:
            self._day_began = now
        elif now - self._day_began >= DAY:
            self._day_began, self.identified = now, 0
        self.identified += 1
        self._last_identify = now

    @property
    def too_soon(self) -> bool:
        """Whether the last identify was too short a while ago for another."""
        if self.identify_every is None or self._last_identify is None:
            return False
        return self._world.clock.monotonic() - self._last_identify < self.identify_every

    def budget(self) -> tuple[int, float]:
        """How many identifies are left, and in how many seconds there are all of them again."""
        now = self._world.clock.monotonic()
        resets = DAY if self._day_began is None else self._day_began + DAY - now
        if resets <= 0:
            return IDENTIFIES_A_DAY, DAY
        return max(0, IDENTIFIES_A_DAY - self.identified), resets

    def find(self, session_id: str) -> Session | None:
        self._forget_lost()
        return self._by_id.get(session_id)

    def _forget_lost(self) -> None:
        now = self._world.clock.monotonic()
        self._by_id = {key: session for key, session in self._by_id.items() if not session.lost(now)}

    def forget(self, session: Session) -> None:
        self._by_id.pop(session.id, None)

    def forget_all(self) -> None:
        self._by_id.clear()

    @property
    def connections(self) -> list[Connection]:
        return [session.connection for session in self._by_id.values() if session.connection]

    def deliver(self, event: str, data: Json, guild_id: str | None) -> bool:
        """Send to each session what it may know, unless a fault is planned; whether there was any."""
        return self.faults.catch(event, data, guild_id) or self._send(event, data, guild_id)

    def _send(self, event: str, data: Json, guild_id: str | None) -> bool:
        self._forget_lost()
        bot_id = self._world.application_id
        encoded: dict[bool, str] = {}
        for session in list(self._by_id.values()):
            number, count = session.shard
            responsible = shard_of(guild_id, count) if guild_id else 0
            if responsible != number or not wanted(session.intents, event, data, bot_id):
                continue
            shown = without_content(session.intents, event, data, bot_id)
            whole = shown is data
            if whole not in encoded:
                encoded[whole] = encode(shown)
            session.dispatch(event, encoded[whole])
        return bool(encoded)
