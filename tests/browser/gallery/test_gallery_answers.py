"""Each thing in the gallery answers whoever uses it."""

from __future__ import annotations

import asyncio

import pytest

from sandbox import CannotDo


async def test_a_button_says_which_it_is(mei):
    for label in ("I am coming", "Inside it", "About 4", "3.b", "Primary", "Success", "Danger", "Ours", "🫖"):
        await mei.clicks(label)
        await mei.sees(f"You pressed {label}")


async def test_a_link_and_a_closed_button_do_not_reach_the_bot(mei):
    for label, why in (("Link", "is a link"), ("Closed", "disabled")):
        with pytest.raises(CannotDo, match=why):
            await mei.clicks(label)


async def test_an_answer_for_one_person_has_buttons_of_its_own(mei, ruth):
    await mei.clicks("Only to me")
    await mei.sees("Only you see this.")
    assert ruth.find("Only you see this.") is None
    await mei.clicks("Go on")
    await mei.sees("We have gone on.")
    await mei.sees_not("Only you see this.")


async def test_the_bot_thinks_before_it_answers(mei):
    await mei.clicks("Think")
    await mei.sees("I have thought about it.")
    await mei.clicks("Think for ever")
    await mei.sees("is thinking…")


async def test_an_answer_that_never_comes(gallery, mei):
    pressing = asyncio.create_task(mei.clicks("Say nothing"))
    await gallery.bot.hears("interaction")
    gallery.world.clock.advance(3.1)
    with pytest.raises(CannotDo, match="This interaction failed"):
        await pressing
    running = asyncio.create_task(mei.runs("/silent"))
    await gallery.bot.hears("interaction", 2)
    gallery.world.clock.advance(3.1)
    with pytest.raises(CannotDo, match="did not respond"):
        await running


async def test_a_message_changes_in_place_and_others_follow_an_answer(mei, ruth):
    await mei.clicks("Pressed 0 times")
    await ruth.clicks("Pressed 1 times")
    await mei.sees("Pressed 2 times")
    await mei.clicks("Go on and on")
    await ruth.sees("then more for all,")
    await mei.sees("and a word for you alone.")
    assert ruth.find("and a word for you alone.") is None
    await mei.clicks("Nod")


async def test_the_bot_writes_to_whoever_lets_it(mei, ruth):
    await mei.clicks("Write to me")
    await mei.sees("Here I am, between the two of us.")
    ruth.accepts_direct_messages = False
    await ruth.clicks("Write to me")
    await ruth.sees("Your direct messages are closed.")


PICKED = {
    "When?": (["Noon"], "Noon"),
    "One or two": (["Apple", "Cherry"], "Apple, Cherry"),
    "Any": ([], "nothing"),
    "Twenty-five hours": (["00:00", "24:00"], "00:00, 24:00"),
    "Who?": (["Ruth", "Ana"], "ruth, ana"),
    "Which role?": (["Mentees"], "Mentees"),
    "Whom to call?": (["Mentees", "Ruth"], "ruth, Mentees"),
    "Which channel?": (["#general"], "general"),
    "Which room?": (["Tea room"], "Tea room"),
    "Here already": (["#views"], "views"),
    "An old select": (["Old option"], "Old option"),
}
"""By select: what is picked, and what the bot makes of it."""


async def test_a_select_tells_what_was_chosen(mei):
    for select, (picked, told) in PICKED.items():
        await mei.chooses(select, picked)
        answer = mei.reads(await mei.sees("You chose: "))
        assert sorted(answer.removeprefix("You chose: ").split(", ")) == sorted(told.split(", "))


async def test_a_select_holds_people_to_its_limits(mei):
    with pytest.raises(CannotDo, match="between 1 and 2"):
        await mei.chooses("One or two", "Apple", "Banana", "Cherry")
    with pytest.raises(CannotDo, match="disabled"):
        await mei.chooses("Not now", "Apple")


@pytest.mark.parametrize(
    ("opener", "answers", "lines"),
    [
        (
            "Introduce yourself",
            {"Your name": "Mei", "Your story": "I came here in spring."},
            ["Your name: Mei", "Your town: Leeds", "Anything else: No,"],
        ),
        (
            "Make choices",
            {"Fruit": ["Apple", "Banana"], "Your seat": "Mentee", "I have read the rules": True},
            ["Fruit: Apple, Banana", "Your seat: mentee", "Mornings: Mon", "rules: True", "to me: True"],
        ),
        (
            "Pick from the server",
            {"A person": "Ruth", "A role": "Mentors", "A text channel": "#rules"},
            ["A person: ruth", "A role: Mentors", "People or roles: nothing", "A text channel: rules"],
        ),
        (
            "Hand in papers",
            {"Papers": [("a.txt", b"one"), ("b.txt", b"two")]},
            ["Papers: a.txt, b.txt", "A portrait: nothing"],
        ),
    ],
)
async def test_a_form_lists_what_arrived(mei, opener, answers, lines):
    await mei.clicks(opener)
    assert mei.form
    await mei.fills(answers)
    for line in lines:
        await mei.sees(line)


async def test_a_form_keeps_back_what_does_not_fit_and_may_change_its_message(mei, ruth):
    await mei.clicks("Introduce yourself")
    with pytest.raises(CannotDo, match="between 10 and 200"):
        await mei.fills({"Your name": "Mei", "Your story": "Short"})
    await mei.clicks("Retitle")
    await mei.fills({"A new title": "A title by Mei"})
    await ruth.sees("A title by Mei")


async def test_commands_take_every_type_of_option(mei, ruth):
    await mei.runs(
        "/everything", word="cup", drink="Black tea", count=3, share=0.5, sure=True, person=ruth,
        role="Mentors", anyone="Mentees", place="Tea room", paper=("notes.txt", b"text"),
    )  # fmt: skip
    await ruth.sees("cup, Black tea, 3, 0.5, True, ruth, Mentors, Mentees, Tea room, notes.txt")
    for beyond in ({"word": "x"}, {"word": "cup", "count": 11}, {"word": "cup", "share": 1.5}):
        with pytest.raises(CannotDo, match="out of bounds"):
            await mei.runs("/everything", **beyond)


async def test_commands_suggest_branch_and_stand_in_menus(mei, ruth):
    assert await mei.suggestions("/town", name="be") == ["Berlin", "Bergen", "Bern"]
    await mei.runs("/town", name="Bergen")
    await mei.sees("Bergen it is.")
    await mei.runs("/circle plan", topic="Tea")
    await ruth.sees("Planned: Tea")
    await mei.runs("/circle host add", person=ruth)
    await ruth.sees("@Ruth is a host now.")
    await mei.uses("Count words", on="Who brings the cups?")
    await mei.sees("4 words")
    await mei.uses("Say hello", on=ruth)
    await ruth.sees("@Mei says hello to @Ruth.")


async def test_old_messages_work_like_new_ones(gallery, mei):
    await mei.clicks("An old button")
    await mei.sees("It still works.")
    (message,) = gallery.standing("embeds")
    whole = message["embeds"][0]
    assert {"author", "title", "url", "description", "fields", "image", "thumbnail", "footer"} <= whole.keys()
    assert {"timestamp", "color"} <= whole.keys()
    assert whole["image"]["url"].startswith(gallery.sandbox.cdn_url)
