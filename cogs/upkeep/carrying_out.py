"""Taking the steps: the only place that changes roles, channels and panels of a server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import discord

from actions import upkeep
from cogs.kit.bot import CircleBot
from cogs.upkeep import posts
from cogs.upkeep.desired import Desired
from cogs.upkeep.outcomes import Unknown
from cogs.upkeep.places import channel_for
from cogs.upkeep.posts import tag_payload
from domain.actual import Actual, Overwrite, Record, Tag
from domain.blueprint import CATEGORY, ChannelKind, Kind, PlannedChannel, PlannedPanel, unfinished_name
from domain.diff import overwrites
from domain.posts import pinnable
from domain.steps import Adopt, Allow, Arrange, Make, Mark, Name, Remove, Renew, Step

ROLE_TARGET: Final = 0
MEMBER_TARGET: Final = 1
TYPES = {
    ChannelKind.TEXT: discord.ChannelType.text,
    ChannelKind.FORUM: discord.ChannelType.forum,
    ChannelKind.VOICE: discord.ChannelType.voice,
}

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hands:
    """Carries steps out on one server, and records every id before it goes on."""

    bot: CircleBot
    desired: Desired
    actual: Actual

    @property
    def community_id(self) -> int:
        return self.actual.community_id

    @property
    def reason(self) -> str:
        """What the server's audit log says."""
        return self.desired.say("upkeep-audit-reason")

    async def take(self, step: Step) -> None:
        """Take one step. Raises Unknown, and what the library raises."""
        match step:
            case Make(kind=Kind.PANEL):
                await self._post(step.key)
            case Make():
                await self._make(step.kind, step.key)
            case Adopt():
                await self._record(step.kind, step.key, step.discord_id)
            case Name():
                await self._name(step.kind, step.key, step.discord_id)
            case Allow():
                await self._allow(step)
            case Renew():
                await self._renew(step)
            case Remove():
                await self._remove(step)
            case Mark():
                forum = await self._edit(step.channel_id, available_tags=[*map(tag_payload, step.tags)])
                await self._record_tags(step.key, forum)
            case Arrange():
                await self._arrange(step.post_id, pinned=step.pinned, locked=step.locked)

    async def _make(self, kind: Kind, key: str) -> None:
        made = await (self._make_role(key) if kind is Kind.ROLE else self._make_channel(key))
        discord_id = int(made["id"])
        await self._record(kind, key, discord_id)
        if kind is Kind.CHANNEL:
            await self._record_tags(key, made)
        await self._name(kind, key, discord_id)

    async def _make_role(self, key: str) -> Payload:
        return await self.bot.http.create_role(
            self.community_id,
            name=unfinished_name(key),
            permissions="0",
            hoist=False,
            mentionable=False,
            reason=self.reason,
        )

    async def _make_channel(self, key: str) -> Payload:
        """A channel, or for another key the category."""
        planned = self.desired.blueprint.channel(key)
        type_ = TYPES[planned.kind] if planned is not None else discord.ChannelType.category
        return await self.bot.http.create_channel(
            self.community_id,
            type_.value,
            name=unfinished_name(key),
            reason=self.reason,
            **({} if planned is None else await self._inside(planned)),
        )

    async def _inside(self, planned: PlannedChannel) -> dict[str, Any]:
        forum = {
            "available_tags": [tag_payload(Tag(each.name)) for each in planned.tags],
            "default_auto_archive_duration": posts.WEEK,  # of what people post there by hand
        }
        return {
            **(forum if planned.forum else {}),
            **({} if planned.voice else {"topic": planned.topic}),
            "parent_id": await upkeep.find(self.bot.deps, self.community_id, Kind.CATEGORY, CATEGORY),
            "permission_overwrites": [
                self._overwrite(target, each)
                for target, each in overwrites(planned.rules, self.actual).items()
                if each != Overwrite()
            ],
        }

    def _overwrite(self, target: int, overwrite: Overwrite) -> dict[str, object]:
        type_ = MEMBER_TARGET if target == self.actual.me.user_id else ROLE_TARGET
        allow, deny = str(overwrite.allow.value), str(overwrite.deny.value)
        return {"id": str(target), "type": type_, "allow": allow, "deny": deny}

    async def _name(self, kind: Kind, key: str, discord_id: int) -> None:
        name = self.desired.blueprint.name_of(kind, key)
        if kind is Kind.ROLE:
            await self.bot.http.edit_role(self.community_id, discord_id, name=name, reason=self.reason)
        else:
            await self._edit(discord_id, name=name)

    async def _edit(self, channel_id: int, **changes: Any) -> Payload:  # noqa: ANN401 - Discord's own
        return await self.bot.http.edit_channel(channel_id, reason=self.reason, **changes)

    async def _allow(self, step: Allow) -> None:
        await self.bot.http.edit_channel_permissions(
            step.channel_id,
            step.target_id,
            str(step.overwrite.allow.value),
            str(step.overwrite.deny.value),
            MEMBER_TARGET if step.member else ROLE_TARGET,
            reason=self.reason,
        )

    async def _remove(self, step: Remove) -> None:
        if step.kind is Kind.ROLE:
            await self.bot.http.delete_role(self.community_id, step.discord_id, reason=self.reason)
        else:
            await self.bot.http.delete_channel(step.discord_id, reason=self.reason)

    async def _post(self, key: str) -> None:
        channel = await self._channel_of(key)
        planned = self.desired.blueprint.panel(key)
        if planned.title:
            await self._make_post(channel.id, planned)
            return
        message = await channel.send(view=self.desired.cards[key])
        await self._record(Kind.PANEL, key, message.id, planned.digest)

    async def _make_post(self, forum_id: int, planned: PlannedPanel) -> None:
        card = self.desired.cards[planned.key]
        post_id = await posts.make(self.bot, forum_id, planned, card, self.reason)
        await self._record(Kind.PANEL, planned.key, post_id, planned.digest)
        pinned = pinnable(planned, forum_id, self.actual)
        if pinned or planned.locked:
            await self._arrange(post_id, pinned=pinned, locked=planned.locked)

    async def _arrange(self, post_id: int, *, pinned: bool, locked: bool) -> None:
        await posts.arrange(self.bot, post_id, pinned=pinned, locked=locked, reason=self.reason)

    async def _renew(self, step: Renew) -> None:
        planned, card = self.desired.blueprint.panel(step.key), self.desired.cards[step.key]
        if planned.title:
            place = self.bot.get_partial_messageable(step.message_id, guild_id=self.community_id)
            card = card.marked(posts.mark(step.key))
        else:
            place = await self._channel_of(step.key)
        await place.get_partial_message(step.message_id).edit(view=card)
        await self._record(Kind.PANEL, step.key, step.message_id, planned.digest)

    async def _channel_of(self, panel: str) -> discord.PartialMessageable:
        key = self.desired.blueprint.panel(panel).channel
        channel = await channel_for(self.bot, self.community_id, key)
        if channel is None:
            raise Unknown  # another process forgot it since we looked
        return channel

    async def _record_tags(self, key: str, forum: Payload) -> None:
        planned = self.desired.blueprint.channel(key)
        ids = {each["name"]: int(each["id"]) for each in forum.get("available_tags", [])}
        for tag in planned.tags if planned else ():
            if tag.name in ids:
                await self._record(Kind.TAG, tag.key, ids[tag.name])

    async def _record(self, kind: Kind, key: str, discord_id: int, digest: str | None = None) -> None:
        await upkeep.record(self.bot.deps, self.community_id, kind, key, Record(discord_id, digest))
