"""What must be so whatever anybody did, and wherever the process was killed: read off the rows alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from data.store import Store
from data.tables import approvals, exchange, loops, participants, remarks, shifts, verdicts, worldviews
from domain.ledger import Counted, month_of
from domain.remarks import MOST_OPEN

Rows = Sequence[sa.Row[Any]]


async def broken(store: Store) -> list[str]:
    """The laws that do not hold, in words; none when all is well."""
    tables = (worldviews, participants, remarks, loops, verdicts, approvals, shifts, exchange)
    rows = {table.name: (await store.link.execute(table.select())).all() for table in tables}
    return [*_questions(rows), *_attempts(rows), *_shifts(rows), *_silence(rows), *_ledger(rows)]


def _authors(rows: dict[str, Rows]) -> dict[tuple[int, int], int]:
    return {(row.community_id, row.worldview_id): row.user_id for row in rows["worldviews"]}


def _questions(rows: dict[str, Rows]) -> Iterator[str]:
    authors, told = _authors(rows), rows["remarks"]
    tokens = Counter((row.community_id, row.user_id, row.token) for row in told)
    yield from (f"the form {token} counted {times} times" for token, times in tokens.items() if times > 1)
    answers = Counter(row.answers for row in told if row.kind == "answer")
    yield from (f"question {number} has {times} answers" for number, times in answers.items() if times > 1)
    waiting: Counter[tuple[int, int]] = Counter()
    for row in told:
        is_author = authors[row.community_id, row.worldview_id] == row.user_id
        if row.kind != "reply" and is_author != (row.kind == "answer"):
            yield f"remark {row.remark_id} is of the wrong person"
        if row.kind == "question" and row.passed_at is None and row.remark_id not in answers:
            waiting[row.worldview_id, row.user_id] += 1
    yield from (f"{who} has {count} open questions" for who, count in waiting.items() if count > MOST_OPEN)


def _attempts(rows: dict[str, Rows]) -> Iterator[str]:
    authors = _authors(rows)
    said = {row.loop_id: row for row in rows["loops"]}
    verdict = {row.loop_id: row.verdict for row in rows["verdicts"]}
    yield from (
        f"loop {row.loop_id} was judged by a stranger"
        for row in rows["verdicts"]
        if authors[row.community_id, said[row.loop_id].worldview_id] != row.user_id
    )
    attempts: defaultdict[tuple[int, int], list[tuple[int, str | None]]] = defaultdict(list)
    for row in sorted(said.values(), key=lambda row: row.attempt):
        attempts[row.worldview_id, row.user_id].append((row.attempt, verdict.get(row.loop_id)))
    for who, tries in attempts.items():
        if [number for number, _ in tries] != list(range(1, len(tries) + 1)):
            yield f"{who} has the attempts {tries}"
        if any(word in (None, "yes") for _, word in tries[:-1]):
            yield f"{who} tried again without need: {tries}"
    for row in rows["approvals"]:
        theirs = {said[row.loop_id].user_id, authors[row.community_id, said[row.loop_id].worldview_id]}
        if verdict.get(row.loop_id) != "yes" or row.user_id not in theirs:
            yield f"the line of loop {row.loop_id} was shared by {row.user_id}"


def _shifts(rows: dict[str, Rows]) -> Iterator[str]:
    authors = _authors(rows)
    once = Counter((r.community_id, r.worldview_id, r.user_id, r.receiver_id) for r in rows["shifts"])
    yield from (f"{which} was given {times} times" for which, times in once.items() if times > 1)
    listened = {(row.worldview_id, row.user_id) for name in ("remarks", "loops") for row in rows[name]}
    for row in rows["shifts"]:
        author = authors[row.community_id, row.worldview_id]
        if (row.receiver_id or author) == row.user_id:
            yield f"shift {row.shift_id} is to oneself"
        if row.receiver_id and (row.user_id != author or (row.worldview_id, row.receiver_id) not in listened):
            yield f"shift {row.shift_id} is to somebody who did not listen"


def _silence(rows: dict[str, Rows]) -> Iterator[str]:
    """Under what was taken back nobody says anything more."""
    ends = {row.worldview_id: row.changed_at for row in rows["worldviews"] if row.state == "withdrawn"}
    said = [(row, row.said_at) for name in ("remarks", "loops") for row in rows[name]]
    said += [(row, row.changed_at) for row in rows["shifts"]]
    yield from (
        f"{tuple(row)} was said under worldview {row.worldview_id}, which was taken back"
        for row, moment in said
        if moment > ends.get(row.worldview_id, moment)
    )


def _ledger(rows: dict[str, Rows]) -> Iterator[str]:
    """For people who keep their seats; whoever has none is not counted."""
    seats = {(row.community_id, row.user_id): row.seat for row in rows["participants"]}
    listeners = {row.loop_id: row.user_id for row in rows["loops"]}
    deeds = [(r, r.said_at, r.user_id, Counted.ASKED) for r in rows["remarks"] if r.kind == "question"]
    deeds += [(r, r.said_at, r.user_id, Counted.ANSWERED) for r in rows["remarks"] if r.kind == "answer"]
    deeds += [(r, r.said_at, r.user_id, Counted.SAID_BACK) for r in rows["loops"]]
    confirmed = [row for row in rows["verdicts"] if row.verdict == "yes"]
    deeds += [(r, r.given_at, listeners[r.loop_id], Counted.LOOPED) for r in confirmed]
    deeds += [(r, r.given_at, r.user_id, Counted.SHIFTED) for r in rows["shifts"]]
    due = Counter(
        (row.community_id, month_of(moment), seats[row.community_id, user_id], kind.value)
        for row, moment, user_id, kind in deeds
        if (row.community_id, user_id) in seats
    )
    kept = {tuple(row)[:-1]: tuple(row)[-1] for row in rows["exchange"]}
    if kept != due:
        yield f"the ledger says {kept}, the rows say {dict(due)}"
