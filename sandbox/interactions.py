"""What a person does with the bot's buttons, forms and commands, and what became of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.enums import AnswerType, CommandType, InteractionType, OptionType
from sandbox.payloads import Json
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.world import World

ANSWER_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0
KEPT_SECONDS = 4 * TOKEN_SECONDS
"""How long it is remembered that a token was good once; after that it is unknown."""
ATTACHMENT_LIMIT = 10 * 1024 * 1024


@dataclass(eq=False, slots=True)
class Interaction:
    """One INTERACTION_CREATE, its deadline, and everything the bot did with its token."""

    payload: Json
    user_id: str
    channel_id: str
    created: float
    source: Json | None = None
    opened_by: Interaction | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    answer: AnswerType | None = None
    answered: float | None = None
    """When the first answer came, by the same clock as `created`."""
    message_id: str | None = None
    ephemeral: bool = False
    modal: Json | None = None
    choices: list[Json] | None = None
    delivered: bool = False

    @property
    def id(self) -> str:
        return str(self.payload["id"])

    @property
    def kind(self) -> InteractionType:
        return InteractionType(self.payload["type"])

    def overdue(self, now: float) -> bool:
        """Whether the bot let the deadline for its first answer pass."""
        return self.answer is None and now - self.created > ANSWER_SECONDS

    def expired(self, now: float) -> bool:
        return now - self.created > TOKEN_SECONDS


class Interactions:
    """All interactions by token; those whose token is worthless are forgotten as new ones come."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_token: dict[str, Interaction] = {}

    def find(self, token: str) -> Interaction | None:
        return self._by_token.get(token)

    def by(self, user_id: str) -> list[Interaction]:
        """What somebody has begun lately, oldest first."""
        return [one for one in self._by_token.values() if one.user_id == user_id]

    def _forget_old(self, now: float) -> None:
        while self._by_token:
            token, oldest = next(iter(self._by_token.items()))
            if now - oldest.created <= KEPT_SECONDS:
                return
            del self._by_token[token]

    def start(
        self,
        user_id: str,
        channel: Json,
        kind: InteractionType,
        data: Json,
        source: Json | None = None,
        opened_by: Interaction | None = None,
    ) -> Interaction:
        """Send the bot an interaction from this person in this channel."""
        world = self._world
        payload = _payload(world, user_id, channel, kind, data)
        if source:
            payload["message"] = source
        now = world.clock.monotonic()
        interaction = Interaction(payload, user_id, channel["id"], now, source, opened_by)
        payload["token"] = interaction.token
        self._forget_old(now)
        self._by_token[interaction.token] = interaction
        for watcher in world.watchers:
            watcher.interacted(interaction)
        guild = world.guild_of(channel)
        if guild is None or world.application_id in guild.members:
            guild_id = guild.id if guild else None
            interaction.delivered = world.sessions.deliver("INTERACTION_CREATE", payload, guild_id)
        world.changed.happened()
        return interaction


def _payload(world: World, user_id: str, channel: Json, kind: InteractionType, data: Json) -> Json:
    """Everything Discord sends with an interaction, except its token."""
    payload: Json = {
        "id": world.snowflakes.next(), "application_id": world.application_id, "type": int(kind),
        "data": data, "version": 1, "channel_id": channel["id"],
        "locale": world.locales.get(user_id, "en-US"), "entitlements": [],
        "attachment_size_limit": ATTACHMENT_LIMIT,
    }  # fmt: skip
    guild = world.guild_of(channel)
    if guild is None:
        return payload | {
            "channel": channel, "user": world.users[user_id], "app_permissions": str(Permission.ALL.value),
            "context": 1, "authorizing_integration_owners": {"0": "0"},
        }  # fmt: skip
    actor = world.actor(guild, user_id)
    shown = partial_channel(actor, channel)
    bot = guild.members.get(world.application_id)
    granted = Actor(world, guild, bot).permissions(channel) if bot else Permission.NONE
    locale, features = guild.settings["preferred_locale"], guild.settings["features"]
    return payload | {
        "guild_id": guild.id, "guild": {"id": guild.id, "locale": locale, "features": features},
        "guild_locale": locale, "channel": shown,
        "member": actor.member | {"permissions": shown["permissions"]},
        "app_permissions": str(granted.value), "context": 0,
        "authorizing_integration_owners": {"0": guild.id},
    }  # fmt: skip


def _target(data: Json) -> Json:
    """Whom or what a command of a menu was used on."""
    target, resolved = data.get("target_id"), data.get("resolved", {})
    if target is None:
        return {}
    if data["type"] == CommandType.USER:
        return {"target_user": resolved["users"][target]}
    return {"target_message_id": target}


def permission_text(actor: Actor, channel: Json) -> str:
    return str(actor.permissions(channel).value)


def partial_channel(actor: Actor, channel: Json) -> Json:
    """A channel as interactions show it: no overwrites, but what the person may do there."""
    shown = {key: value for key, value in channel.items() if key != "permission_overwrites"}
    return shown | {"permissions": permission_text(actor, channel)}


def used(interaction: Interaction) -> Json:
    """The `interaction` of messages that answer a command: its whole name and who used it."""
    data, about = interaction.payload["data"], metadata(interaction)
    if interaction.kind is not InteractionType.COMMAND:
        return {}
    names, options = [data["name"]], data.get("options", [])
    while options and options[0]["type"] in (OptionType.SUBCOMMAND, OptionType.GROUP):
        names.append(options[0]["name"])
        options = options[0].get("options", [])
    return {"interaction": {key: about[key] for key in ("id", "type", "user")} | {"name": " ".join(names)}}


def metadata(interaction: Interaction) -> Json:
    """The `interaction_metadata` of messages made in answer to it."""
    payload = interaction.payload
    about: Json = {
        "id": interaction.id, "type": int(interaction.kind),
        "user": payload["member"]["user"] if "member" in payload else payload["user"],
        "authorizing_integration_owners": payload["authorizing_integration_owners"],
    }  # fmt: skip
    about |= _target(payload["data"])
    if interaction.kind is InteractionType.COMPONENT and interaction.source:
        about["interacted_message_id"] = interaction.source["id"]
    if interaction.kind is InteractionType.MODAL_SUBMIT and interaction.opened_by:
        about["triggering_interaction_metadata"] = metadata(interaction.opened_by)
    return about
