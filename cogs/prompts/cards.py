"""What prompts and answers look like. Pure: values in, cards out."""

from __future__ import annotations

from collections.abc import Sequence

from actions.prompts import Given
from actions.turns import AnswerToPost, TurnToPost
from cogs.kit.cards import Card
from cogs.kit.controls import Button
from cogs.kit.quoting import escaped, quoted
from domain.decks import Prompt
from text import Say


def given(say: Say, dealt: Given, buttons: Sequence[Button]) -> Card:
    """A prompt for one person."""
    parts = [say("prompt-again")] if dealt.again else []
    prompt = dealt.prompt
    return Card(
        say("prompt-given", prompt=escaped(prompt.text), depth=depth(say, prompt.depth)), *parts, buttons
    )


def turn(say: Say, post: TurnToPost, buttons: Sequence[Button], *, of_the_week: bool) -> Card:
    """A prompt for everybody, in the forum."""
    head = say("prompt-post-week" if of_the_week else "prompt-post" if post.turn == 1 else "prompt-post-next")
    if post.prompt is None:
        return Card(head, say("prompt-removed"), buttons)
    told = depth(say, post.prompt.depth)
    return Card(head, say("prompt-asked", prompt=escaped(post.prompt.text), depth=told), buttons)


def title(say: Say, prompt: Prompt | None, *, of_the_week: bool) -> str:
    """What its thread is called."""
    text = prompt.text if prompt else ""
    return say("prompt-title-week" if of_the_week else "prompt-title", prompt=text)


def answer(say: Say, post: AnswerToPost, user_id: int) -> Card:
    """Somebody's answer, below the prompt; of an earlier one it says which."""
    if post.late and post.prompt is not None:
        head = say("prompt-answer-late", person=f"<@{user_id}>", prompt=escaped(post.prompt.text))
    else:
        head = say("prompt-answer", person=f"<@{user_id}>")
    return Card(head, quoted(post.text))


def depth(say: Say, number: int) -> str:
    """In words."""
    return say(f"depth-{number}")


def jump(community_id: int, thread_id: int, message_id: int) -> str:
    """Where a message stands."""
    return f"https://discord.com/channels/{community_id}/{thread_id}/{message_id}"
