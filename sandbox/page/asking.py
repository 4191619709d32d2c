"""What a page asks for, as it comes in."""

from __future__ import annotations

import json

from sandbox.payloads import Json


def parsed(text: str) -> Json:
    """The object in a frame; an empty one for whatever is none, which then asks for nothing that there is."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
