"""What was planned is changed: one date, this and the following, or all; and nobody loses their place."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from actions import agenda, changes, dates_told, discussions, proposals
from actions.deps import Deps
from domain.changes import Change, Edit, News, Scope, What
from domain.communities import Community
from domain.discussion_errors import (
    ChangedMeanwhile,
    DateGone,
    HostNotIn,
    NothingToChange,
    NotInSeries,
    ProposalGone,
    RoomsTaken,
    TooSoon,
    Underway,
)
from domain.discussions import HORIZON, ROOMS, Plan, State, Status
from domain.errors import (
    TooShort,
)
from domain.people import Application, Seat, enrol
from domain.repeats import LAST, Every, Repeat
from domain.rsvps import Answer, Rsvp

HERE, NORA, MEI, RUTH = 5, 7, 8, 9
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
FIRST = datetime.fromisoformat("2027-03-08T18:00")
"""A Monday; the clocks of Zurich go forward on 28 March."""
PLAN = Plan("How do we grow old?", FIRST, "Europe/Zurich", host_id=NORA, deck="growing-old")
WEEKLY = replace(PLAN, repeat=Repeat(Every.WEEK))


class Planned:
    """A discussion and its dates, as they are now."""

    def __init__(self, deps, discussion):
        self.deps = deps
        self.number = discussion.discussion_id

    @property
    async def dates(self):
        async with self.deps.database.read() as store:
            return await store.occurrences.of_discussion(HERE, self.number)

    @property
    async def rule(self):
        async with self.deps.database.read() as store:
            return await store.discussions.find(HERE, self.number)

    async def changes(self, number, what, scope=Scope.ONE, **facts):
        found = (await self.dates)[number]
        change = Change(found.occurrence_id, found.version, what, scope, **facts)
        return await changes.make(self.deps, HERE, change)

    async def becomes(self, number, state):
        async with self.deps.database.begin() as store:
            await store.occurrences.note((await self.dates)[number], state=state, opened_at=self.deps.now())


@pytest.fixture
async def deps(database):
    async with database.begin() as store:
        community = Community(HERE, "en", set_up_at=NOW, set_up_by=NORA)
        await store.communities.save(community)
    return Deps(database, now=lambda: NOW)


async def plans(deps, plan=WEEKLY, token="a"):  # noqa: S107 - of a plan
    return Planned(deps, await discussions.plan(deps, HERE, NORA, plan, token))


async def comes_in(deps, user_id):
    async with deps.database.begin() as store:
        application = Application(Seat.MENTOR, "gen-z", adult=True, agreed=True)
        person = enrol(HERE, user_id, application, frozenset({"gen-z"}), None, NOW)
        await store.people.save(person)


async def says(deps, date, user_id, answer=Answer.GOING, line=1):
    async with deps.database.begin() as store:
        rsvp = Rsvp(user_id, answer, Seat.MENTOR, line, deps.now())
        await store.rsvps.save(HERE, date.occurrence_id, rsvp)


async def news_of(deps):
    async with deps.database.read() as store:
        return await store.jobs.open(HERE, dates_told.TOLD)


async def message(deps, job):
    told = await dates_told.shown(deps, job)
    assert told is not None
    return told


async def find(deps, date):
    return await discussions.find(deps, HERE, date.occurrence_id)


async def test_one_date_moves_and_its_series_stays_and_those_going_are_told(deps):
    weekly = await plans(deps)
    second = (await weekly.dates)[1]
    await says(deps, second, MEI)
    await says(deps, second, RUTH, Answer.NO, line=2)
    changed = await weekly.changes(1, What.MOVE, at=second.starts_at + timedelta(days=1, hours=2))
    assert changed.after.local == datetime.fromisoformat("2027-03-16T20:00")
    assert changed.after.original == second.original
    assert (changed.dates, changed.told) == (1, 1)
    assert len(await weekly.dates) == HORIZON
    [job] = await news_of(deps)
    told = await message(deps, job)
    assert (told.news, told.people) == (News.MOVED, (MEI,))
    assert (told.was_at, told.is_at) == (second.starts_at, changed.after.starts_at)


async def test_a_whole_series_moves_by_the_clocks_on_the_wall(deps):
    weekly = await plans(deps)
    first = (await weekly.dates)[0]
    await says(deps, first, MEI)
    await weekly.changes(0, What.MOVE, Scope.ALL, at=datetime(2027, 3, 10, 8, tzinfo=UTC))
    dates = await weekly.dates
    assert len(dates) == HORIZON
    assert {(each.local.weekday(), each.local.hour) for each in dates} == {(2, 9)}
    assert [each.starts_at.hour for each in dates[:4]] == [8, 8, 8, 7]
    assert all(each.local == each.original for each in dates)
    assert [each.user_id for each in await going(deps, dates[0])] == [MEI]


async def going(deps, date):
    async with deps.database.read() as store:
        return await store.rsvps.who(HERE, date.occurrence_id, Answer.GOING)


async def test_this_and_the_following_move_and_what_is_before_stays(deps):
    weekly = await plans(deps, replace(PLAN, repeat=Repeat(Every.WEEK, count=5)))
    third = (await weekly.dates)[2]
    await says(deps, third, MEI)
    changed = await weekly.changes(2, What.MOVE, Scope.FOLLOWING, at=third.starts_at + timedelta(days=8))
    before, rest = await weekly.dates, Planned(deps, changed.after)
    assert [each.local.day for each in before] == [8, 15]
    assert (await weekly.rule).plan.repeat.count == 2
    assert [each.local.isoformat()[5:10] for each in await rest.dates] == ["03-30", "04-06", "04-13"]
    assert (await rest.rule).follows == weekly.number
    assert (await rest.rule).plan.repeat.count == 3
    assert [each.user_id for each in await going(deps, changed.after)] == [MEI]
    assert changed.after.occurrence_id == third.occurrence_id


async def test_the_last_friday_becomes_the_first_monday_until_the_same_month(deps):
    repeat = Repeat(Every.MONTH, nth=LAST, until=date(2027, 8, 31))
    monthly = await plans(deps, replace(PLAN, local=datetime(2027, 3, 26, 18), repeat=repeat))  # noqa: DTZ001
    await monthly.changes(0, What.MOVE, Scope.ALL, at=datetime(2027, 4, 5, 16, tzinfo=UTC))
    days = [each.local.isoformat()[5:10] for each in await monthly.dates]
    assert days == ["04-05", "05-03", "06-07", "07-05", "08-02", "09-06"]
    assert (await monthly.rule).plan.repeat == Repeat(Every.MONTH, nth=1, until=date(2027, 9, 6))


async def test_a_date_that_was_moved_by_itself_stays_where_it_is_when_its_series_moves(deps):
    weekly = await plans(deps)
    dates = await weekly.dates
    await weekly.changes(1, What.MOVE, at=dates[1].starts_at + timedelta(hours=3))
    await weekly.changes(0, What.MOVE, Scope.ALL, at=dates[0].starts_at + timedelta(hours=1))
    assert [each.local.hour for each in (await weekly.dates)[:3]] == [19, 21, 19]
    assert [each.original.hour for each in (await weekly.dates)[:3]] == [19, 19, 19]


async def test_one_date_has_a_title_of_its_own_which_stays_when_the_others_get_another(deps):
    weekly = await plans(deps)
    await weekly.changes(1, What.EDIT, edit=Edit(title="A guest", deck="", minutes=90))
    await weekly.changes(0, What.EDIT, Scope.ALL, edit=Edit(title="On growing old", minutes=45))
    dates = await weekly.dates
    assert [each.title for each in dates[:3]] == ["On growing old", "A guest", "On growing old"]
    assert [each.minutes for each in dates[:3]] == [45, 90, 45]
    assert [each.deck for each in dates[:3]] == ["growing-old", None, "growing-old"]


async def test_this_and_the_following_get_another_title_and_the_past_keeps_its_own(deps):
    weekly = await plans(deps)
    changed = await weekly.changes(2, What.EDIT, Scope.FOLLOWING, edit=Edit(title="Part two"))
    assert {each.title for each in await weekly.dates} == {PLAN.title}
    rest = await Planned(deps, changed.after).dates
    assert {each.title for each in rest} == {"Part two"}
    assert len(rest) == HORIZON


async def test_the_parts_of_a_series_stay_together(deps):
    weekly = await plans(deps)
    await comes_in(deps, MEI)
    changed = await weekly.changes(2, What.EDIT, Scope.FOLLOWING, edit=Edit(title="Part two"))
    rest = Planned(deps, changed.after)
    async with deps.database.read() as store:
        cards = {job.key: job.due_at for job in await store.jobs.open(HERE, discussions.CARD)}
    third = changed.after
    assert cards[str(third.occurrence_id)] > NOW, "the next of the series has its card, and not every part"
    seen = await agenda.dates_of(deps, HERE, weekly.number)
    assert [each.title for each in seen[1:3]] == [PLAN.title, "Part two"]
    assert (await weekly.changes(0, What.HOST, host_id=MEI)).dates == 2 + HORIZON
    await rest.changes(0, What.CANCEL, Scope.ALL, reason="Summer comes.")
    assert {each.state for part in (weekly, rest) for each in await part.dates} == {State.CANCELLED}


async def test_what_is_coming_is_shown_page_by_page_with_what_one_answered(deps):
    weekly = await plans(deps)
    await plans(deps, replace(WEEKLY, title="What is home?", local=FIRST + timedelta(days=1)), "b")
    first = (await weekly.dates)[0]
    await says(deps, first, MEI, Answer.MAYBE)
    page = await agenda.coming_for(deps, HERE, MEI)
    assert len(page.dates) == agenda.PAGE
    assert page.more
    assert [rsvp.answer if rsvp else None for _, rsvp in page.dates[:2]] == [Answer.MAYBE, None]
    last = page.dates[-1][0]
    rest = await agenda.coming_for(deps, HERE, MEI, last.occurrence_id)
    assert len(rest.dates) == 2 * HORIZON - agenda.PAGE
    assert not rest.more
    await weekly.changes(0, What.SKIP)
    assert len((await agenda.coming_for(deps, HERE, MEI, first.occurrence_id)).dates) == agenda.PAGE


async def test_cancelled_while_people_talk_closes_the_room_and_says_so_in_it(deps):
    once = await plans(deps, PLAN)
    [found] = await once.dates
    await says(deps, found, MEI)
    await once.becomes(0, State.ON)
    changed = await once.changes(0, What.CANCEL, reason="The host is ill.")
    assert (changed.after.state, changed.after.reason) == (State.CANCELLED, "The host is ill.")
    assert (await once.rule).state is Status.OVER
    async with deps.database.read() as store:
        assert len(await store.jobs.open(HERE, discussions.CLOSE)) == 1
        assert len(await store.jobs.open(HERE, discussions.AFTERWARDS)) == 1
    messages = [await message(deps, job) for job in await news_of(deps)]
    assert sorted((told.people, told.in_room) for told in messages) == [((), True), ((MEI,), False)]
    with pytest.raises(DateGone):
        await once.changes(0, What.CANCEL, reason="Twice.")


async def test_a_series_is_called_off_from_some_date_on_and_one_date_of_it_put_back(deps):
    weekly = await plans(deps)
    changed = await weekly.changes(3, What.CANCEL, Scope.FOLLOWING, reason="Summer comes.")
    assert changed.dates == HORIZON - 3
    assert {each.state for each in await weekly.dates} == {State.PLANNED}
    assert len(await weekly.dates) == 3
    rest = Planned(deps, changed.after)
    assert {each.state for each in await rest.dates} == {State.CANCELLED}
    await rest.changes(1, What.RESTORE)
    states = [each.state for each in await rest.dates]
    assert states.count(State.PLANNED) == 1
    assert len(states) == HORIZON - 3


async def test_one_date_is_left_out_and_put_back_with_everybody_who_was_going(deps):
    weekly = await plans(deps)
    second = (await weekly.dates)[1]
    await says(deps, second, MEI)
    await weekly.changes(1, What.SKIP)
    async with deps.database.begin() as store:
        community = await discussions.present(store, HERE)
        await discussions.go_on(store, community, weekly.number, NOW)
    assert (await find(deps, second)).state is State.SKIPPED
    assert len(await weekly.dates) == HORIZON
    changed = await weekly.changes(1, What.RESTORE)
    assert changed.after.state is State.PLANNED
    assert changed.told == 1
    assert [each.user_id for each in await going(deps, second)] == [MEI]


async def test_what_would_be_is_not(deps):
    weekly = await plans(deps)
    first = (await weekly.dates)[0]
    at = first.starts_at + timedelta(hours=1)
    change = Change(first.occurrence_id, first.version, What.MOVE, Scope.ALL, at=at)
    changed = await changes.would_be(deps, HERE, change)
    assert (changed.after.starts_at, changed.dates) == (at, HORIZON)
    assert (await weekly.dates)[0] == first
    assert await news_of(deps) == []


async def test_what_was_read_back_is_made_once_however_often_it_is_confirmed(deps):
    weekly = await plans(deps)
    first = (await weekly.dates)[0]
    edit = Edit(title="On growing old", about="")
    change = Change(first.occurrence_id, first.version, What.EDIT, Scope.ALL, edit=edit)
    proposal = await proposals.propose(deps, HERE, NORA, change)
    assert proposal.would_be.after.title == "On growing old"
    assert (await proposals.about(deps, HERE, NORA, proposal.number)).title == PLAN.title
    with pytest.raises(ProposalGone):
        await proposals.confirm(deps, HERE, MEI, proposal.number)
    assert await proposals.confirm(deps, HERE, NORA, proposal.number)
    assert await proposals.confirm(deps, HERE, NORA, proposal.number) is None
    assert {(each.title, each.version) for each in await weekly.dates} == {("On growing old", 2)}


async def test_what_somebody_wants_next_replaces_what_they_wanted_and_they_may_let_it_be(deps):
    weekly = await plans(deps)
    first, second = (await weekly.dates)[:2]
    numbers = [
        (await proposals.propose(deps, HERE, NORA, Change(each.occurrence_id, 1, What.SKIP))).number
        for each in (first, second)
    ]
    await proposals.forget(deps, HERE, NORA, numbers[1])
    for number in numbers:
        with pytest.raises(ProposalGone):
            await proposals.confirm(deps, HERE, NORA, number)
    assert (await weekly.dates)[0] == first


async def test_what_somebody_else_changed_meanwhile_is_looked_at_again_first(deps):
    weekly = await plans(deps)
    first = (await weekly.dates)[0]
    await weekly.changes(0, What.EDIT, edit=Edit(title="Another"))
    change = Change(first.occurrence_id, first.version, What.SKIP)
    with pytest.raises(ChangedMeanwhile):
        await changes.make(deps, HERE, change)


async def test_another_host_leads_all_of_it(deps):
    weekly = await plans(deps)
    with pytest.raises(HostNotIn):
        await weekly.changes(0, What.HOST, host_id=MEI)
    await comes_in(deps, MEI)
    changed = await weekly.changes(0, What.HOST, host_id=MEI)
    assert changed.dates == HORIZON
    assert {each.host_id for each in await weekly.dates} == {MEI}
    with pytest.raises(NothingToChange):
        await weekly.changes(0, What.HOST, host_id=MEI)


@pytest.mark.parametrize("what", [What.MOVE, What.EDIT, What.SKIP])
async def test_what_has_begun_can_only_be_called_off(deps, what):
    weekly = await plans(deps)
    await weekly.becomes(0, State.OPEN)
    with pytest.raises(Underway):
        await weekly.changes(0, what, at=NOW + timedelta(days=3), edit=Edit(title="Another"))


async def test_what_cannot_be_changes_nothing(deps):
    once = await plans(deps, PLAN)
    [found] = await once.dates
    for error, what, facts in (
        (TooSoon, What.MOVE, {"at": NOW - timedelta(hours=1)}),
        (NothingToChange, What.MOVE, {"at": found.starts_at}),
        (NothingToChange, What.EDIT, {"edit": Edit(title=PLAN.title)}),
        (NotInSeries, What.SKIP, {}),
        (TooShort, What.CANCEL, {"reason": "  "}),
        (DateGone, What.RESTORE, {}),
    ):
        with pytest.raises(error):
            await once.changes(0, what, **facts)
    assert await once.dates == [found]


async def test_a_moved_date_takes_a_room_that_is_free_then(deps):
    once = await plans(deps, PLAN)
    [found] = await once.dates
    later = found.starts_at + timedelta(days=1)
    there = replace(PLAN, local=FIRST + timedelta(days=1))
    for number in range(ROOMS - 1):
        await plans(deps, there, str(number))
    changed = await once.changes(0, What.MOVE, at=later)
    assert changed.after.room == ROOMS - 1
    another = await plans(deps, PLAN, "b")
    with pytest.raises(RoomsTaken):
        await another.changes(0, What.MOVE, at=later)


async def test_so_many_are_told_in_several_messages_each_by_name_once(deps):
    once = await plans(deps, PLAN)
    [found] = await once.dates
    people = list(range(100, 100 + 2 * dates_told.BATCH + 1))
    for line, user_id in enumerate(people, 1):
        await says(deps, found, user_id, line=line)
    changed = await once.changes(0, What.CANCEL, reason="The host is ill.")
    assert changed.told == len(people)
    jobs = await news_of(deps)
    told = [user_id for job in jobs for user_id in (await message(deps, job)).people]
    assert len(jobs) == 3
    assert sorted(told) == people
