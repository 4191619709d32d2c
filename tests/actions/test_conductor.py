"""Six people in a room: turns that alternate, hands, time that is up, a pause, and whoever comes and goes."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from actions import conducting, conductor, talks
from actions.decks import prompts_in
from data.tables import jobs, notices, pauses, speaking, turns
from domain.conductor import Note
from domain.discussion_errors import (
    AlreadyLonger,
    DateGone,
    NoMorePrompts,
    NotInRoom,
    NotLeading,
    NotTheHost,
    NotYet,
    NotYourTurn,
    TurnOver,
)
from domain.discussions import State
from domain.errors import (
    NotTakingPart,
)
from domain.people import Seat
from domain.permissions import Permission
from tests.actions.talking import AMIR, BOT, HERE, HUGO, MEI, NORA, RUTH, TOMAS, Room, turn_of, whose

STEWARD = int(Permission.MANAGE_GUILD)
DECK = "circles"


@pytest.fixture
async def room(database):
    room = Room(database)
    await room.opens()
    return room


async def done(room, user_id, **how):
    shown = await room.looks()
    return await conductor.done(room.deps, room.by(user_id), turn_of(shown).turn_id, **how)


async def test_the_turn_goes_from_seat_to_seat_and_everybody_of_a_seat_comes_once(room):
    shown = await room.begins(MEI, RUTH, TOMAS, AMIR, BOT)
    spoke = [whose(shown)]
    for _ in range(5):
        spoke.append(whose(await done(room, spoke[-1])))
    assert spoke == [MEI, RUTH, AMIR, TOMAS, MEI, RUTH]
    assert (await room.looks()).spoken == {Seat.MENTOR: 3, Seat.MENTEE: 3}
    assert (await room.looks()).all_had


async def test_only_whose_turn_it_is_ends_it_and_twice_is_once(room):
    turn = turn_of(await room.begins(MEI, RUTH))
    with pytest.raises(NotYourTurn):
        await conductor.done(room.deps, room.by(RUTH), turn.turn_id)
    for _ in range(2):
        shown = await conductor.done(room.deps, room.by(MEI), turn.turn_id)
        assert whose(shown) == RUTH
    with pytest.raises(TurnOver):
        await conductor.done(room.deps, room.by(RUTH), turn.turn_id)
    with pytest.raises(TurnOver):
        await conductor.longer(room.deps, room.by(MEI), turn.turn_id)
    assert whose(await conductor.done(room.deps, room.by(NORA), turn_of(shown).turn_id)) == MEI


async def test_a_pass_takes_no_turn_and_comes_round_again_only_after_the_others(room):
    await room.begins(MEI, RUTH, TOMAS)
    await done(room, MEI)
    assert whose(await done(room, RUTH, passed=True)) == MEI
    assert whose(await done(room, MEI)) == TOMAS
    assert (await room.looks()).spoken == {Seat.MENTOR: 2, Seat.MENTEE: 1}


async def test_when_the_time_is_up_one_may_finish_and_then_it_moves_on(room):
    turn = turn_of(await room.begins(MEI, RUTH))
    assert turn.due_at - turn.began_at == timedelta(minutes=3)
    await room.passes(185)
    assert whose(await room.looks()) == MEI
    await room.passes(26)
    shown = await room.looks()
    assert (whose(shown), shown.run.note) == (RUTH, Note.TIME_UP)
    assert turn_of(shown).began_at == turn.due_at + timedelta(seconds=30)


async def test_one_minute_more_once_a_turn(room):
    turn = turn_of(await room.begins(MEI, RUTH))
    await conductor.longer(room.deps, room.by(MEI), turn.turn_id)
    with pytest.raises(AlreadyLonger):
        await conductor.longer(room.deps, room.by(MEI), turn.turn_id)
    await room.passes(265)
    assert whose(await room.looks()) == MEI
    await room.passes(10)
    assert whose(await room.looks()) == RUTH


async def test_a_raised_hand_comes_next_of_its_seat_and_may_be_taken_back(room):
    await room.begins(MEI, RUTH, TOMAS, HUGO)
    hand = await conductor.raise_hand(room.deps, room.by(HUGO), room.occurrence_id)
    assert [each.user_id for each in hand.shown.coming] == [HUGO, MEI]
    assert (await conductor.raise_hand(room.deps, room.by(HUGO), room.occurrence_id)).again
    shown = await conductor.lower_hand(room.deps, room.by(HUGO), room.occurrence_id)
    assert [each.user_id for each in shown.coming] == [RUTH, MEI]


async def test_whoever_only_listens_is_not_called_until_they_want_to_speak(room):
    await room.begins(MEI, RUTH, TOMAS)
    await conductor.listen(room.deps, room.by(RUTH), room.occurrence_id)
    assert (await conductor.listen(room.deps, room.by(RUTH), room.occurrence_id)).again
    assert whose(await done(room, MEI)) == TOMAS
    shown = (await conductor.listen(room.deps, room.by(TOMAS), room.occurrence_id)).shown
    assert whose(shown) == MEI, "their own turn passes"
    shown = await conductor.speak(room.deps, room.by(RUTH), room.occurrence_id)
    assert [each.user_id for each in shown.coming] == [RUTH, MEI]
    shown = (await conductor.raise_hand(room.deps, room.by(TOMAS), room.occurrence_id)).shown
    assert shown.coming[0].user_id == TOMAS


async def test_whoever_leaves_loses_the_turn_and_whoever_comes_is_last(room):
    await room.begins(MEI, RUTH)
    await room.leaves(MEI)
    shown = await room.looks()
    assert (whose(shown), shown.run.note) == (RUTH, Note.LEFT)
    await room.comes(AMIR, MEI)
    assert [each.user_id for each in (await room.looks()).coming] == [AMIR, RUTH]
    await room.leaves(MEI, RUTH, AMIR)
    assert whose(await room.looks()) is None
    await room.comes(TOMAS)
    assert whose(await room.looks()) == TOMAS, "the first who comes need not press anything"


async def test_alone_one_has_finished_and_speaks_again_with_a_raised_hand(room):
    await room.begins(MEI)
    assert whose(await done(room, MEI)) is None
    assert whose((await conductor.raise_hand(room.deps, room.by(MEI), room.occurrence_id)).shown) == MEI


async def test_who_is_not_in_the_room_or_not_signed_up_is_told_so(room):
    await room.begins(MEI, BOT)
    with pytest.raises(NotInRoom):
        await conductor.raise_hand(room.deps, room.by(RUTH), room.occurrence_id)
    with pytest.raises(NotInRoom):
        await conductor.pause(room.deps, room.by(RUTH), room.occurrence_id)
    with pytest.raises(NotTakingPart):
        await conductor.listen(room.deps, room.by(BOT), room.occurrence_id)
    with pytest.raises(DateGone):
        await conductor.raise_hand(room.deps, room.by(MEI), room.occurrence_id + 1)


async def test_a_pause_stops_the_clock_names_nobody_and_is_the_hosts_to_end_for_two_minutes(room, database):
    turn = turn_of(await room.begins(MEI, RUTH))
    await room.passes(60)
    for _ in range(2):
        shown = await conductor.pause(room.deps, room.by(RUTH), room.occurrence_id)
    assert shown.run.paused_at == room.moment
    with pytest.raises(NotYet):
        await conductor.go_on(room.deps, room.by(MEI), room.occurrence_id)
    await room.passes(1000)
    assert whose(await room.looks()) == MEI
    shown = await conductor.go_on(room.deps, room.by(MEI), room.occurrence_id)
    assert turn_of(shown).due_at - room.moment == turn.due_at - turn.began_at - timedelta(seconds=60)
    await room.passes(140)
    assert whose(await room.looks()) == MEI
    await room.passes(20)
    assert whose(await room.looks()) == RUTH
    async with database.read() as store:
        assert len((await store.link.execute(sa.select(pauses))).all()) == 1
        told = (await store.link.execute(sa.select(notices).where(notices.c.kind == "pause"))).all()
        notice = (await store.link.execute(sa.select(jobs).where(jobs.c.kind == "notice"))).one()
    assert len(told) == 1
    assert str(RUTH) not in str({**notice.payload, "subject": ""})


async def test_the_host_leads_and_everybody_when_no_host_has_been_there_for_five_minutes(room):
    await room.looks()
    await room.comes(MEI, RUTH)
    with pytest.raises(NotLeading):
        await conductor.begin(room.deps, room.by(MEI), room.occurrence_id)
    await room.passes(301)
    assert whose(await conductor.begin(room.deps, room.by(MEI), room.occurrence_id)) == MEI
    await room.comes(NORA)
    with pytest.raises(NotLeading):
        await conductor.set_length(room.deps, room.by(MEI), room.occurrence_id, 1)
    await conductor.set_length(room.deps, replace(room.by(HUGO), permissions=STEWARD), room.occurrence_id, 1)
    shown = await done(room, MEI)
    assert turn_of(shown).due_at - turn_of(shown).began_at == timedelta(minutes=1)


async def test_without_a_deck_its_title_is_what_we_talk_about(room):
    shown = await room.begins(MEI, RUTH)
    assert (shown.prompt, shown.run.prompts) == (None, ())
    with pytest.raises(NoMorePrompts):
        await conductor.next_prompt(room.deps, room.by(NORA), room.occurrence_id)


async def test_prompts_go_from_warm_to_deep_and_with_the_next_one_the_turn_moves_on(database):
    room = Room(database)
    await room.opens(deck=DECK)
    shown = await room.begins(MEI, RUTH)
    assert len(shown.run.prompts) == 3
    first = shown.prompt
    shown = await conductor.next_prompt(room.deps, room.by(NORA), room.occurrence_id)
    assert shown.prompt not in (None, first)
    assert (whose(shown), shown.all_had) == (RUTH, False)


async def test_no_prompt_is_about_what_somebody_in_the_room_does_not_want_to_be_asked(database):
    room = Room(database)
    await room.opens(deck=DECK, minutes=120)
    shown = await room.looks()
    async with database.begin() as store:
        community = await store.communities.find(HERE)
        prompts = await prompts_in(store, community, ["en"])
        dealt = [prompts[name] for name in shown.run.prompts]
        barred = next(topic for prompt in dealt for topic in prompt.topics)
        await store.off_limits.save(HERE, RUTH, {barred})
    await room.comes(MEI, RUTH)
    shown = await conductor.begin(room.deps, room.by(NORA), room.occurrence_id)
    assert len(shown.run.prompts) < len(dealt)
    assert not [name for name in shown.run.prompts if barred in prompts[name].topics]


async def test_a_turn_that_ended_while_the_bot_was_away_moves_on_when_it_is_back_and_says_so(room):
    await room.begins(MEI, RUTH)
    [first, _] = await room.due()
    room.moment += timedelta(minutes=20)
    await room.does(first)
    shown = await room.looks()
    assert (whose(shown), shown.run.note, turn_of(shown).began_at) == (RUTH, Note.AWAY, room.moment)


async def test_when_whose_turn_it_is_is_erased_it_moves_on_and_nothing_names_them(room, database):
    await room.begins(MEI, RUTH)
    async with database.begin() as store:
        await store.privacy.erase(HERE, MEI, room.moment)
    room.present.remove(MEI)
    await room.passes(211)
    assert whose(await room.looks()) == RUTH
    async with database.read() as store:
        for table in (turns, speaking):
            found = (await store.link.execute(sa.select(table.c.user_id))).scalars()
            assert MEI not in set(found)


async def test_the_host_ends_it_for_everybody_and_the_ledger_stays(room, database):
    await room.begins(MEI, RUTH)
    await done(room, MEI)
    with pytest.raises(NotTheHost):
        await conductor.end(room.deps, room.by(MEI), room.occurrence_id)
    date = await conductor.end(room.deps, room.by(NORA), room.occurrence_id)
    assert date.state is State.ENDED
    shown = await room.looks()
    assert (whose(shown), shown.run.ended_at) == (None, room.moment)
    assert shown.spoken == {Seat.MENTOR: 1, Seat.MENTEE: 1}
    with pytest.raises(DateGone):
        await done_late(room)


async def done_late(room):
    async with room.database.read() as store:
        last = await store.spoken.last(HERE, room.occurrence_id)
    await conductor.done(room.deps, room.by(RUTH), last.turn_id)


async def test_with_the_end_of_the_date_everything_stops_whoever_ended_it(room, database):
    await room.begins(MEI, RUTH)
    async with database.begin() as store:
        await store.occurrences.change(await room.date(), room.moment, state=State.CANCELLED)
    await room.passes(1000)
    shown = await room.looks()
    assert (whose(shown), shown.run.ended_at) == (None, room.moment)
    async with database.read() as store:
        assert await store.jobs.open(HERE, talks.PANEL)


async def test_of_a_date_whose_room_was_never_open_there_is_nothing_to_show(database):
    room = Room(database)
    await room.opens()
    async with database.begin() as store:
        await store.occurrences.change(await room.date(), room.moment, state=State.PLANNED)
    assert await conducting.look(room.deps, HERE, room.occurrence_id, ()) is None
