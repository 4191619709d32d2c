"""Faults of discord.py 2.7.1 that would break a promise, each closed here and proven by a test.

The two about views and forms are closed where those are made: `cards.Card` and `forms.Form`. The one about
long rate limits is in `rate_limits`.
"""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import discord
from discord.gateway import KeepAliveHandler
from discord.http import MultipartParameters

if TYPE_CHECKING:
    from cogs.kit.bot import CircleBot


def settled(event_name: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
    """The event's arguments, as they were when it happened.

    The library hands out its cached VoiceState as `after` and goes on changing it: of a join and a leave
    that arrive together, as in every RESUME, listeners see two leaves.
    """
    if event_name != "voice_state_update":
        return args
    member, before, after = args
    return member, before, copy.copy(after)


async def end_lost_sockets(bot: CircleBot) -> None:
    """Close the sockets that were greeted and got no further.

    The library forgets a socket whose identify fails or is given up; in a thread its heart beats on.
    """
    hearts = [thread for thread in threading.enumerate() if isinstance(thread, KeepAliveHandler)]
    for heart in hearts:
        if heart.ws._connection is bot._connection:  # noqa: SLF001 - there is no public way
            await heart.ws.close(1000)


def edit_without_calling(bot: CircleBot) -> None:
    """Let no edit mention everybody or a role.

    The library sends its `allowed_mentions` along with an edit only where that changes the content; of one
    that changes components Discord takes every mention in them for meant. People may stand in them by name:
    an edit notifies nobody.
    """
    theirs = bot.http.edit_message
    people = discord.AllowedMentions(everyone=False, roles=False, users=True).to_dict()

    def edit_message(channel_id: int, message_id: int, *, params: MultipartParameters) -> Any:  # noqa: ANN401
        if params.payload is not None:
            params.payload.setdefault("allowed_mentions", people)
        return theirs(channel_id, message_id, params=params)

    bot.http.edit_message = edit_message  # type: ignore[method-assign, assignment]


def hear_every_rsvp(bot: CircleBot) -> None:
    """Dispatch `rsvp(community_id, event_id, user_id, interested)` for everybody.

    The library drops scheduled-event users who are not in its member cache, so without the members intent
    all of them.
    """
    parsers: dict[str, Callable[[Any], None]] = bot._connection.parsers  # noqa: SLF001 - there is no public way
    for name, interested in (("ADD", True), ("REMOVE", False)):
        event = f"GUILD_SCHEDULED_EVENT_USER_{name}"
        parsers[event] = _telling(bot, parsers[event], interested)


def _telling(bot: CircleBot, theirs: Callable[[Any], None], interested: bool) -> Callable[[Any], None]:
    def parse(data: dict[str, Any]) -> None:
        theirs(data)
        ids = (int(data[name]) for name in ("guild_id", "guild_scheduled_event_id", "user_id"))
        bot.dispatch("rsvp", *ids, interested)

    return parse
