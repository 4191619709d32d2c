"""What the bot offers the lens of the demo: its transactions and jobs, and whose they and its calls are."""

from __future__ import annotations

from collections import Counter
from collections.abc import MutableMapping
from datetime import UTC, datetime

from cogs.kit.bot import CircleBot
from cogs.kit.door import interaction_at_work
from data.observing import Saved
from domain.jobs import Job, Next
from sandbox.page.lens.recorder import Recorder


def connect(bot: CircleBot, lens: Recorder) -> None:
    """From now on. Of rows only their number is told, of jobs what the log tells of them."""
    told = Told(lens)
    bot.requests.mark = mark
    bot.deps.database.observe(told.saved)
    bot.add_listener(told.job_began, "on_job_began")
    bot.add_listener(told.job_ended, "on_job_ended")


def mark(headers: MutableMapping[str, str]) -> None:
    """Say for which interaction the bot calls."""
    if (interaction := _interaction()) is not None:
        headers["X-Interaction-Id"] = interaction


class Told:
    """Turns what the bot says of itself into notes."""

    def __init__(self, lens: Recorder) -> None:
        self._lens = lens

    def saved(self, saved: Saved) -> None:
        """A transaction that only looked, as the clock's does each second, is not worth a line."""
        counts = Counter((each.kind, each.table) for each in saved.statements if each.kind != "SELECT")
        if not counts:
            return
        words = ", ".join(
            f"{kind} {table}{f' × {count}' if count > 1 else ''}" for (kind, table), count in counts.items()
        )
        statements = [
            {"statement": f"{each.kind} {each.table}"} | ({} if each.rows is None else {"rows": each.rows})
            for each in saved.statements
        ]
        details = {"committed": statements}
        self._lens.note(
            "database", words, took_ms=saved.seconds * 1000, details=details, interaction=_interaction()
        )

    async def job_began(self, job: Job) -> None:
        again = f", attempt {job.attempts}" if job.attempts > 1 else ""
        self._note(job, f"{job.kind} begins{again}", {})

    async def job_ended(self, job: Job, then: Next) -> None:
        self._note(job, f"{job.kind} is {then.state}", {"trouble": then.error, "next": _moment(then.next_at)})

    def _note(self, job: Job, words: str, more: dict[str, object]) -> None:
        about = {"job": job.job_id, "attempt": job.attempts, "due": _moment(job.due_at)} | more
        details = {key: value for key, value in about.items() if value is not None}
        self._lens.note("job", words, details=details, interaction=_interaction())


def _interaction() -> str | None:
    found = interaction_at_work.get()
    return None if found is None else str(found)


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds")
