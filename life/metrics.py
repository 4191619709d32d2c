"""The figures for /metrics, in the words of Prometheus. No id of a person or a server is ever a label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prometheus_client import ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from cogs.clock import clock_of
from cogs.kit.bot import CircleBot
from cogs.kit.requests import INVALID
from data.database import Database
from domain.jobs import Depth
from life.checks import Condition
from life.pulse import Pulse
from measures import Durations

process = ProcessCollector(registry=None)


@dataclass(frozen=True)
class Figures(Collector):
    """All there is to tell at one moment."""

    bot: CircleBot
    database: Database
    pulse: Pulse
    condition: Condition
    depths: Sequence[Depth] = ()

    def text(self) -> bytes:
        return generate_latest(self)

    def collect(self) -> Iterator[Metric]:
        yield from self._of_people()
        yield from self._of_discord()
        yield from self._of_the_database()
        yield from self._of_jobs()
        yield from self._of_the_process()

    def _of_people(self) -> Iterator[Metric]:
        vitals = self.bot.vitals
        yield _histogram("answer", "From a press until Discord had its answer", vitals.answers)
        yield _counter(
            "answers_expired", "Presses that Discord had given up before the answer", vitals.expired
        )

    def _of_discord(self) -> Iterator[Metric]:
        vitals, left = self.bot.vitals, self.bot.identifies.left
        yield _labelled(CounterMetricFamily, "gateway_sessions", "Sessions by what befell them", "how",
                        {how: vitals.sessions[how] for how in ("identified", "resumed", "lost")})  # fmt: skip
        if left is not None:
            yield _gauge("identifies_left", "Sessions that Discord grants today", left)
        counts = vitals.invalid.counts()
        yield _labelled(GaugeMetricFamily, "refusals", "Answers of this status in ten minutes", "status",
                        {str(status): counts[status] for status in INVALID})  # fmt: skip
        yield _labelled(GaugeMetricFamily, "breaker_open", "1 while calls are held back", "breaker",
                        {one.name: one.wait() > 0 for one in vitals.breakers})  # fmt: skip
        yield _labelled(
            CounterMetricFamily, "upkeep_steps", "What upkeep has put right", "step", vitals.mended
        )
        yield _gauge("clock_skew_seconds", "How far this machine's clock is ahead", vitals.skew.seconds)

    def _of_the_database(self) -> Iterator[Metric]:
        yield _histogram("commit", "One wait for the disk or PostgreSQL", self.database.commits)
        size = self.database.unmerged_bytes()
        if size is not None:
            yield _gauge("wal_bytes", "The size of SQLite's -wal", size)

    def _of_jobs(self) -> Iterator[Metric]:
        now = self.bot.deps.now()
        labels = ("kind", "state")
        open_jobs = GaugeMetricFamily("circles_jobs", "Jobs that are not over", labels=labels)
        attempts = GaugeMetricFamily("circles_job_attempts", "What they were tried", labels=labels)
        age = GaugeMetricFamily("circles_job_age_seconds", "Since the oldest was due", labels=labels)
        for depth in self.depths:
            of = (depth.kind, str(depth.state))
            open_jobs.add_metric(of, depth.count)
            attempts.add_metric(of, depth.attempts)
            age.add_metric(of, max(0.0, (now - depth.oldest).total_seconds()))
        ended = CounterMetricFamily("circles_jobs_ended", "Attempts by what became of them", labels=labels)
        for of, count in clock_of(self.bot).ended.items():
            ended.add_metric(of, count)
        yield from (open_jobs, attempts, age, ended)

    def _of_the_process(self) -> Iterator[Metric]:
        yield _gauge(
            "loop_stall_seconds", "Longest stall of the loop in the last minute", self.pulse.longest_stall
        )
        yield _labelled(GaugeMetricFamily, "ready", "1 for what is as it should be", "check",
                        self.condition.needed | self.condition.wanted)  # fmt: skip
        yield from process.collect()


def _gauge(name: str, what: str, value: float) -> Metric:
    return GaugeMetricFamily(f"circles_{name}", what, value=value)


def _counter(name: str, what: str, value: float) -> Metric:
    return CounterMetricFamily(f"circles_{name}", what, value=value)


def _labelled(
    family: type[CounterMetricFamily] | type[GaugeMetricFamily],
    name: str,
    what: str,
    label: str,
    values: Mapping[str, float],
) -> Metric:
    metric = family(f"circles_{name}", what, labels=[label])
    for value_of, value in values.items():
        metric.add_metric([value_of], value)
    return metric


def _histogram(name: str, what: str, durations: Durations) -> Metric:
    metric = HistogramMetricFamily(f"circles_{name}_seconds", what)
    buckets = [
        ("+Inf" if bound == float("inf") else str(bound), count) for bound, count in durations.cumulative()
    ]
    metric.add_metric([], buckets, sum_value=durations.total)
    return metric
