"""My place: see it, change it, rest, leave, and come back."""

import pytest

from domain.people import ABOUT_LENGTH
from sandbox import CannotDo
from tour.community import sign_up

ZOOMER = "Gen Z · born 1997 to 2012"
BOOMER = "Boomer · born 1946 to 1964"


@pytest.fixture
async def mei(open_bridge):
    person = await open_bridge.join("Mei")
    await sign_up(person, "I can mentor", ZOOMER)
    await person.has_roles("Gen Z", "Mentor")
    await person.clicks("My place")
    return person


async def test_changing_seat_and_generation_changes_the_roles(mei):
    await mei.clicks("Change seat or generation")
    await mei.fills({"Where do you want to sit?": "I want to understand", "Your generation": BOOMER})
    await mei.sees("Saved")
    await mei.has_roles("Boomer", "Mentee")


async def test_the_change_form_shows_what_is_so_now(mei):
    await mei.clicks("Change seat or generation")
    await mei.fills({})
    await mei.sees("You now sit as Mentor, and your generation is Gen Z")


async def test_every_page_leads_back(mei):
    for button, page in {"Language": "In which language", "My data": "what is kept about you"}.items():
        await mei.clicks(button)
        await mei.sees(page)
        await mei.clicks("Back")
        await mei.sees("taking part since")


async def test_leaving_is_asked_once_and_can_be_called_off(mei):
    await mei.clicks("Leave the circles")
    await mei.sees("Nothing has been changed yet")
    await mei.clicks("No, stay")
    await mei.sees("taking part since")
    await mei.has_roles("Gen Z", "Mentor")


async def test_whoever_left_finds_the_form_as_they_left_it_and_is_back_in(mei):
    await mei.clicks("Leave the circles")
    await mei.clicks("Yes, leave")
    await mei.has_roles()
    await mei.clicks("My place", on="You have left the circles")
    await mei.sees("You left the circles on")
    await mei.clicks("Join the circles")
    await mei.fills({"I am 18 or older": True, "I agree to listen and to be kind": True})
    await mei.sees("You are in")
    await mei.has_roles("Gen Z", "Mentor")


async def test_a_page_from_before_leaving_refuses_politely_and_leads_on(open_bridge, mei):
    await mei.clicks("My place", on="Reverse-mentoring circles")
    await mei.clicks("Leave the circles")
    await mei.clicks("Yes, leave")
    await mei.clicks("Change seat or generation")
    await mei.fills({})
    refusal = mei.reads(await mei.sees("You are not in the circles at the moment"))
    assert "[Join the circles]" in refusal


async def test_the_bot_speaks_the_chosen_language_from_the_next_sentence_on(mei):
    await mei.clicks("Language")
    await mei.chooses("Choose a language", "Español")
    await mei.sees("Desde ahora te hablo en español")
    await mei.clicks("Tomar un descanso")
    await mei.fills({"¿Cuánto tiempo?": "Un mes"})
    await mei.sees("en pausa hasta")
    await mei.clicks("Idioma")
    await mei.chooses("Elige un idioma", "como en tu Discord")
    await mei.sees("From now on I speak the language of your Discord")


async def test_a_city_with_many_namesakes_is_chosen_from_a_list(mei):
    await mei.clicks("My time zone")
    await mei.fills({"A city near you": "Paris"})
    await mei.sees("Which one is it?")
    labels = [option["label"] for _, each in mei.controls() for option in each.get("options", ())]
    assert labels[0] == "Paris, France · Europe/Paris", "the best match comes first"
    zones = [label.partition(" · ")[2] for label in labels]
    assert len(set(zones)) == len(zones), "each zone is offered once"
    await mei.chooses("Choose your city", labels[zones.index("America/Chicago")])
    await mei.sees("America/Chicago")


async def test_a_city_nobody_knows_is_refused_with_the_way_to_try_again(mei):
    await mei.clicks("My time zone")
    await mei.fills({"A city near you": "**Xyzzy** @everyone"})
    refusal = await mei.sees("I do not know a city")
    assert refusal["mention_everyone"] is False
    assert "[My time zone]" in mei.reads(refusal)


async def test_the_city_command_suggests_while_it_is_typed(mei):
    assert any(
        "Zürich" in name or "Zurich" in name for name in await mei.suggestions("/time-zone", city="zur")
    )
    await mei.runs("/time-zone", city="Zurich")
    await mei.clicks("Yes, this is my time")
    await mei.sees("Europe/Zurich")


@pytest.mark.parametrize(
    "line",
    [
        "x" * ABOUT_LENGTH,
        "מים " * 75,
        "\u202e" + "ש" * 200 + "\u0000\u0000",
        "```" * 100,
        "@everyone <@&1> [click](http://evil) # big",
    ],
    ids=["long", "right-to-left", "override-and-nuls", "fences", "mentions"],
)
async def test_whatever_fits_the_form_is_kept_and_shown_without_harm(mei, line):
    await mei.clicks("About me")
    await mei.fills({"One line about yourself": line})
    page = await mei.sees("Saved")
    assert page["mention_everyone"] is False
    await mei.clicks("About me")
    assert mei.form is not None
    await mei.fills({})
    await mei.sees("Saved")


async def test_a_line_longer_than_the_form_takes_cannot_be_sent(mei):
    await mei.clicks("About me")
    with pytest.raises(CannotDo):
        await mei.fills({"One line about yourself": "x" * (ABOUT_LENGTH + 1)})


async def test_a_time_zone_that_was_made_up_is_refused(stage, mei):
    from cogs.kit.cards import Card
    from cogs.signup.time_zone import ThisTimeButton
    from text import shipped

    forged = ThisTimeButton(shipped().for_reader("en"), zone="Mars/Olympus_Mons")
    await stage.bot.guilds[0].text_channels[0].send(view=Card("forged", [forged]))
    await mei.clicks("Yes, this is my time", on="forged")
    await mei.sees("I do not know that time zone")


async def test_places_are_shown_to_their_owners_alone(open_bridge, mei):
    ruth = await open_bridge.join("Ruth")
    await ruth.sees_not("taking part since")
    with pytest.raises(CannotDo):
        await ruth.clicks("Change seat or generation")
