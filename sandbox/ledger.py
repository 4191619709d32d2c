"""Everything that has ever changed in the world, in order. Only checkers read it; nothing decides by it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sandbox.clock import Clock
from sandbox.payloads import Json, encode


@dataclass(frozen=True, slots=True)
class Effect:
    """One change, by whomever, whether or not the bot may know of it. `encoded`: the data as it was then."""

    number: int
    at: datetime
    event: str
    guild_id: str | None
    encoded: str

    @property
    def data(self) -> Json:
        found: Json = json.loads(self.encoded)
        return found

    def __deepcopy__(self, _memo: dict[int, object]) -> Effect:
        """Nothing in it can change, so the copy of a world may share it."""
        return self


class Ledger:
    """Grows only. Events have the gateway's names; INTERACTION_ANSWER is an answer of the bot."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._effects: list[Effect] = []

    def note(self, event: str, data: Json, guild_id: str | None) -> None:
        number = len(self._effects) + 1
        self._effects.append(Effect(number, self._clock.now(), event, guild_id, encode(data)))

    def effects(self, *events: str, after: int = 0) -> list[Effect]:
        """Those of these events, or all; `after`: only what came later than the effect of this number."""
        return [effect for effect in self._effects[after:] if not events or effect.event in events]

    def __len__(self) -> int:
        return len(self._effects)
