"""Everything that has ever changed in the world, in order. Only checkers read it; nothing decides by it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sandbox.clock import Clock
from sandbox.payloads import Json, encode
from sandbox.watching import Watchers


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


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role that somebody got or lost; `number`: of the effect."""

    number: int
    user_id: str
    role_id: str
    given: bool


class Ledger:
    """Grows only. Events have the gateway's names; INTERACTION_ANSWER is an answer of the bot."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.watchers = Watchers()
        self._effects: list[Effect] = []

    def note(self, event: str, data: Json, guild_id: str | None) -> None:
        number = len(self._effects) + 1
        effect = Effect(number, self._clock.now(), event, guild_id, encode(data))
        self._effects.append(effect)
        for watcher in self.watchers:
            watcher.changed(effect)

    def effects(self, *events: str, after: int = 0) -> list[Effect]:
        """Those of these events, or all; `after`: only what came later than the effect of this number."""
        return [effect for effect in self._effects[after:] if not events or effect.event in events]

    def sent(self, *, author_id: str | None = None, channel_id: str | None = None) -> list[Json]:
        """Every message as it was sent, also what has been deleted since; of this author, in this channel."""
        messages = [effect.data for effect in self.effects("MESSAGE_CREATE")]
        return [
            message
            for message in messages
            if author_id in (None, message["author"]["id"]) and channel_id in (None, message["channel_id"])
        ]

    def role_changes(self, guild_id: str) -> list[RoleChange]:
        """Who got and lost which role, one by one. Leaving or a deleted role takes them without a word."""
        held: dict[str, set[str]] = {}
        changes: list[RoleChange] = []
        for effect in self.effects("GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE", "GUILD_ROLE_DELETE"):
            data = effect.data
            if effect.guild_id != guild_id:
                continue
            if effect.event == "GUILD_ROLE_DELETE":
                held = {user: roles - {data["role_id"]} for user, roles in held.items()}
                continue
            user = data["user"]["id"]
            now, before = set(data.get("roles", ())), held.get(user, set())
            held[user] = now
            if effect.event == "GUILD_MEMBER_UPDATE":
                changed = sorted(now ^ before)
                changes += [RoleChange(effect.number, user, role, role in now) for role in changed]
        return changes

    def __len__(self) -> int:
        return len(self._effects)
