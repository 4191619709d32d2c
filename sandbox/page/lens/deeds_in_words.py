"""What a person did, in a sentence: by an interaction, or by a change that nobody else made."""

from __future__ import annotations

from sandbox.checks.components import walk
from sandbox.enums import CommandType, ComponentType, InteractionType
from sandbox.interactions import Interaction
from sandbox.page.lens.names import Names, inner, quoted
from sandbox.payloads import Json
from sandbox.people.screen import label


def of_interaction(names: Names, interaction: Interaction) -> str:
    """“Mei pressed “Join the circles””, “Mei ran /circle plan” and so on."""
    who = names.person(interaction.user_id)
    data = interaction.payload["data"]
    match interaction.kind:
        case InteractionType.COMPONENT:
            return f"{who} {_used(interaction, data)}"
        case InteractionType.MODAL_SUBMIT:
            title = inner(interaction.opened_by.modal, "title") if interaction.opened_by else ""
            return f"{who} sent the form {quoted(title or data.get('custom_id', ''))}"
        case InteractionType.AUTOCOMPLETE:
            return f"{who} is typing {_line(data)}"
    if data["type"] == CommandType.CHAT_INPUT:
        return f"{who} ran {_line(data)}"
    return f"{who} picked {quoted(data['name'])} from a menu"


def _used(interaction: Interaction, data: Json) -> str:
    parts = walk((interaction.source or {}).get("components", []))
    control = next((part for _, part in parts if part.get("id") == data.get("id")), None)
    name = quoted(label(control) if control else data["custom_id"])
    if data["component_type"] == ComponentType.BUTTON:
        return f"pressed {name}"
    options = {option["value"]: option["label"] for option in (control or {}).get("options", ())}
    picked = ", ".join(quoted(options[value]) for value in data["values"] if value in options)
    return f"picked {picked} from {name}" if picked else f"picked from {name}"


def _line(data: Json) -> str:
    line, options = f"/{data['name']}", data.get("options", ())
    while options and options[0]["type"] in (1, 2):
        line, options = f"{line} {options[0]['name']}", options[0].get("options", ())
    return line


def of_change(names: Names, event: str, data: Json) -> str:
    """The change as a deed; Discord does not always say whose."""
    who = names.person(inner(data, "user", "id") or data.get("user_id"))
    match event:
        case "MESSAGE_CREATE":
            said = quoted(data["content"]) if data["content"] else "a message"
            return f"{names.person(data['author']['id'])} wrote {said} in {names.channel(data['channel_id'])}"
        case "GUILD_MEMBER_ADD":
            return f"{who} came in"
        case "GUILD_MEMBER_REMOVE":
            return f"{who} left"
        case "MESSAGE_REACTION_ADD":
            return f"{who} reacted to a message"
        case "MESSAGE_REACTION_REMOVE":
            return f"{who} took a reaction back"
        case "VOICE_STATE_UPDATE":
            where = data.get("channel_id")
            return f"{who} is in {names.channel(where)}" if where else f"{who} left the voice channel"
    return f"By hand: {in_words(names, event, data)}"


VERBS = {
    "CREATE": "was made", "ADD": "was added", "UPDATE": "was changed", "DELETE": "was deleted",
    "REMOVE": "was removed",
}  # fmt: skip


def in_words(names: Names, event: str, data: Json) -> str:
    """A change of the world in the passive: who did it stands elsewhere."""
    who = names.person(inner(data, "user", "id") or data.get("user_id"))
    match event:
        case "MESSAGE_CREATE":
            author, place = names.person(data["author"]["id"]), names.channel(data["channel_id"])
            return f"a new message of {author} in {place}"
        case "MESSAGE_UPDATE" | "MESSAGE_DELETE":
            return f"a message in {names.channel(data['channel_id'])} {VERBS[event.rpartition('_')[2]]}"
        case "GUILD_MEMBER_UPDATE":
            roles = ", ".join(names.role(role) for role in data.get("roles", ()))
            return f"{who} now has {roles or 'no roles'}"
        case "GUILD_MEMBER_ADD":
            return f"{who} came in"
        case "GUILD_MEMBER_REMOVE":
            return f"{who} left"
        case "GUILD_AUDIT_LOG_ENTRY_CREATE":
            return "the audit log has a new entry"
        case "GUILD_CREATE":
            return f"the server {quoted(data.get('name'))} is there"
        case "GUILD_ROLE_CREATE" | "GUILD_ROLE_UPDATE":
            return f"the role {quoted(inner(data, 'role', 'name'))} {VERBS[event.rpartition('_')[2]]}"
        case "CHANNEL_CREATE" | "CHANNEL_UPDATE" | "CHANNEL_DELETE":
            return f"the channel {quoted(data.get('name'))} {VERBS[event.rpartition('_')[2]]}"
    thing, _, verb = event.rpartition("_")
    return f"{thing.lower().replace('_', ' ')} {VERBS.get(verb, verb.lower())}"
