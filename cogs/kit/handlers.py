"""How a kind of job is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from actions.jobs import Recorder
from domain.jobs import Job, Payload

Work: TypeAlias = Callable[[Job], Awaitable[int | None]]
"""Does a job; answers with the id of what it made, if anything. Raises what `cogs.upkeep.outcomes` names."""


class Unreadable(Exception):
    """The job's payload is of a version that cannot be read."""


class TooLate(Exception):
    """One has looked: it is not there, and it would come too late now."""


def refuse(version: int, payload: Payload) -> Payload:
    """No older version can be read. Raises Unreadable."""
    raise Unreadable(version, sorted(payload))


@dataclass(frozen=True, slots=True)
class Handler:
    """Does one kind of job. It may be called again for the same job, and must then look first.

    Of `together`, so many that wait for one person are done as one: `FOLDED` in the payload says which.
    `version` is that of the payloads it reads, `upgrade` makes one of an older version into one of these, and
    `record` writes down what the result means, in the transaction that ends the job.
    """

    work: Work
    record: Recorder | None = None
    version: int = 1
    upgrade: Callable[[int, Payload], Payload] = refuse
    together: int = 1

    def reads(self, job: Job) -> Payload:
        """The job's payload as this handler knows it. Raises Unreadable."""
        if job.version == self.version:
            return job.payload
        if job.version > self.version:
            raise Unreadable(job.version)
        return self.upgrade(job.version, job.payload)
