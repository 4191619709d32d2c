"""What people do under a worldview, as it is kept: once, in both databases, for the right seat."""

import asyncio
from dataclasses import replace

import pytest
import sqlalchemy as sa

from actions import loops, remarks, reports, shifts
from data import tables
from domain.errors import (
    AlreadyAnswered,
    AlreadyJudged,
    LoopGone,
    NotListening,
    QuestionGone,
    QuestionsOnly,
    ReportGone,
    ShiftStands,
    StillWaiting,
    TooManyQuestions,
    WorldviewGone,
)
from domain.loops import Verdict
from domain.people import Seat
from domain.remarks import Kind as Remarked
from domain.remarks import Stem
from domain.reports import Reason, State
from domain.shifts import Kind
from domain.worldviews import State as Standing
from tests.actions.listening.laws import broken
from tests.actions.listening.village import ELSEWHERE, HEARD, HERE, MEI, REASON, RUTH, TOMAS, person

FORGED = (0, -1, 2**63, 10**12)


async def asks(village, form="a", who=RUTH, text="Who told you that?"):
    return await remarks.ask(village.deps, HERE, who, village.of_mei, Stem.HAPPENED, text, form)


async def says_back(village, form="b", who=RUTH):
    return (await loops.say_back(village.deps, HERE, who, village.of_mei, HEARD, form)).loop


async def judges(village, loop, verdict=Verdict.YES, text=""):
    return await loops.judge(village.deps, HERE, MEI, loop.loop_id, verdict, text)


async def ledger(village, month="2026-11"):
    async with village.database.read() as store:
        assert await broken(store) == []
        return await store.exchange.of_month(HERE, month)


async def wished(village):
    """Kind, key and lane of the jobs that wait."""
    async with village.database.read() as store:
        query = sa.select(tables.jobs).order_by(tables.jobs.c.job_id)
        rows = (await store.link.execute(query)).all()
        return [(job.kind, job.key, job.lane) for job in rows if job.kind != "tending"]


async def test_a_question_is_kept_sealed_counted_once_and_on_its_way_to_the_thread(village):
    said = await asks(village)
    assert (said.new, said.remark.text, said.remark.stem) == (True, "Who told you that?", Stem.HAPPENED)
    again = await asks(village)
    assert (again.new, again.remark) == (False, said.remark)
    assert await ledger(village) == {(Seat.MENTEE, "asked"): 1}
    assert await wished(village) == [("remark", str(said.remark.remark_id), f"thread:{village.of_mei}")]
    async with village.database.read() as store:
        (sealed,) = (await store.link.execute(sa.text("SELECT text FROM remarks"))).scalars()
    assert b"told" not in sealed


async def test_the_same_form_sent_twice_at_once_is_one_question(village):
    both = await asyncio.gather(asks(village), asks(village))
    assert sorted(said.new for said in both) == [False, True]
    assert await ledger(village) == {(Seat.MENTEE, "asked"): 1}


async def test_after_three_open_questions_the_fourth_waits_for_an_answer_or_a_pass(village):
    first, second, _ = [(await asks(village, token)).remark for token in "abc"]
    with pytest.raises(TooManyQuestions):
        await asks(village, "d")
    assert (await asks(village, "e", TOMAS)).new
    await remarks.pass_on(village.deps, HERE, MEI, first.remark_id)
    assert (await asks(village, "d")).new
    await remarks.answer(village.deps, HERE, MEI, second.remark_id, "My father.", "x")
    assert (await asks(village, "f")).new


async def test_an_answer_is_given_once_also_after_a_pass_and_changes_the_questions_message(village):
    asked = (await asks(village)).remark
    assert (await remarks.pass_on(village.deps, HERE, MEI, asked.remark_id)).new
    assert not (await remarks.pass_on(village.deps, HERE, MEI, asked.remark_id)).new
    said = await remarks.answer(village.deps, HERE, MEI, asked.remark_id, "My father.", "x")
    assert (said.remark.kind, said.remark.answers) == (Remarked.ANSWER, asked.remark_id)
    assert not (await remarks.answer(village.deps, HERE, MEI, asked.remark_id, "My father.", "x")).new
    with pytest.raises(AlreadyAnswered):
        await remarks.answer(village.deps, HERE, MEI, asked.remark_id, "My mother.", "y")
    assert await ledger(village) == {(Seat.MENTEE, "asked"): 1, (Seat.MENTOR, "answered"): 1}
    keys = [key for kind, key, _ in await wished(village) if kind == "remark"]
    assert keys == [str(asked.remark_id), str(said.remark.remark_id)]


