"""Many members and messages, made in the world at once and told to nobody: for measuring the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sandbox import World
from sandbox.compose import blank_message
from sandbox.enums import MessageFlag, MessageType
from sandbox.files import Upload, attach
from sandbox.guild import Guild
from sandbox.layout import laid_out
from sandbox.payloads import Json
from tests.browser.gallery.pictures import SUNSET
from tests.browser.gallery.texts import LOREM

APART = timedelta(minutes=7)
"""Between two messages: 5,000 of them are about 24 days."""
KINDS = 8


def add_members(world: World, guild: Guild, count: int, role_ids: Sequence[str]) -> list[str]:
    """Their ids. Each has one of these roles, every seventh none."""
    added = world.add_members(guild, count)
    for number, user_id in enumerate(added):
        if number % 7:
            guild.members[user_id]["roles"] = [role_ids[number % len(role_ids)]]
    return added


def add_messages(world: World, channel: Json, count: int, author_ids: Sequence[str]) -> None:
    """The newest last, each with an id of its own moment."""
    begin = world.clock.now() - APART * count
    earlier: Json = {}
    for number in range(count):
        moment = begin + APART * number
        author = world.users[author_ids[number % len(author_ids)]]
        message = blank_message(world, channel, author) | {
            "id": str(world.snowflakes.earliest(moment)), "timestamp": moment.isoformat(),
        }  # fmt: skip
        message |= _of_kind(world, number, message, earlier)
        world.messages.add(message)
        earlier = message
    channel["last_message_id"] = earlier["id"]


def _of_kind(world: World, number: int, message: Json, earlier: Json) -> Json:
    """What makes one message different from the next."""
    words = f"Message {number}"
    match number % KINDS:
        case 1:
            return {"content": f"{words}: {LOREM * (1 + number % 20)}"}
        case 2:
            return {
                "content": "",
                "flags": int(MessageFlag.COMPONENTS_V2),
                "components": _panel(world, words),
            }
        case 3 if number > KINDS:
            return {"content": words, "type": int(MessageType.REPLY)} | _answering(earlier)
        case 4:
            return {"content": words, "embeds": [_embed(words)]}
        case 5:
            upload = Upload("files[0]", "sunset.png", SUNSET)
            return {
                "content": words,
                "attachments": attach(world, [upload], [{"id": "0", "description": words}]),
            }
        case 6:
            world.reactions[message["id"]] = {"👍": [message["author"]["id"]], "🫖": [world.application_id]}
            return {"content": f"**{words}** with `code`, a <@{message['author']['id']}> and ||a spoiler||"}
    return {"content": words}


def _panel(world: World, words: str) -> list[Json]:
    buttons = [
        {"type": 2, "style": 1 + n, "label": f"Button {n}", "custom_id": f"long:{n}"} for n in range(3)
    ]
    inside = [
        {"type": 10, "content": f"### {words}\n{LOREM}"},
        {"type": 14},
        {"type": 1, "components": buttons},
    ]
    return laid_out(world, [{"type": 17, "accent_color": 0x0F766E, "components": inside}], [])


def _embed(words: str) -> Json:
    fields = [
        {"name": "When", "value": "Friday", "inline": True},
        {"name": "Where", "value": "Here", "inline": True},
    ]
    return {"type": "rich", "title": words, "description": LOREM, "color": 0xD97706, "fields": fields}


def _answering(earlier: Json) -> Json:
    quoted = {key: value for key, value in earlier.items() if key != "referenced_message"}
    reference = {"type": 0, "channel_id": earlier["channel_id"], "message_id": earlier["id"]}
    return {"message_reference": reference, "referenced_message": quoted}
