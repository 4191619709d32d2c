"""What a bot does with an interaction's token after its first answer, for fifteen minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sandbox.answers import put_on_record, reply, tell_edited
from sandbox.compose import revise
from sandbox.enums import AnswerType, MessageFlag
from sandbox.errors import ApiError, unknown
from sandbox.files import Upload
from sandbox.interactions import Interaction
from sandbox.payloads import Json
from sandbox.verbs.messages import remove

if TYPE_CHECKING:
    from sandbox.world import World

ORIGINAL = "@original"


def by_token(world: World, application_id: str, token: str) -> Interaction:
    """10015 for a token that is not one or that was never answered; 50027 for one that is too old."""
    interaction = world.interactions.find(token)
    if interaction is None or application_id != world.application_id or interaction.answer is None:
        raise unknown("Webhook")
    if interaction.expired(world.clock.monotonic()):
        raise ApiError(401, 50027, "Invalid Webhook Token")
    return interaction


def message_of(world: World, interaction: Interaction, message_id: str) -> Json:
    """The original answer or a follow-up; 10008 when there is none, or it was dismissed or deleted."""
    wanted = interaction.message_id if message_id == ORIGINAL else message_id
    message = world.messages.find(interaction.channel_id, wanted or "")
    ours = message is not None and message["author"]["id"] == world.application_id
    if message is None or not ours or world.messages.reader_of(message) not in (None, interaction.user_id):
        raise unknown("Message")
    return message


def send(world: World, interaction: Interaction, body: Json, uploads: Sequence[Upload]) -> Json:
    """A further message. Right after a deferred answer it takes that one's place (Discord: webhooks)."""
    original = world.messages.find(interaction.channel_id, interaction.message_id or "")
    thinking = interaction.answer is AnswerType.DEFERRED_MESSAGE
    if thinking and original and original["flags"] & MessageFlag.LOADING:
        return edit(world, interaction, original, body, uploads)
    message = reply(world, interaction, body, uploads, followup=True)
    put_on_record(world, interaction, "follow-up", {"message": message})
    return message


def edit(
    world: World, interaction: Interaction, message: Json, body: Json, uploads: Sequence[Upload]
) -> Json:
    was_loading = message["flags"] & MessageFlag.LOADING
    revise(world, message, body, uploads)
    if was_loading:
        message |= {"flags": message["flags"] & ~MessageFlag.LOADING, "edited_timestamp": None}
    tell_edited(world, message)
    put_on_record(world, interaction, "edit", {"message": message})
    return message


def delete(world: World, interaction: Interaction, message: Json) -> None:
    put_on_record(world, interaction, "delete", {"message": message})
    remove(world, world.channel(message["channel_id"]), message)
