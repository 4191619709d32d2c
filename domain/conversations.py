"""Which prompt a conversation is dealt next: the Depth Ladder.

Everybody answers the same prompt or passes, and only then may it go deeper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from domain.decks import Prompt

BEFORE_DEEPER = 3
"""Prompts of a depth that are dealt before the next one opens."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A prompt that was dealt, as `deck/prompt`, and the depth it had then."""

    prompt: str
    depth: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where a conversation of one or more people stands.

    `depth` is how deep it has come. `turns` are in the order in which they were dealt; the last is the
    current one, and its number is how many there are. `people` are those in it now, each with the number of
    the turn from which they count: the current one when they joined, or 1. `responded` are those who answered
    or passed the current turn.
    """

    depth: int = 1
    turns: tuple[Turn, ...] = ()
    people: Mapping[int, int] = field(default_factory=dict)
    responded: Collection[int] = frozenset()

    @property
    def awaited(self) -> frozenset[int]:
        """Those who have neither answered nor passed the current turn."""
        current = len(self.turns)
        counting = {user_id for user_id, since in self.people.items() if since <= current}
        return frozenset(counting.difference(self.responded))


@dataclass(frozen=True, slots=True)
class Deal:
    """The next turn, and how deep the conversation is with it. `again` when the deck had been spent."""

    turn: Turn
    depth: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is left lies deeper, and these people have not answered or passed yet."""

    for_people: frozenset[int]


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is no prompt at all, or every one is on a topic that somebody here keeps out of it."""


def deal(
    prompts: Mapping[str, Prompt], conversation: Conversation, barred: Collection[str], chance: float
) -> Deal | Waiting | Nothing:
    """What comes next. `barred` are the topics that anybody here keeps out of it.

    Of prompts that were never dealt, `chance` (at least 0, below 1) picks one; a spent deck starts anew with
    the warmest, the longest ago first. No prompt is dealt again while another was dealt fewer times.
    """
    fair = {name: prompt.depth for name, prompt in prompts.items() if not set(prompt.topics) & set(barred)}
    if not fair:
        return Nothing()
    times = Counter(turn.prompt for turn in conversation.turns)
    fewest = min(times[name] for name in fair)
    left = {name: depth for name, depth in fair.items() if times[name] == fewest}
    if fewest and len(left) == len(fair):
        depth = chosen = min(left.values())
    else:
        here = {turn.prompt for turn in conversation.turns if turn.depth == conversation.depth}
        rung = _rung(conversation, set(left.values()), sum(times[name] > fewest for name in here))
        if rung is None:
            return Waiting(conversation.awaited)
        depth, chosen = rung
    there = sorted(name for name in left if left[name] == chosen)
    name = _oldest(there, conversation.turns) if fewest else there[int(chance * len(there))]
    return Deal(Turn(name, chosen), depth, again=fewest > 0)


def _rung(conversation: Conversation, left: Collection[int], covered: int) -> tuple[int, int] | None:
    """How deep the conversation is now, and how deep a prompt to deal; None when it has to wait.

    `left` are the depths that have prompts left, `covered` is how many of its own depth were dealt.
    """
    here = conversation.depth
    deeper = [depth for depth in left if depth > here]
    if deeper and not conversation.awaited and (covered >= BEFORE_DEEPER or here not in left):
        return min(deeper), min(deeper)
    choices = [depth for depth in left if depth <= here]
    return (here, max(choices)) if choices else None


def _oldest(names: Iterable[str], turns: Iterable[Turn]) -> str:
    last = {turn.prompt: number for number, turn in enumerate(turns)}
    return min(names, key=last.__getitem__)
