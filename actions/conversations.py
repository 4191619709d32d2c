"""Conversations in the forum: a prompt, everybody's answer or pass, and then the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from actions import turns
from actions.deps import Deps
from actions.prompts import Here, here, prompt_of
from data.conversations import Dealt, Kept, Kind
from data.store import Store
from domain.conversations import Conversation, Nothing, Turn, Waiting, deal
from domain.decks import Prompt
from domain.errors import (
    AnsweredAlready,
    AnswerNeeded,
    ConversationGone,
    NoPromptsHere,
    NotInConversation,
    StillThinking,
    TooLong,
)
from domain.jobs import Wish
from domain.people import Standing, readable

ANSWER_LENGTH = 1000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was written down, and the jobs that bring it to the forum, in their order."""

    conversation_id: int
    turn: int
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """The current turn. `wish` posts it, when it has just been dealt."""

    current: Dealt
    wish: Wish | None = None


def answer_of(text: str) -> str:
    """What somebody wrote, made readable. Raises AnswerNeeded, TooLong."""
    clean = readable(text).strip()
    if not clean:
        raise AnswerNeeded
    if len(clean) > ANSWER_LENGTH:
        raise TooLong(most=ANSWER_LENGTH, length=len(clean))
    return clean


async def begin(deps: Deps, community_id: int, user_id: int, turn: int, text: str, locale: str) -> Answered:
    """Answer a prompt of one's own in the forum, where others may join.

    Raises NotSetUp, NotTakingPart, ConversationGone, AnsweredAlready, AnswerNeeded, TooLong.
    """
    text, now = answer_of(text), deps.now()
    async with deps.database.begin() as store:
        place = await here(store, community_id, user_id, locale)
        own = await store.conversations.of_person(community_id, user_id)
        prompt_of(place.prompts, own, turn)
        if own is None:
            raise ConversationGone
        await _unanswered(store, own, turn, user_id)
        await store.conversations.respond(community_id, own.conversation_id, turn, user_id, now)
        wish = await open_thread(store, community_id, own.standing.turns[turn - 1], now)
        number, _ = turns.numbers(wish.key)
        await store.conversations.join(community_id, number, user_id, 1)
        answer = await _answer(store, community_id, number, 1, user_id, text, now)
    return Answered(number, 1, (wish, answer))


async def open_thread(
    store: Store,
    community_id: int,
    turn: Turn,
    now: datetime,
    *,
    of_the_week: bool = False,
    expires_at: datetime | None = None,
) -> Wish:
    """Begin a conversation with this prompt, from inside a transaction; the job that posts it.

    However deep the prompt is, the ladder begins at its foot: those who join have climbed nothing yet.
    """
    number = await store.conversations.open(community_id, Kind.THREAD, now)
    await store.conversations.deal(community_id, number, 1, turn, 1, now)
    return await turns.wish_turn(
        store, community_id, number, 1, now, of_the_week=of_the_week, expires_at=expires_at
    )


async def of_turn(
    deps: Deps, community_id: int, user_id: int, conversation_id: int, turn: int, locale: str
) -> Prompt:
    """A prompt in the forum that somebody means to answer.

    Raises NotSetUp, NotTakingPart, ConversationGone, AnsweredAlready.
    """
    async with deps.database.read() as store:
        place, kept = await _thread(store, community_id, user_id, conversation_id, turn, locale)
        await _unanswered(store, kept, turn, user_id)
        return prompt_of(place.prompts, kept, turn)


async def answer(
    deps: Deps, community_id: int, user_id: int, conversation_id: int, turn: int, text: str, locale: str
) -> Answered:
    """Answer in the forum; whoever passed may still. Whoever answers is in it.

    Raises NotSetUp, NotTakingPart, ConversationGone, AnsweredAlready, AnswerNeeded, TooLong.
    """
    text, now = answer_of(text), deps.now()
    async with deps.database.begin() as store:
        _, kept = await _thread(store, community_id, user_id, conversation_id, turn, locale)
        await _unanswered(store, kept, turn, user_id)
        await store.conversations.join(community_id, conversation_id, user_id, kept.turn)
        wish = await _answer(store, community_id, conversation_id, turn, user_id, text, now)
    return Answered(conversation_id, turn, (wish,))


