"""Bringing a server into line with its blueprint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import structlog

from actions import upkeep
from cogs.kit.bot import CircleBot
from cogs.upkeep.carrying_out import Hands
from cogs.upkeep.desired import Desired, desired
from cogs.upkeep.outcomes import COME_BACK, Later, NotDone, Unknown, outcome
from cogs.upkeep.reading import read
from cogs.upkeep.turns import turn_of
from domain.actual import Actual
from domain.blueprint import FORUMS, Kind
from domain.communities import Community
from domain.diff import diff
from domain.safety import BROKEN, FULL, NO_FORUM, REFUSED, Finding, findings, left_alone
from domain.steps import Arrange, Make, Mark, Step, needs

log = structlog.get_logger(__name__)

ROUNDS = 6
"""After each round one looks again; what is not settled by then waits for the next occasion."""

NO_PERMISSION = (50001, 50013)
PIN_TAKEN, TOO_MANY_AWAKE = 30047, 160006
NO_ROOM = (30005, 30013)
"""Discord's codes for a server with as many roles, or channels, as it may have."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done to a server, and what keeps it from being done."""

    desired: Desired
    actual: Actual
    steps: tuple[Step, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return findings(self.desired.blueprint, self.actual)

    @property
    def left_alone(self) -> tuple[Finding, ...]:
        return left_alone(self.desired.blueprint, self.actual)

    def allows(self, step: Step) -> bool:
        """Whether the step can be taken now; a panel waits for the round after its channel was made."""
        if isinstance(step, Make) and step.kind is Kind.PANEL:
            channel = self.desired.blueprint.panel(step.key).channel
            if self.actual.recorded(Kind.CHANNEL, channel) not in self.actual.channels:
                return False
        return self.actual.me.may(needs(step))


@dataclass(slots=True)
class Report:
    """What was done, what was not, and why.

    `findings` are for a person to mend; `left` names what is not in order yet, for whatever reason; `wait` is
    in how many seconds to come back to it.
    """

    taken: list[Step] = field(default_factory=list)
    refused: dict[Step, Finding | None] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    left: frozenset[str] = frozenset()
    wait: float = 0


async def look(bot: CircleBot, community: Community) -> Plan:
    """What there is to do. Raises Unknown, NotDone or Later when Discord cannot be asked."""
    target = desired(bot, community, await upkeep.rooms(bot.deps, community))
    known = await upkeep.known(bot.deps, community.community_id)
    async with outcome():
        actual = await read(bot, community.community_id, target, known.records)
    return Plan(target, actual, diff(target.blueprint, actual))


async def bring_into_line(bot: CircleBot, community: Community) -> Report:
    """Do what there is to do, and look again, until nothing is left that the bot can do."""
    report = Report()
    async with turn_of(community.community_id):
        for _ in range(ROUNDS):
            plan = await look(bot, community)
            steps = [step for step in plan.steps if plan.allows(step) and step not in report.refused]
            if not await _take(Hands(bot, plan.desired, plan.actual), steps, report):
                break
        else:
            log.warning("server-unsettled", guild=community.community_id, steps=len(plan.steps))
            report.wait = COME_BACK
        report.findings = (*plan.findings, *filter(None, report.refused.values()))
        report.left = frozenset(_subject(plan.desired, step) for step in plan.steps)
    return report


async def _take(hands: Hands, steps: Iterable[Step], report: Report) -> bool:
    """Whether it is worth looking again: something was done, or nobody knows."""
    progress = False
    for step in steps:
        verb = type(step).__name__.lower()
        record = log.bind(guild=hands.community_id, step=verb, kind=str(step.kind), key=step.key)
        try:
            async with outcome():
                await hands.take(step)
        except Unknown as error:
            record.warning("step-unknown", exc_info=error)
            return True
        except NotDone as refusal:
            record.warning("step-refused", code=refusal.code)
            report.refused[step] = _finding(hands.desired, step, refusal.code)
        except Later as later:
            report.wait = later.seconds
            return False
        else:
            record.info("step-taken")
            report.taken.append(step)
            progress = True
    return progress


def _finding(target: Desired, step: Step, code: int) -> Finding | None:
    """None for what needs nobody: stewards have just pinned a post, or so much goes on that one may rest."""
    if isinstance(step, Arrange) and code in (PIN_TAKEN, TOO_MANY_AWAKE):
        return None
    facts = {"thing": target.blueprint.name_of(*_place(target, step)), "code": str(code)}
    why = FULL if code in NO_ROOM else REFUSED if code in NO_PERMISSION else BROKEN
    if why is BROKEN and isinstance(step, Make) and step.kind is Kind.CHANNEL and step.key in FORUMS:
        why = NO_FORUM
    return Finding(why, _subject(target, step), facts)


def _subject(target: Desired, step: Step) -> str:
    return ":".join(_place(target, step))


def _place(target: Desired, step: Step) -> tuple[Kind, str]:
    """What a steward would look at: for a panel, its channel."""
    if step.kind is Kind.PANEL:
        return Kind.CHANNEL, target.blueprint.panel(step.key).channel
    if isinstance(step, Mark):
        return Kind.CHANNEL, step.key
    return step.kind, step.key
