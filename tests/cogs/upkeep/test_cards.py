"""Everything stewards are shown fits into a message, in every language, however bad the server."""

import pytest

from cogs.upkeep import cards
from cogs.upkeep.aligning import Plan, Report
from cogs.upkeep.desired import Desired
from cogs.upkeep.views import DoItButton, NotNowButton, SetUpButton
from domain.blueprint import PANELS, RULES, Kind, blueprint
from domain.communities import Topic
from domain.discussions import ROOMS
from domain.permissions import DANGEROUS, NEEDED, names
from domain.rooms import Opening
from domain.safety import FINDINGS, Finding
from domain.steps import Adopt, Make
from sandbox.checks.messages import check_message
from tests.domain.servers import EMPTY
from text import shipped

LONG = "*_~`|>#" * 14
"""As long as Discord lets a name be, and nothing but markup."""
TOPICS = [Topic(f"t{number}", f"{number:02}" + "*" * 18) for number in range(20)]
BLUEPRINT = blueprint(
    (f"{number}s" for number in range(1930, 2020, 5)),
    lambda kind, _: "Our own words " * 4 if kind is Kind.PANEL else LONG,
    lambda _: LONG,
    dict.fromkeys(PANELS, "digest"),
    TOPICS,
    [Opening.SHUT] * ROOMS,
)
CHANNELS = dict.fromkeys(RULES, 2**62)
EVERYTHING = [(Kind.ROLE, role.key) for role in BLUEPRINT.roles] + [
    (Kind.CATEGORY, "circles"),
    *((Kind.CHANNEL, channel.key) for channel in BLUEPRINT.channels),
    *((Kind.PANEL, key) for key in PANELS),
]

languages = pytest.mark.parametrize("say", [shipped().for_reader(each) for each in shipped().languages])


def shown(card):
    check_message({"components": card.to_components(), "flags": 1 << 15})


def read(card):
    return "\n".join(item.content for item in card.walk_children() if hasattr(item, "content"))


def finding(kind, subject="seat-mentor"):
    facts = {"role": LONG, "mine": LONG, "thing": LONG, "code": "50013", "permission": "manage-roles"}
    return Finding(kind, subject, facts)


class Worst(Plan):
    """A plan in which all that can be wrong is wrong."""

    findings = tuple(finding("role-too-high") for _ in BLUEPRINT.roles)
    left_alone = tuple(finding("namesake") for _ in BLUEPRINT.roles)


@languages
def test_the_longest_plan_fits(say):
    half = len(EVERYTHING) // 2
    steps = tuple(
        Make(kind, key) if number < half else Adopt(kind, key, 2**62)
        for number, (kind, key) in enumerate(EVERYTHING)
    )
    plan = Worst(Desired(BLUEPRINT, {}, say), EMPTY, steps)
    shown(cards.plan(say, plan, [DoItButton(say), NotNowButton(say)]))


@languages
def test_what_came_of_it_fits(say):
    report = Report(findings=tuple(finding(kind) for kind in FINDINGS))
    shown(cards.done(say, report, CHANNELS))
    shown(cards.done(say, report, {}))
    shown(cards.done(say, Report(wait=172_800), CHANNELS))
    shown(cards.in_place(say, CHANNELS))
    shown(cards.not_now(say, SetUpButton(say)))
    shown(cards.invitation(say, SetUpButton(say)))
    shown(cards.made_again(say, BLUEPRINT, [Make(kind, key, again=True) for kind, key in EVERYTHING]))


@languages
@pytest.mark.parametrize("kind", sorted(FINDINGS))
def test_every_finding_has_its_words_for_when_it_is_found_and_when_it_is_over(say, kind):
    shown(cards.notice(say, finding(kind)))
    shown(cards.mended(say, kind))


@languages
@pytest.mark.parametrize("permission", names(NEEDED | DANGEROUS))
def test_every_permission_has_the_name_that_discord_gives_it(say, permission):
    assert say(f"permission-{permission}")


def test_the_name_of_a_role_cannot_change_the_look_of_a_notice():
    say = shipped().for_reader("en")
    text = read(
        cards.notice(say, Finding("role-too-high", "seat-mentor", {"role": "**@everyone**", "mine": "`x`"}))
    )
    assert "**@everyone**" not in text
    assert "`x`" not in text
