"""Row 45: who wrote under a pseudonym, two stewards learn together; nobody else, and the author is told."""

import json
from dataclasses import replace

import pytest
import sqlalchemy as sa

from cogs.kit.cards import Card
from cogs.worldviews.revealing import AgreeButton, ShowButton
from data.tables import jobs, worldviews
from sandbox import Permission
from tests.cogs.ticking import become, passes
from tests.cogs.upkeep.watching import comes_to_rest
from tests.cogs.worldviews.explaining import BELIEF, rows, threads, writes

REASON = "Somebody may be in danger, judging from the third sentence."
EPHEMERAL = 1 << 6


@pytest.fixture
async def hidden(stage, server, mei):
    """Mei's worldview stands there under a pseudonym: its thread."""
    await allows(stage, server)
    await writes(mei)
    await mei.clicks("Post under a pseudonym")
    await mei.sees("Two stewards together can learn your name")
    await mei.clicks("Post it")
    await mei.sees("It is on its way")
    await comes_to_rest(stage)
    assert threads(stage) == [], "it waits, so that the time tells nothing"
    passes(stage, 120)
    await become(stage, "worldview", "done")
    return threads(stage)[0]


@pytest.fixture
async def otto(server):
    """A second steward."""
    return await steward(server, "Otto")


async def steward(server, name):
    person = await server.join(name)
    if "Stewards" not in [role["name"] for role in server.guild.roles.values()]:
        await server.nora.creates_role("Stewards", permissions=str(int(Permission.ADMINISTRATOR)))
    await server.nora.gives_role(person, "Stewards")
    return person


async def allows(stage, server):
    async with stage.database.begin() as store:
        community = await store.communities.find(int(server.guild.id))
        await store.communities.save(
            replace(community, settings=replace(community.settings, pseudonyms=True))
        )


async def asks(person, reason=REASON):
    person.goes_to(BELIEF)
    await person.clicks("More")
    await person.clicks("Learn who wrote it")
    await person.fills({"Why must you know?": reason})


def in_view(person, *places):
    """All that this person can read in these places, also what only they see, as Discord sends it."""
    return "\n".join(
        json.dumps([message["components"], message["content"], message["mentions"]])
        for place in places
        for message in person.messages(person.channel(place))
    )


async def test_it_is_offered_only_where_the_community_allows_it(stage, server, mei):
    await writes(mei)
    assert "Post under a pseudonym" not in [button["label"] for _, button in mei.controls()]
    await allows(stage, server)
    await mei.clicks("Hide my seat and generation")
    await mei.clicks("Post under a pseudonym")
    await mei.clicks("Post under my name")
    await mei.sees(f"@{mei.name} explains")


async def test_row_45_members_and_stewards_find_the_author_nowhere(stage, server, mei, ruth, hidden):
    for person in (ruth, server.nora):
        person.goes_to(BELIEF)
        await person.clicks("More")
        await comes_to_rest(stage)
        assert "explains" in in_view(person, BELIEF)
        assert mei.id not in in_view(person, BELIEF, "worldviews")
    (view,) = await rows(stage)
    assert view.pseudonym
    assert view.pseudonym in "\n".join(ruth.reads(m) for m in ruth.messages(hidden))
    assert hidden["owner_id"] == stage.world.application_id


async def test_row_45_no_job_and_no_audit_entry_leads_to_the_author(stage, server, mei, hidden):
    async with stage.database.read() as store:
        for row in await store.link.execute(sa.select(jobs).where(jobs.c.kind.like("worldview%"))):
            assert mei.id not in str(tuple(row))
    audit = [each for each in stage.world.audit.entries(server.guild) if each["target_id"] == hidden["id"]]
    assert mei.id not in str(audit)


async def test_row_45_the_copies_of_others_do_not_name_the_author(stage, server, mei, ruth, hidden):
    await asks(server.nora)
    await server.nora.sees("Your request is on the stewards' desk")
    for person in (ruth, server.nora):
        held = await held_of(stage, server, person)
        assert mei.id not in json.dumps(held, default=str)


async def held_of(stage, server, person):
    async with stage.database.browse() as store:
        return await store.privacy.held(int(server.guild.id), int(person.id))


async def test_row_45_every_worldview_has_a_pseudonym_of_its_own(stage, server, mei, hidden):
    mei.goes_to("worldviews")
    await writes(mei, {"What I believe": "Another thing.", "Topics": ["Love"]})
    await mei.clicks("Post under a pseudonym")
    await mei.clicks("Post it")
    first, second = await rows(stage)
    assert first.pseudonym != second.pseudonym
    for view in (first, second):
        assert mei.id not in str(view.pseudonym)


