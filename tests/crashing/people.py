"""People who do not know that the bot died: what was not answered they do again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sandbox import CannotDo, Person
from tests.crashing.lives import Bot
from tour.community import Bridge

PATIENCE = 10
"""So often somebody tries before they give up."""
SECONDS = 2.0
"""So long they look at the screen. It is cut short when the bot dies."""
FAILED_SECONDS = 0.2
"""So long they look when they were told that it failed."""


@dataclass
class Deed:
    """An entry of the journal: written before it is done, and again when it was answered."""

    what: str
    facts: tuple[str, ...]
    tries: int = 0
    answered: bool = False
    hindrance: str = ""
    """Why the last try came to an early end."""


@dataclass
class People:
    """Everybody in front of a screen, and the journal of what they did."""

    bridge: Bridge
    bot: Bot
    journal: list[Deed] = field(default_factory=list)

    def named(self, name: str) -> Person:
        return self.bridge.world.person(name)

    async def do(
        self,
        what: str,
        work: Callable[[], Awaitable[object]],
        answered: Callable[[], object],
        facts: tuple[str, ...] = (),
    ) -> None:
        """Do something until it was `answered`. Once it was, `facts` must hold for good.

        Raises AssertionError when nobody ever answers.
        """
        deed = Deed(what, facts)
        self.journal.append(deed)
        while not deed.answered:
            deed.tries += 1
            assert deed.tries <= PATIENCE, f"{what}: never answered\n{deed.hindrance}"
            deed.answered = await self._try(deed, work, answered)

    async def _try(
        self, deed: Deed, work: Callable[[], Awaitable[object]], answered: Callable[[], object]
    ) -> bool:
        await self.bot.up.wait()
        deaths, seconds = self.bot.deaths, SECONDS
        try:
            await work()
        except (CannotDo, AssertionError) as hindrance:
            deed.hindrance, seconds = str(hindrance), FAILED_SECONDS
        await self.bridge.world.changed.until(
            lambda: True if answered() or self.bot.deaths > deaths else None, seconds
        )
        return bool(answered())
