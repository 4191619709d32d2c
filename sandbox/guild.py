"""A guild: its roles, channels and members, and how it presents itself."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox import payloads
from sandbox.clock import Timer
from sandbox.enums import UNFINISHED, ChannelType
from sandbox.errors import unknown
from sandbox.payloads import Json
from sandbox.permissions import DEFAULT_EVERYONE, VOICE
from sandbox.threads import Threads

SUPPRESS_JOIN_MESSAGES = 1
"""Discord's flag of a system channel in which nobody's arrival is announced."""
SETTINGS: Json = {
    "description": None, "preferred_locale": "en-US", "features": [], "afk_channel_id": None,
    "afk_timeout": 300, "system_channel_id": None, "system_channel_flags": SUPPRESS_JOIN_MESSAGES,
    "rules_channel_id": None, "public_updates_channel_id": None, "safety_alerts_channel_id": None,
    "verification_level": 1, "default_message_notifications": 1, "explicit_content_filter": 2,
    "premium_progress_bar_enabled": False,
}  # fmt: skip
"""What stewards can change beside the name, as a new guild has it."""


class Guild:
    """Everything one guild holds, kept as the objects Discord would send, by id."""

    def __init__(self, guild_id: str, name: str, owner_id: str, created_at: str) -> None:
        self.id = guild_id
        self.settings = SETTINGS | {"name": name}
        self.owner_id = owner_id
        self.bot_joined_at = created_at
        self.unavailable = False
        everyone = payloads.role(guild_id, "@everyone", permissions=DEFAULT_EVERYONE, position=0)
        self.roles: dict[str, Json] = {guild_id: everyone}
        self.channels: dict[str, Json] = {}
        self.threads = Threads()
        self.seen_by_bot: set[str] = set()
        self.members: dict[str, Json] = {}
        self.former_members: set[str] = set()
        self.voice_states: dict[str, Json] = {}
        self.room_statuses: dict[str, str] = {}
        self.rooms_since: dict[str, int] = {}
        self.stage_instances: dict[str, Json] = {}
        self.scheduled_events: dict[str, Json] = {}
        self.interested: dict[str, list[str]] = {}
        self.timers: dict[str, Timer] = {}
        self.bans: dict[str, str | None] = {}
        self.invites: dict[str, Json] = {}
        self.onboarding: Json = {
            "guild_id": guild_id, "prompts": [], "default_channel_ids": [], "enabled": False, "mode": 0,
        }  # fmt: skip
        self.followed: dict[str, list[str]] = {}
        self.answered: dict[str, list[str]] = {}

    @property
    def name(self) -> str:
        return str(self.settings["name"])

    @property
    def everyone(self) -> Json:
        return self.roles[self.id]

    def role(self, named: str) -> Json:
        """A role by id or name (`Mentor`, `@Mentor`); 10011 when there is none."""
        found = self.roles.get(named) or _by_name(self.roles.values(), named, named.removeprefix("@"))
        if found is None:
            raise unknown("Role")
        return found

    def channel(self, named: str) -> Json:
        """A channel by id or name (`lounge`, `#lounge`); 10003 when there is none."""
        found = self.channels.get(named) or _by_name(self.channels.values(), named, named.removeprefix("#"))
        if found is None:
            raise unknown("Channel")
        return found

    def member(self, user_id: str) -> Json:
        """10007 when they are not here."""
        if user_id not in self.members:
            raise unknown("Member")
        return self.members[user_id]

    def in_thread(self, thread_id: str, user_id: str) -> bool:
        return self.threads.member(thread_id, user_id) is not None

    def member_named(self, name: str) -> Json | None:
        return next((m for m in self.members.values() if payloads.shown_name(m["user"]) == name), None)

    def scheduled_event(self, event_id: str) -> Json:
        """One that is to come, on, over or called off; 10070 when there is none."""
        if event_id not in self.scheduled_events:
            raise unknown("Guild Scheduled Event")
        return self.scheduled_events[event_id]

    def coming_events(self) -> list[Json]:
        """Scheduled or active."""
        return [event for event in self.scheduled_events.values() if event["status"] in UNFINISHED]

    def in_room(self, channel_id: str) -> list[str]:
        """Ids of those in a voice or stage channel."""
        return [user_id for user_id, state in self.voice_states.items() if state["channel_id"] == channel_id]

    def ordered_channels(self) -> list[Json]:
        """As a client lists them: those outside categories first, then by category; text above voice."""

        def place(channel: Json) -> tuple[int, int, int, int, int]:
            category = channel if channel["type"] == ChannelType.CATEGORY else None
            parent = category or self.channels.get(channel["parent_id"] or "")
            outer = parent["position"] if parent else -1
            inside = int(category is None)
            voice = int(channel["type"] in VOICE)
            return outer, inside, voice, channel["position"], int(channel["id"])

        return sorted(self.channels.values(), key=place)

    def payload(self) -> Json:
        """The guild as REST shows it."""
        return self.settings | {
            "id": self.id, "owner_id": self.owner_id, "icon": None, "splash": None, "discovery_splash": None,
            "home_header": None, "banner": None, "region": "deprecated", "widget_enabled": False,
            "widget_channel_id": None, "roles": list(self.roles.values()), "mfa_level": 0,
            "max_presences": None, "max_members": 25_000_000, "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25, "vanity_url_code": None, "premium_tier": 0,
            "premium_subscription_count": 0, "nsfw": False, "nsfw_level": 0, "emojis": [], "stickers": [],
            "incidents_data": None, "application_id": None,
        }  # fmt: skip

    def gateway_payload(self, members: list[Json], threads: list[Json], *, new: bool = False) -> Json:
        """The guild as GUILD_CREATE shows it, with those of its members and threads that are to be told.

        A guild the bot has just been let into carries no word on its availability; by this clients know it.
        """
        known = {} if new else {"unavailable": False}
        return self.payload() | known | {
            "joined_at": self.bot_joined_at, "large": len(self.members) > 250,
            "member_count": len(self.members), "members": members, "channels": list(self.channels.values()),
            "threads": threads, "voice_states": list(self.voice_states.values()), "presences": [],
            "stage_instances": list(self.stage_instances.values()),
            "guild_scheduled_events": self.coming_events(), "soundboard_sounds": [],
        }  # fmt: skip


def _by_name(objects: Iterable[Json], *names: str) -> Json | None:
    return next((one for one in objects if one["name"] in names), None)
