"""Authors and listeners who left, erased themselves, or posted by hand."""

from data.tables import exchange, remarks
from sandbox import Person
from tests.cogs.listening.thread import Thread, asks, goes
from tests.cogs.ticking import become, passes

ERASED = "Nothing is kept about you here any more"


async def erases(person: Person) -> None:
    await person.clicks("My place")
    await person.clicks("My data")
    await person.clicks("Erase everything")
    await person.clicks("Yes, erase everything")
    await person.sees(ERASED)


async def test_an_author_who_left_the_circles_is_not_called_back_and_may_still_answer(thread, mei, ruth):
    await mei.clicks("My place")
    await mei.clicks("Leave the circles")
    await mei.clicks("Yes, leave")
    await mei.sees("You have left the circles")
    await asks(ruth)
    question = await thread.holds("@Ruth asks @Mei")
    assert question["mentions"] == []
    goes(mei)
    await mei.clicks("Answer")
    await mei.fills({"What you want to say": "My father."})
    await mei.clicks("Post it as it is")
    await thread.holds("@Mei answers @Ruth")
    await thread.rests("remark")


async def test_a_question_on_its_way_when_its_listener_is_erased_stands_nowhere_in_the_end(
    thread, stage, ruth
):
    goes(ruth)
    await ruth.clicks("Ask to understand")
    stage.world.faults.next("POST", r"/channels/\d+/messages$", "drop after", times=1)
    stage.world.faults.next("GET", r"/channels/\d+/messages", "503 before", times=20)
    await ruth.fills({"Your question": "Who told you that?"})
    await erases(ruth)
    stage.world.faults.clear()
    passes(stage, 600)
    await become(stage, "remark", "done")
    await thread.holds_no("Who told you that?")
    assert await thread.keeps(remarks) == []


async def test_under_a_worldview_posted_by_hand_people_listen_in_the_same_way(stage, server, mei, ruth):
    await mei.posts("worldviews", "Work is not who I am.", "I want to be seen.", tags=["Work"])
    thread = Thread(stage, server)
    await mei.sees("explains how the world looks to them")
    await asks(ruth)
    question = await thread.holds("@Ruth asks @Mei")
    assert [user["id"] for user in question["mentions"]] == [mei.id]
    goes(mei)
    await mei.clicks("Pass")
    await thread.holds("@Mei would rather not answer this one")
    await thread.rests("remark")
    assert [(row.seat, row.kind) for row in await thread.keeps(exchange)] == [("mentee", "asked")]
