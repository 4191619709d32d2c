"""Decisions ask the database little: one story is told on both kinds, the others on one."""

import pytest


@pytest.fixture
def database_url(request):
    """SQLite unless a story asks for another kind."""
    return request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url")
