"""Op 8: a guild's members in chunks of a thousand, in answer to one request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sandbox.events import Intent
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

CHUNK = 1000
SEARCH_LIMIT = 100


def member_chunks(world: World, intents: int, wish: Json) -> Iterator[Json]:
    """The bodies of GUILD_MEMBERS_CHUNK; none for a guild the bot is not in."""
    guild = world.guilds.get(str(wish["guild_id"]))
    if guild is None or world.application_id not in guild.members:
        return
    found, missing = _search(guild, intents, wish)
    pieces = [found[start : start + CHUNK] for start in range(0, len(found), CHUNK)] or [[]]
    for index, piece in enumerate(pieces):
        body = {
            "guild_id": guild.id, "members": piece, "chunk_index": index, "chunk_count": len(pieces),
            "not_found": missing,
        }  # fmt: skip
        yield body | ({"nonce": wish["nonce"]} if wish.get("nonce") else {})


def _search(guild: Guild, intents: int, wish: Json) -> tuple[list[Json], list[str]]:
    if wish.get("user_ids"):
        asked = wish["user_ids"] if isinstance(wish["user_ids"], list) else [wish["user_ids"]]
        ids = [str(user_id) for user_id in asked[:SEARCH_LIMIT]]
        return [guild.members[i] for i in ids if i in guild.members], [
            i for i in ids if i not in guild.members
        ]
    prefix, limit = str(wish.get("query", "")).lower(), int(wish.get("limit") or 0)
    if not prefix and not limit:
        return (list(guild.members.values()), []) if intents & Intent.MEMBERS else ([], [])
    found = [m for m in guild.members.values() if m["user"]["username"].startswith(prefix)]
    return found[: min(limit, SEARCH_LIMIT) or SEARCH_LIMIT], []
