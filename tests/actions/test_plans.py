"""What is kept of a plan until it is confirmed, and the templates, on either kind of database."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from actions import discussions, plans, signup
from domain.discussion_errors import (
    DeckGone,
    EndsBeforeItBegins,
    GuestsNotHere,
    HostNotIn,
    PlanChanged,
    PlanGone,
    TemplateGone,
    TemplateNotTheirs,
    TooManySeats,
    TooManyTemplates,
)
from domain.discussions import Places, Plan
from domain.repeats import Every, Repeat
from tests.actions.dealing import HERE, MEI, NOW, RUTH, founded

STRANGER = 99
LOCAL = NOW.replace(tzinfo=None) + timedelta(days=3)
PLAN = Plan("  How do we grow old? ", LOCAL, "UTC", host_id=MEI, about="Our grandparents.")


@pytest.fixture
async def deps(database):
    return await founded(database, MEI, RUTH)


@pytest.fixture
async def kept(deps):
    return await plans.begin(deps, HERE, MEI, PLAN)


async def confirmed(deps, kept):
    """As it stands now, or as it was seen when it is gone."""
    waiting = (await plans.start(deps, HERE, MEI)).kept
    seen = waiting if waiting and waiting.plan_id == kept.plan_id else kept
    return await plans.confirm(deps, HERE, MEI, kept.plan_id, seen.stamp)


async def test_confirmed_twice_it_is_one_discussion_and_the_plan_is_gone(deps, kept):
    first = await confirmed(deps, kept)
    again = await confirmed(deps, kept)
    assert first.discussion_id == again.discussion_id
    assert (first.plan.title, first.plan.about) == ("How do we grow old?", "Our grandparents.")
    assert len(await discussions.next_dates(deps, HERE)) == 1
    assert (await plans.start(deps, HERE, MEI)).kept is None


async def test_confirmed_by_two_taps_at_once_it_is_one_discussion(deps, kept):
    both = await asyncio.gather(*(confirmed(deps, kept) for _ in range(2)))
    assert len({each.discussion_id for each in both}) == 1
    assert len(await discussions.next_dates(deps, HERE)) == 1


async def test_a_newer_plan_takes_the_place_of_the_older_whose_buttons_say_so(deps, kept):
    newer = await plans.begin(deps, HERE, MEI, replace(PLAN, title="Another"))
    with pytest.raises(PlanGone):
        await confirmed(deps, kept)
    assert (await plans.find(deps, HERE, MEI, newer.plan_id)).plan.title == "Another"


async def test_what_was_changed_since_it_was_seen_is_not_planned(deps, kept):
    later = replace(deps, now=lambda: NOW + timedelta(seconds=1))
    await plans.change(later, HERE, MEI, kept.plan_id, lambda plan: replace(plan, minutes=90))
    with pytest.raises(PlanChanged):
        await plans.confirm(deps, HERE, MEI, kept.plan_id, kept.stamp)
    assert await discussions.next_dates(deps, HERE) == []


async def test_a_plan_is_nobody_elses(deps, kept):
    with pytest.raises(PlanGone):
        await plans.find(deps, HERE, RUTH, kept.plan_id)
    await confirmed(deps, kept)
    with pytest.raises(PlanGone):
        await plans.confirm(deps, HERE, RUTH, kept.plan_id, kept.stamp)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"host_id": STRANGER}, HostNotIn),
        ({"deck": "nobody-has-it"}, DeckGone),
        ({"places": Places(4, 3, 2)}, TooManySeats),
        ({"repeat": Repeat(Every.WEEK, until=(LOCAL - timedelta(days=1)).date())}, EndsBeforeItBegins),
    ],
)
async def test_what_cannot_be_is_refused_and_the_plan_stays_as_it_was(deps, kept, change, refusal):
    with pytest.raises(refusal):
        await plans.change(deps, HERE, MEI, kept.plan_id, lambda plan: replace(plan, **change))
    assert (await plans.find(deps, HERE, MEI, kept.plan_id)).plan == kept.plan


async def test_whoever_left_hosts_nothing_and_is_asked_to_nothing(deps, kept):
    asked = frozenset({RUTH, STRANGER})
    with pytest.raises(GuestsNotHere) as refused:
        await plans.change(deps, HERE, MEI, kept.plan_id, lambda plan: replace(plan, people=asked))
    assert refused.value.facts == {"count": 1, "people": [STRANGER]}
    await plans.change(deps, HERE, MEI, kept.plan_id, lambda plan: replace(plan, host_id=RUTH))
    await signup.leave(deps, HERE, RUTH)
    with pytest.raises(HostNotIn):
        await confirmed(deps, kept)
    await plans.change(deps, HERE, MEI, kept.plan_id, lambda plan: replace(plan, minutes=90))
    assert await discussions.next_dates(deps, HERE) == []


async def test_one_for_named_people_is_for_its_host_and_its_planner_too(deps, kept):
    asked = frozenset({RUTH})
    await plans.change(deps, HERE, MEI, kept.plan_id, lambda plan: replace(plan, people=asked))
    discussion = await confirmed(deps, kept)
    assert discussion.plan.people == {MEI, RUTH}


async def test_what_was_typed_for_a_plan_that_is_gone_waits_as_a_new_one(deps, kept):
    await confirmed(deps, kept)
    longer = replace(PLAN, minutes=90)
    new = await plans.change_or_begin(deps, HERE, MEI, kept.plan_id, longer, lambda plan, _: plan)
    assert new.plan_id != kept.plan_id
    assert (await plans.find(deps, HERE, MEI, new.plan_id)).plan.minutes == 90


async def test_a_template_has_everything_but_host_and_guests(deps, kept):
    asked = frozenset({RUTH})
    await plans.change(deps, HERE, MEI, kept.plan_id, lambda plan: replace(plan, people=asked))
    for _ in range(2):
        await plans.save_template(deps, HERE, MEI, kept.plan_id)
    [template] = (await plans.start(deps, HERE, RUTH)).templates
    assert (template.name, template.plan.host_id, template.plan.people) == (
        "How do we grow old?",
        None,
        frozenset(),
    )


async def test_a_template_is_deleted_by_whoever_saved_it_or_a_steward(deps, kept):
    await plans.save_template(deps, HERE, MEI, kept.plan_id)
    [template] = (await plans.start(deps, HERE, RUTH)).templates
    with pytest.raises(TemplateNotTheirs):
        await plans.remove_template(deps, HERE, RUTH, template.template_id, steward=False)
    await plans.remove_template(deps, HERE, RUTH, template.template_id, steward=True)
    with pytest.raises(TemplateGone):
        await plans.template(deps, HERE, template.template_id)


async def test_there_are_no_more_templates_than_a_list_holds(deps, kept):
    def called(title):
        return lambda plan: replace(plan, title=title)

    for number in range(plans.MOST_TEMPLATES):
        await plans.change(deps, HERE, MEI, kept.plan_id, called(f"Number {number}"))
        await plans.save_template(deps, HERE, MEI, kept.plan_id)
    await plans.save_template(deps, HERE, MEI, kept.plan_id)
    await plans.change(deps, HERE, MEI, kept.plan_id, called("One more"))
    with pytest.raises(TooManyTemplates):
        await plans.save_template(deps, HERE, MEI, kept.plan_id)


async def test_an_old_throw_away_leaves_a_newer_plan_alone(deps, kept):
    newer = await plans.begin(deps, HERE, MEI, replace(PLAN, title="Another"))
    await plans.throw_away(deps, HERE, MEI, kept.plan_id)
    assert (await plans.find(deps, HERE, MEI, newer.plan_id)).plan.title == "Another"
    await plans.throw_away(deps, HERE, MEI, newer.plan_id)
    assert (await plans.start(deps, HERE, MEI)).kept is None
