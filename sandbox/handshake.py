"""What happens when a bot identifies: who is let in, and what it is told first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.events import KNOWN_INTENTS, PRIVILEGED, Intent
from sandbox.payloads import Json, encode
from sandbox.permissions import Permission
from sandbox.sessions import Session
from sandbox.snowflakes import shard_of

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

GUILDS_TOO_MANY_FOR_ONE_SHARD = 2500


class Rejected(Exception):
    """Not let in; `code` is the close code that says why."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def identify(world: World, wish: Json) -> Session:
    """Open a session for what op 2 asks, or raise Rejected."""
    if str(wish["token"]).removeprefix("Bot ") != world.token:
        raise Rejected(4004, "Authentication failed.")
    if world.sessions.budget()[0] == 0:
        world.revoke_token()
        raise Rejected(4004, "Authentication failed.")
    number, count = wish.get("shard") or (0, 1)
    if not 0 <= number < count:
        raise Rejected(4010, "Invalid shard.")
    if count == 1 and len(world.guilds) >= GUILDS_TOO_MANY_FOR_ONE_SHARD:
        raise Rejected(4011, "Sharding required.")
    intents = int(wish["intents"])
    if intents & ~KNOWN_INTENTS:
        raise Rejected(4013, "Invalid intent(s).")
    if intents & PRIVILEGED & ~world.approved_intents:
        raise Rejected(4014, "Disallowed intent(s).")
    session = Session(intents, (number, count), world.sessions.replay_frames)
    world.sessions.open(session)
    return session


def greet(world: World, session: Session, large_threshold: int) -> None:
    """READY, then GUILD_CREATE for each guild that is not down."""
    number, count = session.shard
    guilds = [guild for guild in world.bot_guilds() if shard_of(guild.id, count) == number]
    session.dispatch("READY", encode(_ready(world, session, guilds)))
    for guild in guilds:
        if not guild.unavailable and session.intents & Intent.GUILDS:
            members = known_members(world, guild, session.intents, large_threshold)
            threads = known_threads(world, guild)
            session.dispatch("GUILD_CREATE", encode(guild.gateway_payload(members, threads)))


def known_members(world: World, guild: Guild, intents: int, large_threshold: int = 50) -> list[Json]:
    """Without presences a bot is shown itself and who is in voice; it asks for the others (op 8)."""
    if intents & Intent.PRESENCES and intents & Intent.MEMBERS and len(guild.members) <= large_threshold:
        return list(guild.members.values())
    shown = {world.application_id, *guild.voice_states}
    return [member for user_id, member in guild.members.items() if user_id in shown]


def known_threads(world: World, guild: Guild) -> list[Json]:
    """The active ones the bot can see; its own membership stands there without the ids."""
    bot = world.bot_in(guild)
    visible = [thread for thread in guild.threads.active() if bot.may(Permission.VIEW_CHANNEL, thread)]
    shown = [guild.threads.shown_to(bot.id, thread) for thread in visible]
    return [
        one | {"member": {key: one["member"][key] for key in ("join_timestamp", "flags")}}
        if "member" in one
        else one
        for one in shown
    ]


def _ready(world: World, session: Session, guilds: list[Guild]) -> Json:
    return {
        "v": 10, "user": world.bot_account(), "session_id": session.id,
        "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
        "resume_gateway_url": world.gateway_url, "shard": list(session.shard), "session_type": "normal",
        "application": {"id": world.application_id, "flags": 0}, "private_channels": [], "user_settings": {},
        "relationships": [], "presences": [], "guild_join_requests": [], "geo_ordered_rtc_regions": [],
        "auth": {},
    }  # fmt: skip
