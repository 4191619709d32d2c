"""What a person does to others: move, mute, let speak, time out, ban; and opening and closing a stage."""

from __future__ import annotations

from datetime import timedelta

from sandbox.payloads import Json
from sandbox.people.attendee import Attendee
from sandbox.people.cannot import as_person
from sandbox.people.somebody import Somebody
from sandbox.permissions import Permission
from sandbox.verbs import bans, guilds, members, onboarding, stages, voice


class Moderator(Attendee):
    """Everything here needs a permission that few have."""

    async def moves(self, whom: Somebody, channel: str) -> None:
        """Take somebody who is in voice to another voice channel."""
        await self._changes(whom, f"move {whom.name}", {"channel_id": self.channel(channel)["id"]})

    async def disconnects(self, whom: Somebody) -> None:
        await self._changes(whom, f"disconnect {whom.name}", {"channel_id": None})

    async def mutes(self, whom: Somebody, on: bool = True) -> None:
        await self._changes(whom, f"mute {whom.name}", {"mute": on})

    async def deafens(self, whom: Somebody, on: bool = True) -> None:
        await self._changes(whom, f"deafen {whom.name}", {"deaf": on})

    async def times_out(self, whom: Somebody, how_long: timedelta | None) -> None:
        """None lets them speak again."""
        until = (self.world.clock.now() + how_long).isoformat() if how_long else None
        await self._changes(whom, f"time out {whom.name}", {"communication_disabled_until": until})

    async def _changes(self, whom: Somebody, wish: str, changes: Json) -> None:
        with as_person(self.name, wish):
            members.edit(self.actor, self.guild.member(whom.id), changes)
        await self.world.told()

    async def lets_speak(self, whom: Somebody, on: bool = True) -> None:
        """Ask somebody in the audience of a stage to speak, or send a speaker back."""
        with as_person(self.name, f"let {whom.name} speak"):
            voice.set_speaking(self.actor, whom.id, {"suppress": not on})
        await self.world.told()

    async def opens_stage(self, channel: str, topic: str) -> Json:
        with as_person(self.name, f"open the stage {channel}"):
            place = self.channel(channel)
            wish = {"topic": topic, "channel_id": place["id"]}
            stage = stages.create(self.actor, place, wish)
        await self.world.told()
        return stage

    async def bans(self, whom: Somebody, reason: str | None = None) -> None:
        with as_person(self.name, f"ban {whom.name}"):
            bans.add(self.actor, whom.id, {}, reason)
        await self.world.told()

    async def unbans(self, whom: Somebody) -> None:
        with as_person(self.name, f"lift the ban of {whom.name}"):
            bans.lift(self.actor, whom.id)
        await self.world.told()

    async def edits_server(self, **changes: object) -> None:
        """Server settings, in Discord's own names (`name`, `features`, `rules_channel_id`, …)."""
        with as_person(self.name, "change the server's settings"):
            guilds.edit(self.actor, changes)
        await self.world.told()

    async def asks_newcomers_to_agree(self, on: bool = True) -> None:
        """Switch membership screening on or off. Clients can; Discord has no route for bots."""
        with as_person(self.name, "change the server's rules"):
            self.actor.needs(Permission.MANAGE_GUILD)
            guilds.set_feature(self.world, self.guild, guilds.AGREEMENT, on)
        await self.world.told()

    async def edits_onboarding(self, **changes: object) -> None:
        """What newcomers are asked, in Discord's own form (`prompts`, `default_channel_ids`, `enabled`)."""
        with as_person(self.name, "change onboarding"):
            onboarding.edit(self.actor, changes)
        await self.world.told()

    async def closes_stage(self, channel: str) -> None:
        with as_person(self.name, f"close the stage {channel}"):
            stages.delete(self.actor, stages.instance(self.guild, self.channel(channel)["id"]))
        await self.world.told()
