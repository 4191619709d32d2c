"""When, as people say it: the zone, the time of day and the day, each taken out of what they wrote."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta

from domain.discussion_errors import (
    MonthOrDay,
    MorningOrEvening,
    UnclearTime,
    WrongWeekday,
)
from domain.errors import (
    StrangeZone,
)
from domain.instants import zone_called
from domain.wall_time import HOURS, MINUTES, NOON

WEEK = 7
NUMBERS_AS_SAID = (
    *("one/una", "two/dos", "three/tres", "four/cuatro", "five/cinco", "six/seis"),
    *("seven/siete", "eight/ocho", "nine/nueve", "ten/diez", "eleven/once", "twelve/doce"),
)
WEEKDAYS_AS_SAID = (
    "monday/mon/lunes/lun",
    "tuesday/tue/tues/martes/mar",
    "wednesday/wed/miercoles/mie",
    "thursday/thu/thur/thurs/jueves/jue",
    "friday/fri/viernes/vie",
    "saturday/sat/sabado/sab",
    "sunday/sun/domingo/dom",
)
NUMBERS = {name: number for number, names in enumerate(NUMBERS_AS_SAID, 1) for name in names.split("/")}
WEEKDAYS = {name: number for number, names in enumerate(WEEKDAYS_AS_SAID) for name in names.split("/")}
NEAR_DAYS = {
    "yesterday": -1, "ayer": -1, "today": 0, "hoy": 0, "tomorrow": 1, "manana": 1,
    "day after tomorrow": 2, "pasado manana": 2,
}  # fmt: skip
NEXT = {"next", "coming", "proximo", "proxima", "siguiente", "viene", "que"}
THIS = {"this", "este", "esta"}
OF_WEEK = {"week", "semana"}
ABBREVIATED = re.compile(
    r"\b(?:[ecmp][sd]t|a[ce][sd]t|akst|akdt|hst|cet|cest|wet|west|eet|eest|bst|ist|jst|msk|nz[sd]t)\b"
)
"""Each stands for several zones, or for one that has no summer time."""
NAMED_ZONE = re.compile(r"(?<![\w/])[a-z][a-z_]*(?:/[a-z0-9_+-]+)+")
OFFSET = re.compile(
    r"(?:(?<=:\d\d)\s*|\b(?:utc|gmt)\s*)(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\s*$"
)
UNIVERSAL = re.compile(r"(?<=:\d\d)\s*z$|\b(?:utc|gmt)\b")
HALVES = (
    (re.compile(r"\b(?:tonight|esta noche)\b"), " today ", "n"),
    (re.compile(r"\b(?:this (?:evening|afternoon)|esta tarde)\b"), " today ", "p"),
    (re.compile(r"\b(?:this morning|esta manana)\b"), " today ", "a"),
    (re.compile(r"\b(?:in the |at )?night\b|\b(?:(?:de|por|en|a) la )?noche\b"), " ", "n"),
    (re.compile(r"\b(?:in the )?(?:evening|afternoon)\b|\b(?:(?:de|por|en|a) la )?tarde\b"), " ", "p"),
    (re.compile(r"\b(?:in the )?morning\b|\b(?:de|por|en|a) la (?:manana|madrugada)\b"), " ", "a"),
)
BESIDE = re.compile(
    r"(?<![\d.:/-])(?P<hour>\d{1,2})(?:\.(?P<minute>\d\d))?(?= (?:tonight|at night"
    r"|in the (?:evening|afternoon|morning)|(?:de|en|por) la (?:tarde|noche|manana|madrugada))\b)"
)
"""An hour that nothing marks but the half of the day after it."""
TIMES = (
    re.compile(
        r"(?<![\d.:/-])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?![\d:])"
        r"\s*(?:(?P<half>[ap])\.?\s?m\b\.?|h(?:rs|oras)?\b)?"
    ),
    re.compile(r"(?<![\d.:/-])(?P<hour>\d{1,2})(?:\.(?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m\b\.?"),
    re.compile(r"(?<![\d.:/-])(?P<hour>\d{1,2})\s?(?:h\s?(?P<minute>\d\d)\b|h(?:rs|oras)?\b)"),
    re.compile(r"(?:\bat|\ba las?|@)\s*(?P<hour>\d{1,2})(?:\.(?P<minute>\d\d))?(?![\w:/-])(?P<spoken>)"),
)
NAMED_TIMES = (
    (re.compile(r"\b(?:noon|midday|mediodia)\b"), 12),
    (re.compile(r"\b(?:midnight|medianoche)\b"), 0),
)
SPOKEN = (
    (re.compile(r"(\d{4}-\d\d-\d\d)t(?=\d)"), r"\1 "),
    (re.compile(r"^(\d.*) from now$"), r"in \1"),
    (re.compile(r"\bhalf past (\d{1,2})\b"), r"at \1.30"),
    (re.compile(r"\bquarter past (\d{1,2})\b"), r"at \1.15"),
    (re.compile(r"\b(\d{1,2}) y media\b"), r"\1.30"),
    (re.compile(r"\b(\d{1,2}) y cuarto\b"), r"\1.15"),
    (re.compile(r"\b(\d{1,2}) (?:o'?clock|en punto)"), r"at \1"),
)
FILLERS = re.compile(r"\b(?:at|on|the|el|la|las|los|a(?= las?\b|\s*$)|(?<!dentro )de|del|of)\b|@")
SOON = re.compile(r"(?:in|en|dentro de|within)\s+(?=\S)")
SPAN = re.compile(
    r"(?P<many>half an?|an?|un|media|\d{1,4}(?:[.,]\d)?)\s*"
    r"(?P<unit>hours?|horas?|hrs?|h|minutes?|minutos?|mins?|m|days?|dias?|weeks?|semanas?)"
    r"(?P<more> and a half| y media)?(?:\s*(?:and|y)?\s+|$)"
)
UNITS = {"h": timedelta(hours=1), "m": timedelta(minutes=1), "d": timedelta(days=1)}
A_WEEK = timedelta(weeks=1)
SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})\b(?!/\d{1,2}\b/)")
MOST_MONTHS = 12
SMALL_HOURS = 4
"""One at night is for some an hour after midnight."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is left of a text when its zone is taken out. `offset`: from UTC, as in +01:00."""

    text: str
    time_zone: str | None = None
    offset: timedelta | None = None


