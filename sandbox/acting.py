"""Somebody about to do something in a guild, and whether Discord lets them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sandbox.errors import missing_access, missing_permissions
from sandbox.guild import Guild
from sandbox.payloads import Json
from sandbox.permissions import Permission, base, outranks, outranks_member, within

if TYPE_CHECKING:
    from sandbox.world import World


LOOKING_ON = Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY


@dataclass(frozen=True, slots=True)
class Actor:
    """A member acting: the bot over REST or a person with their client. The same rules hold for both."""

    world: World
    guild: Guild
    member: Json

    @property
    def id(self) -> str:
        return str(self.member["user"]["id"])

    @property
    def is_owner(self) -> bool:
        return self.id == self.guild.owner_id

    def may(self, permission: Permission, channel: Json | None = None) -> bool:
        return permission in self.permissions(channel)

    def permissions(self, channel: Json | None = None) -> Permission:
        """In the guild or in one of its channels; somebody timed out or pending may only look on."""
        granted = (
            base(self.guild, self.member) if channel is None else within(self.guild, self.member, channel)
        )
        return (
            granted & LOOKING_ON if self._held_back and Permission.ADMINISTRATOR not in granted else granted
        )

    @property
    def _held_back(self) -> bool:
        until = self.member["communication_disabled_until"]
        timed_out = until is not None and datetime.fromisoformat(until) > self.world.clock.now()
        return timed_out or bool(self.member["pending"])

    def needs(self, permission: Permission, channel: Json | None = None) -> None:
        """Refuse with 50001 what they cannot see and with 50013 what they may not."""
        if channel is not None and not self.may(Permission.VIEW_CHANNEL, channel):
            raise missing_access()
        if not self.may(permission, channel):
            raise missing_permissions()

    def needs_rank_over(self, role: Json) -> None:
        if not outranks(self.guild, self.member, role):
            raise missing_permissions()

    def needs_rank_over_member(self, other: Json) -> None:
        if not outranks_member(self.guild, self.member, other):
            raise missing_permissions()

    def needs_own(self, bits: int, channel: Json | None = None) -> None:
        """Nobody hands out or takes away a permission that they do not have."""
        if bits & Permission.ALL.value & ~self.permissions(channel).value:
            raise missing_permissions()
