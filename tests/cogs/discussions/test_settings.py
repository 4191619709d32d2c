"""What stewards decide about discussions."""

from tests.cogs.discussions.planning import NOTHING_YET, plans, they_plan


async def test_stewards_decide_who_plans_and_when_people_are_reminded(stage, server, mei):
    await they_plan(stage, server, "stewards")
    await mei.clicks("Plan a discussion")
    await mei.sees("Stewards plan the discussions of this community")
    nora = server.nora
    nora.goes_to("#steward-desk")
    await nora.clicks("Discussions")
    shown = nora.reads(await nora.sees("Who plans them"))
    assert "Stewards only" in shown
    assert "a week before, a day before, an hour before, ten minutes before" in shown
    await nora.chooses("Who may plan discussions?", "Everybody who takes part")
    await nora.chooses("When are people reminded?", "a day before", "ten minutes before")
    shown = nora.reads(await nora.sees("✓ Saved"))
    assert "Everybody who takes part" in shown
    assert "**Reminders:** a day before, ten minutes before" in shown
    await plans(mei)
    await mei.sees(NOTHING_YET)


async def test_whoever_has_the_role_of_a_host_plans(stage, server, mei):
    await they_plan(stage, server, "hosts")
    await mei.clicks("Plan a discussion")
    await mei.sees("Planning is for others here")
    await server.nora.gives_role(mei, "Host")
    await plans(mei)
    await mei.sees(NOTHING_YET)


async def test_a_community_may_do_without_reminders(stage, server):
    nora = server.nora
    nora.goes_to("#steward-desk")
    await nora.clicks("Discussions")
    await nora.chooses("When are people reminded?")
    await nora.sees("**Reminders:** none")
