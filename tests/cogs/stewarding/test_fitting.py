"""Every screen of the stewards' panel stays inside Discord's limits, in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from actions.stewarding import WINDOWS, Changed
from cogs.kit.cards import Card
from cogs.stewarding import topics, week, window
from domain.communities import Community, Topic, TopicSettings
from domain.errors import TopicTwice
from domain.topics import LONGEST, MOST
from sandbox.checks.messages import check_message
from sandbox.checks.modals import check_modal
from text import shipped

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WIDE = [f"{n:02}" + "*" * (LONGEST - 2) for n in range(MOST)]
"""Names that double in length when their markup is taken away."""
LARGEST = Community(5, "en", set_up_at=NOW, topics=tuple(Topic(f"t{n}", name) for n, name in enumerate(WIDE)))
languages = pytest.mark.parametrize("language", shipped().languages)


def shown(card):
    check_message({"components": card.to_components(), "flags": 1 << 15})


@languages
def test_the_topics_fit_whatever_they_are_called_and_whatever_was_changed(language):
    say = shipped().for_reader(language)
    all_new = Changed(LARGEST, new=tuple(WIDE), gone=tuple(WIDE), renamed=())
    all_renamed = Changed(LARGEST, new=(), gone=(), renamed=tuple(zip(WIDE, WIDE, strict=True)))
    for changed in (all_new, all_renamed):
        shown(Card(topics.told(say, changed), topics.listed(say, LARGEST), topics.EditTopicsButton(say)))
    shown(topics.refused(say, TopicTwice(name=WIDE[0]), "`*_~" * (topics.ROOM // 4)))
    check_modal(topics.TopicsForm(say, LARGEST).to_dict())


@languages
@pytest.mark.parametrize("day", range(7))
def test_the_prompt_of_the_week_fits(language, day):
    say = shipped().for_reader(language)
    settings = TopicSettings(week_day=day, time_zone="America/Argentina/ComodRivadavia")
    community = replace(LARGEST, settings=settings)
    check_modal(week.WeekForm(say, settings).to_dict())
    shown(Card(*week.page(NOW, say, community)))


@languages
def test_the_listening_window_fits(language):
    say = shipped().for_reader(language)
    for hours in WINDOWS:
        settings = TopicSettings(questions_only_hours=hours)
        shown(Card(window.page(say, replace(LARGEST, settings=settings)), window.WindowChoice.of(say)))
