"""What a person can see: channels, messages, roles, commands, and how they wait to see something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.checks.components import walk
from sandbox.enums import SELECTS, ChannelType, ComponentType, MessageFlag
from sandbox.payloads import Json, shown_name
from sandbox.people import gatherings, screen
from sandbox.people.cannot import CannotDo
from sandbox.permissions import VOICE, Permission
from sandbox.verbs import scheduled_events

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

CLICKABLE = SELECTS | {ComponentType.BUTTON}
PATIENCE = 8.0
"""Seconds somebody waits to see something. A bot's sixth message in a channel comes up to five seconds late
(`limits.py`), so that whoever waits less may miss it in a quick story."""


class Onlooker:
    """Someone in front of a Discord client."""

    def __init__(self, world: World, account: Json) -> None:
        self.world = world
        self.account = account
        self.accepts_direct_messages = True
        self._guild: Guild | None = None
        self._channel_id: str | None = None
        self._notices: list[Json] = []

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def id(self) -> str:
        return str(self.account["id"])

    @property
    def name(self) -> str:
        return shown_name(self.account)

    @property
    def locale(self) -> str:
        return self.world.locales[self.id]

    @property
    def guild(self) -> Guild:
        """The guild they look at: the last one they came into or visited."""
        if self._guild is None or self.id not in self._guild.members:
            raise CannotDo(f"{self.name} is in no guild")
        return self._guild

    @property
    def guilds(self) -> list[Guild]:
        return [guild for guild in self.world.guilds.values() if self.id in guild.members]

    def visits(self, guild: Guild) -> None:
        """Look at another of their guilds."""
        self._guild, self._channel_id = guild, None

    def goes_to(self, channel: str) -> None:
        """Open a channel; commands are typed there from now on."""
        self._channel_id = self.channel(channel)["id"]

    @property
    def actor(self) -> Actor:
        return self.world.actor(self.guild, self.id)

    @property
    def roles(self) -> list[str]:
        """Names of their roles, without @everyone."""
        held = self.guild.member(self.id)["roles"]
        return sorted(self.guild.roles[role_id]["name"] for role_id in held if role_id in self.guild.roles)

    def channels(self, *kinds: int) -> list[Json]:
        """What the client lists on the left: the guild's channels they may view, in order; of these kinds."""
        if self._guild is None or self.id not in self._guild.members:
            return []
        actor = self.actor
        listed = [c for c in self.guild.ordered_channels() if not kinds or c["type"] in kinds]
        return [c for c in listed if actor.may(Permission.VIEW_CHANNEL, c)]

    def threads(self, channel: Json) -> list[Json]:
        """The threads of a channel that they may read, archived ones included."""
        below = self.guild.threads.below(channel["id"])
        return [thread for thread in below if self.actor.may(Permission.VIEW_CHANNEL, thread)]

    def places(self) -> list[Json]:
        """Wherever something may be said in their guild: each channel with its threads after it."""
        seen = self.channels()
        below: dict[str, list[Json]] = {}
        for thread in self.guild.threads if seen else ():
            below.setdefault(thread["parent_id"], []).append(thread)
        return [
            place
            for channel in seen
            for place in (channel, *(one for one in below.get(channel["id"], ()) if self._sees_thread(one)))
        ]

    def _sees_thread(self, thread: Json) -> bool:
        """Of a channel that they see."""
        closed = thread["type"] == ChannelType.PRIVATE_THREAD
        return not closed or self.actor.may(Permission.VIEW_CHANNEL, thread)

    def channel(self, named: str) -> Json:
        """One of those channels or threads, by name or id."""
        wanted = named.removeprefix("#")
        if found := self._by_id(wanted):
            return found
        for place in self.places():
            if wanted in (place["name"], place["id"]):
                return place
        names = ", ".join(f"#{place['name']}" for place in self.places())
        raise CannotDo(f"{self.name} sees no channel {named!r}; there are {names or 'none'}")

    def _by_id(self, channel_id: str) -> Json | None:
        if self._guild is None or self.id not in self._guild.members:
            return None
        found = self._guild.channels.get(channel_id) or self._guild.threads.find(channel_id)
        return found if found and self.actor.may(Permission.VIEW_CHANNEL, found) else None

    @property
    def here(self) -> Json:
        """The channel they have open: where they went, or the first one they can write in."""
        if self._channel_id and (found := self._by_id(self._channel_id)):
            return found
        for channel in self.channels():
            if channel["type"] == ChannelType.TEXT and self.actor.may(Permission.SEND_MESSAGES, channel):
                return channel
        raise CannotDo(f"{self.name} has no channel to write in")

    @property
    def direct(self) -> Json | None:
        """Their direct channel with the bot, if there is one."""
        open_channels = self.world.direct.values()
        return next((c for c in open_channels if c["recipients"][0]["id"] == self.id), None)

    def messages(self, channel: Json) -> list[Json]:
        """What stands in a channel for them, oldest first, the client's own notices included."""
        stored = self.world.messages.seen_by(self.id, channel["id"])
        if channel.get("guild_id") and not self.actor.may(Permission.READ_MESSAGE_HISTORY, channel):
            stored = [message for message in stored if self.world.messages.reader_of(message)]
        notices = [notice for notice in self._notices if notice["channel_id"] == channel["id"]]
        return sorted([*stored, *notices], key=lambda message: int(message["id"]))

    def commands(self) -> list[Json]:
        """The commands the client offers them where they are."""
        return self.world.commands.offered_to(self.actor, self.here)

    def newest_first(self) -> list[Json]:
        """Every message they can see anywhere."""
        places = [*self.places(), *([self.direct] if self.direct else [])]
        seen = [message for channel in places for message in self.messages(channel)]
        return sorted(seen, key=lambda message: int(message["id"]), reverse=True)

    def controls(self) -> Iterator[tuple[Json, Json]]:
        """Every (message, button or choice) they can see, newest message first."""
        for message in self.newest_first():
            for _, component in walk(message["components"]):
                if component["type"] in CLICKABLE:
                    yield message, component

    def find(self, text: str) -> Json | None:
        """The newest message they can see that shows `text`."""
        return next((m for m in self.newest_first() if screen.shows(self.world, m, text)), None)

    async def sees(self, text: str, within: float = PATIENCE) -> Json:
        """Wait until a message shows `text` and return it; AssertionError with the screen if none does."""
        found = await self.world.changed.until(lambda: self.find(text), within)
        if found is None:
            raise AssertionError(f"{self.name} does not see {text!r}, but:\n{self.screen()}")
        return found

    async def sees_not(self, text: str, within: float = PATIENCE) -> None:
        """Wait until no message shows `text`; at once if none does."""
        gone = await self.world.changed.until(lambda: None if self.find(text) else True, within)
        if gone is None:
            raise AssertionError(f"{self.name} still sees {text!r}:\n{self.screen()}")

    async def has_roles(self, *names: str, within: float = PATIENCE) -> None:
        """Wait until their roles are exactly these."""
        wanted = sorted(names)
        if not await self.world.changed.until(lambda: self.roles == wanted or None, within):
            raise AssertionError(f"{self.name} has the roles {self.roles}, not {wanted}")

    def reads(self, message: Json) -> str:
        """A message as they read it."""
        return "\n".join(screen.read(self.world, message))

    def screen(self) -> str:
        """All they can see now, as text."""
        lines: list[str] = []
        places = [(screen.title(self.guild, place), place) for place in self.places()]
        places += [("direct messages", self.direct)] if self.direct else []
        for title, channel in places:
            messages = self.messages(channel)
            if channel["type"] != ChannelType.CATEGORY:
                lines.append(title)
            if channel["type"] in VOICE:
                lines += [f"  {line}" for line in gatherings.in_room(self.guild, channel)]
            lines += [f"  {line}" for message in messages for line in screen.shown(self.world, message)]
        lines += [line for event in self.events() for line in gatherings.event(self.guild, event)]
        if self._guild and self.id in self._guild.members:
            lines += gatherings.welcome(self.guild, self.guild.members[self.id])
        return "\n".join(lines)

    def events(self) -> list[Json]:
        """The scheduled events they can see, the next first."""
        if self._guild is None or self.id not in self._guild.members:
            return []
        seen = [one for one in self.guild.coming_events() if scheduled_events.sees(self.actor, one)]
        return sorted(seen, key=lambda event: (event["scheduled_start_time"], int(event["id"])))

    def is_told(self, channel: Json, text: str) -> None:
        """The client itself says something that only they see."""
        self._notices.append({
            "id": self.world.snowflakes.next(), "channel_id": channel["id"], "type": 0, "content": text,
            "author": {"id": "0", "username": "Discord", "global_name": "Discord"}, "embeds": [],
            "components": [], "attachments": [], "flags": int(MessageFlag.EPHEMERAL),
            "edited_timestamp": None, "timestamp": self.world.clock.now().isoformat(),
        })  # fmt: skip
        self.world.changed.happened()
