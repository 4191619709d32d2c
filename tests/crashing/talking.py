"""What people explain and what others say to it, put through the loop."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from sandbox import Person
from sandbox.enums import MessageFlag
from tests.crashing.loop import Operation, come_to_rest
from tests.crashing.people import People
from tour.community import Bridge, sign_up

ZOOMER = "Gen Z · born 1997 to 2012"
BOOMER = "Boomer · born 1946 to 1964"
BELIEF = "Work is not who I am."
EXPLAINED: dict[str, object] = {"What I believe": BELIEF, "Topics": ["Work", "Time"]}
QUESTION = "Who told you that?"
ANSWER = "My father did, by the way he came home."
HEARD = "You work hard, and that is all there is to you."
HEARD_BETTER = "You work hard, and you do not want your work to be all that you are."
MISSED = "That my work is only a part of me."
REASON = "I thought it was laziness, and now I see how tired all of you must be at the end of a day."


async def both_take_part(bridge: Bridge) -> None:
    await bridge.is_set_up()
    for name, seat, generation in (("Mei", "I can mentor", ZOOMER), ("Ruth", "I want to understand", BOOMER)):
        person = await bridge.join(name)
        await person.sees("Welcome")
        await sign_up(person, seat, generation)
        await person.sees("You are in")


async def _mei_has_explained(bridge: Bridge) -> None:
    await both_take_part(bridge)
    await _explain(bridge.world.person("Mei"))
    await bridge.world.person("Mei").sees("It stands here")


async def _ruth_has_asked(bridge: Bridge) -> None:
    await _mei_has_explained(bridge)
    await _ask(bridge.world.person("Ruth"))
    await bridge.world.person("Ruth").sees("Your question stands")


async def explain(people: People) -> None:
    mei = people.named("Mei")
    await does(
        people,
        "Mei explains her worldview",
        mei,
        lambda: _explain(mei),
        lambda: _stands(people, BELIEF),
        (f"thread {BELIEF}",),
    )


async def ask(people: People) -> None:
    ruth = people.named("Ruth")
    await does(
        people,
        "Ruth asks",
        ruth,
        lambda: _ask(ruth),
        lambda: _says(ruth, QUESTION),
        (f"#{BELIEF}: @Ruth asks @Mei",),
    )


async def answer(people: People) -> None:
    mei = people.named("Mei")

    async def answers() -> None:
        await mei.clicks("Answer")
        await mei.fills({"What you want to say": ANSWER})
        await mei.clicks("Post it as it is")

    await does(
        people,
        "Mei answers",
        mei,
        answers,
        lambda: _says(mei, ANSWER),
        (f"#{BELIEF}: @Mei answers @Ruth",),
    )


async def understand(people: People) -> None:
    """Ruth says back what she heard, it is not quite that, and then it is."""
    mei, ruth = people.named("Mei"), people.named("Ruth")

    async def says_not_quite() -> None:
        await mei.clicks("Not quite")
        await mei.fills({"What was missed, in one sentence?": MISSED})

    for what, who, work, seen in (
        ("Ruth says it back", ruth, lambda: _say_back(ruth, "Say back what I heard", HEARD), HEARD),
        ("Mei says that it is not quite that", mei, says_not_quite, MISSED),
        ("Ruth says it again", ruth, lambda: _say_back(ruth, "Say it again", HEARD_BETTER), HEARD_BETTER),
        ("Mei says that this is it", mei, lambda: mei.clicks("Yes, that's it"), "@Ruth, you got it"),
    ):
        await does(people, what, who, work, partial(_says, who, seen))


async def shift(people: People) -> None:
    ruth = people.named("Ruth")

    async def shifts() -> None:
        await ruth.clicks("Shift")
        await ruth.fills({"Which is nearest?": "I understand it now", "Why?": REASON})

    await does(
        people,
        "Ruth gives a shift",
        ruth,
        shifts,
        lambda: _says(ruth, REASON),
        (f"#{BELIEF}: @Ruth to @Mei",),
    )


async def withdraw(people: People) -> None:
    mei = people.named("Mei")

    async def withdraws() -> None:
        await mei.clicks("More", on=BELIEF)
        await mei.clicks("Withdraw")
        await mei.clicks("Yes, take it back")

    await does(people, "Mei takes it back", mei, withdraws, lambda: not _stands(people, BELIEF))


async def erase(people: People) -> None:
    """Of somebody who wrote, and whom others asked."""
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


async def _explain(mei: Person) -> None:
    """Whoever was interrupted finds a draft."""
    await mei.clicks("Explain my worldview")
    if mei.find("You have a draft"):
        await mei.clicks("Go on")
    await mei.fills(EXPLAINED)
    await mei.clicks("Post it")


async def _ask(ruth: Person) -> None:
    await ruth.clicks("Ask to understand")
    await ruth.fills({"How do you want to begin?": "In my own words", "Your question": QUESTION})


async def _say_back(ruth: Person, button: str, heard: str) -> None:
    await ruth.clicks(button)
    await ruth.fills({"What I heard you say": heard})


async def does(
    people: People,
    what: str,
    person: Person,
    work: Callable[[], Awaitable[object]],
    done: Callable[[], object],
    facts: tuple[str, ...] = (),
) -> None:
    """Something that can be seen in the forum by whoever did it. They look there before they do it again."""

    async def looks_and_works() -> None:
        await come_to_rest(people.bot)
        await dismiss(person)
        if not done():
            await work()

    await people.do(what, looks_and_works, done, facts)


async def dismiss(person: Person) -> None:
    """What only they see, so that no answer of an earlier time is taken for a new one."""
    for message in person.newest_first():
        if message["flags"] & MessageFlag.EPHEMERAL:
            await person.dismiss(message)


def _stands(people: People, name: str) -> bool:
    return any(thread["name"] == name for thread in people.bridge.guild.threads)


def _says(person: Person, text: str) -> bool:
    """Whether it stands under the worldview for all to see."""
    threads = [thread for thread in person.guild.threads if thread["name"] == BELIEF]
    seen = [message for thread in threads for message in person.messages(thread)]
    return any(text in person.reads(m) for m in seen if not person.world.messages.reader_of(m))


POST = Operation("explaining", explain, before=both_take_part)
ASK = Operation("asking", ask, before=_mei_has_explained)
ANSWERING = Operation("answering", answer, before=_ruth_has_asked)
LOOP = Operation("saying back", understand, before=_mei_has_explained)
SHIFT = Operation("a shift", shift, before=_mei_has_explained)
WITHDRAW = Operation("withdrawing", withdraw, before=_ruth_has_asked)
ERASE_AUTHOR = Operation("erasing an author", erase, before=_ruth_has_asked, last=True)

TALKING = (POST, ASK, ANSWERING, LOOP, SHIFT, WITHDRAW, ERASE_AUTHOR)
