"""What a steward may do by hand, to see what the bot makes of it."""

from __future__ import annotations

from sandbox.checks.form import flag, one_of
from sandbox.page.deeds.deed import deed, word
from sandbox.page.seat import Seat
from sandbox.page.slices.steward import KINDS
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo


async def create_role(seat: Seat, ask: Json) -> None:
    """`apart`: whether its members stand under a heading of their own."""
    await seat.somebody.creates_role(ask["name"], hoist=bool(ask.get("apart")))


async def rename_role(seat: Seat, ask: Json) -> None:
    await seat.somebody.renames_role(ask["role"], ask["name"])


async def delete_role(seat: Seat, ask: Json) -> None:
    await seat.somebody.deletes_role(ask["role"])


async def lower_bot(seat: Seat, _ask: Json) -> None:
    """Put the bot's own role below all others."""
    guild = seat.somebody.guild
    bot = guild.members.get(seat.world.application_id)
    own = next((one for one in (bot or {}).get("roles", ()) if guild.roles[one]["managed"]), None)
    if own is None:
        raise CannotDo("The bot is not in this server.")
    await seat.somebody.moves_role(own, 1)


async def create_channel(seat: Seat, ask: Json) -> str:
    inside = {"parent": ask["category"]} if ask.get("category") else {}
    made = await seat.somebody.creates_channel(ask["name"], type=int(ask["kind"]), **inside)
    return str(made["id"])


async def rename_channel(seat: Seat, ask: Json) -> None:
    await seat.somebody.renames_channel(ask["channel"], ask["name"])


async def delete_channel(seat: Seat, ask: Json) -> None:
    await seat.somebody.deletes_channel(ask["channel"])


DEEDS = {
    "create role": deed(create_role, {"apart": flag}, name=word),
    "rename role": deed(rename_role, role=word, name=word),
    "delete role": deed(delete_role, role=word),
    "lower bot": deed(lower_bot),
    "create channel": deed(
        create_channel, {"category": word}, name=word, kind=one_of(*(str(int(kind)) for kind in KINDS))
    ),
    "rename channel": deed(rename_channel, channel=word, name=word),
    "delete channel": deed(delete_channel, channel=word),
}
