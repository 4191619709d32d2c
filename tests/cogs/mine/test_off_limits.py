"""Off-limits topics: said once, kept from everybody, and shown to oneself."""

from data.tables import topics


async def of(stage, rows, *people):
    async with stage.database.read() as store:
        return await store.off_limits.of(rows.community_id, [int(each.id) for each in people])


async def says(person, *names):
    await person.clicks("My place", on="Reverse-mentoring circles")
    await person.clicks("Off-limits topics")
    await person.fills({"Never ask me about": list(names)})
    return person.reads(await person.sees("Saved"))


async def test_ruth_names_two_topics_and_her_place_shows_them_to_her_alone(stage, rows, mei, ruth):
    page = await says(ruth, "Faith", "Work")
    assert "Nobody is told" in page
    assert "Off-limits topics: Work, Faith" in page.replace("*", "")
    assert len(await of(stage, rows, ruth)) == 2
    await mei.sees_not("Off-limits topics: Work")


async def test_the_form_comes_prefilled_and_can_be_emptied(stage, rows, ruth):
    await says(ruth, "Work")
    await ruth.clicks("Off-limits topics")
    await ruth.fills({})
    await ruth.sees("Saved")
    assert await of(stage, rows, ruth) == {"work"}
    page = await says(ruth)
    assert "Off-limits topics: none" in page.replace("*", "")
    assert await of(stage, rows, ruth) == set()


async def test_a_conversation_keeps_off_what_anybody_in_it_named(stage, rows, mei, ruth):
    await says(ruth, "Work")
    await says(mei, "Family")
    assert await of(stage, rows, mei, ruth) == {"work", "family"}
    assert await of(stage, rows, mei) == {"family"}
    assert await of(stage, rows) == set()


async def test_what_the_stewards_took_off_their_list_is_kept_for_the_day_it_comes_back(stage, rows, ruth):
    await says(ruth, "Work")
    async with stage.database.begin() as store:
        store.look.change()
        row = {"community_id": rows.community_id, "key": "food", "rank": 0, "name": "Food"}
        await store.link.execute(topics.insert().values(row))
    page = await says(ruth, "Food")
    assert "Off-limits topics: Food" in page.replace("*", "")
    assert await of(stage, rows, ruth) == {"work", "food"}
