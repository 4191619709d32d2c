"""A bot's first answer to an interaction: within three seconds, once, and in a form that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.checks.components import number
from sandbox.checks.form import check, listed, model, text
from sandbox.checks.modals import check_modal
from sandbox.compose import announce, new_message, revise
from sandbox.enums import AnswerType, InteractionType, MessageFlag, MessageType
from sandbox.errors import ApiError, invalid, unknown
from sandbox.files import Upload
from sandbox.interactions import Interaction, metadata, used
from sandbox.payloads import Json
from sandbox.verbs.messages import post

if TYPE_CHECKING:
    from sandbox.world import World

SUGGESTIONS = listed(model({"name": text(1, 100)}), 0, 25)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot sent: the interaction it is for, the callback's data and its files."""

    world: World
    interaction: Interaction
    data: Json
    uploads: Sequence[Upload]


def answer(world: World, interaction: Interaction, kind: int, data: Json, uploads: Sequence[Upload]) -> Json:
    """Take the answer and return the callback response; 10062 when it is late, 40060 the second time."""
    if interaction.answer is not None:
        raise ApiError(400, 40060, "Interaction has already been acknowledged.")
    if interaction.overdue(world.clock.monotonic()):
        raise unknown("interaction")
    chosen = _fitting(interaction, kind)
    message = TAKE[chosen](Answer(world, interaction, data, uploads))
    interaction.answer, interaction.answered = chosen, world.clock.monotonic()
    interaction.message_id = message["id"] if message else None
    shown = {"message": message, "modal": interaction.modal, "choices": interaction.choices}
    put_on_record(world, interaction, "answer", {"type": int(chosen)} | shown)
    world.changed.happened()
    return _response(world, interaction, message)


def _fitting(interaction: Interaction, kind: int) -> AnswerType:
    """The answer's type, or 50035 where this kind of interaction cannot be answered so."""
    fits = {AnswerType.MESSAGE, AnswerType.DEFERRED_MESSAGE, AnswerType.MODAL}
    if interaction.kind is InteractionType.AUTOCOMPLETE:
        fits = {AnswerType.CHOICES}
    if interaction.kind is InteractionType.MODAL_SUBMIT:
        fits -= {AnswerType.MODAL}
    if interaction.source:
        fits |= {AnswerType.DEFERRED_UPDATE, AnswerType.UPDATE}
    if kind not in fits:
        allowed = ", ".join(str(int(one)) for one in sorted(fits))
        raise invalid({"type": ("BASE_TYPE_CHOICES", f"Value must be one of ({allowed}).")})
    return AnswerType(kind)


def _message(given: Answer) -> Json:
    message = reply(given.world, given.interaction, given.data, given.uploads, at="data")
    given.interaction.ephemeral = bool(message["flags"] & MessageFlag.EPHEMERAL)
    return message


def _deferred(given: Answer) -> Json:
    flags = int(given.data.get("flags") or 0) & MessageFlag.EPHEMERAL
    given.interaction.ephemeral = bool(flags)
    thinking = {"content": "\N{ZERO WIDTH SPACE}", "flags": flags}
    return reply(given.world, given.interaction, thinking, loading=True)


def _deferred_update(given: Answer) -> Json | None:
    return given.interaction.source


def _update(given: Answer) -> Json:
    source = given.interaction.source
    if source is None or given.world.messages.find(source["channel_id"], source["id"]) is None:
        raise unknown("Message")
    revise(given.world, source, given.data, given.uploads, at="data")
    tell_edited(given.world, source)
    return source


def _choices(given: Answer) -> None:
    check(SUGGESTIONS, given.data.get("choices") or [], "data.choices")
    given.interaction.choices = list(given.data.get("choices") or ())


def _modal(given: Answer) -> None:
    check_modal(given.data)
    given.interaction.modal = given.data | {"components": number(given.data["components"])}


TAKE: dict[AnswerType, Callable[[Answer], Json | None]] = {
    AnswerType.MESSAGE: _message,
    AnswerType.DEFERRED_MESSAGE: _deferred,
    AnswerType.DEFERRED_UPDATE: _deferred_update,
    AnswerType.UPDATE: _update,
    AnswerType.CHOICES: _choices,
    AnswerType.MODAL: _modal,
}


def reply(
    world: World,
    interaction: Interaction,
    body: Json,
    uploads: Sequence[Upload] = (),
    *,
    loading: bool = False,
    followup: bool = False,
    at: str = "",
) -> Json:
    """Post a message in answer: for all in the channel, or for the one person when it is ephemeral."""
    channel = world.channel(interaction.channel_id)
    message = new_message(world, channel, world.users[world.application_id], body, uploads, at)
    message |= _kinship(interaction, channel, followup) | {
        "webhook_id": world.application_id, "application_id": world.application_id,
        "interaction_metadata": metadata(interaction), **used(interaction),
    }  # fmt: skip
    if loading:
        message |= {"content": "", "flags": message["flags"] | MessageFlag.LOADING}
    if message["flags"] & MessageFlag.EPHEMERAL:
        message["attachments"] = [one | {"ephemeral": True} for one in message["attachments"]]
        world.messages.add(message, only_for=interaction.user_id)
        world.changed.happened()
    else:
        post(world, channel, message)
    return message


def _kinship(interaction: Interaction, channel: Json, followup: bool) -> Json:
    """The message's type, and what it replies to: the message of the button, or the answer before it."""
    earlier = interaction.message_id if followup else (interaction.source or {}).get("id")
    if earlier is None:
        menu = interaction.payload["data"].get("target_id") is not None
        return {"type": int(MessageType.CONTEXT_MENU if menu else MessageType.COMMAND)}
    reference = {"type": 0, "channel_id": channel["id"], "message_id": earlier}
    if channel.get("guild_id"):
        reference["guild_id"] = channel["guild_id"]
    return {"type": int(MessageType.REPLY), "message_reference": reference}


def put_on_record(world: World, interaction: Interaction, deed: str, what: Json) -> None:
    """`deed`: answer, follow-up, edit or delete. What all may see is in the ledger as a message too."""
    data = interaction.payload["data"]
    about = {
        "id": interaction.id, "type": int(interaction.kind), "user_id": interaction.user_id,
        "channel_id": interaction.channel_id, "name": data.get("custom_id") or data.get("name"),
    }  # fmt: skip
    guild_id = interaction.payload.get("guild_id")
    world.ledger.note("INTERACTION_ANSWER", {"interaction": about, "deed": deed} | what, guild_id)


def tell_edited(world: World, message: Json) -> None:
    """An edited ephemeral message is nobody's business but its reader's."""
    if world.messages.reader_of(message):
        world.changed.happened()
    else:
        announce(world, "MESSAGE_UPDATE", world.channel(message["channel_id"]), message)


def _response(world: World, interaction: Interaction, message: Json | None) -> Json:
    channel = world.channel(interaction.channel_id)
    about: Json = {"id": interaction.id, "type": int(interaction.kind), "channel_id": channel["id"]}
    if channel.get("guild_id"):
        about["guild_id"] = channel["guild_id"]
    if message:
        about |= {
            "response_message_id": message["id"],
            "response_message_loading": bool(message["flags"] & MessageFlag.LOADING),
            "response_message_ephemeral": bool(message["flags"] & MessageFlag.EPHEMERAL),
        }  # fmt: skip
    shown = interaction.answer in (AnswerType.MESSAGE, AnswerType.UPDATE)
    resource = {"resource": {"type": int(interaction.answer or 0), "message": message}} if shown else {}
    return {"interaction": about} | resource
