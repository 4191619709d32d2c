"""/calendar/{secret}.ics: what people's calendar programs ask for. Whatever stands before it speaks TLS."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address

import structlog
from aiohttp import web

from actions import calendars
from actions.calendars import File
from cogs.kit.bot import CircleBot
from cogs.kit.budgets import Budget
from cogs.kit.identifies import Pace
from data.errors import DatabaseProblem
from domain.errors import NotTakingPart
from life.serving import served

log = structlog.get_logger(__name__)

GUESSES = Pace(at_once=20, every=60.0)
"""Addresses that are none, from one place: programs go on for a while with one that was taken back."""
READS = Pace(at_once=30, every=20.0)
"""Of one calendar; programs ask every quarter of an hour at most."""
SOON = {"Retry-After": "60"}
KEPT = "private, max-age=300"


class Calendars:
    """Answers calendar programs, and nobody else. Nothing that is asked is logged: it holds the secret."""

    def __init__(self, bot: CircleBot) -> None:
        self._bot = bot
        self._wrong = Budget(GUESSES, bot.deps.now)
        self._reads = Budget(READS, bot.deps.now)

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/calendar/{secret}.ics", self._calendar)
        return app

    async def _calendar(self, request: web.Request) -> web.Response:
        """404 says no more than that: neither whether there was such an address, nor whose."""
        place = _asking(request)
        if not self._wrong.allows(place):
            return web.Response(status=404)
        try:
            owner = await calendars.owner(self._bot.deps, request.match_info["secret"])
            if owner is None:
                self._wrong.spend(place)
                return web.Response(status=404)
            return await self._of(owner, request)
        except DatabaseProblem as problem:
            log.warning("calendar-not-read", problem=type(problem).__name__)
            return web.Response(status=503, headers=SOON)

    async def _of(self, owner: calendars.Owner, request: web.Request) -> web.Response:
        if not self._bot.is_ready():  # until then every server looks like one that we have left
            return web.Response(status=503, headers=SOON)
        if self._bot.get_guild(owner.community_id) is None:
            return web.Response(status=404)
        if not self._reads.spend(f"{owner.community_id}:{owner.user_id}"):
            return web.Response(status=429, headers=SOON)
        say = self._bot.words.for_reader(owner.language)
        name = say("calendar-name", "ours" if owner.is_community else "mine")
        try:
            file = await calendars.whole(self._bot.deps, owner.community_id, owner.user_id, name)
        except NotTakingPart:
            return web.Response(status=404)
        return _answer(file, request)


def _answer(file: File, request: web.Request) -> web.Response:
    """Whoever has this very content already is told so. What was taken out changes no date, only the tag."""
    tag = file.tag
    known = {each.value for each in request.if_none_match or ()}
    same = bool(known & {tag, "*"})
    answer = web.Response(status=304) if same else web.Response(body=file.content)
    if not same:
        answer.content_type, answer.charset = "text/calendar", "utf-8"
    answer.etag = tag
    answer.last_modified = file.changed_at
    answer.headers["Cache-Control"] = KEPT
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _asking(request: web.Request) -> str:
    """Where it comes from. Only what forwards to us on this machine is believed in what it says of that."""
    place = request.remote or ""
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return forwarded if forwarded and _is_here(place) else place


def _is_here(place: str) -> bool:
    try:
        return ip_address(place).is_loopback
    except ValueError:
        return False


@asynccontextmanager
async def serving(port: int, bot: CircleBot) -> AsyncIterator[None]:
    """For as long as the block lasts."""
    app = Calendars(bot).application()
    async with served(app, port, otherwise="calendars-not-served", setting="CALENDAR_PORT"):
        yield
