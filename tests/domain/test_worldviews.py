"""What an explanation is, and who may do what about a worldview."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.communities import Community, Topic
from domain.errors import (
    NotAuthor,
    NothingSaid,
    NotTakingPart,
    OwnWorldview,
    TooLong,
    TopicsNeeded,
    WorldviewGone,
)
from domain.people import Participant, Seat, Standing
from domain.worldviews import (
    LENGTHS,
    STANDING,
    TITLE_LENGTH,
    Draft,
    Explanation,
    State,
    by_author,
    by_listener,
    changed,
    explanation,
    known_topics,
    posted,
)

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MEI, RUTH = 7, 8
BRIDGE = Community(
    5,
    "en",
    topics=tuple(Topic(key, key.title()) for key in ("work", "love", "news", "time", "faith", "home")),
)
DRAFT = Draft(5, MEI, Explanation("Work is not who I am."), ("work",), NOW)


def somebody(user_id: int, standing: Standing = Standing.TAKING_PART) -> Participant:
    return Participant(5, user_id, Seat.MENTOR, "gen-z", standing, NOW, NOW, NOW, 1, NOW)


VIEW = posted(DRAFT, BRIDGE, somebody(MEI), None, NOW)


@given(st.tuples(*(st.text(max_size=most) for most in LENGTHS.values())))
def test_whatever_is_written_is_kept_within_its_lengths_or_refused(parts):
    try:
        said = explanation(*parts)
    except NothingSaid:
        return
    assert all(len(getattr(said, name)) <= most for name, most in LENGTHS.items())
    assert 0 < len(said.title) <= TITLE_LENGTH


@pytest.mark.parametrize("place", range(len(LENGTHS)))
def test_one_character_more_than_fits_is_refused_and_said(place):
    parts = ["", "", "", ""]
    parts[place] = "a" * (list(LENGTHS.values())[place] + 1)
    with pytest.raises(TooLong) as refused:
        explanation(*parts)
    assert refused.value.facts["length"] == len(parts[place])


def test_a_worldview_has_one_to_five_topics_that_the_community_knows():
    assert known_topics(("work", "work", "no such topic"), BRIDGE) == ("work",)
    for chosen in ((), ("no such topic",), tuple(topic.key for topic in BRIDGE.topics)):
        with pytest.raises(TopicsNeeded):
            known_topics(chosen, BRIDGE)


def test_for_its_first_hours_one_may_only_ask_and_say_back():
    assert VIEW.is_questions_only(NOW + timedelta(hours=24) - timedelta(seconds=1))
    assert not VIEW.is_questions_only(NOW + timedelta(hours=24))


@pytest.mark.parametrize("state", State)
def test_only_its_author_changes_it_and_only_while_it_stands(state):
    found = replace(VIEW, state=state)
    if state in STANDING:
        assert by_author(found, MEI) == found
        assert changed(found, replace(DRAFT, topics=("love",)), BRIDGE, NOW).topics == ("love",)
        with pytest.raises(NotAuthor):
            by_author(found, RUTH)
    else:
        with pytest.raises(WorldviewGone):
            by_author(found, MEI)


def test_whoever_takes_part_and_did_not_write_it_may_listen():
    assert by_listener(VIEW, somebody(RUTH), RUTH) == VIEW
    with pytest.raises(OwnWorldview):
        by_listener(VIEW, somebody(MEI), MEI)
    for stranger in (None, somebody(RUTH, Standing.LEFT)):
        with pytest.raises(NotTakingPart):
            by_listener(VIEW, stranger, RUTH)
    with pytest.raises(WorldviewGone):
        by_listener(None, somebody(RUTH), RUTH)
