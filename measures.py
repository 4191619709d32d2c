"""Counts and durations as plain numbers: cheap to keep anywhere, shown by `health`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence


class Durations:
    """How many took how long, in a few classes. To add one takes less than a microsecond."""

    __slots__ = ("_counts", "bounds", "total")

    def __init__(self, bounds: Sequence[float]) -> None:
        """`bounds`: the upper ends of the classes, in seconds, rising."""
        self.bounds = tuple(bounds)
        self.total = 0.0
        self._counts = [0] * (len(self.bounds) + 1)

    def add(self, seconds: float) -> None:
        self._counts[bisect_left(self.bounds, seconds)] += 1
        self.total += seconds

    @property
    def count(self) -> int:
        return sum(self._counts)

    def cumulative(self) -> Iterator[tuple[float, int]]:
        """For each bound, and last for infinity, how many took no longer."""
        so_far = 0
        for bound, count in zip((*self.bounds, float("inf")), self._counts, strict=True):
            so_far += count
            yield bound, so_far