async def pass_on(
    deps: Deps, community_id: int, user_id: int, conversation_id: int, turn: int, locale: str
) -> None:
    """Pass; nobody sees who did. Whoever passes is in it.

    Raises NotSetUp, NotTakingPart, ConversationGone, AnsweredAlready.
    """
    async with deps.database.begin() as store:
        _, kept = await _thread(store, community_id, user_id, conversation_id, turn, locale)
        await _unanswered(store, kept, turn, user_id)
        await store.conversations.join(community_id, conversation_id, user_id, kept.turn)
        await store.conversations.respond(
            community_id, conversation_id, turn, user_id, deps.now(), passed=True
        )


async def move_on(
    deps: Deps, community_id: int, user_id: int, conversation_id: int, turn: int, locale: str
) -> Moved:
    """Deal the next prompt after this turn; a second press finds that it is there.

    Raises NotSetUp, NotTakingPart, ConversationGone, NotInConversation, StillThinking, NoPromptsHere.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        place, kept = await _thread(store, community_id, user_id, conversation_id, turn, locale)
        if user_id not in kept.standing.people:
            raise NotInConversation
        wish = None
        if turn == kept.turn:
            await _deal(deps, store, place, kept)
            wish = await turns.wish_turn(store, community_id, conversation_id, turn + 1, now)
        current = await store.conversations.turn(community_id, conversation_id, max(kept.turn, turn + 1))
    if current is None:
        raise ConversationGone
    return Moved(current, wish)


async def stands(deps: Deps, community_id: int, user_id: int, answered: Answered) -> tuple[int, int] | None:
    """The thread and the message in which an answer stands; None when it is not there."""
    async with deps.database.read() as store:
        where = community_id, answered.conversation_id, answered.turn
        turn = await store.conversations.turn(*where)
        response = await store.conversations.response(*where, user_id)
    if turn is None or turn.thread_id is None or response is None or response.message_id is None:
        return None
    return turn.thread_id, response.message_id


async def current(deps: Deps, community_id: int, conversation_id: int, turn: int) -> Dealt | None:
    """A turn as it is now: it may have been posted meanwhile."""
    async with deps.database.read() as store:
        return await store.conversations.turn(community_id, conversation_id, turn)


async def _thread(
    store: Store, community_id: int, user_id: int, conversation_id: int, turn: int, locale: str
) -> tuple[Here, Kept]:
    place = await here(store, community_id, user_id, locale)
    kept = await store.conversations.find(community_id, conversation_id)
    if kept is None or kept.kind is not Kind.THREAD or not 1 <= turn <= kept.turn:
        raise ConversationGone
    return place, kept


async def _unanswered(store: Store, kept: Kept, turn: int, user_id: int) -> None:
    response = await store.conversations.response(kept.community_id, kept.conversation_id, turn, user_id)
    if response is not None and not response.passed:
        raise AnsweredAlready


async def _deal(deps: Deps, store: Store, place: Here, kept: Kept) -> None:
    standing = await _present(store, kept)
    barred = await store.off_limits.of(kept.community_id, standing.people)
    match deal(place.prompts, standing, barred, deps.chance()):
        case Waiting(people):
            raise StillThinking(count=len(people))
        case Nothing():
            raise NoPromptsHere
        case dealt:
            await store.conversations.deal(
                kept.community_id,
                kept.conversation_id,
                kept.turn + 1,
                dealt.turn,
                dealt.depth,
                deps.now(),
            )


async def _present(store: Store, kept: Kept) -> Conversation:
    """Whoever has left the circles is waited for no longer."""
    people = {}
    for user_id, since in kept.standing.people.items():
        person = await store.people.find(kept.community_id, user_id)
        if person is not None and person.standing is not Standing.LEFT:
            people[user_id] = since
    return replace(kept.standing, people=people)


async def _answer(
    store: Store, community_id: int, number: int, turn: int, user_id: int, text: str, now: datetime
) -> Wish:
    await store.conversations.respond(community_id, number, turn, user_id, now, text=text)
    return await turns.wish_answer(store, community_id, number, turn, user_id, now)
