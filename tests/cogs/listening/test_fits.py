"""Every screen under a worldview fits, in every language, whatever was written (fault row 7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from actions import loops as looping
from actions import remarks as remarking
from actions import reports as reporting
from actions import shifts as shifting
from cogs.kit.cards import Card
from cogs.listening import cards
from cogs.listening.answering import (
    AnswerButton,
    AnswerForm,
    ChangeAnswerButton,
    PostAnswerButton,
    remark_card,
)
from cogs.listening.asking import AskForm
from cogs.listening.coaching import ThrowAwayButton, thought_card
from cogs.listening.judging import MissedForm, loop_buttons
from cogs.listening.keeping import MOST, block
from cogs.listening.replying import ReplyForm
from cogs.listening.reporting import ReportForm, report_card
from cogs.listening.saying_back import SayAgainButton, SayBackForm
from cogs.listening.shifting import ShiftForm, ThankForm
from domain.communities import Community
from domain.loops import MOST_HEARD, MOST_MISSED, Loop, Verdict
from domain.remarks import ANSWER_LENGTH, QUESTION_LENGTH, REPLY_LENGTH, Kind, Remark, Stem
from domain.reports import MOST_DETAILS, Reason, Report, State
from domain.shifts import MOST_REASON, Shift
from domain.shifts import Kind as Shifted
from sandbox.checks.messages import check_message
from sandbox.checks.modals import check_modal
from tests.actions.listening.village import HERE, NOW, worldview
from tests.actions.listening.village import MEI as AUTHOR
from text import shipped

ANYBODY = 2**63 - 1
"""The longest id there may be."""
VIEW = replace(worldview(AUTHOR), worldview_id=ANYBODY, user_id=ANYBODY, thread_id=ANYBODY)
BRIDGE = Community(HERE, "en", set_up_at=NOW)
languages = pytest.mark.parametrize("language", shipped().languages)


def long(most: int) -> str:
    """What grows most when it is quoted: signs of markup, each pair of them on a line of its own."""
    return ("*\n\n" * most)[:most].strip()


def fits(card: Card) -> None:
    check_message({"components": card.to_components(), "flags": 1 << 15})


def remark(kind: Kind, most: int, **more: object) -> Remark:
    return Remark(ANYBODY, HERE, ANYBODY, ANYBODY, kind, long(most), "aa", NOW, **more)  # type: ignore[arg-type]


@languages
def test_what_is_said_fits_into_its_message(language):
    say = shipped().for_reader(language)
    asked = remark(Kind.QUESTION, QUESTION_LENGTH, stem=Stem.WISH, message_id=ANYBODY, passed_at=NOW)
    for each, question in [
        (asked, None),
        (remark(Kind.ANSWER, ANSWER_LENGTH, answers=1), asked),
        (remark(Kind.REPLY, REPLY_LENGTH), None),
    ]:
        fits(remark_card(say, remarking.Shown(BRIDGE, VIEW, each, question, answered=False, tells=None)))


@languages
@pytest.mark.parametrize("verdict", [None, *Verdict])
def test_what_is_said_back_fits_with_what_was_missed(language, verdict):
    say = shipped().for_reader(language)
    missed = None if verdict in (None, Verdict.YES) else long(MOST_MISSED)
    loop = Loop(
        ANYBODY, HERE, ANYBODY, ANYBODY, 1, long(MOST_HEARD), "aa", NOW, verdict=verdict, missed=missed
    )
    shown = looping.Shown(BRIDGE, VIEW, loop, None)
    fits(cards.loop(say, shown, loop_buttons(say, shown)))
    fits(cards.told(say, shown, SayAgainButton(say, worldview=str(ANYBODY))))


@languages
@pytest.mark.parametrize("kind", Shifted)
def test_a_shift_fits(language, kind):
    shift = Shift(ANYBODY, HERE, ANYBODY, ANYBODY, ANYBODY, kind, "*" * MOST_REASON, NOW, NOW)
    fits(cards.shift(shipped().for_reader(language), shifting.Shown(BRIDGE, VIEW, shift, None)))


@languages
@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("state", State)
def test_a_report_fits_and_so_do_twenty_in_a_list(language, reason, state):
    say = shipped().for_reader(language)
    told = Report(ANYBODY, HERE, ANYBODY, ANYBODY, reason, long(MOST_DETAILS), "aa", state, NOW)
    for view in (VIEW, None):
        fits(report_card(say, reporting.Shown(BRIDGE, view, told)))
    fits(cards.reports_list(say, [reporting.Shown(BRIDGE, VIEW, told)] * 20))


@languages
@pytest.mark.parametrize("most", [ANSWER_LENGTH, REPLY_LENGTH])
def test_the_preview_fits_with_all_that_the_coach_may_say(language, most):
    say, which = shipped().for_reader(language), {"remark": str(ANYBODY)}
    phrases = [
        line for kind in ("acknowledges", "hedges", "negates") for line in say(f"coach-{kind}").split("\n")
    ]
    worst = thought_card(say, shipped(), " ".join(sorted(phrases, key=len)[-9:] + phrases))
    buttons = [
        PostAnswerButton(say, **which, token="0" * 8),
        ChangeAnswerButton(say, **which),
        ThrowAwayButton(say),
    ]
    fits(Card(say("reply-preview"), block(long(most)), worst, buttons))


@languages
def test_words_that_are_given_back_fit_beside_any_refusal(language):
    say = shipped().for_reader(language)
    longest = max((say("refusal-questions-only", opens=2**33), say("refusal-understood")), key=len)
    again = AnswerButton(say, remark=str(ANYBODY))
    fits(Card(longest, say("listening-your-words"), block("x" * (MOST - 2)), again))


@languages
def test_every_form_fits(language):
    say, which = shipped().for_reader(language), {"worldview": str(ANYBODY)}
    earlier = Shift(1, HERE, 1, 1, 0, Shifted.DISAGREE, "x" * MOST_REASON, NOW, NOW + timedelta(minutes=1))
    giving = shifting.Giving(None, VIEW, 0, earlier)  # type: ignore[arg-type] # nobody need be there
    for form in (
        AskForm(say, "x" * QUESTION_LENGTH, **which),
        AnswerForm(say, "x" * ANSWER_LENGTH, remark=str(ANYBODY)),
        ReplyForm(say, "x" * REPLY_LENGTH, **which),
        SayBackForm(say, "x" * MOST_HEARD, **which),
        MissedForm(say, "x" * MOST_MISSED, loop=str(ANYBODY), verdict=Verdict.NOT_QUITE),
        ShiftForm(say, giving, **which),
        ThankForm(say, giving, **which, listener=str(ANYBODY)),
        ReportForm(say, "x" * MOST_DETAILS, **which),
    ):
        check_modal(form.to_dict())
