"""From any server to the blueprint, and nothing of anybody else's is touched on the way."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.actual import Me, Overwrite, Record, SeenChannel, SeenRole
from domain.blueprint import DESK, HOME, Kind, marker, unfinished_name
from domain.diff import diff
from domain.permissions import ALL, NEEDED, Permission
from domain.safety import harmless
from domain.steps import Adopt, Allow, Make, Mark, Name, Remove, Renew
from domain.tags import MOST_TAGS
from tests.domain.servers import (
    BLUEPRINT,
    BOT,
    EMPTY,
    GUILD,
    TOP,
    after,
    after_one,
    field_of,
    renamed,
    servers,
    set_up,
    settled,
    with_made,
    without,
)

SET_UP = set_up()
RECORDED = sorted((kind, key) for kind, key in SET_UP.records if kind not in (Kind.PANEL, Kind.TAG))
few = settings(max_examples=40)
each_object = pytest.mark.parametrize(("kind", "key"), RECORDED)


@given(servers())
def test_whatever_the_server_was_like_its_steps_leave_nothing_to_do(actual):
    assert diff(BLUEPRINT, settled(actual)) == ()


@given(servers(), st.data())
def test_a_run_that_breaks_off_anywhere_is_finished_by_the_next(actual, data):
    steps = diff(BLUEPRINT, actual)
    broken_off = after(actual, steps[: data.draw(st.integers(0, len(steps)))])
    assert diff(BLUEPRINT, settled(broken_off)) == ()


@few
@given(servers())
def test_nothing_is_removed_but_an_empty_unrecorded_thing_in_the_making(actual):
    for step in diff(BLUEPRINT, actual):
        if isinstance(step, Remove) and step.kind is Kind.PANEL:
            assert not actual.posts[step.key].whole, "it shows nothing any more"
        elif isinstance(step, Remove):
            thing = getattr(actual, field_of(step.kind))[step.discord_id]
            assert thing.name == unfinished_name(step.key)
            assert step.discord_id not in actual.recorded_ids(step.kind)
            assert step.kind is Kind.ROLE or thing.empty


@few
@given(servers())
def test_no_role_is_adopted_that_gives_power_or_stands_above_the_bot(actual):
    for step in diff(BLUEPRINT, actual):
        if isinstance(step, Adopt) and step.kind is Kind.ROLE:
            role = actual.roles[step.discord_id]
            assert harmless(role)
            assert role.rank < TOP.rank


@few
@given(servers())
def test_one_discord_object_never_stands_for_two_things(actual):
    records = settled(actual).records
    for kind in Kind:
        noted = [record.discord_id for (of, _), record in records.items() if of is kind]
        assert len(noted) == len(set(noted))


@few
@given(servers())
def test_each_step_comes_after_what_it_needs(actual):
    makes = [(step.kind, step.key) for step in diff(BLUEPRINT, actual) if isinstance(step, Make)]
    order = [Kind.ROLE, Kind.CATEGORY, Kind.CHANNEL, Kind.PANEL]
    assert [kind for kind, _ in makes] == sorted((kind for kind, _ in makes), key=order.index)
    assert len(makes) == len(set(makes))


@few
@given(servers())
def test_what_was_recorded_and_is_there_is_never_made_anew(actual):
    for step in diff(BLUEPRINT, actual):
        if isinstance(step, Make | Adopt) and step.kind not in (Kind.PANEL, Kind.TAG):
            assert actual.recorded(step.kind, step.key) not in getattr(actual, field_of(step.kind))


@few
@given(servers())
def test_what_stewards_allow_beside_our_rules_stays_allowed(actual):
    for step in diff(BLUEPRINT, actual):
        if isinstance(step, Allow):
            before = actual.channels[step.channel_id].overwrites.get(step.target_id, Overwrite())
            assert (
                before.allow & Permission.MANAGE_MESSAGES == step.overwrite.allow & Permission.MANAGE_MESSAGES
            )


@few
@given(servers())
def test_a_forum_never_gets_more_tags_than_it_may_have_nor_a_name_twice(actual):
    for step in diff(BLUEPRINT, actual):
        if isinstance(step, Mark):
            names = [tag.name.lower() for tag in step.tags]
            assert len(names) == len(set(names)) <= MOST_TAGS
            before = {tag.tag_id for tag in actual.channels[step.channel_id].tags}
            assert {tag.tag_id for tag in step.tags if tag.tag_id is not None} <= before


def test_a_new_server_gets_everything_once():
    made = [(step.kind, step.key) for step in diff(BLUEPRINT, EMPTY)]
    assert set(made) == {
        *((Kind.ROLE, key) for key in ("seat-mentor", "seat-mentee", "generation-young", "generation-old")),
        *((Kind.ROLE, key) for key in ("host", "attendees-1", "attendees-2")),
        (Kind.CATEGORY, "circles"),
        *((Kind.CHANNEL, key) for key in ("welcome", "home", "steward-desk", "worldviews", "discussions")),
        *((Kind.CHANNEL, key) for key in ("room-1", "room-2")),
        *((Kind.PANEL, key) for key in ("home", "guide", "index")),
    }


@each_object
def test_a_steward_may_rename_anything(kind, key):
    called = renamed(SET_UP, kind, SET_UP.recorded(kind, key), "Something nicer")
    assert diff(BLUEPRINT, called) == ()


@each_object
def test_what_was_deleted_is_made_again_and_known_to_be(kind, key):
    left = without(SET_UP, kind, SET_UP.recorded(kind, key))
    expected = () if kind is Kind.CATEGORY else (Make(kind, key, again=True),)
    assert diff(BLUEPRINT, left) == expected, "an emptied category is not missed"


@each_object
def test_what_was_made_and_never_recorded_is_adopted_and_named(kind, key):
    """The process died between Discord's answer and the note of it."""
    lost = without(SET_UP, kind, SET_UP.recorded(kind, key))
    if kind is Kind.CATEGORY:
        lost = without(lost, Kind.CHANNEL, SET_UP.recorded(Kind.CHANNEL, HOME))
    crashed = with_made(lost, Make(kind, key), 900, unfinished_name(key))
    steps = diff(BLUEPRINT, crashed)
    assert steps[:2] == (Adopt(kind, key, 900), Name(kind, key, 900))
    assert Make(kind, key, again=True) not in steps


