"""Custom ids: `feature:v1:what:identity`. They say which, never how things stood.

A control is declared as `signup:v1:choose-zone:{zone}`; what stands in braces is its identity.
A custom id is a promise to old messages: a shipped one keeps answering, a new shape gets a new version.
"""

from __future__ import annotations

import re

LONGEST = 100
DIGITS = 19
MOST_ROWS = 2**63 - 1
"""What a database numbers rows with."""
_SHAPE = re.compile(r"[a-z][a-z-]*:v[1-9]\d*:[a-z][a-z-]*(:\{[a-z_]+\})*")
_GAP = re.compile(r"\{([a-z_]+)\}")


def template(control: str) -> re.Pattern[str]:
    """The pattern that finds this control's identity in a custom id. Raises ValueError for another shape."""
    if not _SHAPE.fullmatch(control):
        raise ValueError(f"{control!r} is not feature:v1:what:{{identity}}")
    return re.compile(_GAP.sub(r"(?P<\1>[^:]+)", control))


def fill(control: str, identity: dict[str, str]) -> str:
    """The custom id of one particular control. Raises ValueError when it is longer than Discord takes."""
    custom_id = control.format(**identity)
    if len(custom_id) > LONGEST:
        raise ValueError(f"{custom_id!r} is over {LONGEST} characters")
    return custom_id


def number(identity: str) -> int:
    """The number of a row; 0, which no row has, for whatever is none. Anybody may send any custom id."""
    if not (identity.isascii() and identity.isdecimal()) or len(identity) > DIGITS:
        return 0
    found = int(identity)
    return found if found <= MOST_ROWS else 0
