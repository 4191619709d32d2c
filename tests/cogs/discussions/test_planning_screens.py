"""The screens of planning, inside Discord's limits whatever somebody typed and however much was set."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from actions.planners import Planner
from actions.plans import MOST_TEMPLATES
from cogs.discussions.details import MOST_PEOPLE, PeopleForm, PlacesForm, RepeatForm
from cogs.discussions.planning import Given, PlanForm
from cogs.discussions.preview import card
from cogs.discussions.settings import page
from cogs.discussions.templates import TemplateChoice, WhenForm
from cogs.kit.cards import Card
from cogs.kit.planning import Planning
from domain.communities import Community, DiscussionSettings, Topic
from domain.discussions import LONGEST_ABOUT, LONGEST_TITLE, Places, Plan
from domain.plans import Kept
from domain.repeats import Every, Repeat
from sandbox.checks.messages import check_message
from sandbox.checks.modals import check_modal
from text import shipped

NOW = datetime(2027, 1, 4, 12, tzinfo=UTC)
TOPICS = tuple(Topic(f"topic-{number}", f"Topic number {number:07}") for number in range(20))
BRIDGE = Community(5, "en", set_up_at=NOW, topics=TOPICS)
LARGE = 2**62
FULL = Plan(
    title="*" * LONGEST_TITLE,
    local=datetime.fromisoformat("2027-09-29T18:00"),
    time_zone="America/Argentina/ComodRivadavia",
    minutes=479,
    about="*_" * (LONGEST_ABOUT // 2),
    topic="topic-1",
    deck="ours",
    repeat=Repeat(Every.MONTH, nth=-1, until=date(2028, 9, 30)),
    places=Places(9999, 9999, 9999),
    host_id=LARGE,
    people=frozenset(range(LARGE, LARGE + MOST_PEOPLE + 1)),
)
KEPT = Kept(LARGE, FULL, NOW)
languages = pytest.mark.parametrize("language", shipped().languages)


def shown(card):
    check_message({"components": card.to_components(), "flags": 1 << 15})


@languages
@pytest.mark.parametrize("note", ["plan-moved", "plan-saved"])
def test_the_longest_preview_fits(language, note):
    say = shipped().for_reader(language)
    here = Planning(Planner(BRIDGE, FULL.time_zone, False, None), say, language)
    shown(card(here, KEPT, {"ours": "*" * 80}, say(note)))
    shown(card(here, replace(KEPT, plan=replace(FULL, deck="gone")), {}, say(note)))


@languages
async def test_every_form_fits_also_with_what_was_far_too_long(language):
    say = shipped().for_reader(language)
    long = "x" * 850
    endless = Given(long, long, long, "topic-1", long)
    for given in (Given(), Given.of(FULL), endless):
        check_modal(PlanForm(say, BRIDGE, given).to_dict())
    typed = dict.fromkeys(("times", "until", "total", "mentor", "mentee"), "x" * 850)
    for back in ({}, typed):
        check_modal(RepeatForm(say, FULL, back, plan=str(LARGE)).to_dict())
        check_modal(PlacesForm(say, FULL.places, back, plan=str(LARGE)).to_dict())
    people = replace(FULL, people=frozenset(sorted(FULL.people)[:MOST_PEOPLE]))
    check_modal(PeopleForm(say, people, plan=str(LARGE)).to_dict())
    check_modal(WhenForm(say, "x" * 850, template=str(LARGE)).to_dict())


@languages
def test_as_many_templates_as_there_may_be_fit_into_their_list(language):
    options = [(str(LARGE + number), "x" * LONGEST_TITLE) for number in range(MOST_TEMPLATES)]
    shown(Card(TemplateChoice(shipped().for_reader(language), options)))


@languages
@pytest.mark.parametrize("reminders", ["", "10080 4320 1440 180 60 10"])
def test_the_page_of_stewards_fits(language, reminders):
    community = replace(BRIDGE, discussions=DiscussionSettings(reminders=reminders))
    shown(Card(*page(shipped().for_reader(language), community)))
