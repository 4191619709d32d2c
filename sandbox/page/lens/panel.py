"""Faults and time by hand, as the lens offers them: words, buttons and forms that it only draws."""

from __future__ import annotations

from sandbox.page.lens.strikes_in_words import CALLS
from sandbox.payloads import Json

MINUTE, HOUR, DAY = 60, 3600, 86400
LONGEST_WAIT = 3600
"""Seconds that a fault may hang, delay or ask to wait."""


def sections(ahead: str, *, down: bool) -> list[Json]:
    """`ahead`: how far time has been moved, in words; `down`: whether Discord is.

    Each has a title, then words, buttons, a form. Buttons and options have a text and what they ask for.
    """
    outage = ("Bring Discord back", "come back") if down else ("Take Discord down", "outage")
    return [
        {
            "title": "Time",
            "words": f"The sandbox is {ahead} ahead." if ahead else "The sandbox goes by real time.",
            "buttons": [
                _button("+ 5 minutes", "jump", seconds=5 * MINUTE),
                _button("+ An hour", "jump", seconds=HOUR),
                _button("+ A day", "jump", seconds=DAY),
            ],
            "form": JUMP,
        },
        {"title": "Calls of the bot", "form": ARM},
        {"title": "The bot's connection", "buttons": CONNECTION},
        {"title": "All of Discord", "buttons": [_button(*outage)]},
    ]


def _button(text: str, deed: str, **what: object) -> Json:
    return {"text": text, "deed": deed, "what": what}


def _option(text: str, **what: object) -> Json:
    return {"text": text, "what": what}


def _number(name: str, label: str, value: float, most: int) -> Json:
    return {"name": name, "label": label, "value": value, "most": most}


def _select(name: str, label: str, options: list[Json]) -> Json:
    return {"name": name, "label": label, "options": options}


def _fault(fault: str, text: str, asks: str | None = None) -> Json:
    """`asks`: what its seconds are, where it has some."""
    return _option(text, fault=fault) | ({"more": _number("wait", asks, 5, LONGEST_WAIT)} if asks else {})


CONNECTION = [
    _button("Drop its socket", "drop socket"),
    _button("Ask it to reconnect", "ask reconnect"),
    _button("End its session", "end session"),
    _button("Stop answering heartbeats", "gateway", what="zombie"),
    _button("Hold events back", "gateway", what="held"),
    _button("Make events 2 s late", "gateway", what="lag", seconds=2),
]
UNITS = [_option("minutes", unit=MINUTE), _option("hours", unit=HOUR), _option("days", unit=DAY)]
JUMP = {
    "deed": "jump",
    "action": "Jump",
    "fields": [_number("seconds", "Or so many", 30, 9999), _select("unit", "of", UNITS)],
}
FAULTS = [
    _fault("429", "429: too many requests", "Try again in (seconds)"),
    _fault("503 before", "503: Discord does not do it"),
    _fault("502 after", "502: done, but the answer is lost"),
    _fault("drop before", "The line is cut before anything is done"),
    _fault("drop after", "The line is cut after it is done"),
    _fault("hang", "Silence, then the line is cut", "Seconds of silence"),
    _fault("delay", "The real answer comes late", "Seconds too late"),
    _fault("403 before", "403: the bot may not do that"),
    _fault("404 before", "404: that is not there"),
]
TIMES = [
    _option("Once", times=1),
    _option("Three times", times=3),
    _option("Ten times", times=10),
    _option("For 10 seconds", seconds=10),
    _option("For a minute", seconds=60),
    _option("Until it is cleared"),
]
ARM = {
    "deed": "arm",
    "action": "Arm it",
    "fields": [
        _select("fault", "What happens", FAULTS),
        _select("calls", "To which calls", [_option(words, path=path) for path, words in CALLS.items()]),
        _select("often", "How often", TIMES),
    ],
}
