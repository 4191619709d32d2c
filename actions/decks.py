"""The decks of a community: those that come with the bot, and its stewards' own."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from actions.deps import Deps
from data.decks import example_in, shipped
from data.own_decks import OwnDeck
from data.store import Store
from domain.communities import Community
from domain.decks import Checked, Deck, Problem, Prompt, check, compare, prompts_of
from domain.errors import NotSetUp

MOST_DECKS = 20
"""Files of a community's own: they are all offered in one list, and Discord takes 25."""
SHIPPED_KEY = "shipped-key"
TOO_MANY_DECKS = "too-many-decks"
KINDS = frozenset({SHIPPED_KEY, TOO_MANY_DECKS})
"""Problems that a file has only in a community, beside those of `domain.decks`."""
PARSED = 200
"""So many decks are kept as values; whoever adds another version adds another one."""


class Anything(Collection[str]):
    """Holds every word: a deck that was checked once is read although its topic was taken off the list."""

    def __contains__(self, _: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class Listed:
    """A deck as stewards see it. `own` is None for one that comes with the bot."""

    deck: Deck
    own: OwnDeck | None = None


async def listed(deps: Deps, community_id: int) -> list[Listed]:
    """All of them, the stewards' own last."""
    async with deps.database.read() as store:
        own = await store.own_decks.all(community_id)
    ours = [Listed(deck, each) for each in own if (deck := _parsed(each.toml)) is not None]
    return [*(Listed(deck) for deck in shipped().values()), *ours]


async def add(
    deps: Deps, community_id: int, user_id: int, source: bytes, languages: Collection[str]
) -> Checked:
    """Keep a steward's deck in place of its last version; with any problem, keep nothing.

    Raises NotSetUp.
    """
    async with deps.database.read() as store:
        community = await _set_up(store, community_id)
    topics = [topic.key for topic in community.topics]
    checked = await asyncio.to_thread(check, source, topics, languages)  # a large file takes a moment
    if checked.deck is None:
        return checked
    async with deps.database.begin() as store:
        problems = tuple(_misfits(checked.deck, await store.own_decks.all(community_id)))
        if problems:
            return Checked(None, problems)
        toml = source.decode("utf-8-sig")
        deck = OwnDeck(checked.deck.key, checked.deck.language, toml, user_id, deps.now())
        await store.own_decks.save(community_id, deck)
    return checked


async def remove(deps: Deps, community_id: int, key: str, language: str) -> None:
    """Deal nothing of it any more. What was dealt stays known."""
    async with deps.database.begin() as store:
        await store.own_decks.remove(community_id, key, language)


async def example(deps: Deps, community_id: int, language: str) -> bytes:
    """A file that shows the format and passes the check here, in this language if it is there."""
    async with deps.database.read() as store:
        community = await _set_up(store, community_id)
    topic = f'"{community.topics[0].key}"' if community.topics else ""
    return example_in(language).replace("[TOPIC]", f"[{topic}]").encode()


async def read_ahead(deps: Deps, community_id: int) -> None:
    """Turn the decks of a community into values before anybody waits: of many that takes a second."""
    async with deps.database.read() as store:
        own = await store.own_decks.all(community_id)
    await asyncio.to_thread(lambda: [shipped(), *(_parsed(deck.toml) for deck in own)])


async def names(deps: Deps, community_id: int, language: str) -> dict[str, str]:
    """What each deck is called, by its key, in this language where it has it."""
    found: dict[str, str] = {}
    for each in await listed(deps, community_id):
        if each.deck.key not in found or each.deck.language == language:
            found[each.deck.key] = each.deck.title
    return found


async def is_there(store: Store, community: Community, key: str) -> bool:
    """Whether a community has a deck with this key."""
    own = await store.own_decks.all(community.community_id)
    return any(key == shipped_key for shipped_key, _ in shipped()) or any(deck.key == key for deck in own)


async def prompts_in(store: Store, community: Community, languages: Sequence[str]) -> Mapping[str, Prompt]:
    """Every prompt of a community by `deck/prompt`, in the first of these languages that has it."""
    own = await store.own_decks.all(community.community_id)
    return _prompts(tuple(deck.toml for deck in own), tuple(languages))


def _misfits(deck: Deck, own: Sequence[OwnDeck]) -> Iterator[Problem]:
    """What keeps a deck that is right in itself out of this community."""
    if any(deck.key == key for key, _ in shipped()):
        yield Problem(SHIPPED_KEY, facts={"key": deck.key})
    known = {(each.key, each.language) for each in own}
    if (deck.key, deck.language) not in known and len(known) >= MOST_DECKS:
        yield Problem(TOO_MANY_DECKS, facts={"most": MOST_DECKS})
    for each in own:
        if each.key == deck.key and each.language != deck.language:
            twin = _parsed(each.toml)
            yield from compare(twin, deck) if twin is not None else ()


@lru_cache(PARSED)
def _parsed(toml: str) -> Deck | None:
    """None when a later version of the bot cannot read it."""
    return check(toml.encode(), Anything(), Anything()).deck


@lru_cache(PARSED)
def _prompts(tomls: tuple[str, ...], languages: tuple[str, ...]) -> Mapping[str, Prompt]:
    own = [deck for toml in tomls if (deck := _parsed(toml)) is not None]
    return prompts_of([*shipped().values(), *own], languages)


async def _set_up(store: Store, community_id: int) -> Community:
    community = await store.communities.find(community_id)
    if community is None or community.set_up_at is None:
        raise NotSetUp
    return community
