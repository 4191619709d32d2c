"""Topics as stewards write them down, and those that are shipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.topics import starter
from domain.communities import Topic
from domain.errors import BadTime, BadTopics, NoTopics, TooManyTopics, TopicTooLong, TopicTwice
from domain.topics import KEY, LONGEST, MOST, folded, listed, names_in
from domain.wall_time import wall_time
from text import shipped

BEFORE = (Topic("work", "Work"), Topic("faith", "Faith"), Topic("time", "Time"))
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=LONGEST)
LISTS = st.lists(NAMES, min_size=1, max_size=MOST, unique_by=folded).filter(
    lambda names: names_or_none("\n".join(names)) == tuple(names)
)


def names_or_none(text):
    try:
        return names_in(text)
    except BadTopics:
        return None


def keys(text, before=BEFORE):
    return [(topic.key, topic.name) for topic in listed(text, before)]


@pytest.mark.parametrize("language", shipped().languages)
def test_the_shipped_topics_are_as_a_steward_could_have_written_them(language):
    topics = starter(language)
    assert names_in("\n".join(topic.name for topic in topics)) == tuple(topic.name for topic in topics)
    assert all(KEY.fullmatch(topic.key) for topic in topics)
    assert len({topic.key for topic in topics}) == len(topics)
    assert [topic.key for topic in topics] == [topic.key for topic in starter("en")]


def test_every_shipped_topic_has_a_name_of_its_own_in_every_language():
    """A name that was forgotten would be the English one."""
    names = {language: {topic.name for topic in starter(language)} for language in shipped().languages}
    assert not names["en"] & names["es"]


def test_a_name_keeps_its_topic_wherever_it_stands():
    assert keys("Time\nwork\nFaith") == [("time", "Time"), ("work", "work"), ("faith", "Faith")]


def test_another_name_in_the_same_place_is_the_same_topic():
    assert keys("Toil\nFaith\nTime") == [("work", "Toil"), ("faith", "Faith"), ("time", "Time")]


def test_a_new_line_between_is_a_new_topic():
    assert keys("Work\nFood\nFaith\nTime")[1] == ("food", "Food")


def test_a_topic_left_out_is_gone_and_its_key_is_free_again():
    assert keys("Work\nTime") == [("work", "Work"), ("time", "Time")]
    assert keys("Work\nTime\nFaith", (BEFORE[0], BEFORE[2]))[2] == ("faith", "Faith")


def test_keys_are_told_apart_and_made_of_plain_letters():
    before = (Topic("work", "Toil"),)
    assert keys("Toil\nWork\nWork!\nMúsica\n仕事\n愛", before) == [
        ("work", "Toil"),
        ("work-2", "Work"),
        ("work-3", "Work!"),
        ("musica", "Música"),
        ("topic", "仕事"),
        ("topic-2", "愛"),
    ]


def test_empty_lines_and_spaces_count_for_nothing():
    assert keys("\n  Work  \n\n\tFaith\u0007\n\u200b\n Time\n") == keys("Work\nFaith\nTime")


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", NoTopics),
        (" \n\u200b\n", NoTopics),
        ("\n".join(str(n) for n in range(MOST + 1)), TooManyTopics),
        ("x" * (LONGEST + 1), TopicTooLong),
        ("Work\nFaith\nwORK", TopicTwice),
    ],
)
def test_what_cannot_be_topics_is_refused_by_its_own_name(text, refusal):
    with pytest.raises(refusal):
        listed(text, BEFORE)


@given(LISTS, LISTS)
def test_whatever_is_written_every_topic_has_one_key_and_no_name_changes_hands(one, other):
    before = listed("\n".join(one), ())
    after = listed("\n".join(other), before)
    assert tuple(topic.name for topic in after) == tuple(other)
    for topics in (before, after):
        assert len({topic.key for topic in topics}) == len(topics)
        assert all(KEY.fullmatch(topic.key) for topic in topics)
    was = {folded(topic.name): topic.key for topic in before}
    assert all(was.get(folded(topic.name), topic.key) == topic.key for topic in after)
    assert listed("\n".join(other), after) == after


@pytest.mark.parametrize(
    ("written", "time"),
    [
        *(("18:00", "18:00"), (" 7:05 ", "07:05"), ("18.30", "18:30"), ("18h30", "18:30"), ("18 h", "18:00")),
        *(("9", "09:00"), ("6 pm", "18:00"), ("12:15 a.m.", "00:15"), ("12pm", "12:00"), ("0:00", "00:00")),
    ],
)
def test_a_time_is_understood_as_people_write_it(written, time):
    assert wall_time(written) == time


@pytest.mark.parametrize(
    "written", ["", "noon", "24:00", "18:60", "13 pm", "0 am", "18:0", "18:00:00", "-1", "٣:٠٠x"]
)
def test_what_is_no_time_is_refused(written):
    with pytest.raises(BadTime):
        wall_time(written)
