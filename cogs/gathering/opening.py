"""Opening the room of a date, beginning it, and shutting the room when it is over."""

from __future__ import annotations

from actions import gathering, upkeep
from cogs.gathering.rooms import room_of
from cogs.kit.bot import CircleBot
from cogs.presence.cog import keep_what_was_heard
from cogs.upkeep.aligning import bring_into_line
from cogs.upkeep.members import MISSING_PERMISSIONS
from cogs.upkeep.outcomes import Later, NotDone
from cogs.upkeep.telling import tell
from domain.discussions import Occurrence
from domain.jobs import Job
from domain.rooms import OPENED, room_key


async def open_room(bot: CircleBot, job: Job) -> None:
    """Ten minutes before, or when somebody says so."""
    date = await gathering.open_room(bot.deps, job.community_id, *_which(job))
    if date is not None:
        await _bring_into_line(bot, date)
        bot.dispatch("date_opened", date)


async def start(bot: CircleBot, job: Job) -> None:
    """Its event is started by the job that this makes necessary."""
    date = await gathering.start(bot.deps, job.community_id, *_which(job))
    if date is not None:
        bot.dispatch("date_started", date)


async def close(bot: CircleBot, job: Job) -> None:
    """Look whether it is over; once it is, whatever ended it, shut the room.

    The key is the number of the date, and of a look the moment beside it.
    """
    number, _, moment = job.key.partition(":")
    await keep_what_was_heard(bot)
    date = await gathering.look(bot.deps, job.community_id, int(number))
    if date is None or date.state in OPENED or moment:
        return
    await _bring_into_line(bot, date)
    if not date.is_coming:  # it may have been put off, and will open once more
        bot.dispatch("date_ended", date)


async def _bring_into_line(bot: CircleBot, date: Occurrence) -> None:
    """Who may enter the room is one thing among all that upkeep brings into line.

    Raises Gone without a room, NotDone when Discord did not let us, Later when it asks to wait.
    """
    known = await upkeep.known(bot.deps, date.community_id)
    if known.community is None:
        return
    report = await bring_into_line(bot, known.community)
    await tell(bot, known.community, report)
    if report.wait:
        raise Later(report.wait)
    await room_of(bot, date)
    if any(step.key == room_key(date.room) for step in report.refused):
        raise NotDone(MISSING_PERMISSIONS)


def _which(job: Job) -> tuple[int, int]:
    """The number of the date, and the version of it that this job is about."""
    number, version = job.key.split(":")
    return int(number), int(version)
