"""The form, inside Discord's limits whatever the community talks about and however much somebody wrote."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from actions.drafts import Desk
from cogs.worldviews.drafting import ExplainForm
from domain.communities import Community, Topic
from domain.worldviews import LENGTHS, Draft, Explanation
from sandbox.checks.modals import check_modal
from text import shipped

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TOPICS = tuple(Topic(f"topic-{number}", f"Topic number {number:07}") for number in range(20))
BRIDGE = Community(5, "en", set_up_at=NOW, topics=TOPICS)
EMPTY = Draft(5, 7, Explanation(), (), NOW)
ENDLESS = replace(EMPTY, explanation=Explanation(*["x" * 9_000] * 4), topics=tuple(t.key for t in TOPICS))


@pytest.mark.parametrize("language", shipped().languages)
@pytest.mark.parametrize("topics", [TOPICS, TOPICS[:1]], ids=["many", "one"])
@pytest.mark.parametrize("draft", [None, EMPTY, ENDLESS], ids=["new", "empty", "endless"])
async def test_the_form_fits(language, topics, draft):
    here = Desk(replace(BRIDGE, topics=topics), None, draft)
    check_modal(ExplainForm(shipped().for_reader(language), here).to_dict())


async def test_what_is_too_long_comes_back_whole_to_be_shortened():
    long = "x" * (LENGTHS["belief"] + 50)
    draft = replace(EMPTY, explanation=Explanation(long))
    (belief, *_) = ExplainForm(shipped().for_reader("en"), Desk(BRIDGE, None, draft)).to_dict()["components"]
    assert belief["component"]["value"] == long
    assert belief["component"]["max_length"] == len(long)
