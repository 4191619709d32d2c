"""Give me a prompt: one person and the decks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from actions.decks import prompts_in
from actions.deps import Deps
from data.conversations import Kept, Kind
from data.store import Store
from domain.communities import Community
from domain.conversations import Deal, deal
from domain.decks import Prompt
from domain.errors import ConversationGone, NoPrompts, NotSetUp, NotTakingPart
from domain.people import Participant, Standing

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Given:
    """A prompt in somebody's own conversation. `again`: all that they may be dealt had been dealt before."""

    prompt: Prompt
    turn: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody who takes part, and the words they read. `prompts` are by `deck/prompt`."""

    community: Community
    person: Participant
    prompts: Mapping[str, Prompt]


async def give(deps: Deps, community_id: int, user_id: int, locale: str) -> Given:
    """The prompt that waits for this person, or the next. Raises NotSetUp, NotTakingPart, NoPrompts."""
    async with deps.database.begin() as store:
        return await _give(deps, store, await here(store, community_id, user_id, locale))


async def pass_on(deps: Deps, community_id: int, user_id: int, turn: int, locale: str) -> Given:
    """Pass this one, and be given the next. A second press passes nothing more. Raises as `give`."""
    async with deps.database.begin() as store:
        place = await here(store, community_id, user_id, locale)
        kept = await store.conversations.of_person(community_id, user_id)
        if kept is not None and kept.turn == turn and user_id not in kept.standing.responded:
            await _pass(deps, store, kept, user_id)
        return await _give(deps, store, place)


async def of_turn(deps: Deps, community_id: int, user_id: int, turn: int, locale: str) -> Prompt:
    """What was dealt to them then. Raises NotSetUp, NotTakingPart, ConversationGone."""
    async with deps.database.read() as store:
        place = await here(store, community_id, user_id, locale)
        kept = await store.conversations.of_person(community_id, user_id)
        return prompt_of(place.prompts, kept, turn)


def prompt_of(prompts: Mapping[str, Prompt], kept: Kept | None, turn: int) -> Prompt:
    """The prompt of a turn. Raises ConversationGone when there was none, or its deck is gone."""
    if kept is None or not 1 <= turn <= kept.turn:
        raise ConversationGone
    prompt = prompts.get(kept.standing.turns[turn - 1].prompt)
    if prompt is None:
        raise ConversationGone
    return prompt


async def here(store: Store, community_id: int, user_id: int, locale: str) -> Here:
    """Let pass whoever takes part. Raises NotSetUp, NotTakingPart."""
    community = await store.communities.find(community_id)
    if community is None or community.set_up_at is None:
        raise NotSetUp
    person = await store.people.find(community_id, user_id)
    if person is None or person.standing is Standing.LEFT:
        raise NotTakingPart
    languages = (person.language, locale.split("-")[0], community.language, FALLBACK)
    wanted = tuple(dict.fromkeys(language for language in languages if language))
    return Here(community, person, await prompts_in(store, community, wanted))


async def _give(deps: Deps, store: Store, place: Here) -> Given:
    community_id, user_id = place.person.community_id, place.person.user_id
    kept = await _own(deps, store, community_id, user_id)
    barred = await store.off_limits.of(community_id, [user_id])
    if kept.turn and user_id not in kept.standing.responded:
        waiting = place.prompts.get(kept.standing.turns[-1].prompt)
        if waiting is not None and barred.isdisjoint(waiting.topics):
            return Given(waiting, kept.turn)
        await _pass(deps, store, kept, user_id)  # its deck is gone, or its topic is kept out by now
    standing = replace(kept.standing, responded=frozenset({user_id}))
    dealt = deal(place.prompts, standing, barred, deps.chance())
    if not isinstance(dealt, Deal):  # nobody is waited for here
        raise NoPrompts
    number = kept.turn + 1
    await store.conversations.deal(
        community_id, kept.conversation_id, number, dealt.turn, dealt.depth, deps.now()
    )
    return Given(place.prompts[dealt.turn.prompt], number, dealt.again)


async def _own(deps: Deps, store: Store, community_id: int, user_id: int) -> Kept:
    """Somebody's own conversation, begun with their first prompt."""
    kept = await store.conversations.of_person(community_id, user_id)
    if kept is None:
        number = await store.conversations.open(community_id, Kind.PERSON, deps.now())
        await store.conversations.join(community_id, number, user_id, 1)
        kept = await store.conversations.of_person(community_id, user_id)
    if kept is None:
        raise LookupError("a conversation that was just begun is not there")
    return kept


async def _pass(deps: Deps, store: Store, kept: Kept, user_id: int) -> None:
    await store.conversations.respond(
        kept.community_id, kept.conversation_id, kept.turn, user_id, deps.now(), passed=True
    )
