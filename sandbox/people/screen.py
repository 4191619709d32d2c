"""Discord's objects as a person reads them: names for ids, text for components."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sandbox.enums import ChannelFlag, ComponentType, MessageFlag, MessageType
from sandbox.payloads import Json, shown_name
from sandbox.permissions import THREADS

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

LINK_STYLE = 5
ONLY_YOU = "(only you can see this)"
MARKDOWN = re.compile(r"\*\*|__|~~|\|\||`+|^(?:#{1,3}|-#|>) ", re.MULTILINE)
SAID_BY_DISCORD: dict[int, str] = {
    MessageType.RECIPIENT_ADD: "added {1} to the thread",
    MessageType.RECIPIENT_REMOVE: "removed {1} from the thread",
    MessageType.NAME_CHANGE: "changed the name to {0}",
    MessageType.PIN: "pinned a message to this channel",
    MessageType.THREAD_CREATED: "started a thread: {0}",
    MessageType.THREAD_STARTER: "(this thread began with a message in the channel)",
}
TAG = re.compile(r"<(@&|@!?|#|t:)([^<>\n]+)>|<(/)([^<>\n]+:\d+)>")


def read(world: World, message: Json) -> list[str]:
    """The message line by line, without its author."""
    if message["flags"] & MessageFlag.LOADING:
        return [f"{shown_name(message['author'])} is thinking…"]
    lines = [said(message)] if said(message) else []
    for embed in message["embeds"] if message["type"] != MessageType.POLL_RESULT else ():
        lines += _embed(embed)
    if message.get("poll"):
        lines += _poll(message["poll"])
    for component in message["components"]:
        lines += _component(component)
    lines += [f"[file {attachment['filename']}]" for attachment in message["attachments"]]
    return [_names(world, line) for text in lines for line in text.split("\n")]


def said(message: Json) -> str:
    """Its content; of a message by Discord itself the words a client puts in its place."""
    if message["type"] == MessageType.POLL_RESULT:
        return _outcome(message["embeds"][0])
    words = SAID_BY_DISCORD.get(message["type"])
    if words is None:
        return str(message["content"])
    return words.format(message["content"], ", ".join(f"<@{user['id']}>" for user in message["mentions"]))


def title(guild: Guild, place: Json) -> str:
    """A channel's name; a thread's with its channel, its tags, and whether it rests."""
    if place["type"] not in THREADS:
        return f"#{place['name']}"
    parent = guild.channels[place["parent_id"]]
    tags = {tag["id"]: tag["name"] for tag in parent.get("available_tags", ())}
    held = [f"[{tags[tag_id]}]" for tag_id in place.get("applied_tags", ()) if tag_id in tags]
    words = {"locked": "(locked)", "archived": "(archived)"}
    states = [word for state, word in words.items() if place["thread_metadata"][state]]
    pinned = ["(pinned)"] if place["flags"] & ChannelFlag.PINNED else []
    return " ".join([f"#{parent['name']} > {place['name']}", *held, *pinned, *states])


def shows(world: World, message: Json, text: str) -> bool:
    """Whether somebody who reads the message finds `text` in it, with or without its markdown."""
    whole = "\n".join(read(world, message))
    return text in whole or text in MARKDOWN.sub("", whole)


def shown(world: World, message: Json) -> list[str]:
    """The message with its author in front and the mark of an ephemeral one."""
    first, *others = read(world, message) or [""]
    mark = f" {ONLY_YOU}" if message["flags"] & MessageFlag.EPHEMERAL else ""
    edited = " (edited)" if message["edited_timestamp"] and not mark else ""
    return [f"{shown_name(message['author'])}{mark}: {first}{edited}", *(f"    {line}" for line in others)]


def control(component: Json) -> str:
    """A button as [label], a choice as <placeholder>."""
    dead = " (disabled)" if component.get("disabled") else ""
    if component["type"] == ComponentType.BUTTON:
        target = f" → {component['url']}" if component["style"] == LINK_STYLE else ""
        return f"[{label(component)}{target}{dead}]"
    chosen = [option["label"] for option in component.get("options", ()) if option.get("default")]
    return f"<{', '.join(chosen) or label(component)}{dead}>"


def label(component: Json) -> str:
    """What a person calls a control: its label, its emoji, or its placeholder."""
    emoji = (component.get("emoji") or {}).get("name")
    return str(component.get("label") or emoji or component.get("placeholder") or "Make a selection")


def _embed(embed: Json) -> list[str]:
    author, footer = (embed.get("author") or {}).get("name"), (embed.get("footer") or {}).get("text")
    fields = [f"{field['name']}: {field['value']}" for field in embed.get("fields", ())]
    lines = [author, embed.get("title"), embed.get("description"), *fields, footer]
    return [line for line in lines if line]


def _poll(poll: Json) -> Iterator[str]:
    counts = {one["id"]: one["count"] for one in poll["results"]["answer_counts"]}
    mark = "[ ]" if poll["allow_multiselect"] else "( )"
    yield f"Poll: {poll['question']['text']}"
    for answer in poll["answers"]:
        yield f"{mark} {answer['poll_media']['text']}: {counts.get(answer['answer_id'], 0)}"


def _outcome(embed: Json) -> str:
    told = {field["name"]: field["value"] for field in embed["fields"]}
    victor = told.get("victor_answer_text", "nobody won")
    return f"The poll “{told['poll_question_text']}” has ended: {victor}"


def _component(component: Json) -> Iterator[str]:
    match component["type"]:
        case ComponentType.TEXT_DISPLAY:
            yield component["content"]
        case ComponentType.ACTION_ROW:
            yield " ".join(control(child) for child in component["components"])
        case ComponentType.SECTION | ComponentType.CONTAINER:
            accessory = [component["accessory"]] if "accessory" in component else []
            for child in [*component["components"], *accessory]:
                yield from _component(child)
        case ComponentType.SEPARATOR if component.get("divider", True):
            yield "───"
        case ComponentType.THUMBNAIL | ComponentType.MEDIA_GALLERY:
            pictures = component.get("items", [component])
            yield " ".join(f"[picture {picture.get('description') or ''}]" for picture in pictures)
        case ComponentType.BUTTON:
            yield control(component)


def _names(world: World, text: str) -> str:
    """Mentions and times as a client shows them; times in UTC."""
    return TAG.sub(lambda found: _tag(world, found[1] or found[3], found[2] or found[4]) or found[0], text)


def _tag(world: World, kind: str, value: str) -> str | None:
    if kind == "/":
        return f"/{value.rsplit(':', 1)[0]}"
    if kind == "t:":
        return _time(value.split(":")[0])
    if kind == "#":
        names = {
            place["id"]: place["name"]
            for guild in world.guilds.values()
            for place in (*guild.channels.values(), *guild.threads)
        }
        return f"#{names.get(value, 'unknown')}"
    if kind == "@&":
        roles = {rid: role["name"] for guild in world.guilds.values() for rid, role in guild.roles.items()}
        return f"@{roles.get(value, 'unknown-role')}"
    account = world.users.get(value)
    return f"@{shown_name(account)}" if account else f"<@{value}>"


def _time(seconds: str) -> str | None:
    """None for what is no moment, or one that no calendar has: a client leaves it as it was written."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%d %H:%M UTC")
    except (ValueError, OverflowError, OSError):
        return None
