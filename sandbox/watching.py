"""Whoever looks on while things happen, such as the lens. Nothing in the sandbox decides by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sandbox.exchange import Exchange
    from sandbox.faults import Strike
    from sandbox.interactions import Interaction
    from sandbox.ledger import Effect


class Watcher(Protocol):
    """Told at the moment it happens, and in between: what takes long here makes everything late."""

    def interacted(self, interaction: Interaction) -> None:
        """Somebody has used something of the bot's, which is about to be told."""

    def changed(self, effect: Effect) -> None:
        """A change of the world is on record, and nobody has been told of it yet."""

    def framed(self, frame: str, *, to_bot: bool) -> None:
        """A gateway frame, as JSON, has come from the bot or is going out to it."""

    def connected(self, *, open_now: int) -> None:
        """A socket of the bot's was opened or closed; so many are open now."""

    def called(self, exchange: Exchange) -> None:
        """A REST call is answered, or its line cut."""

    def struck(self, method: str, path: str, strike: Strike) -> None:
        """A planned fault befalls a REST call."""


class Watchers(list[Watcher]):
    """All of them. A copy of the world has none: they look at this one."""

    def __deepcopy__(self, _memo: dict[int, object]) -> Watchers:
        return Watchers()
