"""The reply coach: the same text always gets the same thought, and nothing is asked of anybody."""

from hypothesis import given
from hypothesis import strategies as st

from domain import coach
from domain.coach import MOST_SHOWN, Finding

KNOWN = (
    coach.phrases(Finding.ACKNOWLEDGES, ["i hear", "what i hear", "you said", ""]),
    coach.phrases(Finding.HEDGES, ["perhaps", "in my experience"]),
    coach.phrases(Finding.NEGATES, ["you're wrong", "no, that is", "nonsense"]),
)


def look(text):
    return coach.look(text, KNOWN)


def test_a_flat_no_is_spoken_of_first_and_all_is_shown_as_it_was_typed():
    thought = look("I hear you. Perhaps. But No,  that is NONSENSE, and you’re wrong.")
    assert thought.sentence == "negates"
    assert thought.found[Finding.NEGATES] == ("No, that is", "NONSENSE", "you’re wrong")
    assert thought.found[Finding.ACKNOWLEDGES] == ("I hear",)


def test_what_acknowledges_comes_before_what_hedges_and_the_longest_phrase_is_shown():
    thought = look("Perhaps what I hear is this.")
    assert (thought.sentence, thought.found[Finding.ACKNOWLEDGES]) == ("acknowledges", ("what I hear",))
    assert look("In my experience, yes.").sentence == "hedges"


def test_a_part_of_a_word_is_no_phrase():
    assert look("Hi heart, nonsensical perhapsness.").found == {}
    assert look("").sentence == "plain"


@given(st.text(max_size=200))
def test_whatever_is_written_is_looked_at_and_only_what_stands_there_is_shown(text):
    thought = look(text)
    assert thought == look(text)
    for found in thought.found.values():
        assert 1 <= len(found) <= MOST_SHOWN
        assert all(part in text for phrase in found for part in phrase.split())
