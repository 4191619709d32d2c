"""The blueprint of one community, in its language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from domain import blueprint
from domain.blueprint import Blueprint, Kind
from domain.communities import Community
from text import Say


@dataclass(frozen=True, slots=True)
class Desired:
    """What there should be, and what its panels show."""

    blueprint: Blueprint
    cards: Mapping[str, Card]
    say: Say


def desired(bot: CircleBot, community: Community) -> Desired:
    """What this community's server should look like."""
    say = bot.words.for_reader(community.language)
    cards = {key: panel(say, community) for key, panel in bot.panels.items()}
    plan = blueprint.blueprint(
        (band.key for band in community.generations),
        lambda kind, key: _name(say, community, kind, key),
        lambda key: say(f"name-channel-{key}", "topic"),
        {key: _digest(card) for key, card in cards.items()},
        community.topics,
    )
    return Desired(plan, cards, say)


def _name(say: Say, community: Community, kind: Kind, key: str) -> str:
    if kind is not Kind.ROLE:
        return say(f"name-{kind}-{key}")
    band = community.generation(key.removeprefix("generation-"))
    return band.name if band and band.name else say(key)


def _digest(card: Card) -> str:
    return hashlib.sha256(json.dumps(components(card), sort_keys=True).encode()).hexdigest()[:16]


def components(card: Card) -> list[Mapping[str, Any]]:
    """What is sent to Discord for a card."""
    shown: list[Mapping[str, Any]] = card.to_components()  # type: ignore[no-untyped-call] # the library's
    return shown
