"""The operations that are put through the loop."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.payloads import Json
from tests.cogs.worldviews.explaining import BELIEF, explains
from tests.crashing.conducting import TURNS
from tests.crashing.discussing import DISCUSSING, LONG
from tests.crashing.gathering import ABOUT_DISCUSSIONS
from tests.crashing.loop import Operation
from tests.crashing.meeting import MEETING
from tests.crashing.people import People
from tests.crashing.talking import TALKING
from tour.community import Bridge, sign_up

ZOOMER = "Gen Z · born 1997 to 2012"


async def _open(bridge: Bridge) -> None:
    await bridge.is_set_up()


async def _mei_is_there(bridge: Bridge) -> None:
    await bridge.is_set_up()
    await (await bridge.join("Mei")).sees("Welcome")


async def _mei_takes_part(bridge: Bridge) -> None:
    await _mei_is_there(bridge)
    mei = bridge.world.person("Mei")
    await sign_up(mei, "I can mentor", ZOOMER)
    await mei.has_roles("Gen Z", "Mentor")


async def set_up(people: People) -> None:
    nora = people.bridge.nora
    await people.do("Nora reads the plan", lambda: nora.runs("/setup"), lambda: nora.find("Do it"))

    async def confirms() -> None:
        if not nora.find("Do it"):
            await nora.runs("/setup")
        await nora.clicks("Do it")

    await people.do(
        "Nora confirms it",
        confirms,
        lambda: nora.find("Everything is in place") or nora.find("Nothing to do"),
        ("role Mentor", "role Boomer", "channel home", "#home: Reverse-mentoring circles"),
    )


async def join(people: People) -> None:
    mei = people.named("Mei")
    await people.do(
        "Mei signs up",
        lambda: sign_up(mei, "I can mentor", ZOOMER),
        lambda: mei.find("You are in") or mei.find("taking part since"),
        ("Mei holds Mentor", "Mei holds Gen Z"),
    )


async def leave(people: People) -> None:
    mei = people.named("Mei")

    async def leaves() -> None:
        await mei.clicks("My place")
        await mei.clicks("Leave the circles")
        await mei.clicks("Yes, leave")

    await people.do(
        "Mei leaves the circles",
        leaves,
        lambda: mei.find("You have left the circles") or mei.find("You left"),
    )


async def erase(people: People) -> None:
    mei = people.named("Mei")

    async def erases() -> None:
        await mei.clicks("My place")
        await mei.clicks("My data")
        await mei.clicks("Erase everything")
        await mei.clicks("Yes, erase everything")

    await people.do(
        "Mei erases what is kept about her",
        erases,
        lambda: mei.find("Erased") or mei.find("Nothing is kept"),
    )


async def arrive(people: People) -> None:
    ruth = await people.bridge.join("Ruth")
    await people.do(
        "Ruth reads her welcome",
        ruth.world.told,
        lambda: ruth.find("Welcome, @Ruth"),
        ("#welcome: Welcome, @Ruth!",),
    )


async def _mei_has_explained(bridge: Bridge) -> None:
    await _mei_takes_part(bridge)
    mei = bridge.world.person("Mei")
    await explains(mei)
    await mei.sees("It stands here")
    await bridge.world.changed.until(lambda: [*_threads(bridge, BELIEF)] or None, 5)


def _threads(bridge: Bridge, name: str) -> Iterator[Json]:
    return (thread for thread in bridge.guild.threads if thread["name"] == name)


async def put_to_rest(people: People) -> None:
    nora = people.bridge.nora

    async def presses() -> None:
        nora.goes_to(BELIEF)
        await nora.clicks("More")
        await nora.clicks("Put to rest")

    await people.do(
        "Nora puts a worldview to rest",
        presses,
        lambda: nora.find("This worldview is archived"),
        (f"thread {BELIEF} archived", "#Index: worldviews at rest: Worldviews at rest, page 1"),
    )


async def choose_topics(people: People) -> None:
    """Two tags are made, one is called otherwise, and the others go."""
    nora = people.bridge.nora

    async def chooses() -> None:
        nora.goes_to("steward-desk")
        await nora.clicks("Topics", on="For stewards")
        await nora.clicks("Edit the topics")
        await nora.fills({"One topic a line": "Working life\nMoney\nFamily\nFood\nMusic"})

    await people.do("Nora edits the topics", chooses, lambda: nora.find("I bring the tags"))


async def answer_a_prompt(people: People) -> None:
    mei = people.named("Mei")

    async def answers() -> None:
        if not mei.find("Nothing has been posted yet"):
            await mei.clicks("Give me a prompt")
            await mei.clicks("Answer in the forum")
            await mei.fills({"Your answer": "My aunt had a boat."})
            await mei.sees("Nothing has been posted yet")
        await mei.clicks("Post it")

    await people.do(
        "Mei answers a prompt",
        answers,
        lambda: mei.find("Your answer is saved") or mei.find("@Mei answers:"),
    )

    async def moves_on() -> None:
        await mei.sees("@Mei answers:")
        await mei.clicks("Next prompt")

    await people.do(
        "Mei has the next prompt dealt",
        moves_on,
        lambda: mei.find("The next prompt is"),
    )


SET_UP = Operation("setup", set_up)
SIGN_UP = Operation("sign-up", join, before=_mei_is_there)
LEAVE = Operation("leaving", leave, before=_mei_takes_part)
ERASE = Operation("erasing", erase, before=_mei_takes_part, last=True)
ARRIVE = Operation("greeting", arrive, before=_open)
PUT_TO_REST = Operation("resting", put_to_rest, before=_mei_has_explained)
TOPICS = Operation("topics", choose_topics, before=_open)
PROMPT = Operation("prompt", answer_a_prompt, before=_mei_takes_part)

OPERATIONS = (SET_UP, SIGN_UP, LEAVE, ERASE, ARRIVE)
ABOUT_TOPICS = (TOPICS, PROMPT, PUT_TO_REST, *TALKING)
"""Of these a few steps are tried in every run, and all of them in the soak."""
EVERYTHING = (*OPERATIONS, *ABOUT_TOPICS, *ABOUT_DISCUSSIONS, *MEETING, TURNS, *DISCUSSING, *LONG)
