"""Every screen of My worldviews, in every language, with the longest there can be in it."""

from datetime import UTC, datetime

import pytest

from cogs.kit.cards import Card
from cogs.mine import pages
from cogs.mine.journal import ChangeForm, WriteForm
from cogs.mine.off_limits import OffLimitsForm
from cogs.mine.overview import list_card
from cogs.mine.quoting import cut
from cogs.mine.turning import sheet
from domain.communities import Topic
from domain.journal import ENTRY_LENGTH
from domain.mine import Listened, Overview, Own, Page, Question, Reveal, Said, Tally, Turn, Waiting
from domain.worldviews import Explanation, Made, State, Worldview
from sandbox.checks.messages import check_message
from sandbox.checks.modals import check_modal
from text import shipped

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORST = "*_~`|>#" * 200
MIDDLE = Turn(9)
VIEW = Worldview(
    2**62,
    2**62,
    7,
    Made.FORM,
    State.OPEN,
    ("work",),
    shows_seat=True,
    posted_at=NOW,
    opens_at=NOW.replace(year=2027),
    changed_at=NOW,
    explanation=Explanation(WORST[:1000]),
    pseudonym="x" * 60,
    thread_id=2**62,
)

languages = pytest.mark.parametrize("language", shipped().languages)


def shown(card):
    check_message({"components": card.to_components(), "flags": 1 << 15})


@languages
def test_the_forms_fit_also_with_as_many_topics_as_a_forum_takes(language):
    say = shipped().for_reader(language)
    topics = tuple(Topic(f"topic-{number}", "x" * 20) for number in range(20))
    check_modal(WriteForm(say, worldview=str(2**63 - 1)).to_dict())
    check_modal(ChangeForm(say, "x" * ENTRY_LENGTH, entry=str(2**63 - 1)).to_dict())
    check_modal(OffLimitsForm(say, topics, frozenset({"topic-3"})).to_dict())


@languages
def test_a_page_in_the_middle_fits_whatever_was_said(language):
    say = shipped().for_reader(language)
    asked = Question(WORST, 2**62)
    own = Own(VIEW, (asked,) * 9, (Reveal(2**62, NOW, None),) * 9)
    said = Said("question", WORST, WORST, passed=False)
    heard = Listened(2**62, VIEW, (said,) * 9)
    for name, row, words in (
        ("own", own, lambda row: pages.own(say, row, NOW)),
        ("listened", heard, lambda row: pages.listened(say, row)),
    ):
        page = Page((row,) * 5, MIDDLE, more=True)
        shown(list_card(say, name, sheet(page, lambda _: 2**62, words)))


@languages
@pytest.mark.parametrize("count", [0, 1, 2, 1000])
def test_every_count_has_words(language, count):
    say = shipped().for_reader(language)
    drafts = (Waiting(NOW, None), *(Waiting(NOW, VIEW) for _ in range(count)))
    shown(Card(pages.overview(say, Overview(drafts, *[count] * 6))))
    assert pages.tally(say, Tally(count, count, count))


def test_a_page_that_is_full_leaves_the_rest_to_the_next_in_either_direction():
    rows = tuple(range(9, 4, -1))
    first = sheet(Page(rows, Turn(), more=False), lambda row: row, lambda _: "x" * 1500)
    assert (first.numbers, first.earlier, first.later) == ((9, 8), True, False)
    back = sheet(Page(rows, Turn(4, later=True), more=False), lambda row: row, lambda _: "x" * 1500)
    assert (back.numbers, back.earlier, back.later) == ((6, 5), True, True)


@pytest.mark.parametrize("text", ["short", "x" * 500, WORST, "a b\n\nc " * 90, "\\" * 300, "🙂" * 300])
def test_what_is_cut_is_never_longer_than_there_is_room_for(text):
    assert len(cut(text, 100)) <= 100
    assert "\n" not in cut(text, 100)
