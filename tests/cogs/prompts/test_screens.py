"""Every screen about prompts, in every language, stays inside Discord's limits."""

import pytest

from actions.conversations import ANSWER_LENGTH
from actions.prompts import Given
from actions.turns import AnswerToPost, TurnToPost
from cogs.prompts import cards
from cogs.prompts.answering import preview
from cogs.prompts.decks import DeckForm
from cogs.prompts.giving import AnswerMineForm, PassMineButton
from cogs.prompts.talking import AnswerForm, buttons_under
from domain.communities import Community
from domain.decks import PROMPT_LENGTH, Prompt
from sandbox.checks.messages import check_message
from sandbox.checks.modals import check_modal
from text import shipped

BRIDGE = Community(5, "en")
LONGEST = Prompt("longest", 3, (), "*" * PROMPT_LENGTH)
"""Text that doubles in length when its markup is taken away."""
ANSWERS = ["*" * ANSWER_LENGTH, "\n".join("#" * (ANSWER_LENGTH // 2))]
BIG = 2**62

languages = pytest.mark.parametrize("language", shipped().languages)


def fits(card):
    check_message({"components": card.to_components(), "flags": 1 << 15})
    texts = [item.content for item in card.walk_children() if hasattr(item, "content")]
    assert sum(map(len, texts)) <= 4000


@languages
@pytest.mark.parametrize("depth", [1, 2, 3])
async def test_prompts_fit_wherever_they_are_shown(language, depth):
    say, prompt = shipped().for_reader(language), Prompt("longest", depth, (), LONGEST.text)
    fits(cards.given(say, Given(prompt, BIG, again=True), [PassMineButton(say, turn=str(BIG))]))
    for turn, of_the_week in ((1, True), (1, False), (2, False)):
        for shown in (prompt, None):
            post = TurnToPost(BRIDGE, shown, turn, BIG)
            fits(cards.turn(say, post, buttons_under(say, BIG, BIG), of_the_week=of_the_week))


@languages
@pytest.mark.parametrize("text", ANSWERS, ids=["markup", "lines"])
async def test_the_longest_answer_fits_into_its_preview_and_below_its_prompt(language, text):
    say = shipped().for_reader(language)
    fits(preview(say, LONGEST, text, buttons_under(say, BIG, BIG)))
    for late in (True, False):
        fits(cards.answer(say, AnswerToPost(BRIDGE, LONGEST, text, BIG, late), BIG))


@languages
async def test_the_forms_fit(language):
    say = shipped().for_reader(language)
    which = {"conversation": str(BIG), "turn": str(BIG)}
    forms = [
        AnswerMineForm(say, LONGEST, str(BIG), ANSWERS[1]),
        AnswerForm(say, LONGEST, which),
        DeckForm(say),
    ]
    for form in forms:
        check_modal(form.to_dict())
