"""Cities people know, so that nobody has to know the name of a time zone."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FILE = Path(__file__).with_name("cities.db")
"""Made by `python -m data.cities`."""

LONGEST = 60
"""Characters of a name that are looked at."""

PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t"}
)
"""Letters that Unicode does not take apart into a letter and a mark."""

NAMED = """
    SELECT cities.name, countries.code, countries.name, region, zones.name, population
    FROM (SELECT DISTINCT city FROM names WHERE name >= :first AND name <= :last ORDER BY city LIMIT :limit)
    JOIN cities ON cities.id = city
    JOIN countries ON countries.code = cities.country
    JOIN zones ON zones.id = cities.zone
    ORDER BY cities.id
"""
"""Cities are numbered by their size, the largest first."""

ZONES = """
    SELECT name FROM zones
    WHERE lower(name) = :text OR (instr(:text, '/') AND substr(lower(name), 1, length(:text)) = :text)
    ORDER BY name LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class City:
    """A place with its zone. For a zone asked for by name, `country` is its area and the code is empty."""

    name: str
    country_code: str
    country: str
    region: str
    time_zone: str
    population: int


def find(text: str, limit: int = 25) -> list[City]:
    """Places whose name begins like this, in any of their languages, with or without accents.

    The exact names come before the longer ones, and among equals the most populous first. The name of a time
    zone is understood as well.
    """
    with closing(sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True)) as link:
        found = [*_zones(link, text, limit), *_named(link, folded(text), limit)]
    return [city for city in found if _is_known(city.time_zone)][:limit]


def folded(name: str) -> str:
    """A name as it is compared: no case, no accents, no punctuation."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    spaced = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(spaced.split())[:LONGEST]


def _named(link: sqlite3.Connection, name: str, limit: int) -> list[City]:
    if not name:
        return []
    exact = _query(link, name, name, limit)
    exact.sort(key=lambda city: folded(city.name) != name)
    longer = _query(link, name, name + "\U0010ffff", limit)
    return list(dict.fromkeys([*exact, *longer]))


def _query(link: sqlite3.Connection, first: str, last: str, limit: int) -> list[City]:
    rows = link.execute(NAMED, {"first": first, "last": last, "limit": limit})
    return [City(*row) for row in rows]


def _zones(link: sqlite3.Connection, text: str, limit: int) -> list[City]:
    wanted = "_".join(text.encode("ascii", "ignore").decode().lower().split())
    names = (name for (name,) in link.execute(ZONES, {"text": wanted, "limit": limit}))
    return [_zone(name) for name in names]


def _zone(time_zone: str) -> City:
    area, _, place = time_zone.rpartition("/")
    return City(place.replace("_", " "), "", area.replace("_", " ") or time_zone, "", time_zone, 0)


@cache
def _is_known(time_zone: str) -> bool:
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True
