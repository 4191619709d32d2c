"""How tests look at what a check refuses."""

from collections.abc import Callable, Iterator
from typing import Any

from sandbox.errors import ApiError


def refusals(check: Callable[[], object]) -> dict[str, str]:
    """Dotted path to Discord's code for everything the check refuses; empty when it passes."""
    try:
        check()
    except ApiError as refusal:
        if refusal.code != 50035:
            raise
        return dict(_flat(refusal.body["errors"], ""))
    return {}


def _flat(tree: dict[str, Any], at: str) -> Iterator[tuple[str, str]]:
    for key, node in tree.items():
        if key == "_errors":
            yield at, node[0]["code"]
        else:
            yield from _flat(node, f"{at}.{key}".lstrip("."))