def plain(text: str) -> str:
    """In small letters without accents, one blank between words, numbers to twelve in digits."""
    spread = unicodedata.normalize("NFKD", text).lower().replace("’", "'")
    letters = "".join(c for c in spread if not unicodedata.combining(c))
    words = [str(NUMBERS.get(word, word)) for word in re.sub(r"[\s,;]+", " ", letters).split()]
    found = " ".join(words)
    for pattern, instead in SPOKEN:
        found = pattern.sub(instead, found)
    return found


def take_zone(text: str) -> Said:
    """Raises StrangeZone for a name that is none, and for letters that stand for several."""
    named = NAMED_ZONE.search(text)
    if named:
        return Said(_without(text, named), time_zone=zone_called(named[0]))
    if ABBREVIATED.search(text):
        raise StrangeZone
    offset = OFFSET.search(text)
    if offset:
        hours, minutes = int(offset["hours"]), int(offset["minutes"] or 0)
        if hours >= HOURS or minutes >= MINUTES:
            raise StrangeZone
        span = timedelta(hours=hours, minutes=minutes)
        return Said(_without(text, offset), offset=-span if offset["sign"] == "-" else span)
    universal = UNIVERSAL.search(text)
    if universal:
        return Said(_without(text, universal), offset=timedelta())
    return Said(text)


def span_from_now(text: str) -> timedelta | None:
    """How long from now "in 2 hours" is; None for whatever counts no hours or minutes from now."""
    soon = SOON.match(text)
    rest, found, exact = (text[soon.end() :], timedelta(), False) if soon else ("", timedelta(), False)
    while rest:
        part = SPAN.match(rest)
        if part is None:
            return None
        unit = A_WEEK if part["unit"].startswith(("w", "s")) else UNITS[part["unit"][0]]
        found += unit * (_many(part["many"]) + (0.5 if part["more"] else 0))
        exact = exact or part["unit"][0] in "hm"
        rest = rest[part.end() :]
    return found if exact else None


