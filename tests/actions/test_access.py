"""Only whoever may manage the server steers the bot there."""

import pytest

from actions import access
from domain.communities import Community, DiscussionSettings
from domain.discussion_errors import (
    NotAPlanner,
)
from domain.errors import (
    NotAllowed,
)
from domain.permissions import ALL, Permission


@pytest.mark.parametrize("permissions", [Permission.MANAGE_GUILD, Permission.ADMINISTRATOR])
def test_whoever_may_manage_the_server_passes(permissions):
    access.steward(int(permissions))


@pytest.mark.parametrize("permissions", [0, int(ALL & ~Permission.MANAGE_GUILD & ~Permission.ADMINISTRATOR)])
def test_nobody_else_does_whatever_else_they_may(permissions):
    with pytest.raises(NotAllowed):
        access.steward(permissions)


STEWARD, NOBODY = int(Permission.MANAGE_GUILD), 0
HOST_ROLE, OTHER_ROLE = 50, 51


@pytest.mark.parametrize(
    ("who", "permissions", "roles", "passes"),
    [
        ("everyone", NOBODY, [], True),
        ("hosts", NOBODY, [OTHER_ROLE, HOST_ROLE], True),
        ("hosts", NOBODY, [OTHER_ROLE], False),
        ("hosts", STEWARD, [], True),
        ("stewards", NOBODY, [HOST_ROLE], False),
        ("stewards", STEWARD, [], True),
    ],
)
def test_who_plans_is_as_the_community_has_it_and_stewards_always_may(who, permissions, roles, passes):
    community = Community(5, "en", discussions=DiscussionSettings(who_plans=who))
    if passes:
        access.may_plan(community, permissions, roles, HOST_ROLE)
    else:
        with pytest.raises(NotAPlanner):
            access.may_plan(community, permissions, roles, HOST_ROLE)


def test_a_role_that_was_not_made_yet_lets_nobody_pass():
    with pytest.raises(NotAPlanner):
        access.may_plan(Community(5, "en"), NOBODY, [OTHER_ROLE], None)
