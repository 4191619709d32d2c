"""Everything that can happen to a community, in any order, each step to its end, beside the model."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from sandbox import Person
from tests.model import hands
from tests.model.community import GENERATIONS, PEOPLE, SEATS, Community, Place, Somebody
from tests.model.looking import differences, seen, wanted
from tests.model.play import Play

BEGIN_IN = ("Mei",)
"""Who has signed up when a life begins."""

Step = TypeVar("Step", bound=Callable[..., None])

PLACES = st.builds(Place, st.sampled_from(sorted(SEATS)), st.sampled_from(sorted(GENERATIONS)))
BREAKS: dict[str, timedelta | None] = {"days": timedelta(weeks=2), "ever": None}


def compared(step: Step) -> Step:
    """The step, which takes a minute, and then the look at what came of it."""

    @wraps(step)
    def run(machine: Anything, **drawn: object) -> None:
        machine.play.bridge.world.clock.advance(60)
        step(machine, **drawn)
        machine.is_as_it_must_be()

    return run  # type: ignore[return-value]


def for_one(listing: Callable[[Anything], Sequence[object]], **more: Any) -> Callable[[Step], Step]:
    """A step for one of those that `listing` finds; impossible when it finds none."""

    def wrap(step: Step) -> Step:
        one = st.runner().flatmap(lambda machine: st.sampled_from(listing(machine)))
        possible = precondition(lambda machine: bool(listing(machine)))
        return possible(rule(one=one, **more)(compared(step)))  # type: ignore[no-any-return]

    return wrap


def people(which: Callable[[Somebody], bool], *, answered: bool = True) -> Callable[[Anything], list[str]]:
    """The names of those people; of nobody when the bot would have to answer them and cannot."""

    def listing(machine: Anything) -> list[str]:
        model = machine.model
        return [n for n in PEOPLE if which(model.people[n]) and (model.hears or not answered)]

    return listing


def when(condition: Callable[[Community], bool], **drawn: Any) -> Callable[[Step], Step]:
    """A step that is possible while the model says so."""

    def wrap(step: Step) -> Step:
        possible = precondition(lambda machine: condition(machine.model))
        return possible(rule(**drawn)(compared(step)))  # type: ignore[no-any-return]

    return wrap


class Anything(RuleBasedStateMachine):
    """Each rule is done to the real thing and to the model; afterwards they are compared."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play
        self.model = Community()
        self.held = False
        for name in BEGIN_IN:
            self.somebody_joins_the_server(one=name)
            self.somebody_signs_up(one=name, place=Place("mentor", "gen-z"), twice=False)

    @property
    def now(self) -> datetime:
        return self.play.bridge.world.clock.now()

    @property
    def nora(self) -> Person:
        return self.play.bridge.nora

    def person(self, name: str) -> Person:
        return self.play.bridge.world.person(name)

    def place_of(self, name: str) -> Place:
        place = self.model.people[name].place
        assert place is not None
        return place.at(self.now)

    def do(self, work: Coroutine[Any, Any, object]) -> None:
        self.held = False
        self.play.do(work)

    def is_as_it_must_be(self) -> None:
        model, play = self.model, self.play
        self.do(play.rest(connected=model.running and model.connected))
        is_, must_be = play.do(seen(play.stage, play.bridge, low=model.low)), wanted(model, self.now)
        assert is_ == must_be, "\n".join(differences(is_, must_be))
        self.held = True

    def teardown(self) -> None:
        """In the end everything comes back, and must be right."""
        try:
            if self.held:
                self._everything_comes_back()
                self.is_as_it_must_be()
        finally:
            self.play.close()

    def _everything_comes_back(self) -> None:
        model = self.model
        if not model.guild_up:
            self.the_guild_comes_back()
        if not model.running:
            self.the_bot_starts()
        if not model.connected:
            self.the_bot_identifies_again()
        if not model.bot_in:
            self.the_bot_is_invited_again()
        if model.low:
            self.the_bots_role_is_raised()
        self.the_bot_restarts()

    # What people do

    @for_one(people(lambda person: not person.here, answered=False))
    def somebody_joins_the_server(self, one: str) -> None:
        self.do(self.play.bridge.join(one))
        self.model.joins(one, self.now)

    @for_one(people(lambda person: person.here, answered=False))
    def somebody_leaves_the_server(self, one: str) -> None:
        self.do(self.person(one).leaves())
        self.model.leaves_server(one)

    @for_one(people(lambda person: person.here and not person.is_in), place=PLACES, twice=st.booleans())
    def somebody_signs_up(self, one: str, place: Place, twice: bool) -> None:
        self.do(hands.signs_up(self.person(one), place, twice=twice))
        self.model.settles(one, place)

    @for_one(people(lambda person: person.here and person.is_in))
    def somebody_who_is_in_presses_join(self, one: str) -> None:
        self.do(hands.presses_the_panel(self.person(one)))
        assert self.person(one).form is None

    @for_one(people(lambda person: person.here and person.is_in), place=PLACES)
    def somebody_changes_seat(self, one: str, place: Place) -> None:
        self.do(hands.changes_to(self.person(one), place))
        changed = replace(self.place_of(one), seat=place.seat, generation=place.generation)
        self.model.settles(one, changed)

    @for_one(people(lambda person: person.here and person.is_in), length=st.sampled_from(sorted(BREAKS)))
    def somebody_takes_a_break_or_ends_it(self, one: str, length: str) -> None:
        place, rest = self.place_of(one), BREAKS[length]
        if place.standing == "paused":
            self.do(hands.presses(self.person(one), "Come back now"))
            self.model.rests(one, replace(place, standing="taking-part", until=None))
            return
        self.do(hands.takes_a_break(self.person(one), length))
        until = None if rest is None else self.now + rest
        self.model.rests(one, replace(place, standing="paused", until=until))

    @for_one(people(lambda person: person.here and person.is_in))
    def somebody_leaves_the_circles(self, one: str) -> None:
        self.do(hands.presses(self.person(one), "Leave the circles", "Yes, leave"))
        self.model.settles(one, replace(self.place_of(one), standing="left", until=None))

    @for_one(people(lambda person: person.here and person.place is not None))
    def somebody_erases_everything(self, one: str) -> None:
        self.do(hands.presses(self.person(one), "My data", "Erase everything", "Yes, erase everything"))
        self.model.settles(one, None)

    # What stewards do

    @for_one(lambda machine: sorted(machine.model.roles))
    def a_role_is_deleted(self, one: str) -> None:
        self.do(self.nora.deletes_role(one))
        self.model.role_deleted(one, self.now)

    @for_one(lambda machine: sorted(machine.model.channels - {"Circles"}))
    def a_channel_is_deleted(self, one: str) -> None:
        self.do(self.nora.deletes_channel(one))
        self.model.channel_deleted(one)

    @when(lambda model: model.panel)
    def the_panel_is_deleted(self) -> None:
        self.do(self.nora.deletes_message("Reverse-mentoring circles"))
        self.model.panel = False

    @for_one(lambda machine: machine.model.holders())
    def a_role_is_taken_by_hand(self, one: tuple[str, str]) -> None:
        name, role = one
        self.do(self.nora.takes_role(self.person(name), role))
        self.model.people[name].held.discard(role)

    @for_one(lambda machine: machine.model.others())
    def a_role_is_given_by_hand(self, one: tuple[str, str]) -> None:
        name, role = one
        self.do(self.nora.gives_role(self.person(name), role))
        self.model.people[name].held.add(role)

    @when(lambda model: model.bot_in and model.guild_up)
    def the_bot_is_kicked(self) -> None:
        self.do(self.nora.kicks_bot(self.play.bridge.guild))
        self.model.bot_in = False

    @when(lambda model: not model.bot_in and model.guild_up)
    def the_bot_is_invited_again(self) -> None:
        self.do(self.nora.invites_bot(self.play.bridge.guild))
        self.model.bot_invited(self.now)

    @when(lambda model: model.low and model.hears)
    def the_bots_role_is_raised(self) -> None:
        self.do(self.nora.moves_role("Circles", len(self.play.bridge.guild.roles) - 1))
        self.model.above.clear()
        self.model.mend(self.now)

    # What befalls the bot

    @when(lambda model: model.running)
    def the_bot_stops(self) -> None:
        self.play.lets_identify()
        self.do(self.play.stage.stop())
        self.model.running, self.model.connected = False, True

    @when(lambda model: not model.running)
    def the_bot_starts(self) -> None:
        self.do(self.play.starts())
        self.model.running = True
        self.model.back(self.now)

    @when(lambda model: model.running and model.connected)
    def the_bot_restarts(self) -> None:
        self.the_bot_stops()
        self.the_bot_starts()

    @for_one(people(lambda person: not person.here))
    def somebody_joins_and_the_bot_restarts_at_once(self, one: str) -> None:
        self.do(self.play.bridge.join(one))
        self.model.joins(one, self.now)
        self.do(self.play.stage.stop())
        self.do(self.play.starts())
        self.model.back(self.now)

    @for_one(people(lambda person: not person.here))
    def somebody_joins_and_the_bot_is_not_told(self, one: str) -> None:
        self.play.bridge.world.gateway_faults.lose("GUILD_MEMBER_ADD")
        self.do(self.play.bridge.join(one))
        self.model.joins(one, self.now, told=False)

    @for_one(people(lambda person: person.here))
    def an_arrival_is_told_again(self, one: str) -> None:
        self.do(self.play.tells_again(one))
        self.model.told_of(one, self.now)

    @when(lambda model: model.running and model.connected)
    def the_session_is_lost(self) -> None:
        self.do(self.play.loses_its_session())
        self.model.connected = False

    @when(lambda model: model.running and not model.connected)
    def the_bot_identifies_again(self) -> None:
        self.play.lets_identify()
        self.model.connected = True
        self.model.back(self.now)

    @when(lambda model: model.running and model.connected, asked=st.booleans())
    def the_connection_breaks(self, asked: bool) -> None:
        """Cut, or by op 7; the bot resumes."""
        world = self.play.bridge.world
        self.do(world.ask_reconnect() if asked else world.drop_sockets())
        if self.model.hears:
            self.model.mend_server()

    @when(lambda model: model.guild_up and model.bot_in)
    def the_guild_goes_down(self) -> None:
        self.do(self.play.bridge.world.outage(self.play.bridge.guild))
        self.model.guild_up = False

    @when(lambda model: not model.guild_up)
    def the_guild_comes_back(self) -> None:
        self.do(self.play.bridge.world.restore(self.play.bridge.guild))
        self.model.guild_up = True
        self.model.back(self.now)

    @when(lambda _: True, days=st.sampled_from([0.5, 1, 20]))
    def time_passes(self, days: float) -> None:
        self.do(self.play.lets_pass(days))
