"""What a person does around gatherings: plan events, be interested, be in voice, speak on a stage."""

from __future__ import annotations

from datetime import datetime

from sandbox.enums import ChannelType, EventPlace, EventStatus
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo, as_person
from sandbox.people.onlooker import PATIENCE
from sandbox.people.voter import Voter
from sandbox.verbs import rooms, scheduled_events, voice

PLACES = {ChannelType.VOICE: EventPlace.VOICE, ChannelType.STAGE: EventPlace.STAGE}


class Attendee(Voter):
    """A participant who goes to things, and may set them up where their permissions reach that far."""

    def event(self, name: str) -> Json:
        """A scheduled event they see, by its name or id."""
        for event in self.events():
            if name in (event["name"], event["id"]):
                return event
        names = ", ".join(event["name"] for event in self.events())
        raise CannotDo(f"{self.name} sees no event {name!r}; there are {names or 'none'}")

    async def sees_event(self, name: str, within: float = PATIENCE) -> Json:
        """Wait until there is an event of this name; AssertionError with the screen if there is none."""
        found = await self.world.changed.until(
            lambda: next((event for event in self.events() if event["name"] == name), None), within
        )
        if found is None:
            raise AssertionError(f"{self.name} sees no event {name!r}, but:\n{self.screen()}")
        return found

    async def creates_event(
        self, name: str, where: str, start: datetime, end: datetime | None = None, **fields: object
    ) -> Json:
        """`where`: a voice or stage channel (`#General`), or any other place, which then needs an end."""
        wish = self._at(where) | {"name": name, "privacy_level": 2, "scheduled_start_time": start.isoformat()}
        wish |= {"scheduled_end_time": end.isoformat()} if end else {}
        with as_person(self.name, f"create the event {name}"):
            event = scheduled_events.create(self.actor, wish | fields)
        await self.world.told()
        return event

    def _at(self, where: str) -> Json:
        if not where.startswith("#"):
            return {"entity_type": int(EventPlace.EXTERNAL), "entity_metadata": {"location": where}}
        channel = self.channel(where)
        kind = PLACES.get(ChannelType(channel["type"]), EventPlace.VOICE)
        return {"entity_type": int(kind), "channel_id": channel["id"]}

    async def edits_event(self, name: str, /, **changes: object) -> None:
        with as_person(self.name, f"edit the event {name}"):
            scheduled_events.edit(self.actor, self.event(name), changes)
        await self.world.told()

    async def starts_event(self, name: str) -> None:
        await self.edits_event(name, status=int(EventStatus.ACTIVE))

    async def ends_event(self, name: str) -> None:
        await self.edits_event(name, status=int(EventStatus.COMPLETED))

    async def cancels_event(self, name: str) -> None:
        await self.edits_event(name, status=int(EventStatus.CANCELED))

    async def deletes_event(self, name: str) -> None:
        with as_person(self.name, f"delete the event {name}"):
            scheduled_events.delete(self.actor, self.event(name))
        await self.world.told()

    async def is_interested(self, name: str) -> None:
        """Press *Interested*."""
        with as_person(self.name, f"be interested in {name}"):
            scheduled_events.be_interested(self.actor, self.event(name))
        await self.world.told()

    async def loses_interest(self, name: str) -> None:
        with as_person(self.name, f"lose interest in {name}"):
            scheduled_events.lose_interest(self.actor, self.event(name))
        await self.world.told()

    @property
    def room(self) -> Json:
        """The voice or stage channel they are in."""
        state = self.guild.voice_states.get(self.id)
        if state is None:
            raise CannotDo(f"{self.name} is in no voice channel")
        return self.guild.channels[state["channel_id"]]

    async def joins_voice(self, channel: str) -> None:
        with as_person(self.name, f"join {channel}"):
            voice.move(self.world, self.guild.id, self.id, self.channel(channel)["id"])
        await self.world.told()

    async def leaves_voice(self) -> None:
        voice.leave(self.world, self.guild, self.id)
        await self.world.told()

    async def mutes_self(self, on: bool = True) -> None:
        await self._sets(self_mute=on)

    async def deafens_self(self, on: bool = True) -> None:
        """Whoever hears nothing says nothing either."""
        await self._sets(self_deaf=on, self_mute=on)

    async def shows_camera(self, on: bool = True) -> None:
        await self._sets(self_video=on)

    async def streams(self, on: bool = True) -> None:
        await self._sets(self_stream=on)

    async def _sets(self, **own: bool) -> None:
        with as_person(self.name, f"set {', '.join(own)}"):
            voice.move(self.world, self.guild.id, self.id, self.room["id"], **own)
        await self.world.told()

    async def sets_room_status(self, channel: str, status: str | None) -> None:
        with as_person(self.name, f"set the status of {channel}"):
            rooms.set_status(self.actor, self.channel(channel), {"status": status})
        await self.world.told()

    async def asks_to_speak(self, on: bool = True) -> None:
        """Raise or lower their hand on a stage."""
        moment = self.world.clock.now().isoformat() if on else None
        await self._on_stage({"request_to_speak_timestamp": moment})

    async def speaks(self) -> None:
        """Go up to speak."""
        await self._on_stage({"suppress": False, "request_to_speak_timestamp": None})

    async def listens(self) -> None:
        """Go back to the audience."""
        await self._on_stage({"suppress": True})

    async def _on_stage(self, wish: Json) -> None:
        with as_person(self.name, "change their part on the stage"):
            voice.set_speaking(self.actor, self.id, wish)
        await self.world.told()
