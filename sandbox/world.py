"""The world: one bot, its guilds, their people, and everything that has been said."""

from __future__ import annotations

import asyncio
import base64
import secrets
from typing import TYPE_CHECKING, Any

from sandbox import payloads, thread_sync
from sandbox.acting import Actor
from sandbox.allowance import Allowance
from sandbox.audit import AuditLog
from sandbox.changes import Changes
from sandbox.clock import Clock
from sandbox.commands import Commands
from sandbox.enums import AuditAction, ChannelType, Op
from sandbox.errors import missing_access, unknown
from sandbox.events import PRIVILEGED
from sandbox.faults import Fault, Faults
from sandbox.files import Upload
from sandbox.guild import Guild
from sandbox.interactions import Interactions
from sandbox.invalid import InvalidRequests
from sandbox.ledger import Ledger
from sandbox.messages import Messages
from sandbox.payloads import Json
from sandbox.people.cannot import as_person
from sandbox.people.person import Person
from sandbox.permissions import Permission, within
from sandbox.polls import Polls
from sandbox.sessions import Sessions
from sandbox.snowflakes import Snowflakes
from sandbox.verbs import members
from sandbox.watching import Watchers

if TYPE_CHECKING:
    from sandbox.gateway import Connection
    from sandbox.rest.call import Call

BOT_PERMISSIONS = Permission.ALL & ~Permission.ADMINISTRATOR
"""What the bot is invited with unless a test says otherwise: much, but no passing over overwrites."""


