"""Ines, 24, explains how the world looks to her; Amir, 41, asks; Tomas, 68, listens until he understands."""

from __future__ import annotations

from datetime import datetime, timedelta

from sandbox import Person
from tour.community import ASKED, BELIEF, EXPLAINED, NEIGHBOURS, Bridge, ask, sign_up
from tour.tale import Tale

TITLE = "Ines explains how the world looks to her, and Tomas understands without agreeing"

DECK = """
key = "porch"
language = "en"
title = "Evenings on the porch"

[[prompts]]
key = "light-on"
depth = 1
topics = ["home"]
text = "Which light in your home do you leave on for somebody?"

[[prompts]]
key = "own-kitchen"
depth = 9
topics = ["cooking"]
text = "What did your first kitchen smell of?"
"""
MENDED = DECK.replace("depth = 9", "depth = 1").replace('["cooking"]', '["home"]')

AMIR_ASKS = "What do you do when it is urgent?"
SHE_ANSWERS = "When my nephew was born, my brother rang. I picked up before I knew that I had."
FIRST_TRY = "You do not like talking to people, so you write to them instead."
MISSED = "I do like talking. I want to be ready for it, and a call does not ask whether I am."
SECOND_TRY = (
    "A message waits until you can give it your full heart. A call takes you as you are, ready or not."
)
HIS_SHIFT = (
    "All my life I rang to show that I care. I never thought that to somebody else "
    "it could feel like a demand."
)
HER_SHIFT = (
    "You tried a second time and did not defend yourself. I had not expected that "
    "from somebody who loves to ring."
)


async def play(bridge: Bridge, tale: Tale) -> None:
    ines, amir, tomas = [await _neighbour(bridge, name) for name in ("Ines", "Amir", "Tomas")]
    await _a_deck(bridge.nora, tale)
    await _she_explains(ines, tale)
    await _they_ask(ines, amir, tomas, tale)
    await _he_says_it_back(ines, tomas, tale)
    await _both_shift(ines, tomas, tale)
    await _a_month_later(bridge, ines, tomas, tale)


async def _neighbour(bridge: Bridge, name: str) -> Person:
    person = await bridge.join(name)
    await person.sees("Welcome")
    await sign_up(person, *NEIGHBOURS[name])
    await person.sees("You are in")
    return person


async def _a_deck(nora: Person, tale: Tale) -> None:
    async with tale.line("Nora adds a deck of prompts: what must be mended is said, and nothing is saved"):
        await nora.clicks("Decks")
        await nora.clicks("Add a deck")
        await nora.fills({"The file of your deck": [("porch.toml", DECK.encode())]})
        problems = nora.reads(await nora.sees("nothing was saved"))
    tale.saw("Nora", problems)
    async with tale.line("She mends it, and it is dealt from now on"):
        await nora.clicks("Add a deck")
        await nora.fills({"The file of your deck": [("porch.toml", MENDED.encode())]})
        await nora.sees("Evenings on the porch is saved")


async def _she_explains(ines: Person, tale: Tale) -> None:
    async with tale.line("Ines asks for a prompt, and passes: nobody asks her why"):
        await ines.clicks("Give me a prompt")
        await ines.sees("Only you can see this")
        await ines.clicks("Pass")
        await ines.sees("Only you can see this")
    async with tale.line("She explains her worldview, and sees it before anybody else does"):
        await ines.clicks("Explain my worldview")
        await ines.fills(EXPLAINED)
        preview = ines.reads(await ines.sees("Nothing has been posted yet"))
    tale.saw("Ines", preview)
    async with tale.line("She walks away; the draft waits for her, and she posts it"):
        await ines.clicks("Explain my worldview")
        await ines.sees("You have a draft")
        await ines.clicks("Go on")
        await ines.clicks("Post it")
        await ines.sees("It stands here")


