"""The blueprint of one community, in its language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from domain import blueprint
from domain.blueprint import HOST, Blueprint, Kind
from domain.communities import Community
from domain.rooms import Opening, is_attendees, is_room, number_of, openings
from text import Say


@dataclass(frozen=True, slots=True)
class Desired:
    """What there should be, and what its panels show."""

    blueprint: Blueprint
    cards: Mapping[str, Card]
    say: Say


def desired(bot: CircleBot, community: Community, rooms: Sequence[Opening] | None = None) -> Desired:
    """What this community's server should look like; `rooms` says who may enter them, at rest nobody."""
    if rooms is None:
        rooms = openings(community.discussions.rooms, ())
    say = bot.words.for_reader(community.language)
    cards = {key: panel(say, community) for key, panel in bot.panels.items()}
    plan = blueprint.blueprint(
        (band.key for band in community.generations),
        lambda kind, key: _name(say, community, kind, key),
        lambda key: say(f"name-channel-{key}", "topic"),
        {key: _digest(card) for key, card in cards.items()},
        community.topics,
        rooms,
    )
    return Desired(plan, cards, say)


def _name(say: Say, community: Community, kind: Kind, key: str) -> str:
    if is_room(key):
        return say("name-channel-room", number=str(number_of(key)))
    if kind is not Kind.ROLE:
        return say(f"name-{kind}-{key}")
    if key == HOST:
        return say("name-role-host")
    if is_attendees(key):
        return say("name-role-attendees", number=str(number_of(key)))
    band = community.generation(key.removeprefix("generation-"))
    return band.name if band and band.name else say(key)


def _digest(card: Card) -> str:
    return hashlib.sha256(json.dumps(components(card), sort_keys=True).encode()).hexdigest()[:16]


def components(card: Card) -> list[Mapping[str, Any]]:
    """What is sent to Discord for a card."""
    shown: list[Mapping[str, Any]] = card.to_components()  # type: ignore[no-untyped-call] # the library's
    return shown
