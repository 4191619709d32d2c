"""Every call to Discord passes here, whoever makes it and however often the library repeats it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from types import SimpleNamespace
from typing import TYPE_CHECKING

import aiohttp
import discord
from aiohttp import TraceRequestEndParams, TraceRequestStartParams

from cogs.kit.breakers import banned_for
from cogs.kit.vitals import Vitals

if TYPE_CHECKING:
    from yarl import URL

INVALID = (401, 403, 429)
"""What Discord counts before it bans an address, but for limits that others have used up."""
ANSWERS = ("/interactions/", "/webhooks/")
"""Calls that carry the token of an interaction: answers to a person. They are never held back."""


class Requests:
    """Counts answers, and holds calls back while a breaker is open. Costs about 20 us a call."""

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
        if _of_the_api(params.url) and not _answers(params.url) and (wait := self._vitals.wait()):
            raise discord.RateLimited(wait)

    async def _ended(
        self, _: aiohttp.ClientSession, call: SimpleNamespace, params: TraceRequestEndParams
    ) -> None:
        if not _of_the_api(params.url):
            return
        response = params.response
        self._vitals.skew.heard(response.headers.get("Date"), call.began, monotonic())
        if _answers(params.url):
            self._answered(params.url, response.status)
        if response.status in INVALID:
            self._invalid(response, answers=_answers(params.url))

    def _answered(self, url: URL, status: int) -> None:
        rest = url.raw_path.partition("/interactions/")[2]
        if not rest:  # not the first answer, but what came after it
            return
        if status == 404:
            self._vitals.expired += 1
        elif status < 300:
            pressed = discord.utils.snowflake_time(int(rest.partition("/")[0]))
            took = (self._now() - pressed).total_seconds() - self._vitals.skew.seconds
            self._vitals.answers.add(max(0.0, took))

    def _invalid(self, response: aiohttp.ClientResponse, *, answers: bool) -> None:
        if response.headers.get("X-RateLimit-Scope") != "shared":
            self._vitals.invalid.add(response.status)
        if response.status == 401:
            if not answers:  # an interaction's token merely grows old
                self._vitals.token_refused.set()
        elif (seconds := banned_for(response)) is not None:
            self._vitals.banned.open(seconds)


def _of_the_api(url: URL) -> bool:
    """Neither the gateway nor a picture."""
    return url.raw_path.startswith("/api/")


def _answers(url: URL) -> bool:
    return any(part in url.raw_path for part in ANSWERS)
