"""A form with each kind of input Discord has, there and back."""

import discord
import pytest
from discord import ui

from sandbox import CannotDo
from tests.sandbox.clients import button

OPTIONS = {"Apple": "a", "Bread": "b", "Cheese": "c"}


def short():
    return ui.TextInput(custom_id="it", min_length=2, max_length=5, default="hello")


def paragraph():
    return ui.TextInput(custom_id="it", style=discord.TextStyle.paragraph, required=False)


def one_of_some():
    return ui.Select(
        custom_id="it", options=[discord.SelectOption(label=n, value=v) for n, v in OPTIONS.items()]
    )


def several():
    options = [discord.SelectOption(label=n, value=v, default=n == "Bread") for n, v in OPTIONS.items()]
    return ui.Select(custom_id="it", options=options, min_values=0, max_values=3, required=False)


def radio():
    return ui.RadioGroup(
        custom_id="it", options=[discord.RadioGroupOption(label=n, value=v) for n, v in OPTIONS.items()]
    )


def checkboxes():
    return ui.CheckboxGroup(
        custom_id="it", options=[discord.CheckboxGroupOption(label=n, value=v) for n, v in OPTIONS.items()]
    )


def checkbox():
    return ui.Checkbox(custom_id="it", default=True)


class Gallery(ui.Modal):
    async def on_submit(self, interaction):
        await interaction.response.defer()


@pytest.fixture
async def asked(world, guild, client, bridge, lobby):
    """Show Mei a form with one input, have it filled in, and return what the bot made of it."""
    mei = await world.join("Mei", guild)
    await world.join("Ruth", guild)
    await bridge.create_role(name="Mentor")
    await lobby.send("A button", view=button("Open"))

    async def ask(component, *answer):
        modal = Gallery(title="Gallery").add_item(ui.TextDisplay("Mind the step"))
        modal.add_item(ui.Label(text="It", description="whatever", component=component))

        async def respond(interaction):
            if interaction.type is discord.InteractionType.component:
                await interaction.response.send_modal(modal)

        client.answers(respond)
        await mei.clicks("Open")
        assert mei.form.texts == ["Mind the step"]
        await mei.fills({"It": answer[0]} if answer else {})
        return component

    return ask


@pytest.mark.parametrize(
    ("make", "answer", "value"),
    [
        (short, ["hi"], "hi"),
        (short, [], "hello"),
        (paragraph, ["two\nlines, \N{HEBREW LETTER ALEF}"], "two\nlines, \N{HEBREW LETTER ALEF}"),
        (paragraph, [], ""),
        (radio, ["Cheese"], "c"),
        (checkbox, [False], False),
        (checkbox, [], True),
    ],
)
async def test_inputs_with_one_value(asked, make, answer, value):
    assert (await asked(make(), *answer)).value == value


@pytest.mark.parametrize(
    ("make", "answer", "values"),
    [
        (one_of_some, ["Bread"], ["b"]),
        (several, [["Apple", "Cheese"]], ["a", "c"]),
        (several, [], ["b"]),
        (several, [[]], []),
        (checkboxes, [["Bread", "Cheese"]], ["b", "c"]),
        (checkboxes, ["Apple"], ["a"]),
    ],
)
async def test_inputs_with_several_values(asked, make, answer, values):
    assert (await asked(make(), *answer)).values == values


@pytest.mark.parametrize(
    ("make", "answer", "names"),
    [
        (ui.UserSelect, "Ruth", ["ruth"]),
        (ui.RoleSelect, "Mentor", ["Mentor"]),
        (ui.ChannelSelect, "#general", ["general"]),
        (ui.MentionableSelect, ["Ruth", "Mentor"], ["Mentor", "ruth"]),
    ],
)
async def test_inputs_that_pick_people_roles_and_channels(asked, make, answer, names):
    component = await asked(make(custom_id="it", max_values=2), answer)
    assert sorted(one.name for one in component.values) == names


async def test_files_are_uploaded(asked):
    files = [("essay.txt", b"My view"), ("photo.png", b"\x89PNG")]
    component = await asked(ui.FileUpload(custom_id="it", max_values=2), files)
    assert [one.filename for one in component.values] == ["essay.txt", "photo.png"]
    assert await component.values[0].read() == b"My view"


@pytest.mark.parametrize(
    ("make", "answer", "reason"),
    [
        (short, "x", "Must be between 2 and 5"),
        (short, "x" * 6, "Must be between 2 and 5"),
        (short, "", "This field is required"),
        (one_of_some, ["Apple", "Bread"], "Must be between 1 and 1"),
        (radio, "Soup", "no option 'Soup'"),
        (checkboxes, [], "This field is required"),
        (ui.UserSelect, "Nobody", "finds no 'Nobody'"),
        (ui.RoleSelect, "King", "finds no 'King'"),
        (ui.ChannelSelect, "#nowhere", "sees no channel"),
    ],
)
async def test_what_does_not_fit_is_not_sent(asked, make, answer, reason):
    component = make() if make in (short, one_of_some, radio, checkboxes) else make(custom_id="it")
    with pytest.raises(CannotDo, match=reason):
        await asked(component, answer)
