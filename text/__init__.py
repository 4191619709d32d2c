"""The only door to the words people read: `say("signup-done", seat="mentor")`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from fluent.runtime import FluentBundle, FluentResource, resolver

ROOT = Path(__file__).parent
FALLBACK = "en"
resolver.MAX_PART_LENGTH = 12_000
"""Characters in one fact. Fluent's own 2,500 guard against messages that repeat each other; what somebody
wrote may be longer once it is quoted."""
NOTHING: Mapping[str, object] = MappingProxyType({})


class Say(Protocol):
    """Words for one reader: `say(key)`, `say(key, "part")`, with facts for the gaps."""

    def __call__(self, key: str, part: str | None = None, /, **facts: object) -> str: ...


class Words:
    """Every language under one folder; `<language>/<capability>.ftl`."""

    def __init__(self, root: Path = ROOT) -> None:
        folders = sorted(folder for folder in root.iterdir() if any(folder.glob("*.ftl")))
        self._bundles = {folder.name: _bundle(folder) for folder in folders}
        self._fixed = cache(self._put_together)
        """Words without gaps, such as labels, are put together once."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are words for, the fallback first."""
        return tuple(sorted(self._bundles, key=lambda name: (name != FALLBACK, name)))

    def supports(self, locale: str) -> bool:
        return self.language_of(locale) == locale.split("-")[0]

    def language_of(self, locale: str | None) -> str:
        """The language we answer a reader with this Discord locale (`es-419`) in."""
        wanted = (locale or FALLBACK).split("-")[0]
        return wanted if wanted in self._bundles else FALLBACK

    def for_reader(self, *locales: str | None) -> Say:
        """The first of these that we speak, then English."""
        known = [locale.split("-")[0] for locale in locales if locale]
        chain = [name for name in (*known, FALLBACK) if name in self._bundles]
        return partial(self._say, tuple(dict.fromkeys(chain)))

    def _say(self, chain: tuple[str, ...], key: str, part: str | None = None, /, **facts: object) -> str:
        return self._put_together(chain, key, part, facts) if facts else self._fixed(chain, key, part)

    def _put_together(
        self, chain: tuple[str, ...], key: str, part: str | None, facts: Mapping[str, object] = NOTHING
    ) -> str:
        for bundle in (self._bundles[name] for name in chain):
            message = bundle.get_message(key) if bundle.has_message(key) else None
            pattern = message and (message.attributes.get(part) if part else message.value)
            if pattern:
                words, problems = bundle.format_pattern(pattern, dict(facts))
                if problems:
                    raise LookupError(f"{key}.{part}: {problems}")
                return str(words)
        raise LookupError(f"{key}.{part} is in none of {tuple(chain)}")


def _bundle(folder: Path) -> FluentBundle:
    bundle = FluentBundle([folder.name], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


@cache
def shipped() -> Words:
    """The words that come with the product, read once."""
    return Words()
