"""Every screen in every language stays inside Discord's limits."""

from datetime import UTC, datetime, timedelta

import pytest

from actions.signup import MOST_TOGETHER, Place
from cogs.kit.cards import Card
from cogs.signup import cards, home
from cogs.signup.joining import JoinForm
from cogs.signup.leaving import PauseForm
from cogs.signup.settings import AboutForm, ChangeForm
from cogs.signup.time_zone import CityForm
from domain import people
from domain.communities import Community, Generation
from domain.people import ABOUT_LENGTH, Application, Participant, Seat
from sandbox.checks.messages import check_message
from sandbox.checks.modals import check_modal
from tests.cogs.rooms import every_control
from text import shipped

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DECADES = tuple(Generation(f"d{year}", year, year + 9, f"{year}s") for year in range(1930, 2020, 5))
BRIDGE = Community(5, "en", set_up_at=NOW)
LONG = "*_~`|>#" * (ABOUT_LENGTH // 7)
"""Text that doubles in length when its markup is taken away."""

languages = pytest.mark.parametrize("language", shipped().languages)


def participant(community: Community = BRIDGE) -> Participant:
    key = community.generations[0].key
    application = Application(Seat.BOTH, key, adult=True, agreed=True)
    person = people.enrol(5, 7, application, community.generation_keys, None, NOW)
    return people.describe(person, LONG, NOW)


def shown(card: Card) -> None:
    check_message({"components": card.to_components(), "flags": 1 << 15})


@languages
def test_the_words_on_every_control_fit(language):
    say = shipped().for_reader(language)
    for control in every_control():
        assert 1 <= len(say(control.words)) <= 80, control


@languages
def test_the_home_panel_and_the_greetings_fit(language):
    say = shipped().for_reader(language)
    shown(home.panel(say, BRIDGE))
    for newcomers, back in (([2**62], ()), ([2**62], (2**62,)), ([2**62] * MOST_TOGETHER, ())):
        shown(home.greeting(say, newcomers, back))


@languages
@pytest.mark.parametrize("standing", ["in", "resting", "resting-until", "left", "never"])
def test_my_place_fits_whatever_somebody_wrote_about_themselves(language, standing):
    person = participant()
    now = {
        "in": person,
        "resting": people.pause(person, None, NOW),
        "resting-until": people.pause(person, NOW + timedelta(days=9), NOW),
        "left": people.leave(person, NOW),
        "never": None,
    }[standing]
    shown(Card(cards.place_text(shipped().for_reader(language), Place(BRIDGE, now), NOW)))


@languages
@pytest.mark.parametrize("community", [BRIDGE, Community(5, "en", DECADES, NOW)], ids=["usual", "decades"])
async def test_every_form_fits_with_many_generations_too(language, community):
    say = shipped().for_reader(language)
    person = participant(community)
    here = Place(community, person)
    forms = [
        JoinForm(say, here),
        ChangeForm(say, here),
        AboutForm(say, person),
        PauseForm(say),
        CityForm(say),
    ]
    for form in forms:
        check_modal(form.to_dict())


@languages
def test_what_a_person_wrote_cannot_change_the_look_of_their_card(language):
    person = people.describe(participant(), "# Big\n**bold** <@&5> @everyone `code`", NOW)
    text = cards.place_text(shipped().for_reader(language), Place(BRIDGE, person), NOW)
    quoted = [line for line in text.splitlines() if "Big" in line or "bold" in line]
    assert all(line.startswith("> ") for line in quoted), quoted
    assert "**bold**" not in text
    assert "`code`" not in text
