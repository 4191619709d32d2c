"""Faults and virtual time by hand: what the lens may ask of the world."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.checks.form import Problems, Rule, check, model, number, one_of, text, whole
from sandbox.clock import stopwatch
from sandbox.faults import strike
from sandbox.page.lens.durations import duration
from sandbox.page.lens.panel import DAY, LONGEST_WAIT, sections
from sandbox.page.lens.strikes_in_words import fault_in_words
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo

if TYPE_CHECKING:
    from sandbox.page.lens.recorder import Recorder
    from sandbox.world import World

YEAR = 366 * 24 * 3600
MOST_TIMES = 1000
PATIENCE = 120.0
"""Seconds in which the bot's coming back is waited for, to say how long it took."""
KEPT = 30

OUTAGE, ZOMBIE, LAG, HELD = "outage", "zombie", "lag", "held"


@dataclass(slots=True)
class Happening:
    """A sentence about what was done here and what came of it."""

    at: str
    words: str


class Steering:
    """One for each world. `happened` has the newest last."""

    def __init__(self, world: World, recorder: Recorder) -> None:
        self.world = world
        self.recorder = recorder
        self.happened: deque[Happening] = deque(maxlen=KEPT)
        self._waiting: set[asyncio.Task[None]] = set()

    async def do(self, ask: Json) -> None:
        """Raises CannotDo, or ApiError for what is malformed."""
        deed = DEEDS.get(str(ask.get("do")))
        if deed is None:
            raise CannotDo("The lens asked for something that cannot be done.")
        check(deed.needs, ask)
        await deed.do(self, ask)
        self.recorder.news.happened()

    def says(self, name: str, words: str) -> Happening:
        """Begin a group of records; `name`: how a test would have done it."""
        self.recorder.record("fault", name, words=words, owner=self.recorder.deed(words).number)
        said = Happening(self.world.clock.now().isoformat(), words)
        self.happened.append(said)
        return said

    def waits_for_the_bot(self, said: Happening) -> None:
        """Add to the sentence when the bot is back, however long that takes."""
        task = asyncio.create_task(self._come_back(said, stopwatch()))
        self._waiting.add(task)
        task.add_done_callback(self._waiting.discard)

    async def _come_back(self, said: Happening, since: float) -> None:
        def back() -> float | None:
            at = self.recorder.back_at
            return at if at is not None and at > since else None

        plain = said.words
        said.words = f"{plain}; not back yet"
        at = await self.recorder.news.until(back, PATIENCE)
        said.words = (
            f"{plain}; not back after {PATIENCE:.0f} s"
            if at is None
            else f"{plain}; back after {at - since:.1f} s"
        )
        self.recorder.news.happened()

    async def close(self) -> None:
        for task in self._waiting:
            task.cancel()
        await asyncio.gather(*self._waiting, return_exceptions=True)

    def state(self) -> Json:
        """What is armed, what has happened, what can be done, whether the bot is there."""
        clock = self.world.clock
        ahead = duration(clock.ahead) if clock.ahead >= 1 else ""
        return {
            "armed": self._armed(),
            "happened": [{"at": each.at, "words": each.words} for each in self.happened],
            "ahead": ahead,
            "sections": sections(ahead, down=self.world.is_down),
            "online": bool(self.world.sessions.connections),
        }

    def _armed(self) -> list[Json]:
        """What is planned or in force; `until`: when it ends by itself; `struck`: that it has."""
        gateway, faults = self.world.gateway_faults, self.world.faults.open
        armed = [
            (OUTAGE, self.world.is_down, "Discord is down"),
            (ZOMBIE, not gateway.acknowledges, "Heartbeats are not answered"),
            (LAG, gateway.lag > 0, f"Every event comes {gateway.lag:g} s late"),
            (HELD, gateway.holds, f"Events are held back; {len(gateway.held)} so far"),
        ]
        plans = [fault for fault in faults if fault is not self.world.outage_fault]
        return [{"id": which, "words": words} for which, there, words in armed if there] + [
            {
                "id": str(fault.number),
                "words": fault_in_words(fault),
                "struck": _struck(fault.struck),
                "until": self._moment(fault.until),
            }
            for fault in plans
        ]

    def _moment(self, until: float | None) -> str | None:
        if until is None:
            return None
        clock = self.world.clock
        return (clock.now() + timedelta(seconds=round(until - clock.monotonic()))).isoformat(
            timespec="seconds"
        )


def _struck(times: int) -> str:
    return f" (struck {'once' if times == 1 else f'{times} times'})" if times else ""


async def drop_socket(steering: Steering, _ask: Json) -> None:
    steering.waits_for_the_bot(steering.says("world.drop_sockets()", "The bot's socket was dropped"))
    await steering.world.drop_sockets()


async def ask_reconnect(steering: Steering, _ask: Json) -> None:
    steering.waits_for_the_bot(
        steering.says("world.ask_reconnect()", "The bot was asked to reconnect (op 7)")
    )
    await steering.world.ask_reconnect()


async def end_session(steering: Steering, _ask: Json) -> None:
    steering.waits_for_the_bot(
        steering.says("world.invalidate_sessions()", "The bot's session was ended (op 9)")
    )
    await steering.world.invalidate_sessions()