async def _they_ask(ines: Person, amir: Person, tomas: Person, tale: Tale) -> None:
    async with tale.line("Tomas asks a question, and Ines answers it"):
        await ask(tomas)
        ines.goes_to(BELIEF)
        await ines.sees(ASKED)
        await ines.clicks("Answer", on=ASKED)
        await ines.fills({"What you want to say": SHE_ANSWERS})
        await ines.clicks("Post it as it is")
        tomas.goes_to(BELIEF)
        answer = tomas.reads(await tomas.sees(SHE_ANSWERS))
    tale.saw("Tomas", answer)
    async with tale.line("Amir asks as well; she would rather not answer, and need not say why"):
        amir.goes_to(BELIEF)
        await amir.clicks("Ask to understand")
        await amir.fills({"How do you want to begin?": "In my own words", "Your question": AMIR_ASKS})
        await ines.sees(AMIR_ASKS)
        await ines.clicks("Pass", on=AMIR_ASKS)
        await amir.sees("would rather not answer this one")
    async with tale.line("In its first hours nobody argues: Amir is told how he may reply at once"):
        await amir.clicks("More")
        await amir.clicks("Reply")
        early = amir.reads(await amir.sees("It is too early to reply"))
    tale.saw("Amir", early)


async def _he_says_it_back(ines: Person, tomas: Person, tale: Tale) -> None:
    async with tale.line("Tomas says back what he heard. Not quite, says Ines, and what he missed"):
        await tomas.clicks("Say back what I heard")
        await tomas.fills({"What I heard you say": FIRST_TRY})
        await ines.sees(FIRST_TRY)
        await ines.clicks("Not quite", on=FIRST_TRY)
        await ines.fills({"What was missed, in one sentence?": MISSED})
        missed = tomas.reads(await tomas.sees("that was not quite it"))
    tale.saw("Tomas", missed)
    async with tale.line("He says it again. Yes, that's it"):
        await tomas.clicks("Say it again")
        await tomas.fills({"What I heard you say": SECOND_TRY})
        await ines.sees(SECOND_TRY)
        await ines.clicks("Yes, that's it", on=SECOND_TRY)
        await tomas.sees("you got it")
        understood = tomas.reads(await tomas.sees("Understood by @Tomas"))
    tale.saw("Everybody", understood)


async def _both_shift(ines: Person, tomas: Person, tale: Tale) -> None:
    async with tale.line("Tomas says what it did to his view; he does not agree, and sees why"):
        await tomas.clicks("Shift")
        await tomas.fills({"Which is nearest?": "I disagree, and I see why", "Why?": HIS_SHIFT})
        shift = ines.reads(await ines.sees("All my life I rang"))
    tale.saw("Ines", shift)
    async with tale.line("And Ines thanks him for how he listened"):
        await ines.clicks("More")
        await ines.clicks("Thank a listener")
        await ines.chooses("Choose a listener", "Tomas")
        await ines.fills({"What has their listening done?": "I see it differently", "Why?": HER_SHIFT})
        await tomas.sees("You tried a second time")
    async with tale.line("Each finds it under My worldviews, for themselves alone"):
        await tomas.clicks("My worldviews")
        mine = tomas.reads(await tomas.sees("What I said back"))
    tale.saw("Tomas", mine)


async def _a_month_later(bridge: Bridge, ines: Person, tomas: Person, tale: Tale) -> None:
    async with tale.line("Both let the line stand in the monthly digest"):
        for person in (ines, tomas):
            person.goes_to(BELIEF)
            await person.clicks("Share this line", on=SECOND_TRY)
        await tomas.sees("Both of you share it")
    async with tale.line("On the first of the month it stands there, for all who were not in the thread"):
        bridge.world.clock.advance(_until_the_first(bridge.world.clock.now()))
        bridge.nora.goes_to(await bridge.world.changed.until(lambda: _digest(bridge), 10) or "general")
        digest = bridge.nora.reads(await bridge.nora.sees(SECOND_TRY))
    tale.saw("Nora", digest)


def _until_the_first(now: datetime) -> float:
    """Seconds until the first day of the next month, at ten."""
    first = (now.replace(day=1) + timedelta(days=32)).replace(day=1, hour=10, minute=0)
    return (first - now).total_seconds()


def _digest(bridge: Bridge) -> str | None:
    """The name of its post, when it stands there."""
    names = (str(thread["name"]) for thread in bridge.guild.threads)
    return next((name for name in names if name.startswith("What was understood")), None)