async def test_it_counts_for_the_seat_of_the_moment_and_the_month_in_utc(village):
    await asks(village)
    village.passes(days=10)
    async with village.database.begin() as store:
        await store.people.save(replace(person(RUTH), seat=Seat.BOTH))
    await asks(village, "b")
    async with village.database.read() as store:
        assert await store.exchange.of_month(HERE, "2026-11") == {(Seat.MENTEE, "asked"): 1}
        assert await store.exchange.of_month(HERE, "2026-12") == {(Seat.BOTH, "asked"): 1}


async def test_a_loop_fails_once_is_said_again_and_confirmed(village):
    loop = await says_back(village)
    with pytest.raises(StillWaiting):
        await says_back(village, "c")
    judged = await judges(village, loop, Verdict.PARTLY, "It is not about money.")
    assert (judged.loop.verdict, judged.loop.missed) == (Verdict.PARTLY, "It is not about money.")
    again = await says_back(village, "c")
    assert again.attempt == 2
    await judges(village, again)
    with pytest.raises(AlreadyJudged):
        await judges(village, again, Verdict.NOT_QUITE, "After all not.")
    async with village.database.read() as store:
        assert await store.loops.understood(HERE, village.of_mei) == [RUTH]
        assert (await store.loops.find(HERE, loop.loop_id)).missed == "It is not about money."
    assert await ledger(village) == {(Seat.MENTEE, "said-back"): 2, (Seat.MENTEE, "looped"): 1}
    kinds = {kind for kind, _, _ in await wished(village)}
    assert kinds == {"loop", "loop-card", "worldview-card"}


async def test_a_confirmed_loop_opens_the_listeners_own_reply_and_nobody_elses(village):
    for who in (RUTH, TOMAS):
        with pytest.raises(QuestionsOnly):
            await remarks.may_reply(village.deps, HERE, who, village.of_mei)
    await judges(village, await says_back(village))
    assert (await remarks.reply(village.deps, HERE, RUTH, village.of_mei, "I hear you.", "r")).new
    with pytest.raises(QuestionsOnly):
        await remarks.reply(village.deps, HERE, TOMAS, village.of_mei, "I hear you.", "r")
    village.passes(hours=24)
    assert (await remarks.reply(village.deps, HERE, TOMAS, village.of_mei, "I hear you.", "r")).new


async def test_two_verdicts_at_once_are_one(village):
    loop = await says_back(village)
    ended = await asyncio.gather(
        judges(village, loop), judges(village, loop, Verdict.PARTLY, "Money."), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in ended) == ["AlreadyJudged", "Heard"]
    await ledger(village)


async def test_a_line_is_shared_when_both_let_it_and_either_may_take_that_back(village):
    loop = await says_back(village)
    with pytest.raises(LoopGone):
        await loops.share(village.deps, HERE, RUTH, loop.loop_id)
    await judges(village, loop)
    assert (await loops.share(village.deps, HERE, RUTH, loop.loop_id)).approved_by == {RUTH}
    assert (await loops.share(village.deps, HERE, MEI, loop.loop_id)).approved_by == {RUTH, MEI}
    assert (await loops.share(village.deps, HERE, RUTH, loop.loop_id)).approved_by == {MEI}


async def test_a_shift_is_given_once_and_changed_for_a_quarter_of_an_hour(village):
    give = shifts.give
    given = await give(village.deps, HERE, RUTH, village.of_mei, Kind.UNDERSTOOD, REASON)
    village.passes(minutes=14)
    changed = await give(village.deps, HERE, RUTH, village.of_mei, Kind.DISAGREE, REASON)
    assert (given.new, changed.new) == (True, False)
    assert changed.shift == replace(given.shift, kind=Kind.DISAGREE, changed_at=village.now)
    village.passes(minutes=1)
    with pytest.raises(ShiftStands):
        await give(village.deps, HERE, RUTH, village.of_mei, Kind.UNDERSTOOD, REASON)
    assert await ledger(village) == {(Seat.MENTEE, "shifted"): 1}
    assert [job[0] for job in await wished(village)] == ["shift"]