async def outage(steering: Steering, _ask: Json) -> None:
    if steering.world.is_down:
        raise CannotDo("Discord is down already.")
    steering.says("world.goes_down()", "Discord went down: every call is answered 503, no socket is let in")
    await steering.world.goes_down()


async def come_back(steering: Steering, _ask: Json) -> None:
    if not steering.world.is_down:
        raise CannotDo("Discord is not down.")
    steering.world.comes_back()
    steering.waits_for_the_bot(steering.says("world.comes_back()", "Discord is up again"))


async def arm(steering: Steering, ask: Json) -> None:
    """Plan a fault for the next `times` calls, or all for `seconds` of the world's time, or until cleared.

    `wait`: its seconds, where they do not stand in `fault` already.
    """
    words, path, wait = ask["fault"], ask.get("path") or "", ask.get("wait")
    if wait is not None:
        words = f"{words} {wait:g}"
    try:
        re.compile(path)
        planned = strike(words)
    except re.error as wrong:
        raise CannotDo(f"That is no regular expression: {wrong}.") from None
    except ValueError:
        raise CannotDo("There is no such fault.") from None
    if planned.seconds is not None and not 0 <= planned.seconds <= LONGEST_WAIT:
        raise CannotDo(f"A fault may take between 0 and {LONGEST_WAIT} seconds.")
    faults, method = steering.world.faults, ask.get("method") or "*"
    times, seconds = ask.get("times"), ask.get("seconds")
    if times is not None:
        fault = faults.next(method, path, words, times=int(times))
    else:
        fault = faults.storm(
            words, method=method, path=path, seconds=None if seconds is None else float(seconds)
        )
    steering.says("world.faults", f"Armed: {fault_in_words(fault)}")


async def clear(steering: Steering, ask: Json) -> None:
    """Take back what is armed: one of them by its id, or all."""
    which = ask.get("id")
    armed = [each for each in steering.state()["armed"] if which in (None, each["id"])]
    if not armed:
        raise CannotDo("That is no longer armed.")
    for each in armed:
        await _clear_one(steering, each["id"])
    steering.says("clear", "Cleared: " + "; ".join(each["words"] for each in armed))


async def _clear_one(steering: Steering, which: str) -> None:
    gateway = steering.world.gateway_faults
    match which:
        case "outage":
            steering.world.comes_back()
        case "zombie":
            gateway.acknowledges = True
        case "lag":
            gateway.lag = 0.0
        case "held":
            gateway.release()
        case _:
            for fault in steering.world.faults.open:
                if str(fault.number) == which:
                    fault.cancel()


async def gateway_fault(steering: Steering, ask: Json) -> None:
    """Switch heartbeats' answers off, make events late, or hold them back."""
    gateway = steering.world.gateway_faults
    match ask["what"]:
        case "zombie":
            gateway.acknowledges = False
            steering.says(
                "gateway_faults.acknowledges",
                "Heartbeats are no longer answered: the bot should notice and come back",
            )
        case "lag":
            gateway.lag = float(ask.get("seconds") or 0)
            steering.says("gateway_faults.lag", f"Every event comes {gateway.lag:g} s late")
        case "held":
            gateway.hold()
            steering.says("gateway_faults.hold()", "Events are held back until that is cleared")


async def jump(steering: Steering, ask: Json) -> None:
    """Let time pass at once, with all that falls due in it. `unit`: how many seconds each of `seconds` is."""
    seconds = ask["seconds"] * int(ask.get("unit") or 1)
    if not 1 <= seconds <= YEAR:
        raise CannotDo("Time can go on by between a second and a year at once.")
    seconds = round(seconds)
    steering.says("world.clock.advance()", f"Time went on by {duration(seconds)}")
    steering.world.clock.advance(seconds)


@dataclass(frozen=True)
class Deed:
    do: Callable[[Steering, Json], Awaitable[None]]
    needs: Rule


def _seconds(value: object, at: str, problems: Problems) -> None:
    number(value, at, problems)
    if at not in problems and not (isinstance(value, int | float) and 0 <= value <= LONGEST_WAIT):
        problems[at] = "NUMBER_TYPE_MAX", f"between 0 and {LONGEST_WAIT}"


METHODS = one_of("*", "GET", "POST", "PUT", "PATCH", "DELETE")

DEEDS = {
    "drop socket": Deed(drop_socket, model()),
    "ask reconnect": Deed(ask_reconnect, model()),
    "end session": Deed(end_session, model()),
    "outage": Deed(outage, model()),
    "come back": Deed(come_back, model()),
    "arm": Deed(
        arm,
        model(
            {"fault": text(1, 60)},
            {
                "path": text(0, 200),
                "method": METHODS,
                "times": whole(1, MOST_TIMES),
                "seconds": _seconds,
                "wait": _seconds,
            },
        ),
    ),
    "clear": Deed(clear, model({}, {"id": text(1, 20)})),
    "gateway": Deed(gateway_fault, model({"what": one_of(ZOMBIE, LAG, HELD)}, {"seconds": _seconds})),
    "jump": Deed(jump, model({"seconds": number}, {"unit": whole(1, DAY)})),
}
