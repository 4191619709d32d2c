"""Listens to a world and keeps what happened, deed by deed, with the newest at hand."""

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from sandbox.changes import Changes
from sandbox.clock import stopwatch
from sandbox.enums import Op
from sandbox.page.lens.calls_in_words import call_in_words, shown_path, without_ids
from sandbox.page.lens.deeds_in_words import in_words, of_change, of_interaction
from sandbox.page.lens.details import LONGEST_WHOLE, shown, without_secrets
from sandbox.page.lens.frames_in_words import frame_in_words, operation_name
from sandbox.page.lens.names import Names, inner
from sandbox.page.lens.owners import Owners, event_key, message_of
from sandbox.page.lens.record import Deed, Record
from sandbox.page.lens.strikes_in_words import strike_in_words

if TYPE_CHECKING:
    from sandbox.exchange import Exchange
    from sandbox.faults import Strike
    from sandbox.interactions import Interaction
    from sandbox.ledger import Effect
    from sandbox.world import World

MOST_RECORDS = 1_500
MOST_DEEDS = 300
HEARTBEATS = frozenset({int(Op.HEARTBEAT), int(Op.ACK)})
QUIET = frozenset({"TYPING_START", "GUILD_AUDIT_LOG_ENTRY_CREATE", "VOICE_CHANNEL_START_TIME_UPDATE"})
"""Changes that go with something else and are no deed of their own."""
TOO_LONG = re.compile(r'\{"op":0,"s":\d+,"t":"(\w+)"')
BACK = frozenset({"READY", "RESUMED"})