async def test_an_author_thanks_whoever_listened_there(village):
    await asks(village)
    _, listeners = await shifts.listeners(village.deps, HERE, MEI, village.of_mei)
    assert listeners == [RUTH]
    given = await shifts.give(village.deps, HERE, MEI, village.of_mei, Kind.COMMON_GROUND, REASON, RUTH)
    assert given.shift.receiver_id == RUTH
    with pytest.raises(NotListening):
        await shifts.give(village.deps, HERE, MEI, village.of_mei, Kind.UNDERSTOOD, REASON, TOMAS)


async def test_a_report_is_kept_once_and_moves_on_in_its_community(village):
    send = reports.report
    kept = await send(village.deps, HERE, TOMAS, village.of_mei, Reason.HURTFUL, "It hurts.", "t")
    assert await send(village.deps, HERE, TOMAS, village.of_mei, Reason.SPAM, "", "t") == kept
    assert [each.report for each in await reports.open_ones(village.deps, HERE)] == [kept]
    with pytest.raises(ReportGone):
        await reports.move(village.deps, ELSEWHERE, kept.report_id, State.CLOSED)
    await reports.move(village.deps, HERE, kept.report_id, State.CLOSED)
    assert await reports.open_ones(village.deps, HERE) == []


async def test_row_38_what_is_of_another_community_is_refused_like_what_does_not_exist(village):
    asked = (await asks(village)).remark.remark_id
    loop = (await says_back(village)).loop_id
    for number in (*FORGED, village.elsewhere):
        for verb in (remarks.may_ask, remarks.may_reply, loops.may_say_back, shifts.may_give):
            with pytest.raises(WorldviewGone):
                await verb(village.deps, HERE, RUTH, number)
        with pytest.raises(WorldviewGone):
            await reports.may_report(village.deps, HERE, RUTH, number)
        with pytest.raises(ReportGone):
            await reports.move(village.deps, HERE, number, State.SEEN)
    for community_id, remark_id, loop_id in [
        *((HERE, number, number) for number in FORGED),
        (ELSEWHERE, asked, loop),
    ]:
        with pytest.raises(QuestionGone):
            await remarks.answer(village.deps, community_id, MEI, remark_id, "Yes.", "y")
        with pytest.raises(QuestionGone):
            await remarks.pass_on(village.deps, community_id, MEI, remark_id)
        with pytest.raises(LoopGone):
            await loops.judge(village.deps, community_id, MEI, loop_id, Verdict.YES)
        with pytest.raises(LoopGone):
            await loops.share(village.deps, community_id, MEI, loop_id)


@pytest.mark.parametrize("state", [Standing.WITHDRAWN, Standing.GONE])
async def test_under_what_is_gone_nothing_is_said_and_what_was_said_is_kept(village, state):
    asked, loop = (await asks(village)).remark, await says_back(village)
    await village.changes(village.of_mei, state=state)
    with pytest.raises(WorldviewGone):
        await asks(village, "c")
    with pytest.raises(WorldviewGone):
        await judges(village, loop)
    async with village.database.read() as store:
        assert await store.remarks.find(HERE, asked.remark_id) == asked


async def test_when_its_author_is_erased_what_listeners_said_stays_theirs(village):
    asked, loop = (await asks(village)).remark, await says_back(village)
    await judges(village, loop, Verdict.PARTLY, "It is not about money.")
    async with village.database.begin() as store:
        await store.privacy.erase(HERE, MEI, village.now)
        await store.keys.forget(HERE, MEI)
    async with village.database.read() as store:
        assert await store.remarks.find(HERE, asked.remark_id) == asked
        assert (await store.loops.find(HERE, loop.loop_id)).missed is None
    with pytest.raises(WorldviewGone):
        await says_back(village, "c")


async def test_what_an_erased_listener_said_is_gone_and_the_author_is_told_so(village):
    asked, loop = (await asks(village)).remark, await says_back(village)
    async with village.database.begin() as store:
        await store.privacy.erase(HERE, RUTH, village.now)
    with pytest.raises(QuestionGone):
        await remarks.answer(village.deps, HERE, MEI, asked.remark_id, "My father.", "y")
    with pytest.raises(LoopGone):
        await judges(village, loop)
