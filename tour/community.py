"""The small community in which stories are played and the demo is tried."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox import Person, World
from sandbox.guild import Guild

NAME = "Bridge"
STEWARD = "Nora"
SPEAKER = "Ines"
ASKER = "Tomas"
NEIGHBOURS = {
    "Ines": ("I can mentor", "Gen Z · born 1997 to 2012"),
    "Amir": ("I can mentor", "Millennial · born 1981 to 1996"),
    "Tomas": ("I want to understand", "Boomer · born 1946 to 1964"),
}
"""People who are in already: their seat and generation, as the form calls them."""
BELIEF = "A message is a visit. I would rather you wrote than rang."
EXPLAINED = {
    "What I believe": BELIEF,
    "The moment that shaped it": (
        "My grandmother rang each evening at seven. I let it ring, because I was never ready to sound happy. "
        "Then we began to write. She tells me things now that she never said aloud."
    ),
    "What people my age get wrong about me": "That I hide behind my phone. I am more honest in there.",
    "Ask me about…": "What I do when my phone rings.",
    "Topics": ["Family", "Technology"],
}
"""What she has explained, so that whoever comes finds somebody to listen to."""
ASKED = "When did a call last do you good?"
"""What he has asked her."""
EVENING = "What is a good evening?"
"""What she hosts tomorrow."""
NEWCOMERS = ("Mei", "Ruth")
"""People who have joined the server, and nothing else yet."""


@dataclass(frozen=True)
class Bridge:
    """The community and its steward."""

    world: World
    guild: Guild
    nora: Person

    async def join(self, name: str, *, locale: str | None = None) -> Person:
        """Somebody joins the server."""
        return await self.world.join(name, self.guild, locale=locale)

    async def is_set_up(self) -> None:
        """Nora runs /setup and confirms the plan."""
        await self.nora.runs("/setup")
        await self.nora.clicks("Do it")
        await self.nora.sees("Everything is in place", within=10)


def found(world: World) -> Bridge:
    """A server with a steward and the bot, and nothing set up."""
    guild = world.create_guild(NAME, owner=STEWARD)
    return Bridge(world, guild, world.person(STEWARD))


async def sign_up(person: Person, seat: str, generation: str) -> None:
    """What everybody does: one press, one form."""
    await person.clicks("Join the circles")
    await person.fills(
        {
            "Where do you want to sit?": seat,
            "Your generation": generation,
            "I am 18 or older": True,
            "I agree to listen and to be kind": True,
        }
    )


async def explain(ines: Person) -> None:
    """She fills in the form, sees what would be posted, and posts it."""
    await ines.clicks("Explain my worldview")
    await ines.fills(EXPLAINED)
    await ines.clicks("Post it")
    await ines.sees("It stands here")


async def ask(tomas: Person) -> None:
    """He asks her what he would like to understand."""
    tomas.goes_to(BELIEF)
    await tomas.clicks("Ask to understand")
    await tomas.fills({"How do you want to begin?": "In my own words", "Your question": ASKED})
    await tomas.sees("Your question stands under the worldview")


async def plan_evening(bridge: Bridge) -> None:
    """Nora hands her the role of a host; she plans an evening, and he says that he comes."""
    ines, tomas = bridge.world.person(SPEAKER), bridge.world.person(ASKER)
    await bridge.nora.gives_role(ines, "Host")
    await ines.runs("/discussion plan", title=EVENING, when="tomorrow at 19:00", length="60")
    await ines.sees("Nothing has been planned yet")
    await ines.clicks("Prompts")
    await ines.chooses("Choose a deck of prompts", "Circles")
    await ines.sees("Nothing has been planned yet")
    await ines.clicks("Plan it")
    await ines.sees("It is planned")
    await tomas.sees("Going:")
    await tomas.clicks("Going", on=EVENING)
    await tomas.sees("You are going")


async def settle(bridge: Bridge) -> None:
    """The community of the demo: set up, a few people in, two who have only just arrived."""
    await bridge.is_set_up()
    for name, (seat, generation) in NEIGHBOURS.items():
        person = await bridge.join(name)
        await person.sees("Welcome")
        await sign_up(person, seat, generation)
    await explain(bridge.world.person(SPEAKER))
    await ask(bridge.world.person(ASKER))
    await plan_evening(bridge)
    for name in NEWCOMERS:
        await bridge.join(name)