class World:
    """The state of a whole local Discord, and what a test may do to it that no person could."""

    api_url = gateway_url = cdn_url = ""
    closing = False
    acting: Call | None = None
    """The bot's call that is being carried out this moment, if one is."""
    _down: Fault | None = None

    def __init__(
        self,
        *,
        bot_name: str = "Circles",
        clock: Clock | None = None,
        heartbeat: float = 41.25,
        nonce_window: float = 180.0,
        compression: bool = True,
    ) -> None:
        self.clock = clock or Clock()
        self.heartbeat = heartbeat
        self.compression = compression
        self.approved_intents = int(PRIVILEGED)
        self.changed = Changes()
        self.clock.watch(self.changed.happened)
        self.snowflakes = Snowflakes(self.clock)
        self.application_id = self.snowflakes.next()
        bot = payloads.user(self.application_id, bot_name, bot=True)
        self.users: dict[str, Json] = {self.application_id: bot}
        self.token = self._new_token()
        self.guilds: dict[str, Guild] = {}
        self.people: dict[str, Person] = {}
        self.locales: dict[str, str] = {}
        self.direct: dict[str, Json] = {}
        self.new_direct = Allowance(self.clock)
        self.files: dict[str, Upload] = {}
        self.reactions: dict[str, dict[str, list[str]]] = {}
        self.messages = Messages(self.clock, nonce_window)
        self.polls = Polls(self)
        self.webhooks: dict[str, Json] = {}
        self.commands = Commands(self)
        self.interactions = Interactions(self)
        self.audit = AuditLog(self)
        self.faults = Faults(self.clock)
        self.invalid = InvalidRequests(self.clock)
        self.ledger = Ledger(self.clock)
        self.sessions = Sessions(self)
        self.gateway_faults = self.sessions.faults
        self.connections: set[Connection] = set()
        self.gateway_log: list[tuple[int, Any]] = []

    def _new_token(self) -> str:
        """Clients read the application's id out of the first part."""
        head = base64.urlsafe_b64encode(self.application_id.encode()).decode().rstrip("=")
        return f"{head}.sandbox.{secrets.token_urlsafe(24)}"

    @property
    def watchers(self) -> Watchers:
        """Those who look on, such as the lens; they are told of everything."""
        return self.ledger.watchers

    def bot_account(self) -> Json:
        private = {"mfa_enabled": True, "verified": True, "email": None, "locale": "en-US"}
        return self.users[self.application_id] | private

    # Finding things

    def guild(self, guild_id: str) -> Guild:
        """10004 when there is none."""
        if guild_id not in self.guilds:
            raise unknown("Guild")
        return self.guilds[guild_id]

    def bot_guilds(self) -> list[Guild]:
        return [guild for guild in self.guilds.values() if self.application_id in guild.members]

    def guild_of(self, channel: Json) -> Guild | None:
        """The guild a channel is in; None for a direct channel."""
        return self.guilds[channel["guild_id"]] if channel.get("guild_id") else None

    def channel(self, channel_id: str) -> Json:
        """A channel, thread or direct channel; 10003 when there is none."""
        for guild in self.guilds.values():
            found = guild.channels.get(channel_id) or guild.threads.find(channel_id)
            if found:
                return found
        if channel_id in self.direct:
            return self.direct[channel_id]
        raise unknown("Channel")

    def actor(self, guild: Guild, user_id: str) -> Actor:
        """50001 for somebody who is not in the guild."""
        if user_id not in guild.members:
            raise missing_access()
        return Actor(self, guild, guild.members[user_id])

    def bot_in(self, guild: Guild) -> Actor:
        return self.actor(guild, self.application_id)

    def accepts_direct_messages(self, user_id: str) -> bool:
        person = self.people.get(user_id)
        return person is not None and person.accepts_direct_messages

    # Making things

    def person(self, name: str, *, locale: str | None = None) -> Person:
        """The person of this name, who comes into being when first called."""
        for person in self.people.values():
            if person.name == name:
                if locale:
                    self.locales[person.id] = locale
                return person
        account = payloads.user(self.snowflakes.next(), name)
        self.users[account["id"]] = account
        self.locales[account["id"]] = locale or "en-US"
        person = Person(self, account)
        self.people[account["id"]] = person
        return person

    def create_guild(
        self, name: str, owner: str, *, bot: bool = True, bot_permissions: Permission = BOT_PERMISSIONS
    ) -> Guild:
        """A guild as Discord makes it: two categories, #general and General, and its owner in it."""
        person = self.person(owner)
        guild = Guild(self.snowflakes.next(), name, person.id, self.clock.now().isoformat())
        guild.members[person.id] = payloads.member(self.users[person.id], self.clock.now().isoformat())
        for category, room, kind in (
            ("Text Channels", "general", ChannelType.TEXT),
            ("Voice Channels", "General", ChannelType.VOICE),
        ):
            parent = self._add_channel(guild, category, ChannelType.CATEGORY, None)
            made = self._add_channel(guild, room, kind, parent["id"])
            guild.settings["system_channel_id"] = guild.settings["system_channel_id"] or made["id"]
        self.guilds[guild.id] = guild
        person.visits(guild)
        if bot:
            members.add_bot(self, guild, bot_permissions)
            self.audit.note(guild, AuditAction.BOT_ADD, person.id, self.application_id, None)
        self.changed.happened()
        return guild

    def _add_channel(self, guild: Guild, name: str, kind: ChannelType, parent_id: str | None) -> Json:
        position = sum(channel["type"] == kind for channel in guild.channels.values())
        channel_id = self.snowflakes.next()
        guild.channels[channel_id] = payloads.channel(
            channel_id, guild.id, name, kind, position, parent_id=parent_id
        )
        return guild.channels[channel_id]

    async def join(self, name: str, guild: Guild, *, locale: str | None = None) -> Person:
        """Somebody comes in; returns when the bot has been told."""
        person = self.person(name, locale=locale)
        with as_person(name, "come in"):
            members.join(self, guild, self.users[person.id])
        person.visits(guild)
        await self.told()
        return person

    def add_members(self, guild: Guild, count: int) -> list[str]:
        """Fill a guild with people who do nothing, without telling anyone: for large guilds. Their ids."""
        joined_at = self.clock.now().isoformat()
        accounts = [payloads.user(self.snowflakes.next(), f"Member {number}") for number in range(count)]
        for account in accounts:
            self.users[account["id"]] = account
            guild.members[account["id"]] = payloads.member(account, joined_at)
        return [account["id"] for account in accounts]

    def direct_channel(self, user_id: str) -> Json:
        """The bot's direct channel with somebody, opened if need be."""
        for channel in self.direct.values():
            if channel["recipients"][0]["id"] == user_id:
                return channel
        if user_id not in self.users:
            raise unknown("User")
        channel = payloads.direct_channel(self.snowflakes.next(), self.users[user_id])
        self.direct[channel["id"]] = channel
        return channel

    # Telling the bot

    def emit(self, event: str, data: Json, guild: Guild | None, *, heard: bool = True) -> None:
        """Put a change on record, tell the sessions that may know of it, and wake everyone who waits."""
        self._changes(event, data, guild, heard=heard)

    def emit_in(self, channel: Json, event: str, data: Json) -> None:
        """Like `emit`, for what happens inside a channel: a bot that cannot see it hears nothing."""
        guild = self.guild_of(channel)
        bot = guild.members.get(self.application_id) if guild else None
        sees = guild is None or (bot and Permission.VIEW_CHANNEL in within(guild, bot, channel))
        self._changes(event, data, guild, heard=bool(sees))

    def _changes(self, event: str, data: Json, guild: Guild | None, *, heard: bool) -> None:
        self.ledger.note(event, data, guild.id if guild else None)
        self.changed.happened()
        if heard:
            self.remind(event, data, guild)

    def remind(self, event: str, data: Json, guild: Guild | None) -> None:
        """Tell the sessions alone: for what is no change of the world, only news to the bot."""
        if guild is None:
            self.sessions.deliver(event, data, None)
        elif not guild.unavailable and self.application_id in guild.members:
            self.sessions.deliver(event, data, guild.id)
            if following := thread_sync.after(self, guild, event, data):
                self.sessions.deliver("THREAD_LIST_SYNC", following, guild.id)

    async def sleep(self, seconds: float) -> None:
        """Return when so much of the world's time has passed, or at once when its sandbox closes."""
        end = self.clock.monotonic() + seconds

        def over() -> bool | None:
            return True if self.closing or self.clock.monotonic() >= end else None

        await self.changed.until(over, seconds)

    @property
    def invalid_requests(self) -> int:
        """How many 401s, 403s and 429s the bot has collected in the last ten minutes."""
        return self.invalid.count

    async def told(self) -> None:
        """Return when everything queued for the bot has been written to its sockets."""
        await asyncio.gather(*(connection.flushed() for connection in list(self.connections)))

    # What befalls a bot

    async def outage(self, guild: Guild) -> None:
        """The guild goes down: GUILD_DELETE with `unavailable`, then silence about it until `restore`."""
        self.emit("GUILD_DELETE", {"id": guild.id, "unavailable": True}, guild)
        guild.unavailable = True
        await self.told()

    async def restore(self, guild: Guild) -> None:
        guild.unavailable = False
        members.announce_guild(self, guild)
        await self.told()

    async def drop_sockets(self, code: int = 4000) -> None:
        """Close every socket; what happens from here on waits for a RESUME."""
        leaving = list(self.connections)
        for connection in leaving:
            connection.close(code)
        await asyncio.gather(*(connection.gone() for connection in leaving))

    async def ask_reconnect(self) -> None:
        """Op 7: the bot is to come back and resume."""
        for connection in self.sessions.connections:
            connection.operate(Op.RECONNECT)
            connection.release()
        await self.told()

    async def invalidate_sessions(self, *, resumable: bool = False) -> None:
        """Op 9: the session is gone, or may be resumed."""
        connections = self.sessions.connections
        if not resumable:
            self.sessions.forget_all()
        for connection in connections:
            connection.operate(Op.INVALID_SESSION, resumable)
            connection.release()
        await self.told()

    async def goes_down(self, how: str = "503") -> None:
        """All of Discord is out: every call is answered so, every socket is cut, none is let in."""
        self._down = self.faults.storm(how)
        self.gateway_faults.shut = True
        leaving = list(self.connections)
        for connection in leaving:
            connection.cut()
        await asyncio.gather(*(connection.gone() for connection in leaving))

    def comes_back(self) -> None:
        if self._down:
            self._down.cancel()
        self.gateway_faults.shut = False

    @property
    def is_down(self) -> bool:
        return self._down is not None and not self._down.spent

    @property
    def outage_fault(self) -> Fault | None:
        """The storm that stands for it, so that nobody takes it for one of their own."""
        return self._down

    def revoke_token(self) -> None:
        """A new token is issued; the old one is refused everywhere, and its sockets close with 4004."""
        self.token = self._new_token()
        self.sessions.forget_all()
        for connection in self.connections:
            connection.close(4004, "Authentication failed.")
