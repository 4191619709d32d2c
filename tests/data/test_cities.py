"""A city is enough to know somebody's time zone."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.cities import find

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("typed", "name", "zone"),
    [
        ("Zurich", "Zürich", "Europe/Zurich"),
        ("zürich", "Zürich", "Europe/Zurich"),
        ("São Paulo", "São Paulo", "America/Sao_Paulo"),
        ("Sao Paulo", "São Paulo", "America/Sao_Paulo"),
        ("München", "Munich", "Europe/Berlin"),
        ("muenchen", "Munich", "Europe/Berlin"),
        ("NEW YORK", "New York City", "America/New_York"),
        ("Москва", "Moscow", "Europe/Moscow"),
        ("東京", "Tokyo", "Asia/Tokyo"),
        ("lodz", "Łódź", "Europe/Warsaw"),
        ("st. gallen", "Sankt Gallen", "Europe/Zurich"),
        ("s-hertogenbosch", "'s-Hertogenbosch", "Europe/Amsterdam"),
        ("Nuuk", "Nuuk", "America/Nuuk"),
    ],
)
def test_a_city_is_found_the_way_people_write_it(typed, name, zone):
    first = find(typed)[0]
    assert (first.name, first.time_zone) == (name, zone)


def test_of_two_cities_with_one_name_the_larger_comes_first():
    paris = [city for city in find("Paris") if city.name == "Paris"]
    assert [(city.country_code, city.region) for city in paris[:2]] == [("FR", ""), ("US", "TX")]
    assert paris[0].population > paris[1].population


def test_the_beginning_of_a_name_is_enough():
    assert find("reykja")[0].time_zone == "Atlantic/Reykjavik"


def test_an_exact_name_comes_before_a_larger_city_with_a_longer_one():
    assert find("Bern")[0].name == "Bern"


@pytest.mark.parametrize("typed", ["Europe/Zurich", "europe/zurich", "America/New York", "UTC"])
def test_the_name_of_a_zone_is_understood(typed):
    assert find(typed)[0].time_zone.casefold() == typed.replace(" ", "_").casefold()


@pytest.mark.parametrize("typed", ["", "  ", "qqqqxyz", "'", "%", "_", "\x00", "\ud800", "Europe/Atlantis"])
def test_nonsense_finds_nothing(typed):
    assert find(typed) == []


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=100))
def test_no_text_is_too_strange_to_look_up(typed):
    assert len(find(typed, limit=5)) <= 5


def test_a_lookup_takes_less_than_30_ms_whatever_is_typed():
    for typed in ("s", "a", "san", "Paris", "America/"):
        assert min(_seconds(typed) for _ in range(3)) < 0.03


@pytest.mark.skipif(sys.platform != "linux", reason="the resident size is read from /proc")
def test_the_cities_cost_less_than_5_mb_of_memory():
    script = """
import sqlite3, unicodedata, zoneinfo
from pathlib import Path
size = lambda: int(Path("/proc/self/statm").read_text().split()[1])
before = size()
from data.cities import find
for typed in ("s", "a", "Paris", "Москва", "America/"): find(typed)
print((size() - before) * 4096)
"""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 5_000_000


def _seconds(typed):
    began = time.perf_counter()
    assert len(find(typed)) == 25
    return time.perf_counter() - began
