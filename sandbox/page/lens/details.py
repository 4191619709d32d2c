"""What the lens shows of an object: all that fits, and no secret."""

from __future__ import annotations

import re
from math import isfinite

from sandbox.payloads import JsonValue

LONGEST_TEXT = 300
MOST_ITEMS = 30
DEEPEST = 12
LONGEST_WHOLE = 64_000
"""Characters of JSON beyond which an object is not even looked into."""

SECRET = re.compile(r"[\w-]+\.[\w-]+\.[\w-]{20,}|[\w-]{48,}", re.ASCII)
"""A bot's token, or one of an interaction or a webhook: those are 64 characters long."""
SECRET_KEYS = frozenset({"token"})
SHORTEST_SECRET = 24
HEAD = 4
"""Characters that are left of a secret, to tell one from another."""


def shown(value: JsonValue, depth: int = 0) -> JsonValue:
    """The same with long texts and lists cut, and secrets shortened, wherever they stand."""
    if isinstance(value, str):
        return without_secrets(value if len(value) <= LONGEST_TEXT else _cut(value))
    if isinstance(value, float) and not isfinite(value):
        return str(value)  # Python reads and writes NaN as JSON; a browser does neither
    if not isinstance(value, dict | list):
        return value
    if depth >= DEEPEST:
        return "…"
    if isinstance(value, dict):
        kept = list(value.items())[:MOST_ITEMS]
        fields = {without_secrets(str(key)): _field(str(key), inner, depth) for key, inner in kept}
        left = len(value) - len(kept)
        return fields | ({"…": f"{left} more"} if left else {})
    items = [shown(inner, depth + 1) for inner in value[:MOST_ITEMS]]
    return [*items, f"… {len(value) - MOST_ITEMS} more"] if len(value) > MOST_ITEMS else items


def _field(key: str, value: JsonValue, depth: int) -> JsonValue:
    if key in SECRET_KEYS and isinstance(value, str):
        return f"{value[:HEAD]}…"
    return shown(value, depth + 1)


def _cut(text: str) -> str:
    """Secrets go before it is cut: half of one would not be known for what it is."""
    return f"{without_secrets(text)[:LONGEST_TEXT]}… ({len(text)} characters)"


def without_secrets(text: str) -> str:
    if len(text) < SHORTEST_SECRET:
        return text
    return SECRET.sub(lambda found: f"{found[0][:HEAD]}…", text)