def take_time(text: str) -> tuple[str, time | None]:
    """The rest, and the time of day. Raises MorningOrEvening, and UnclearTime for 25:00."""
    rest, half = _take_half(text)
    for pattern, hour in NAMED_TIMES:
        named = pattern.search(rest)
        if named:
            return _without(rest, named), time(hour)
    for pattern in TIMES:
        found = pattern.search(rest)
        if found:
            return _without(rest, found), _time(found, half)
    beside = BESIDE.search(text)
    if beside:
        return _take_half(_without(text, beside))[0], _time(beside, half)
    return rest, None


def near_day(text: str, today: date) -> date | None:
    """A day that is said by its distance, or by its weekday alone.

    "Friday" is the first to come, today included; "next Friday" the first after today; "Friday next week" the
    one in the week, from Monday, that follows this.
    """
    rest = day_words(text)
    if rest in NEAR_DAYS:
        return today + timedelta(days=NEAR_DAYS[rest])
    words = rest.split()
    days = [WEEKDAYS[word] for word in words if word in WEEKDAYS]
    others = {word for word in words if word not in WEEKDAYS}
    if len(days) != 1 or not others <= NEXT | THIS | OF_WEEK:
        return None
    if others & OF_WEEK:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=days[0] + (WEEK if others & NEXT else 0))
    wait = (days[0] - today.weekday()) % WEEK
    return today + timedelta(days=wait or (WEEK if others & NEXT else 0))


def take_weekday(text: str) -> tuple[str, int | None]:
    """The rest of "Friday 26 March", and which weekday it says."""
    words = day_words(text).split()
    days = [WEEKDAYS[word] for word in words if word in WEEKDAYS and word != "mar"]
    if len(days) != 1:
        return text, None
    return " ".join(word for word in words if WEEKDAYS.get(word) != days[0] or word == "mar"), days[0]


def needs_weekday(day: date, weekday: int | None) -> None:
    """Raises WrongWeekday."""
    if weekday is not None and day.weekday() != weekday:
        raise WrongWeekday


def with_day_first(text: str) -> str:
    """12/24 as 24/12. Raises MonthOrDay for 3/4: in April for some, in March for others."""
    found = SLASHED.search(text)
    if found is None or found[1] == found[2] or int(found[1]) > MOST_MONTHS:
        return text
    if int(found[2]) <= MOST_MONTHS:
        raise MonthOrDay
    return SLASHED.sub(r"\2/\1", text, count=1)


def day_words(text: str) -> str:
    """Without the little words, and the full stop of "Fri."."""
    return " ".join(word.rstrip(".") for word in FILLERS.sub(" ", text).split())


def _take_half(text: str) -> tuple[str, str | None]:
    """The rest, and whether it is am, pm or in the night that somebody means."""
    half = None
    for pattern, instead, which in HALVES:
        text, count = pattern.subn(instead, text)
        half = which if count else half
    return text, half


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}".strip()


def _many(text: str) -> float:
    if text.startswith(("half", "media")):
        return 0.5
    return float(text.replace(",", ".")) if text[0].isdigit() else 1


def _time(found: re.Match[str], half: str | None) -> time:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = found.groupdict().get("half") or half
    if hour >= HOURS or minute >= MINUTES or (half == "a" and hour > NOON):
        raise UnclearTime
    if half == "n" and (hour == NOON or 1 <= hour <= SMALL_HOURS):
        raise MorningOrEvening(hour=hour)
    if half and hour <= NOON:
        hour = hour % NOON + (0 if half == "a" else NOON)
    elif "spoken" in found.groupdict() and 1 <= hour <= NOON:
        raise MorningOrEvening(hour=hour)
    return time(hour, minute)
