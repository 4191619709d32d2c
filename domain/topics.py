"""The topics of a community: what its worldviews are about, and the tags of its forum."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from domain.communities import Topic
from domain.errors import NoTopics, TooManyTopics, TopicTooLong, TopicTwice
from domain.people import readable

MOST = 20
LONGEST = 20
"""As many tags as a forum has, and as many characters as a tag has (Discord: resources/channel)."""
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NAMELESS = "topic"
"""The key of a topic whose name has no Latin letter or digit."""


def names_in(text: str) -> tuple[str, ...]:
    """One name a line, as they will stand there.

    Raises NoTopics, TooManyTopics, TopicTooLong or TopicTwice.
    """
    names = tuple(filter(_shows, (" ".join(readable(line).split()) for line in text.splitlines())))
    if not names:
        raise NoTopics
    if len(names) > MOST:
        raise TooManyTopics(count=len(names), most=MOST)
    for name in names:
        if len(name) > LONGEST:
            raise TopicTooLong(name=name, most=LONGEST)
        if [folded(each) for each in names].count(folded(name)) > 1:
            raise TopicTwice(name=name)
    return names


def listed(text: str, earlier: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics that stewards wrote down. Raises what `names_in` raises.

    A name that was there keeps its key wherever it stands now. In the place of a name that is gone, a new one
    is the same topic, called otherwise; anywhere else it is a new topic.
    """
    names = names_in(text)
    keys: dict[int, str] = {}
    for choose in (_same_name, _same_place):
        for place, name in enumerate(names):
            if place not in keys and (key := choose(place, name, names, earlier)):
                keys[place] = key
    for place, name in enumerate(names):
        keys.setdefault(place, _new_key(name, set(keys.values())))
    return tuple(Topic(keys[place], name) for place, name in enumerate(names))


def folded(name: str) -> str:
    """What two names have in common that Discord takes for the same."""
    return name.casefold()


def _shows(name: str) -> bool:
    """Whether there is anything to see in it."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in name)


def _same_name(_: int, name: str, __: Sequence[str], earlier: Sequence[Topic]) -> str | None:
    return next((topic.key for topic in earlier if folded(topic.name) == folded(name)), None)


def _same_place(place: int, _: str, names: Sequence[str], earlier: Sequence[Topic]) -> str | None:
    if place >= len(earlier) or folded(earlier[place].name) in map(folded, names):
        return None
    return earlier[place].key


def _new_key(name: str, taken: set[str]) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", letters)) or NAMELESS
    return next(key for key in _numbered(slug) if key not in taken)


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    for number in range(2, MOST + 2):
        yield f"{slug}-{number}"
