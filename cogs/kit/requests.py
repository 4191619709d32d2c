"""Every call to Discord passes here, whoever makes it and however often the library repeats it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from datetime import datetime
from time import monotonic
from types import SimpleNamespace

import aiohttp
import discord
from aiohttp import TraceRequestEndParams, TraceRequestStartParams
from discord.utils import DISCORD_EPOCH

from cogs.kit.breakers import banned_for
from cogs.kit.vitals import Vitals

INVALID = (401, 403, 429)
"""What Discord counts before it bans an address, but for limits that others have used up."""
INTERACTION, FOLLOW_UP = "/interactions/", "/webhooks/"


class Requests:
    """Counts answers, and holds calls back while a breaker is open. Costs about 20 us a call.

    `mark` may add headers to a call, for a sandbox that shows whose it is; Discord needs none.
    """

    mark: Callable[[MutableMapping[str, str]], None] | None = None

    def __init__(self, vitals: Vitals, now: Callable[[], datetime]) -> None:
        self._vitals = vitals
        self._now = now

    def trace(self) -> aiohttp.TraceConfig:
        """For the library's session: aiohttp's own way to look on."""
        config = aiohttp.TraceConfig()
        config.on_request_start.append(self._began)
        config.on_request_end.append(self._ended)
        return config

    async def _began(
        self, _: aiohttp.ClientSession, call: SimpleNamespace, params: TraceRequestStartParams
    ) -> None:
        call.began = monotonic()
        if self.mark is not None:
            self.mark(params.headers)
        path = params.url.raw_path
        if _of_the_api(path) and not _answers(path) and (wait := self._vitals.wait()):
            raise discord.RateLimited(wait)

    async def _ended(
        self, _: aiohttp.ClientSession, call: SimpleNamespace, params: TraceRequestEndParams
    ) -> None:
        path, response = params.url.raw_path, params.response
        if not _of_the_api(path):
            return
        self._vitals.skew.heard(response.headers.get("Date"), monotonic() - call.began)
        if INTERACTION in path:
            self._answered(path, response.status)
        if response.status in INVALID:
            self._invalid(response, answers=_answers(path))

    def _answered(self, path: str, status: int) -> None:
        """The first answer to a press; what comes after it goes another way."""
        if status == 404:
            self._vitals.expired += 1
        elif status < 300:
            interaction = int(path.partition(INTERACTION)[2].partition("/")[0])
            pressed = ((interaction >> 22) + DISCORD_EPOCH) / 1000
            took = self._now().timestamp() - pressed - self._vitals.skew.seconds
            self._vitals.answers.add(max(0.0, took))

    def _invalid(self, response: aiohttp.ClientResponse, *, answers: bool) -> None:
        if response.headers.get("X-RateLimit-Scope") != "shared":
            self._vitals.invalid.add(response.status)
        if response.status == 401:
            if not answers:  # an interaction's token merely grows old
                self._vitals.token_refused.set()
        elif (seconds := banned_for(response)) is not None:
            self._vitals.banned.open(seconds)


def _of_the_api(path: str) -> bool:
    """Neither the gateway nor a picture."""
    return path.startswith("/api/")


def _answers(path: str) -> bool:
    """Whether it carries an interaction's token: an answer to a person, which is never held back."""
    return INTERACTION in path or FOLLOW_UP in path
