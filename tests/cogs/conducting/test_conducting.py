"""Six people talk, and the panel says whose turn it is, whatever happens."""

import asyncio
import re

import pytest
import sqlalchemy as sa

from actions import privacy
from data.tables import pauses
from domain.discussions import State
from tests.cogs.conducting.talk import ROOM
from tests.cogs.ticking import passes, states
from tests.cogs.upkeep.watching import calls, messages_in

ALL = ("Vera", "Mei", "Ruth", "Tomas", "Amir", "Hugo")


def whose(talk):
    found = re.search(r"It is @(\w+)'s turn", talk.text)
    return found[1] if found else None


async def is_turn_of(talk, name):
    await talk.shows(f"It is @{name}'s turn")


async def begins(talk, *names):
    """These come, in this order, and Vera begins; she only listens."""
    await talk.comes("Vera")
    await talk["Vera"].clicks("I only listen")
    await talk.comes(*names)
    await talk["Vera"].clicks("Begin")
    await is_turn_of(talk, names[0])


async def test_six_people_take_turns_and_the_seats_alternate(talk):
    await talk.shows("We can begin", "I only listen")
    await begins(talk, "Mei", "Ruth", "Tomas", "Amir", "Hugo")
    spoke = []
    for _ in range(6):
        spoke.append(whose(talk))
        await talk[spoke[-1]].clicks("I have finished")
        assert whose(talk) != spoke[-1], "the panel that was pressed shows it at once"
    assert spoke == ["Mei", "Ruth", "Amir", "Tomas", "Mei", "Hugo"]
    await talk.shows("Turns so far: 4 by mentors, 3 by mentees")
    assert len(talk.panels) == 1
    assert talk.bridge.guild.room_statuses[talk["Mei"].room["id"]] == "How do we grow old?"


async def test_pass_a_hand_and_one_minute_more(talk):
    await begins(talk, "Mei", "Ruth", "Tomas", "Hugo")
    await talk["Hugo"].clicks("Raise my hand")
    await talk.shows("**Hands up:** @Hugo")
    await talk["Mei"].clicks("Pass")
    await is_turn_of(talk, "Hugo")
    await talk["Ruth"].clicks("I have finished")
    await talk["Ruth"].sees("It is somebody else's turn")
    await talk["Hugo"].clicks("1 more minute")
    await talk.later(200)
    await is_turn_of(talk, "Hugo")
    assert "1 more minute" not in talk.text
    await talk.later(45)
    await talk.shows("The time is up, @Hugo", "Please finish")
    await talk.later(30)
    await talk.shows("It is @Mei's turn", "The time was up, so it went on")


async def test_a_hand_goes_down_again_and_whoever_listens_speaks_again_when_they_like(talk):
    await begins(talk, "Mei", "Ruth", "Tomas")
    await talk["Tomas"].clicks("Raise my hand")
    await talk["Tomas"].clicks("Raise my hand")
    await talk["Tomas"].sees("Your hand is up")
    await talk["Tomas"].clicks("Lower my hand")
    await talk["Tomas"].sees("Your hand is down")
    await talk["Ruth"].clicks("I only listen")
    await talk["Ruth"].sees("Nobody calls on you")
    await talk.shows("2 people only listen")
    await talk["Mei"].clicks("I have finished")
    await is_turn_of(talk, "Tomas")
    await talk["Ruth"].clicks("I want to speak")
    await talk["Ruth"].sees("You are in the order again")
    await talk.shows("One person only listens")


async def test_row_01_pressed_twice_at_once_one_turn_ends(talk):
    await begins(talk, "Mei", "Ruth", "Tomas")
    await asyncio.gather(*(talk["Mei"].clicks("I have finished") for _ in range(2)))
    await is_turn_of(talk, "Ruth")
    await talk.rests()
    assert whose(talk) == "Ruth"


async def test_a_pause_stops_the_clock_stewards_hear_of_it_and_nobody_knows_who(talk, capsys):
    await begins(talk, "Mei", "Ruth")
    await talk.rests()
    capsys.readouterr()
    await talk["Ruth"].clicks("Pause")
    await talk.shows("Somebody asks for a pause", "Go on")
    await talk.rests()
    assert talk["Ruth"].id not in capsys.readouterr().out
    desk = messages_in(talk.stage.world, talk.bridge.guild, "steward-desk")
    told = [text for text in map(talk.bridge.nora.reads, desk) if "asked for a pause" in text]
    assert len(told) == 1
    assert f"#{ROOM}" in told[0]
    assert "Ruth" not in told[0]
    async with talk.stage.database.read() as store:
        [row] = (await store.link.execute(sa.select(pauses))).all()
    assert int(talk["Ruth"].id) not in row
    await talk["Mei"].clicks("Go on")
    await talk["Mei"].sees("The pause goes on")
    await talk.later(600)
    await talk["Mei"].clicks("Go on")
    await is_turn_of(talk, "Mei")


async def test_row_21_after_a_restart_in_the_middle_the_turn_ends_when_it_should(talk):
    await begins(talk, "Mei", "Ruth")
    await talk.later(100)
    await talk.restarts()
    assert whose(talk) == "Mei"
    await talk["Mei"].clicks("1 more minute")
    await talk.later(120)
    await is_turn_of(talk, "Mei")
    await talk.later(21)
    await talk.shows("The time is up, @Mei")
    await talk.later(31)
    await is_turn_of(talk, "Ruth")
    await talk.rests()
    assert len(talk.panels) == 1