class Recorder:
    """A `Watcher`. `news` says that there is something to show."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._names = Names(world)
        self._owners = Owners()
        self.records: deque[Record] = deque(maxlen=MOST_RECORDS)
        self.deeds: deque[Deed] = deque(maxlen=MOST_DEEDS)
        self.news = Changes()
        self.back_at: float | None = None
        """When the bot last came back, on the real monotonic clock."""
        self._count = 0
        self._deeds = 0
        self._stretch: Deed | None = None
        """The deed of this very moment: until the loop goes on, all that happens is of its doing."""
        self.deed("Before the first click")
        self._stretch = None

    def after(self, number: int) -> list[Record]:
        """What was recorded after the one of this number, oldest first."""
        later = takewhile(lambda record: record.number > number, reversed(self.records))
        return list(later)[::-1]

    # Deeds

    def deed(self, words: str, *, expects: bool = False) -> Deed:
        """Begin a new group of records. `expects`: the bot owes an answer."""
        self._deeds += 1
        at = self._world.clock.now().isoformat()
        fresh = Deed(self._deeds, words, stopwatch(), at, expects)
        self.deeds.append(fresh)
        self._stretch = fresh
        with suppress(RuntimeError):  # a world may be furnished before any loop runs
            asyncio.get_running_loop().call_soon(self._end_stretch, fresh)
        self.news.happened()
        return fresh

    def _end_stretch(self, deed: Deed) -> None:
        if self._stretch is deed:
            self._stretch = None

    def _find(self, number: int | None) -> Deed | None:
        if number is None:
            return None
        return next((deed for deed in reversed(self.deeds) if deed.number == number), None)

    def _deed_at(self, moment: float) -> Deed:
        """The last one that had begun by then."""
        return next((deed for deed in reversed(self.deeds) if deed.began <= moment), self.deeds[0])

    def record(
        self,
        kind: str,
        name: str,
        *,
        owner: int | None = None,
        began: float = 0,
        **more: Any,  # noqa: ANN401 - the fields of Record
    ) -> Record:
        """Keep something that happened. `owner`: the deed that certainly caused it."""
        moment = began or stopwatch()
        deed = self._find(owner)
        sure = deed is not None
        deed = deed or self._deed_at(moment)
        self._count += 1
        at = round((moment - deed.began) * 1000, 2)
        kept = Record(self._count, deed.number, at, kind, name, sure=sure, **more)
        self.records.append(kept)
        self.news.happened()
        return kept

    def note(
        self,
        kind: str,
        text: str,
        *,
        took_ms: float | None = None,
        details: Mapping[str, object] | None = None,
        interaction: str | None = None,
    ) -> None:
        """Something the bot offers, such as a transaction or a job. `interaction`: the id of its cause."""
        began = stopwatch() - (took_ms or 0) / 1000
        owner = self._owners.of([interaction]) if interaction else None
        words = without_secrets(text)
        self.record(kind, words, owner=owner, began=began, took=took_ms, details=shown(details))

    # What the world tells

    def interacted(self, interaction: Interaction) -> None:
        words = of_interaction(self._names, interaction)
        deed = self._stretch
        if deed is None or deed.expects:
            deed = self.deed(words, expects=True)
        else:
            deed.words, deed.expects = words, True
        frame = event_key("INTERACTION_CREATE", interaction.payload)
        self._owners.note(deed.number, interaction.id, interaction.token, frame)
        data = interaction.payload["data"]
        name = str(data.get("custom_id") or data.get("name"))
        details = shown(data)
        self.record("person", name, owner=deed.number, began=deed.began, words=words, details=details)

    def changed(self, effect: Effect) -> None:
        data = json.loads(effect.encoded) if len(effect.encoded) <= LONGEST_WHOLE else {}
        key = event_key(effect.event, data)
        owner = self._cause(effect.event, data)
        if owner is None:
            self._owners.forget(key)
        else:
            found = message_of(effect.event, data)
            self._owners.note(owner, key, *([found] if found else []))
        if effect.event == "INTERACTION_ANSWER":
            self._answered(owner, data)
            name, words = effect.event, _answer_in_words(data)
        else:
            name, words = effect.event, in_words(self._names, effect.event, data)
        self.record("world", name, owner=owner, words=words, details=shown(data))

    def _cause(self, event: str, data: Any) -> int | None:  # noqa: ANN401 - JSON
        """The deed that certainly led to a change; one that nobody else made is a deed itself."""
        if (call := self._world.acting) is not None:
            return self._owners.of([call.cause or "", *call.path.values()])
        if self._stretch is None and not self._world.clock.firing and event not in QUIET and data:
            self.deed(of_change(self._names, event, data))
        return self._stretch.number if self._stretch else None

    def _answered(self, owner: int | None, data: Any) -> None:  # noqa: ANN401 - JSON
        deed = self._find(owner)
        if deed is not None and deed.answered is None and data["deed"] == "answer":
            deed.answered = round((stopwatch() - deed.began) * 1000, 2)

    def framed(self, frame: str, *, to_bot: bool) -> None:
        if len(frame) > LONGEST_WHOLE:
            found = TOO_LONG.match(frame)
            name = found[1] if found else "a long frame"
            self.record("gateway", name, words=f"{len(frame)} characters", way="to" if to_bot else "from")
            return
        parsed = json.loads(frame)
        operation, data, event = parsed["op"], parsed.get("d"), parsed.get("t")
        if operation in HEARTBEATS:
            return
        if event in BACK:
            self.back_at = stopwatch()
        owner = self._owners.of([event_key(event, data)]) if event else None
        cause = self._find(owner) if event == "INTERACTION_CREATE" else None
        words = cause.words if cause else frame_in_words(self._names, operation, event, data)
        name, way = event or operation_name(operation), "to" if to_bot else "from"
        self.record("gateway", name, owner=owner, words=words, way=way, details=shown(data))

    def connected(self, *, open_now: int) -> None:
        words = "the bot has opened its socket" if open_now else "the bot has no socket any more"
        self.record("gateway", f"{open_now} open", words=words)

    def called(self, exchange: Exchange) -> None:
        parts = exchange.path.split("/")
        request, answer = exchange.request, exchange.answer
        told = {
            "path": without_secrets(exchange.path), "query": dict(exchange.query), "reason": exchange.reason,
            "request": shown(request), "answer": _answer(answer),
        }  # fmt: skip
        self.record(
            "rest",
            f"{exchange.method} {shown_path(exchange)}",
            owner=self._owners.of([exchange.cause or "", *parts]),
            began=exchange.began,
            took=round((exchange.ended - exchange.began) * 1000, 2),
            status=exchange.status,
            words=call_in_words(self._names, exchange),
            way="from",
            details={key: value for key, value in told.items() if value},
        )

    def struck(self, method: str, path: str, strike: Strike) -> None:
        owner, name = self._owners.of(path.split("/")), f"{method} {without_ids(path)}"
        details = {"path": without_secrets(path)}
        self.record("fault", name, owner=owner, words=strike_in_words(strike), details=details)


def _answer(text: str | None) -> Any:  # noqa: ANN401 - JSON
    if text is None:
        return None
    return shown(json.loads(text)) if len(text) <= LONGEST_WHOLE else f"{len(text)} characters"


def _answer_in_words(data: Any) -> str:  # noqa: ANN401 - JSON
    """What the person sees of it."""
    if data["deed"] != "answer":
        return f"the bot's answer: {data['deed']}"
    if title := inner(data, "modal", "title"):
        return f"a form opens: {title}"
    if inner(data, "choices"):
        return "suggestions appear"
    return "the person sees the bot's answer"
