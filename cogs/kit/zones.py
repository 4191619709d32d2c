"""Which time zone somebody means, by a city they know."""

from __future__ import annotations

import asyncio

from discord.utils import escape_markdown

from actions import cities
from actions.cities import City
from domain.errors import UnknownCity
from domain.people import readable

LONGEST_CITY = 60
MOST = 25
"""What one list of Discord's takes."""


async def cities_called(text: str) -> list[City]:
    """The best match of each zone: only that is kept, so of all cities in one the best is enough.

    Raises UnknownCity.
    """
    city = readable(text).strip()[:LONGEST_CITY]
    best: dict[str, City] = {}
    for place in await asyncio.to_thread(cities.find, city, MOST):
        best.setdefault(place.time_zone, place)
    if not best:
        raise UnknownCity(city=escape_markdown(city))
    return list(best.values())


def choices(found: list[City]) -> list[tuple[str, str]]:
    """Zones to choose from, each with its line."""
    return [(place.time_zone, _line(place)) for place in found]


def _line(place: City) -> str:
    return f"{place.name}, {place.country} · {place.time_zone}"[:100]
