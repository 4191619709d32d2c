"""What the stories of the actions share."""

import pytest

from tests.actions.dealing import deals_only_small


@pytest.fixture
def small_deck(monkeypatch):
    """A deck that can be spent stands in for those that come with the bot."""
    deals_only_small(monkeypatch)