@each_object
def test_the_twin_of_a_lost_answer_is_removed_and_the_recorded_one_stays(kind, key):
    doubled = with_made(SET_UP, Make(kind, key), 900, unfinished_name(key))
    assert diff(BLUEPRINT, doubled) == (Remove(kind, key, 900),)


def test_a_channel_that_a_steward_cloned_is_theirs():
    """Discord copies the topic, marker and all; the name is the steward's."""
    home = SET_UP.channels[SET_UP.recorded(Kind.CHANNEL, HOME)]
    clone = replace(home, channel_id=900, name="home-for-later")
    assert diff(BLUEPRINT, replace(SET_UP, channels={**SET_UP.channels, 900: clone})) == ()


def test_a_channel_of_the_same_name_is_not_taken_over():
    theirs = SeenChannel(900, "channel home", "Where we cook", empty=False)
    steps = diff(BLUEPRINT, replace(EMPTY, channels={900: theirs}))
    assert Make(Kind.CHANNEL, HOME) in steps


def test_a_lost_database_finds_its_channels_by_their_marker_and_its_roles_by_name():
    steps = diff(BLUEPRINT, replace(SET_UP, records={}))
    assert not [step for step in steps if isinstance(step, Make | Name | Remove)]
    adopted = {step.kind for step in steps if isinstance(step, Adopt)}
    assert adopted == {Kind.ROLE, Kind.CHANNEL, Kind.PANEL, Kind.TAG}


def test_a_panel_is_edited_when_it_shows_something_new_and_only_then():
    panel = Kind.PANEL, HOME
    old = replace(SET_UP, records={**SET_UP.records, panel: Record(SET_UP.panels[HOME], "older")})
    assert diff(BLUEPRINT, old) == (Renew(HOME, SET_UP.panels[HOME]),)


def test_a_panel_that_could_not_be_looked_for_is_not_posted_twice():
    unseen = replace(SET_UP, panels={}, posts={}, unread=frozenset(SET_UP.panels))
    assert diff(BLUEPRINT, unseen) == ()


def test_the_desk_is_closed_to_everyone_and_open_to_those_who_manage_the_server():
    stewards = SeenRole(60, "Stewards", 4, Permission.MANAGE_GUILD)
    server = replace(EMPTY, roles={**EMPTY.roles, 60: stewards})
    desk = marker(DESK)
    now = settled(server)
    said = next(each for each in now.channels.values() if desk in each.topic).overwrites
    assert said[GUILD].deny == Permission.VIEW_CHANNEL
    assert said[60].allow == said[BOT].allow & Permission.VIEW_CHANNEL == Permission.VIEW_CHANNEL


def test_a_desk_that_another_bot_could_manage_is_not_opened_to_it():
    other_bot = SeenRole(60, "Music", 4, Permission.MANAGE_GUILD, managed=True)
    server = replace(EMPTY, roles={**EMPTY.roles, 60: other_bot})
    now = settled(server)
    assert not [each for each in now.channels.values() if 60 in each.overwrites]


def test_of_two_generations_of_one_name_only_one_takes_over_the_role_that_is_there():
    theirs = SeenRole(50, "Twins", 1)
    steps = diff(BLUEPRINT, replace(EMPTY, roles={**EMPTY.roles, 50: theirs}))
    assert Adopt(Kind.ROLE, "generation-young", 50) in steps
    assert Make(Kind.ROLE, "generation-old") in steps


def test_a_bot_that_was_shut_out_of_its_channel_lets_itself_in_again():
    home = SET_UP.recorded(Kind.CHANNEL, HOME)
    shut = replace(SET_UP.channels[home], overwrites={BOT: Overwrite(deny=ALL)})
    (step, *_) = [
        step
        for step in diff(BLUEPRINT, replace(SET_UP, channels={**SET_UP.channels, home: shut}))
        if isinstance(step, Allow) and step.member
    ]
    assert Permission.VIEW_CHANNEL in step.overwrite.allow
    assert Permission.VIEW_CHANNEL not in step.overwrite.deny


def test_the_bot_does_not_set_what_it_may_not_do_itself():
    """Discord refuses such a call, and one refused bit would cost all the others."""
    humble = replace(EMPTY, me=Me(BOT, NEEDED, TOP))
    now = settled(humble)
    said = [each for channel in now.channels.values() for each in channel.overwrites.values()]
    assert all((each.allow | each.deny) & ~NEEDED == 0 for each in said)
    assert diff(BLUEPRINT, now) == ()


def test_every_step_changes_the_server_in_the_model():
    """The control: were the model deaf to a step, the properties above would prove nothing."""
    server = EMPTY
    for step in diff(BLUEPRINT, EMPTY):
        assert after_one(server, step) != server
        server = after_one(server, step)
