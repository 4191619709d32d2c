"""Which roles may be given away, and what keeps upkeep from its work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from domain.actual import Actual, Me, SeenRole
from domain.blueprint import Blueprint, Kind
from domain.permissions import DANGEROUS, NEEDED, names


@dataclass(frozen=True, slots=True)
class Finding:
    """Something only a person can mend. `kind` names the sentence with the fix, `facts` fill its gaps."""

    kind: str
    subject: str
    facts: Mapping[str, str] = field(default_factory=dict)


MISSING_PERMISSION = "missing-permission"
ROLE_TOO_HIGH = "role-too-high"
ROLE_DANGEROUS = "role-dangerous"
REFUSED = "refused"
FULL = "full"
BROKEN = "broken"
NO_FORUM = "no-forum"
FINDINGS = frozenset({MISSING_PERMISSION, ROLE_TOO_HIGH, ROLE_DANGEROUS, REFUSED, FULL, BROKEN, NO_FORUM})
"""What a person can mend, so that it is over one day."""
NAMESAKE = "namesake"


def harmless(role: SeenRole) -> bool:
    """Whether everybody could hold this role without gaining power, and somebody may hand it out at all."""
    return not role.managed and not role.permissions & DANGEROUS


def givable(role: SeenRole, me: Me) -> bool:
    """Whether the bot should and can give this role."""
    return harmless(role) and me.above(role)


def findings(blueprint: Blueprint, actual: Actual) -> tuple[Finding, ...]:
    """What keeps the bot from its work here, in the order in which to mend it."""
    return (*_missing(actual.me), *_unfit(blueprint, actual))


def _missing(me: Me) -> Iterator[Finding]:
    for name in names(NEEDED & ~me.holds):
        yield Finding(MISSING_PERMISSION, name, {"permission": name, "mine": me.top.name})


def _unfit(blueprint: Blueprint, actual: Actual) -> Iterator[Finding]:
    too_high: list[SeenRole] = []
    for planned in blueprint.roles:
        role = actual.roles.get(actual.recorded(Kind.ROLE, planned.key) or 0)
        if role is None or not planned.given:
            continue
        if not harmless(role):
            power = names(role.permissions & DANGEROUS)
            facts = {"role": role.name, "permission": power[0] if power else ""}
            yield Finding(ROLE_DANGEROUS, planned.key, facts)
        elif not actual.me.above(role):
            too_high.append(role)
    if too_high:
        # one move mends them all, so it is one thing to say: the move above the highest of them
        highest = max(too_high, key=lambda role: role.rank)
        yield Finding(ROLE_TOO_HIGH, "roles", {"role": highest.name, "mine": actual.me.top.name})


def left_alone(blueprint: Blueprint, actual: Actual) -> tuple[Finding, ...]:
    """Roles of the right name that must not be adopted; nothing to mend, but worth knowing beforehand."""
    return tuple(
        Finding(NAMESAKE, planned.key, {"role": role.name})
        for planned in blueprint.roles
        if actual.recorded(Kind.ROLE, planned.key) not in actual.roles
        for role in actual.roles.values()
        if role.name == planned.name and not givable(role, actual.me)
    )
