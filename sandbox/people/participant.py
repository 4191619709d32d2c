"""What a person does with the bot: click, choose, fill in, run commands; and how they come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from sandbox.enums import SELECTS, CommandType, ComponentType, InteractionType
from sandbox.errors import ApiError
from sandbox.interactions import ANSWER_SECONDS, Interaction
from sandbox.payloads import Json
from sandbox.people import screen
from sandbox.people.cannot import CannotDo, Unanswered, as_person
from sandbox.people.forms import Form
from sandbox.people.menus import chosen
from sandbox.people.onlooker import Onlooker
from sandbox.people.picking import PEOPLE, PICKED_FROM, Resolved, listed, option_value
from sandbox.people.slash import typed
from sandbox.people.somebody import Somebody
from sandbox.permissions import THREADS
from sandbox.verbs import members, thread_edits
from sandbox.verbs.archiving import is_archived

if TYPE_CHECKING:
    from sandbox.world import World

FAILED = "This interaction failed"
NO_RESPONSE = "The application did not respond"
NO_OPTIONS = "Loading options failed"
FORM_FAILED = "Something went wrong. Try again."
SAID_ON_THE_SPOT = (NO_OPTIONS, FORM_FAILED)
"""What stands in the list or the form itself; everything else the client says in the channel."""


class Participant(Onlooker):
    """An onlooker with hands. Whatever starts an interaction waits for the bot's first answer."""

    def __init__(self, world: World, account: Json) -> None:
        super().__init__(world, account)
        self.form: Form | None = None
        self.submitted: str | None = None
        """The id of the form that was sent last."""
        self._suggested: dict[tuple[str, str], dict[str, object]] = {}

    async def clicks(self, label: str, *, on: str | None = None) -> Interaction:
        """Press the newest button of this label; `on`: only on a message that shows this text."""
        message, button = self._control(label, {ComponentType.BUTTON}, on)
        if button.get("url"):
            raise CannotDo(f"{label!r} is a link to {button['url']}; it does not reach the bot")
        return await self.presses(message, button)

    async def presses(self, message: Json, button: Json) -> Interaction:
        """Press this very button."""
        data = {"custom_id": button["custom_id"], "component_type": button["type"], "id": button["id"]}
        return await self._uses(message, data)

    async def chooses(self, control: str, *options: object, on: str | None = None) -> Interaction:
        """Pick from the newest select with this placeholder: options by label, everything else by name.

        A select without a placeholder is found by one of its options' labels.
        """
        message, select = self._control(control, SELECTS, on)
        return await self.picks(message, select, options)

    async def picks(self, message: Json, select: Json, options: Iterable[object]) -> Interaction:
        """Pick from this very select."""
        resolved = Resolved(self)
        kind = PICKED_FROM.get(select["type"])
        wanted = [one for option in options for one in listed(option)]
        if kind:
            values = [resolved.pick(kind, one) for one in wanted]
        else:
            values = [option_value(self.name, select["options"], one) for one in wanted]
        low, high = select.get("min_values", 1), select.get("max_values", 1)
        if not low <= len(values) <= high:
            raise CannotDo(f"{self.name} must pick between {low} and {high}, not {len(values)}")
        data = {
            "custom_id": select["custom_id"], "component_type": select["type"], "id": select["id"],
            "values": values,
        }  # fmt: skip
        return await self._uses(message, data | ({"resolved": resolved.objects} if kind else {}))

    def _control(self, label: str, kinds: Iterable[int], on: str | None) -> tuple[Json, Json]:
        for message, component in self.controls():
            named = label in (screen.label(component), *(o["label"] for o in component.get("options", ())))
            if component["type"] not in kinds or not named:
                continue
            if on is not None and not screen.shows(self.world, message, on):
                continue
            if component.get("disabled"):
                raise CannotDo(f"{self.name} cannot use {label!r}: it is disabled")
            return message, component
        raise CannotDo(f"{self.name} sees no {label!r} to use, but:\n{self.screen()}")

    async def _uses(self, message: Json, data: Json) -> Interaction:
        self.form = None
        channel = self.world.channel(message["channel_id"])
        self._wakes(channel)
        start = self.world.interactions.start
        interaction = start(self.id, channel, InteractionType.COMPONENT, data, source=message)
        return await self._answered(interaction, FAILED)

    def _wakes(self, channel: Json) -> None:
        """The client wakes an archived thread before it sends a click.

        In a locked one it sends none, whoever presses (discord-api-docs #7900).
        """
        if channel["type"] not in THREADS:
            return
        if channel["thread_metadata"]["locked"]:
            raise CannotDo(f"{self.name} cannot use anything in {channel['name']!r}: it is locked")
        if is_archived(channel):
            with as_person(self.name, f"use anything in {channel['name']!r}, which is archived"):
                thread_edits.edit(self.actor, channel, {"archived": False})

    async def fills(self, answers: Mapping[str, object]) -> Interaction:
        """Answer the open form by its labels and submit it; what is left out stays as it was.

        Text for text inputs, labels for choices, a bool for a checkbox, people, roles and channels by name,
        files as (name, content). An input's custom id may stand for its label.
        """
        if self.form is None:
            raise CannotDo(f"{self.name} has no form open, but:\n{self.screen()}")
        form = self.form
        data = form.submission(self, answers)
        channel, opener = self.world.channel(form.opened_by.channel_id), form.opened_by
        start = self.world.interactions.start
        interaction = start(self.id, channel, InteractionType.MODAL_SUBMIT, data, opener.source, opener)
        await self._answered(interaction, FORM_FAILED)
        self.form, self.submitted = None, opener.id
        return interaction

    def closes_form(self) -> None:
        self.form = None

    async def runs(self, command: str, /, **options: object) -> Interaction:
        """Run a slash command they are offered: `mei.runs("/circle plan", name="Tea")`."""
        data = typed(self, command).filled(self._as_chosen(command, options))
        return await self._commands(data, InteractionType.COMMAND, NO_RESPONSE)

    async def uses(self, command: str, *, on: Somebody | str) -> Interaction:
        """Pick a command from the menu of a person, or of the newest message that shows this text."""
        if isinstance(on, str):
            return await self.uses_on_message(command, self.message(on))
        data = chosen(self, CommandType.USER, command)
        resolved = Resolved(self)
        data |= {"target_id": resolved.pick(PEOPLE, on), "resolved": resolved.objects}
        return await self._commands(data, InteractionType.COMMAND, NO_RESPONSE)

    async def uses_on_message(self, command: str, message: Json) -> Interaction:
        """Pick a command from the menu of this very message."""
        self.goes_to(message["channel_id"])
        data = chosen(self, CommandType.MESSAGE, command)
        data |= {"target_id": message["id"], "resolved": {"messages": {message["id"]: message}}}
        return await self._commands(data, InteractionType.COMMAND, NO_RESPONSE)

    async def suggestions(self, command: str, /, **options: object) -> list[str]:
        """What is suggested while the last of `options` is being typed."""
        return [choice["name"] for choice in await self.choices(command, **options)]

    async def choices(self, command: str, /, **options: object) -> list[Json]:
        """The same as Discord's choices, with their values. A suggestion run later is sent as its value."""
        focused = next(reversed(options))
        data = typed(self, command).half_filled(focused, options)
        interaction = await self._commands(data, InteractionType.AUTOCOMPLETE, NO_OPTIONS)
        choices = interaction.choices or []
        self._suggested[command, focused] = {choice["name"]: choice["value"] for choice in choices}
        return choices

    def _as_chosen(self, command: str, options: Mapping[str, object]) -> dict[str, object]:
        """Suggestions by name become their values."""
        return {
            name: self._suggested.get((command, name), {}).get(value, value)
            if isinstance(value, str)
            else value
            for name, value in options.items()
        }

    async def _commands(self, data: Json, kind: InteractionType, failure: str) -> Interaction:
        if kind is not InteractionType.AUTOCOMPLETE:
            self.form = None
        if is_archived(self.here):
            raise CannotDo(f"{self.name} cannot use commands in {self.here['name']!r}: it is archived")
        interaction = self.world.interactions.start(self.id, self.here, kind, data)
        return await self._answered(interaction, failure)

    async def _answered(self, interaction: Interaction, failure: str) -> Interaction:
        """Wait for the bot's first answer; without one the client says so and CannotDo is raised."""
        clock = self.world.clock

        def settled() -> bool | None:
            hopeless = interaction.overdue(clock.monotonic()) or not interaction.delivered
            return True if interaction.answer is not None or hopeless else None

        await self.world.changed.until(settled, ANSWER_SECONDS)
        if interaction.answer is None:
            if failure not in SAID_ON_THE_SPOT:
                with suppress(ApiError):  # the channel may be gone, and its messages with it
                    self.is_told(self.world.channel(interaction.channel_id), failure)
            raise Unanswered(self.name, failure)
        if interaction.modal:
            self.form = Form(interaction, interaction.modal)
        return interaction

    def message(self, named: str | Json) -> Json:
        """This very message, or the newest one that shows the text; CannotDo when there is none."""
        if not isinstance(named, str):
            return named
        found = self.find(named)
        if found is None:
            raise CannotDo(f"{self.name} sees no {named!r}, but:\n{self.screen()}")
        return found

    async def dismisses(self, text: str) -> None:
        """Dismiss what only they see; the bot is not told."""
        await self.dismiss(self.message(text))

    async def dismiss(self, message: Json) -> None:
        """Dismiss this very message."""
        if message in self._notices:
            self._notices.remove(message)
        elif self.world.messages.reader_of(message):
            self.world.messages.remove(message)
        else:
            raise CannotDo(f"{self.name} cannot dismiss what everybody sees")
        self.world.changed.happened()

    async def leaves(self) -> None:
        """Leave the guild they look at. An owner cannot."""
        guild = self.guild
        if guild.owner_id == self.id:
            raise CannotDo(f"{self.name} owns {guild.name} and cannot leave it")
        members.leave(self.world, guild, self.id)
        self.form = None
        await self.world.told()