async def test_row_45_the_times_told_begin_when_it_is_posted_not_when_it_was_sent(stage, mei, hidden):
    (view,) = await rows(stage)
    async with stage.database.read() as store:
        (due,) = (
            await store.link.execute(sa.select(jobs.c.due_at).where(jobs.c.kind == "worldview"))
        ).scalars()
    assert view.posted_at == due


async def test_two_stewards_learn_it_together_and_the_author_is_told(stage, server, otto, ruth, mei, hidden):
    nora = server.nora
    await asks(nora)
    await nora.sees("Your request is on the stewards' desk")
    await become(stage, "reveal", "done")
    nora.goes_to("steward-desk")
    await nora.sees(REASON)
    await nora.clicks("I agree")
    await nora.sees("You cannot agree to your own request")
    otto.goes_to("steward-desk")
    await otto.clicks("I agree")
    await otto.sees(f"It was written by @{mei.name}")
    await become(stage, "reveal", "done", "done")
    nora.goes_to("steward-desk")
    await nora.clicks("Show me")
    await nora.sees(f"It was written by @{mei.name}")
    for_all = [m for m in nora.messages(nora.channel("steward-desk")) if not m["flags"] & EPHEMERAL]
    assert mei.id not in str([message["components"] for message in for_all])
    mei.goes_to(BELIEF)
    await mei.clicks("More")
    await mei.sees("two stewards learned together that you wrote this")


async def test_a_third_steward_does_not_see_it_and_a_member_decides_nothing(
    stage, server, otto, ruth, mei, hidden
):
    await asks(server.nora)
    await become(stage, "reveal", "done")
    number = 1
    async with stage.database.read() as store:
        (reveal,) = await store.reveals.of(int(server.guild.id), (await rows(stage))[0].worldview_id)
        number = reveal.reveal_id
    say, which = stage.bot.words.for_reader("en"), {"reveal": str(number)}
    card = Card("Forged", [AgreeButton(say, **which), ShowButton(say, **which)])
    await stage.bot.guilds[0].text_channels[0].send(view=card)
    for label in ("I agree", "Show me"):
        await ruth.clicks(label, on="Forged")
        await ruth.sees("This is for stewards only")
    otto.goes_to("steward-desk")
    await otto.clicks("I agree", on="Who wrote this")
    await otto.sees("It was written by")
    third = await steward(server, "Petra")
    await third.clicks("Show me", on="Forged")
    await third.sees("for the two who decided to see")
    await third.clicks("I agree", on="Forged")
    await third.sees("Another steward has decided about this already")


async def test_row_39_whoever_is_no_steward_any_more_learns_nothing(stage, server, otto, mei, hidden):
    await asks(server.nora)
    await become(stage, "reveal", "done")
    otto.goes_to("steward-desk")
    await otto.sees("Who wrote this")
    say = stage.bot.words.for_reader("en")
    async with stage.database.read() as store:
        (reveal,) = await store.reveals.of(int(server.guild.id), (await rows(stage))[0].worldview_id)
    card = Card("Forged", [AgreeButton(say, reveal=str(reveal.reveal_id))])
    await stage.bot.guilds[0].text_channels[0].send(view=card)
    await server.nora.takes_role(otto, "Stewards")
    await otto.clicks("I agree", on="Forged")
    await otto.sees("This is for stewards only")


async def test_a_steward_who_says_no_ends_it(stage, server, otto, mei, hidden):
    await asks(server.nora)
    await become(stage, "reveal", "done")
    otto.goes_to("steward-desk")
    await otto.clicks("No", on="Who wrote this")
    await otto.sees("Nothing was revealed")
    await become(stage, "reveal", "done", "done")
    await server.nora.sees("said no. Nothing was revealed")


async def test_with_the_author_erased_there_is_no_name_to_learn(stage, server, otto, mei, hidden):
    await asks(server.nora)
    await become(stage, "reveal", "done")
    async with stage.database.begin() as store:
        await store.link.execute(worldviews.delete())
    otto.goes_to("steward-desk")
    await otto.clicks("I agree", on="Who wrote this")
    await otto.sees("This worldview is not there any more")


async def test_a_change_under_a_pseudonym_is_seen_a_while_later(stage, mei, hidden):
    mei.goes_to(BELIEF)
    await mei.clicks("More")
    await mei.sees("You wrote it as")
    await mei.clicks("Edit")
    await mei.fills({"What I believe": "Something new."})
    await mei.clicks("Save the change")
    await mei.sees("within two minutes under a pseudonym")
    await comes_to_rest(stage)
    card = [m for m in mei.messages(hidden) if m["id"] == hidden["id"]]
    assert BELIEF in mei.reads(card[0])
    passes(stage, 120)
    await become(stage, "worldview-card", "done")
    assert "Something new." in mei.reads(card[0])
