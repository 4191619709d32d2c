"""The door through which a bot offers the lens what only it knows: its transactions, its jobs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.checks.form import Problems, check, model, number, text, too_high
from sandbox.errors import ApiError

if TYPE_CHECKING:
    from sandbox.page.lens.recorder import Recorder

LONGEST = 32 * 1024
"""Bytes of a note."""
MOST_MS = 3_600_000.0


def _milliseconds(value: object, at: str, problems: Problems) -> None:
    number(value, at, problems)
    if isinstance(value, int | float) and not 0 <= value <= MOST_MS:
        problems[at] = too_high(int(MOST_MS))


NOTE = model(
    {"kind": text(1, 30), "text": text(1, 300)},
    {"took_ms": _milliseconds, "details": model(), "interaction": text(1, 20)},
)
FIELDS = ("kind", "text", "took_ms", "details", "interaction")


class Notes:
    """POST /page/lens/notes."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    async def take(self, request: web.Request) -> web.Response:
        """204; 400 with what is wrong in Discord's own form; 413."""
        if (request.content_length or 0) > LONGEST:
            raise web.HTTPRequestEntityTooLarge(LONGEST, request.content_length or 0)
        try:
            body = json.loads(await request.text())
            check(NOTE, body)
        except ApiError as problem:
            return web.json_response(problem.body, status=problem.status)
        except ValueError:
            return web.json_response({"message": "That is no JSON."}, status=400)
        given = {field: body.get(field) for field in FIELDS}
        self._recorder.note(given.pop("kind"), given.pop("text"), **given)
        return web.Response(status=204)
