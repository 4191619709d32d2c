"""Only whoever may manage the server steers the bot there."""

import pytest

from actions import access
from domain.errors import NotAllowed
from domain.permissions import ALL, Permission


@pytest.mark.parametrize("permissions", [Permission.MANAGE_GUILD, Permission.ADMINISTRATOR])
def test_whoever_may_manage_the_server_passes(permissions):
    access.steward(int(permissions))


@pytest.mark.parametrize("permissions", [0, int(ALL & ~Permission.MANAGE_GUILD & ~Permission.ADMINISTRATOR)])
def test_nobody_else_does_whatever_else_they_may(permissions):
    with pytest.raises(NotAllowed):
        access.steward(permissions)
