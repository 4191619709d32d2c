"""A story as it is told: what somebody did, a check mark when it held, and what they saw."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rich.console import Console
from rich.markup import escape

from sandbox import CannotDo

INDENT = "      "


class Broken(Exception):
    """A check that did not hold; what follows in the story makes no sense any more."""


class Tale:
    """Prints a transcript and counts what held."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.held = 0

    def act(self, title: str) -> None:
        """A heading."""
        self._console.print(f"\n[bold]{escape(title)}[/bold]")

    @asynccontextmanager
    async def line(self, text: str) -> AsyncIterator[None]:
        """One thing that happens, with everything that must be true of it. Raises Broken."""
        try:
            async with _plainly():
                yield
        except Broken as broken:
            self._console.print(f"  [red]✗[/red] {escape(text)}", soft_wrap=True)
            self._quote(str(broken))
            raise
        self.held += 1
        self._console.print(f"  [green]✓[/green] {escape(text)}", soft_wrap=True)

    def saw(self, name: str, text: str) -> None:
        """What somebody had on their screen."""
        self._console.print(f"{INDENT}[dim]{escape(name)} sees:[/dim]")
        self._quote(text)

    def _quote(self, text: str) -> None:
        for row in text.strip().splitlines():
            self._console.print(f"{INDENT}[dim]│[/dim] {escape(row)}", highlight=False, soft_wrap=True)


@asynccontextmanager
async def _plainly() -> AsyncIterator[None]:
    try:
        yield
    except (AssertionError, CannotDo, TimeoutError) as problem:
        raise Broken(str(problem) or type(problem).__name__) from problem
