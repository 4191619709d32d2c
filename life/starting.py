"""Waiting for one's turn to begin a session with Discord, and saying for how long and why."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import structlog

from cogs.kit.bot import CircleBot
from cogs.kit.identifies import FILE, Identifies, Pace
from settings import Settings

log = structlog.get_logger(__name__)

OFTEN = (
    "This bot was started often lately, so it waits {wait} before it begins a session with Discord: a bot "
    "that begins 1,000 in a day loses its token. The log says why it ended before. Ctrl-C ends the wait."
)
FEW_LEFT = (
    "Discord lets this bot begin only {left} more sessions today, and the last ones are yours, so it waits "
    "{wait} for new ones. Look for another program that uses its token. Ctrl-C ends the wait."
)


def identifies_of(settings: Settings) -> Identifies:
    """Noted in the state folder. Raises OSError when it cannot be written: a crash loop would forget them."""
    folder: Path = settings.state_folder or settings.master_key_file.absolute().parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    identifies = Identifies(Pace.in_an_hour(settings.identifies_in_an_hour), folder / FILE)
    identifies.save()
    return identifies


async def come_to_turn(bot: CircleBot) -> None:
    """Wait as long as the bot's own pace asks."""
    while wait := bot.identifies.wait():
        _say(OFTEN.format(wait=_in_words(wait)))
        log.warning("start-waits", seconds=round(wait), reason="started-often")
        await bot.identifies.pause(wait)


async def come_to_enough(bot: CircleBot) -> None:
    """Wait until Discord has enough sessions left; for a bot that has logged in."""
    while wait := await bot.identifies.ask(bot.http):
        left = bot.identifies.left or 0
        _say(FEW_LEFT.format(left=left, wait=_in_words(wait)))
        log.warning("start-waits", seconds=round(wait), reason="few-sessions-left", left=left)
        await bot.identifies.pause(wait)


def _say(sentence: str) -> None:
    """Beside the log: whoever starts the bot by hand is to read it."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def _in_words(seconds: float) -> str:
    return f"{timedelta(seconds=round(seconds))} (h:mm:ss)"
