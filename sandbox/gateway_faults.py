"""Misfortune on the gateway: events lost, doubled, held back or late; a bot that is not answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import Random
from typing import Literal

from sandbox.clock import Clock
from sandbox.payloads import Json, encode

What = Literal["lose", "repeat", "hold", "delay"]
Where = Callable[[Json], bool]
Deliver = Callable[[str, Json, str | None], object]


@dataclass(slots=True)
class _Plan:
    """`events`: their names, or all if there are none. `left`: how many more; None: until it is ended."""

    what: What
    events: tuple[str, ...]
    left: int | None
    where: Where | None = None
    seconds: float = 0.0

    def fits(self, event: str, data: Json) -> bool:
        if self.left == 0 or (self.events and event not in self.events):
            return False
        return self.where is None or self.where(data)


@dataclass(frozen=True, slots=True)
class _Held:
    """An event as it was when it happened."""

    event: str
    data: Json
    guild_id: str | None


class GatewayFaults:
    """Stands before the sessions: what is planned here happens to an event before it has a sequence number.

    Who loses an event here does not get it by a RESUME either. Several plans: the oldest that fits.
    """

    def __init__(self, clock: Clock, deliver: Deliver) -> None:
        self._clock = clock
        self._deliver = deliver
        self._plans: list[_Plan] = []
        self._held: list[_Held] = []
        self.acknowledges = True
        """False: heartbeats are not answered, the connection is a zombie."""
        self.lag = 0.0
        """Seconds that every frame takes."""
        self.shut = False
        """True: no socket is let in."""

    def lose(self, *events: str, times: int = 1, where: Where | None = None) -> None:
        """The next `times` events of these names, of those for which `where(data)` holds, never come."""
        self._plans.append(_Plan("lose", events, times, where))

    def repeat(self, *events: str, times: int = 1, where: Where | None = None) -> None:
        """They come twice."""
        self._plans.append(_Plan("repeat", events, times, where))

    def delay(self, seconds: float, *events: str, times: int = 1, where: Where | None = None) -> None:
        """They come later, and others overtake them."""
        self._plans.append(_Plan("delay", events, times, where, seconds))

    def hold(self, *events: str, where: Where | None = None) -> None:
        """Hold back all of these from now on, until `release`."""
        self._plans.append(_Plan("hold", events, None, where))

    def release(self, *, backwards: bool = False, shuffled: int | None = None) -> None:
        """Let go of what was held back: in order, backwards, or shuffled by this seed. No more is held."""
        self._plans = [plan for plan in self._plans if plan.what != "hold"]
        held, self._held = self._held, []
        if backwards:
            held.reverse()
        if shuffled is not None:
            Random(shuffled).shuffle(held)  # noqa: S311 - a test wants the same disorder again
        for one in held:
            self._deliver(one.event, one.data, one.guild_id)

    @property
    def holds(self) -> bool:
        """Whether any events are held back from now on."""
        return any(plan.what == "hold" for plan in self._plans)

    @property
    def held(self) -> list[str]:
        """The names of the events that wait."""
        return [one.event for one in self._held]

    def catch(self, event: str, data: Json, guild_id: str | None) -> bool:
        """Whether the event is dealt with here; if not, it is to be delivered."""
        plan = next((plan for plan in self._plans if plan.fits(event, data)), None)
        if plan is None:
            return False
        if plan.left is not None:
            plan.left -= 1
        then: Json = json.loads(encode(data))
        match plan.what:
            case "repeat":
                self._deliver(event, then, guild_id)
                self._deliver(event, then, guild_id)
            case "hold":
                self._held.append(_Held(event, then, guild_id))
            case "delay":
                moment = self._clock.now() + timedelta(seconds=plan.seconds)
                self._clock.at(moment, partial(self._deliver, event, then, guild_id))
        return True

    def clear(self) -> None:
        """No more plans; what was held back comes now."""
        self._plans.clear()
        self.release()
