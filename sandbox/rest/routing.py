"""Which function answers which route, and how a path finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from sandbox.rest.call import Call

Reply = Any
"""JSON for 200, None for 204, or (status, JSON)."""
Handler = Callable[[Call], Reply]


@dataclass(frozen=True, slots=True)
class Route:
    """A known route: its template as Discord writes it, and who answers."""

    template: str
    handler: Handler


@dataclass(slots=True)
class _Node:
    """One segment of the paths; routes end here by method."""

    fixed: dict[str, _Node] = field(default_factory=dict)
    variable: dict[str, _Node] = field(default_factory=dict)
    routes: dict[str, Route] = field(default_factory=dict)


class Routes:
    """All routes as a tree of segments; fixed words win over variables."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, method: str, template: str) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            node = self._root
            for part in template.strip("/").split("/"):
                branch = node.variable if part.startswith("{") else node.fixed
                node = branch.setdefault(part.strip("{}"), _Node())
            node.routes[method] = Route(template, handler)
            return handler

        return register

    def find(self, method: str, raw_path: str) -> tuple[Route, dict[str, str]] | None:
        """The route for a path as it came over the wire, with the values of its variables."""
        parts = [unquote(part) for part in raw_path.strip("/").split("/")]
        return _search(self._root, method, parts, {})


def _search(
    node: _Node, method: str, parts: list[str], values: dict[str, str]
) -> tuple[Route, dict[str, str]] | None:
    if not parts:
        return (node.routes[method], values) if method in node.routes else None
    first, rest = parts[0], parts[1:]
    if first in node.fixed and (found := _search(node.fixed[first], method, rest, values)):
        return found
    for name, below in node.variable.items():
        if found := _search(below, method, rest, values | {name: first}):
            return found
    return None


ROUTES = Routes()
route = ROUTES.add
