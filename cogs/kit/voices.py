"""Who is in which voice channel, where the library tells it too late, for too long or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import discord

if TYPE_CHECKING:
    from cogs.kit.bot import CircleBot

Parse: TypeAlias = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody was told to be in another voice channel than before, or in the same, or in none.

    `was`: where they were as far as the library knew.
    """

    guild_id: int
    user_id: int
    was: int | None
    here: int | None


class Voices:
    """Who is in voice, without the ghosts and without the bots.

    The library keeps the voice states of a server through an outage, so that whoever left meanwhile stays for
    good. It says of nobody in voice whether they are a bot, unless it caches members. And its listeners run
    when all that came together is worked through, which after a RESUME is everything that was missed: too
    late to know when it was. So `heard` is called at once.
    """

    def __init__(self, bot: CircleBot, heard: Callable[[Moved], None]) -> None:
        self._bot = bot
        self._heard = heard
        self._bots: dict[int, set[int]] = {}
        self.fresh: set[int] = set()
        """Servers that have come since the connection last broke: what is told of them happens now."""
        parsers = bot._connection.parsers  # noqa: SLF001 - there is no public way
        for event, ours in (
            ("GUILD_CREATE", self._arrives),
            ("GUILD_DELETE", self._goes),
            ("VOICE_STATE_UPDATE", self._moves),
        ):
            parsers[event] = partial(ours, parsers[event])

    def people_in(self, guild: discord.Guild, channel_id: int) -> frozenset[int]:
        found = (user_id for user_id, each in guild._voice_states.items() if _id(each) == channel_id)  # noqa: SLF001
        return frozenset(found) - self._bots.get(guild.id, set())

    def _arrives(self, theirs: Parse, data: dict[str, Any]) -> None:
        members = data.get("members", ())
        self._bots[int(data["id"])] = {int(each["user"]["id"]) for each in members if each["user"].get("bot")}
        theirs(data)
        self.fresh.add(int(data["id"]))

    def _goes(self, theirs: Parse, data: dict[str, Any]) -> None:
        guild = self._bot.get_guild(int(data["id"]))
        if guild is not None:
            guild._voice_states.clear()  # noqa: SLF001
        theirs(data)

    def _moves(self, theirs: Parse, data: dict[str, Any]) -> None:
        guild, user_id = self._bot.get_guild(int(data.get("guild_id") or 0)), int(data["user_id"])
        if guild is not None and data.get("member", {}).get("user", {}).get("bot"):
            self._bots.setdefault(guild.id, set()).add(user_id)
        elif guild is not None:
            was = _id(guild._voice_states.get(user_id))  # noqa: SLF001
            here = int(data["channel_id"]) if data["channel_id"] else None
            self._heard(Moved(guild.id, user_id, was, here))
        theirs(data)


def _id(state: discord.VoiceState | None) -> int | None:
    return state.channel.id if state is not None and state.channel is not None else None


def heard_ago(bot: CircleBot) -> float | None:
    """Seconds since anything came from the gateway; None without a connection."""
    if not bot.vitals.connected or bot.ws is None:
        return None
    heart = bot.ws._keep_alive  # noqa: SLF001
    return None if heart is None else max(0.0, time.perf_counter() - heart._last_recv)  # noqa: SLF001
