"""What a steward may change in the server, to see what the bot makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.page.slices.fields import choice, field
from sandbox.page.slices.offers import delete, offer, rename
from sandbox.payloads import Json, shown_name
from sandbox.permissions import Permission, outranks

if TYPE_CHECKING:
    from sandbox.people.person import Person

KINDS = {
    ChannelType.TEXT: "Text channel", ChannelType.VOICE: "Voice room", ChannelType.FORUM: "Forum",
    ChannelType.STAGE: "Stage", ChannelType.CATEGORY: "Category",
}  # fmt: skip
LOSE_IT = "also for those who hold it"


def steward(person: Person) -> list[Json]:
    """Sections with a title, a word on it, and offers. Empty for whoever may change nothing."""
    found: list[Json] = []
    if person.actor.may(Permission.MANAGE_CHANNELS):
        found.append({
            "title": "Channels", "note": "To rename or delete one, open it and choose More.",
            "offers": [_new_channel(person)],
        })  # fmt: skip
    if person.actor.may(Permission.MANAGE_ROLES):
        found += [{"title": "Roles", "note": None, "offers": [_new_role()]}, *_roles(person), *_bot(person)]
    return found


def _new_channel(person: Person) -> Json:
    kinds = [choice(str(int(kind)), words) for kind, words in KINDS.items()]
    kinds[0]["chosen"] = True
    categories = [choice(one["id"], one["name"]) for one in person.channels(ChannelType.CATEGORY)]
    fields = [
        field("name", "Name"),
        field("kind", "What is it?", "list", choices=kinds),
        field(
            "category",
            "In which category?",
            "list",
            required=False,
            choices=categories,
            placeholder="In none",
        ),
    ]
    return offer("New channel", "create channel", fields=fields, about="New channel", opens=True)


def _new_role() -> Json:
    fields = [field("name", "Name"), field("apart", "Its members stand apart in the list", "box")]
    return offer("New role", "create role", fields=fields, about="New role")


def _roles(person: Person) -> list[Json]:
    guild, member = person.guild, person.actor.member
    return [
        {
            "title": role["name"], "note": None, "role": True,
            "offers": [
                rename("rename role", {"role": role["id"]}, role["name"]),
                delete("delete role", {"role": role["id"]}, f"Delete {role['name']}", LOSE_IT),
            ],
        }
        for role in sorted(guild.roles.values(), key=lambda role: -int(role["position"]))
        if role["id"] != guild.id and not role["managed"] and outranks(guild, member, role)
    ]  # fmt: skip


def _bot(person: Person) -> list[Json]:
    guild, name = person.guild, shown_name(person.world.bot_account())
    member = guild.members.get(person.world.application_id)
    own = next(
        (guild.roles[one] for one in (member or {}).get("roles", ()) if guild.roles[one]["managed"]), None
    )
    if own is None or not outranks(guild, person.actor.member, own):
        return []
    note = f"Below all others, {name} can give nobody a role. Do it to see what breaks, and how it says so."
    sure = "You can see in its answers what it cannot do any more."
    return [
        {
            "title": f"The role of {name} itself",
            "note": note,
            "offers": [offer(f"Move {name} down", "lower bot", sure=sure)],
        }
    ]
