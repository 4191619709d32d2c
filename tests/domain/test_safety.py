"""Only harmless roles are handed out, and what keeps the bot from its work is said with the fix."""

from dataclasses import replace

import pytest

from domain.actual import Me, SeenRole
from domain.blueprint import Kind
from domain.permissions import ALL, DANGEROUS, NEEDED, Permission, held, names
from domain.safety import FINDINGS, findings, givable, left_alone
from tests.domain.servers import BLUEPRINT, ME, TOP, set_up

SET_UP = set_up()
MENTOR = SET_UP.recorded(Kind.ROLE, "seat-mentor")


def with_mentor(**changes):
    roles = {**SET_UP.roles, MENTOR: replace(SET_UP.roles[MENTOR], **changes)}
    return replace(SET_UP, roles=roles)


def kinds(actual):
    return [(finding.kind, finding.subject) for finding in findings(BLUEPRINT, actual)]


@pytest.mark.parametrize("power", list(DANGEROUS), ids=lambda power: power.name)
def test_a_role_with_any_power_is_not_given_and_stewards_are_told(power):
    actual = with_mentor(permissions=power | Permission.SEND_MESSAGES)
    assert not givable(actual.roles[MENTOR], ME)
    assert kinds(actual) == [("role-dangerous", "seat-mentor")]


def test_a_role_that_lets_people_talk_is_harmless():
    actual = with_mentor(permissions=Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES)
    assert givable(actual.roles[MENTOR], ME)
    assert kinds(actual) == []


def test_the_role_of_another_bot_is_not_ours_to_give():
    assert not givable(SeenRole(50, "Mentor", 1, managed=True), ME)


def test_a_role_above_the_bot_is_named_together_with_the_role_to_move():
    (finding,) = findings(BLUEPRINT, with_mentor(position=TOP.position + 1, name="Guides"))
    assert finding.kind == "role-too-high"
    assert finding.facts == {"role": "Guides", "mine": TOP.name}


def test_of_two_roles_at_one_position_the_older_stands_above():
    assert givable(SeenRole(TOP.role_id + 1, "Younger", TOP.position), ME)
    assert not givable(SeenRole(TOP.role_id - 1, "Older", TOP.position), ME)


@pytest.mark.parametrize("missing", list(NEEDED), ids=lambda missing: missing.name)
def test_each_permission_the_bot_misses_is_named(missing):
    actual = replace(SET_UP, me=Me(ME.user_id, NEEDED & ~missing, TOP))
    assert kinds(actual) == [("missing-permission", name) for name in names(missing)]


def test_an_administrator_misses_nothing():
    assert held(Permission.ADMINISTRATOR) == ALL


def test_a_role_of_the_right_name_that_is_left_alone_is_worth_knowing():
    admins = SeenRole(50, "role seat-mentor", 1, Permission.ADMINISTRATOR)
    nothing_recorded = replace(SET_UP, roles={50: admins}, records={})
    assert [finding.subject for finding in left_alone(BLUEPRINT, nothing_recorded)] == ["seat-mentor"]


def test_once_the_bot_has_a_role_of_its_own_the_other_of_that_name_is_no_news():
    admins = SeenRole(50, "role seat-mentor", 1, Permission.ADMINISTRATOR)
    assert left_alone(BLUEPRINT, replace(SET_UP, roles={**SET_UP.roles, 50: admins})) == ()


def test_every_finding_is_one_that_can_be_over_one_day():
    worst = replace(
        with_mentor(permissions=Permission.ADMINISTRATOR), me=Me(ME.user_id, Permission.NONE, TOP)
    )
    assert {finding.kind for finding in findings(BLUEPRINT, worst)} <= FINDINGS
