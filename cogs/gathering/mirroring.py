"""A date and its event: what was changed by hand on Discord is taken over, then the rest carried there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from actions import discussions, events, upkeep
from cogs.gathering import scheduled
from cogs.gathering.rooms import room_is_gone, room_of
from cogs.kit.bot import CircleBot
from cogs.upkeep.members import MISSING_PERMISSIONS
from cogs.upkeep.outcomes import Gone, NotDone
from domain.blueprint import DISCUSSIONS, Kind
from domain.discussions import Occurrence, State
from domain.events import MOST_EVENTS, Event, EventStatus, description, digests, eldest, face
from domain.jobs import Job
from domain.rooms import OPENED
from text import Say

log = structlog.get_logger(__name__)

FULL = 30038
"""Discord's code for a server with as many events to come as it may have."""


async def mirror(bot: CircleBot, job: Job) -> None:
    """Bring a date and its event into line."""
    date = await discussions.find(bot.deps, job.community_id, int(job.key))
    if date is None or not (date.is_coming or date.event_id or job.tried_before):
        return
    needs_permission(bot, date)
    known = await upkeep.known(bot.deps, job.community_id)
    if known.community is None:
        return
    mirror = _Mirror(bot, bot.words.for_reader(known.community.language), date)
    await mirror.bring_into_line()


def needs_permission(bot: CircleBot, date: Occurrence) -> None:
    """Raises NotDone as Discord would, were it asked: upkeep has told what is missing."""
    guild = bot.get_guild(date.community_id)
    if guild is not None and not guild.me.guild_permissions.create_events:
        raise NotDone(MISSING_PERMISSIONS)


@dataclass(slots=True)
class _Mirror:
    bot: CircleBot
    say: Say
    date: Occurrence

    @property
    def community_id(self) -> int:
        return self.date.community_id

    @property
    def reason(self) -> str:
        return self.say("gathering-audit-reason")

    async def bring_into_line(self) -> None:
        before = self.date.state
        everybodys: Sequence[Event] = ()
        event = None
        if self.date.event_id is not None:
            event = await scheduled.one(self.bot, self.community_id, self.date.event_id)
        if event is None:
            everybodys = await scheduled.all_of(self.bot, self.community_id)
            event = await self._found(everybodys)
        if event is not None or self.date.event_id is not None:
            event = await self._taken_over(event)
        if before is not State.ON and self.date.state is State.ON:
            self.bot.dispatch("date_started", self.date)
        await self._carry(event, everybodys)

    async def _found(self, everybodys: Sequence[Event]) -> Event | None:
        """One that was made and not noted, or is there after all; of twins the younger ones go."""
        ours = eldest(each for each in everybodys if each.number == self.date.occurrence_id)
        for twin in ours[1:]:
            await scheduled.delete(self.bot, self.community_id, twin.event_id, self.reason)
        return ours[0] if ours else None

    async def _taken_over(self, event: Event | None) -> Event | None:
        """The event as it still counts for the date, which now says what was changed by hand."""
        living = event is not None and event.living
        gone = not living and event is not None and await room_is_gone(self.bot, event.channel_id)
        date = await events.take_over(self.bot.deps, self.date, event, room_gone=gone)
        if date is not None:
            self.date = date
        return event if living else None

    async def _carry(self, event: Event | None, everybodys: Sequence[Event]) -> None:
        if not self.date.is_coming:
            await self._end(event)
        elif event is not None:
            await self._edit(event)
        elif self.date.state not in OPENED or self.date.starts_at > self.bot.deps.now():
            await self._make(everybodys or await scheduled.all_of(self.bot, self.community_id))

    async def _end(self, event: Event | None) -> None:
        """Completed if it was on, else cancelled; then it stands for nothing."""
        if event is not None:
            on = event.status is EventStatus.ACTIVE
            status = EventStatus.COMPLETED if on else EventStatus.CANCELED
            await self._send(event, status=int(status))
        await events.note(self.bot.deps, self.date, None)
        await events.look_again(self.bot.deps, await events.waiting(self.bot.deps, self.community_id))

    async def _edit(self, event: Event) -> None:
        """Only what differs, so that nothing that is changed by hand meanwhile is set back."""
        wanted, channel_id = face(self.date), await room_of(self.bot, self.date)
        changes: dict[str, object] = {}
        if event.face.name != wanted.name:
            changes["name"] = wanted.name
        if event.face.about != wanted.about or event.number is None:
            changes["description"] = await self._text()
        if event.channel_id != channel_id:
            changes |= {"channel_id": channel_id, "entity_type": scheduled.VOICE}
        if (event.face.starts_at, event.face.ends_at) != (wanted.starts_at, wanted.ends_at):
            changes |= self._times(event)
        if changes:
            event = await self._send(event, **changes)
        if digests(event.face) != self.date.event_known or event.event_id != self.date.event_id:
            await events.note(self.bot.deps, self.date, event.event_id, event.face)
        if self.date.state is State.ON and event.status is EventStatus.SCHEDULED:
            await self._send(event, status=int(EventStatus.ACTIVE))

    def _times(self, event: Event) -> dict[str, object]:
        """Those that are still to come: Discord takes no others."""
        now, on = self.bot.deps.now(), event.status is EventStatus.ACTIVE
        wanted: dict[str, object] = {**scheduled.times(face(self.date))}
        if on or self.date.starts_at <= now:
            del wanted["scheduled_start_time"]
        if self.date.ends_at <= now:
            del wanted["scheduled_end_time"]
        return wanted

    async def _make(self, everybodys: Sequence[Event]) -> None:
        """The nearest first: when there is room for no more, the last of ours makes room, or it waits."""
        if self.date.starts_at <= self.bot.deps.now():
            return
        channel_id = await room_of(self.bot, self.date)
        if len(everybodys) >= MOST_EVENTS and not await self._made_room():
            return
        try:
            made = await scheduled.make(
                self.bot, self.community_id, channel_id, face(self.date), await self._text(), self.reason
            )
        except NotDone as error:
            if error.code != FULL:
                raise
            log.info("event-waits", guild=self.community_id, date=self.date.occurrence_id)
            return
        except Gone:
            self.bot.dispatch("upkeep_wanted", self.community_id, members=False)
            raise
        await events.note(self.bot.deps, self.date, made.event_id, made.face)

    async def _made_room(self) -> bool:
        later = await events.farthest(self.bot.deps, self.community_id, self.date)
        if later is None or later.event_id is None:
            return False
        event_id = later.event_id
        await events.note(self.bot.deps, later, None)
        await scheduled.delete(self.bot, self.community_id, event_id, self.reason)
        return True

    async def _text(self) -> str:
        channel_id = await upkeep.find(self.bot.deps, self.community_id, Kind.CHANNEL, DISCUSSIONS)
        hint = self.say("gathering-event-hint", channel=f"<#{channel_id}>" if channel_id else "")
        return description(self.date.about, hint, self.date.occurrence_id)

    async def _send(self, event: Event, **changes: object) -> Event:
        return await scheduled.edit(self.bot, self.community_id, event.event_id, self.reason, **changes)
