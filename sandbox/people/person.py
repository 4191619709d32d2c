"""A person in full: what they may do to roles, channels and others, if their permissions reach that far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo, as_person
from sandbox.people.moderator import Moderator
from sandbox.people.somebody import Somebody
from sandbox.permissions import Permission
from sandbox.verbs import channels, members, roles

if TYPE_CHECKING:
    from sandbox.guild import Guild


class Person(Moderator):
    """Every method does what the settings of the client would do, and fails where they would."""

    async def creates_role(self, name: str, **fields: object) -> Json:
        with as_person(self.name, f"create the role {name}"):
            role = roles.create(self.actor, {"name": name} | fields)
        await self.world.told()
        return role

    async def renames_role(self, name: str, new_name: str) -> None:
        await self.edits_role(name, name=new_name)

    async def edits_role(self, role: str, /, **changes: object) -> None:
        with as_person(self.name, f"edit the role {role}"):
            roles.edit(self.actor, self.guild.role(role), changes)
        await self.world.told()

    async def moves_role(self, name: str, position: int) -> None:
        """`position` counts up from @everyone at 0."""
        with as_person(self.name, f"move the role {name}"):
            roles.move(self.actor, {self.guild.role(name)["id"]: position})
        await self.world.told()

    async def deletes_role(self, name: str) -> None:
        with as_person(self.name, f"delete the role {name}"):
            roles.delete(self.actor, self.guild.role(name))
        await self.world.told()

    async def gives_role(self, whom: Somebody, name: str) -> None:
        with as_person(self.name, f"give {name} to {whom.name}"):
            roles.give(self.actor, self.guild.member(whom.id), self.guild.role(name))
        await self.world.told()

    async def takes_role(self, whom: Somebody, name: str) -> None:
        with as_person(self.name, f"take {name} from {whom.name}"):
            roles.take(self.actor, self.guild.member(whom.id), self.guild.role(name))
        await self.world.told()

    async def creates_channel(self, name: str, **fields: object) -> Json:
        """`type`: 0 text, 2 voice, 4 category, 13 stage, 15 forum; `parent`: a category's name."""
        with as_person(self.name, f"create the channel {name}"):
            channel = channels.create(self.actor, {"name": name} | self._with_parent(fields))
        await self.world.told()
        return channel

    async def renames_channel(self, name: str, new_name: str) -> None:
        await self.edits_channel(name, name=new_name)

    async def edits_channel(self, channel: str, /, **changes: object) -> None:
        with as_person(self.name, f"edit the channel {channel}"):
            channels.edit(self.actor, self.channel(channel), self._with_parent(changes))
        await self.world.told()

    async def deletes_channel(self, name: str) -> None:
        with as_person(self.name, f"delete the channel {name}"):
            channels.delete(self.actor, self.channel(name))
        await self.world.told()

    async def edits_overwrites(
        self, channel: str, target: str | Somebody, *, allow: int = 0, deny: int = 0
    ) -> None:
        """Say what a role (by name) or a person may do in a channel; with neither bits, forget it."""
        who: Json = self._role_target(target) if isinstance(target, str) else {"id": target.id, "type": 1}
        with as_person(self.name, f"change who may use {channel}"):
            place = self.channel(channel)
            if allow or deny:
                wish = who | {"allow": str(int(allow)), "deny": str(int(deny))}
                channels.set_overwrite(self.actor, place, wish)
            else:
                channels.delete_overwrite(self.actor, place, who["id"])
        await self.world.told()

    def _role_target(self, name: str) -> Json:
        with as_person(self.name, f"find the role {name}"):
            return {"id": self.guild.role(name)["id"], "type": 0}

    def _with_parent(self, fields: Json) -> Json:
        if "parent" not in fields:
            return fields
        others = {key: value for key, value in fields.items() if key != "parent"}
        return others | {"parent_id": self.channel(str(fields["parent"]))["id"]}

    async def renames(self, whom: Somebody, nick: str | None) -> None:
        with as_person(self.name, f"rename {whom.name}"):
            members.edit(self.actor, self.guild.member(whom.id), {"nick": nick})
        await self.world.told()

    async def kicks(self, whom: Somebody) -> None:
        with as_person(self.name, f"kick {whom.name}"):
            members.kick(self.actor, self.guild.member(whom.id))
        await self.world.told()

    async def invites_bot(self, guild: Guild, permissions: Permission | None = None) -> None:
        """Let the bot in; without `permissions`, with what it asks for as far as the inviter has it."""
        actor = self._in(guild)
        asked = actor.permissions() & ~Permission.ADMINISTRATOR if permissions is None else permissions
        with as_person(self.name, f"invite the bot to {guild.name}"):
            members.invite_bot(actor, asked)
        await self.world.told()

    async def kicks_bot(self, guild: Guild) -> None:
        with as_person(self.name, f"remove the bot from {guild.name}"):
            members.kick(self._in(guild), guild.member(self.world.application_id))
        await self.world.told()

    def _in(self, guild: Guild) -> Actor:
        if self.id not in guild.members:
            raise CannotDo(f"{self.name} is not in {guild.name}")
        return self.world.actor(guild, self.id)
