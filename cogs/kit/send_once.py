"""A fault of discord.py 2.7.1: a message whose answer was lost is sent again, whether or not it stands there.

So is a forum's post, which has no nonce at all.

After a 500, 502 or 504 the library repeats a POST. Discord knows a message again by its nonce, but only for
"the past few minutes", which nobody promises to be enough. So the answer counts as lost, and whoever sends
looks before sending again.
"""

from __future__ import annotations

import re
from types import SimpleNamespace

import aiohttp

MADE = re.compile(r"/channels/\d+/(messages|threads)$|/guilds/\d+/scheduled-events$")
FAILED = 500


class AnswerLost(aiohttp.ClientError):
    """Discord failed in the middle of it: the message may stand there."""


def added_to(trace: aiohttp.TraceConfig) -> aiohttp.TraceConfig:
    """The same, for discord.py's `http_trace`; it gives up last, after all who only look."""
    trace.on_request_end.append(_give_up)
    return trace


async def _give_up(_: aiohttp.ClientSession, __: SimpleNamespace, end: aiohttp.TraceRequestEndParams) -> None:
    if end.method == "POST" and end.response.status >= FAILED and MADE.search(end.url.path):
        end.response.close()
        raise AnswerLost(end.response.status)