async def test_row_22_a_turn_that_ended_while_the_bot_was_away_moves_on_and_says_so(talk):
    await begins(talk, "Mei", "Ruth", "Amir")
    await talk.rests()
    await talk.stage.stop()
    passes(talk.stage, 1000)
    await talk["Mei"].leaves_voice()
    await talk.restarts()
    await talk.shows("It is @Ruth's turn")
    assert len(talk.panels) == 1


async def test_whoever_leaves_loses_the_turn_and_whoever_comes_is_at_the_end(talk):
    await begins(talk, "Mei", "Ruth")
    await talk["Mei"].leaves_voice()
    await talk.shows("It is @Ruth's turn", "has left the room")
    await talk["Amir"].joins_voice(ROOM)
    await talk.shows("Next:", "@Amir")
    for name in ("Ruth", "Amir", "Vera"):
        await talk[name].leaves_voice()
    await talk.shows("It is nobody's turn")
    await talk["Tomas"].joins_voice(ROOM)
    await talk.shows("It is @Tomas's turn")
    await talk.rests()
    assert list(talk.bridge.guild.room_statuses.values()) == ["How do we grow old?"]
    await talk["Hugo"].clicks("Raise my hand")
    await talk["Hugo"].sees("You are not in the room")


async def test_row_16_whoever_left_in_a_gap_of_the_connection_has_no_turn(talk):
    await begins(talk, "Mei", "Ruth")
    await talk.stage.world.drop_sockets()
    await talk["Mei"].leaves_voice()
    await talk.stage.world.invalidate_sessions()
    await talk.shows("It is @Ruth's turn")


async def test_whoever_is_erased_in_the_middle_is_named_no_more(talk):
    await begins(talk, "Mei", "Ruth")
    await privacy.erase(talk.stage.bot.deps, talk.date.community_id, int(talk["Ruth"].id))
    await talk.shows("It is @Mei's turn")
    await talk.rests()
    assert "Ruth" not in talk.text


async def test_only_the_host_leads_and_ends_it_for_everybody(talk):
    await begins(talk, "Mei", "Ruth")
    await talk["Mei"].clicks("For the host")
    await talk["Mei"].sees("This is for the host")
    await talk["Vera"].clicks("For the host")
    await talk["Vera"].chooses("Minutes for each turn", "1 minute")
    await talk["Vera"].sees("Each turn has one minute now")
    await talk["Vera"].clicks("End it")
    await talk["Vera"].sees("Nothing has ended yet")
    await talk["Vera"].clicks("Yes, end it for everybody")
    await talk["Vera"].sees("The discussion has ended")
    await talk.shows("It is over", "Mentors had one turn, and mentees had none")
    assert "@" not in talk.text
    assert (await talk.now()).state is State.ENDED
    assert not talk.bridge.guild.room_statuses


async def test_when_the_date_ends_by_itself_everything_stops(talk):
    await begins(talk, "Mei", "Ruth")
    await talk.ends()
    await talk.shows("It is over")
    await talk.later(3600)
    await talk.rests()
    assert "It is over" in talk.text
    for kind in ("conductor-panel", "conductor-turn"):
        assert set(await states(talk.stage, kind)) == {"done"}


async def test_row_37_a_panel_deleted_by_hand_is_posted_again(talk):
    await begins(talk, "Mei", "Ruth")
    await talk.rests()
    await talk.bridge.nora.deletes_message(talk.bridge.nora.find("It is @Mei's turn"))
    await talk.later(60)
    await is_turn_of(talk, "Mei")
    await talk["Mei"].clicks("I have finished")
    await is_turn_of(talk, "Ruth")


async def test_row_37_a_room_deleted_in_the_middle_harms_nothing(talk):
    await begins(talk, "Mei", "Ruth")
    await talk.bridge.nora.deletes_channel(ROOM)
    await talk.rests()
    await talk.later(300)
    await talk.rests()
    assert not (await talk.now()).is_coming
    for kind in ("conductor-panel", "conductor-turn", "conductor-status"):
        assert set(await states(talk.stage, kind)) <= {"done", "ready"}


@pytest.mark.parametrize("trouble", ["502 after", "drop after"], ids=["502", "drop"])
async def test_row_21_a_panel_whose_answer_was_lost_stands_there_once(talk, trouble):
    await talk.rests()
    await talk.bridge.nora.deletes_message(talk.bridge.nora.find("We can begin"))
    talk.stage.world.faults.next("POST", r"/channels/\d+/messages$", trouble)
    await talk.later(60)
    await talk.shows("We can begin")
    await talk.later(60)
    await talk.rests()
    assert len(talk.panels) == 1


async def test_an_old_panel_is_posted_anew_so_that_it_can_be_seen_and_changed(talk):
    await begins(talk, "Mei", "Ruth")
    earlier = (await talk.now()).panel_id
    await talk.later(3600)
    await talk.shows("It is @Ruth's turn", "could not keep the time")
    await talk.rests()
    assert len(talk.panels) == 1
    assert (await talk.now()).panel_id != earlier


async def test_many_who_come_at_once_cost_few_edits(talk):
    await talk.shows("We can begin")
    await talk.rests()
    await talk.later(2)
    since = len(talk.stage.sandbox.requests)
    await asyncio.gather(*(talk[name].joins_voice(ROOM) for name in ALL))
    await talk.shows(", ".join(f"@{name}" for name in ALL))
    await talk.rests()
    edits = [call for call in calls(talk.stage, since) if call.startswith("PATCH")]
    assert len(edits) <= 3
