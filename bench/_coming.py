"""Dates that many people come to, put in at once, with a reminder of each that is due in the same minute."""

from __future__ import annotations

import random
from collections import Counter
from datetime import datetime, timedelta
from typing import TypeAlias

import sqlalchemy as sa

from actions import discussions
from actions.deps import Deps
from actions.discussions import REMINDER
from data.discussions import wall
from data.tables import discussion_choices, jobs, occurrences, participants, rsvps
from domain.discussions import REMINDERS, Plan, State
from domain.instants import local_of
from domain.jobs import Wish
from domain.people import AGREEMENT, Seat, Standing
from domain.reminders import Due
from domain.rsvps import Answer

Row: TypeAlias = dict[str, object]
CHUNK = 5_000
HOST = 7
ZONE = "Europe/Zurich"
FIRST_DATE = 1_000


async def put(deps: Deps, here: int, people: list[Row], dates: int, come: int) -> Counter[tuple[str, int]]:
    """What is to be claimed: by key of the reminder, and person; 0 for the one in the thread.

    `people` are rows of choices. Of those who come to a date the first is called in its thread.
    """
    now = deps.now()
    local = local_of(now + timedelta(days=30), ZONE).replace(second=0, microsecond=0)
    plan = Plan("How do we grow old?", local, ZONE, host_id=HOST)
    discussion = await discussions.plan(deps, here, HOST, plan, "bench")
    chance = random.Random(1)  # noqa: S311 - the same in every run
    dues = [Due(FIRST_DATE + number, 1, chance.choice(REMINDERS)) for number in range(dates)]
    ids = [int(str(row["user_id"])) for row in people]
    said = [
        (due, ids[(number * come + line) % len(ids)], line)
        for number, due in enumerate(dues)
        for line in range(come)
    ]
    called = {user_id for _, user_id, line in said if not line}
    async with deps.database.begin() as store:
        await store.link.execute(jobs.delete().where(jobs.c.kind.like("date-%")))
        rows = [_date(here, discussion.discussion_id, due, now) for due in dues]
        await store.link.execute(occurrences.insert(), rows)
    await _insert(deps, participants, [_person(here, user_id, now) for user_id in ids])
    direct = [row for row in people if row["user_id"] not in called]
    await _insert(deps, discussion_choices, [{"community_id": here, "direct": True, **row} for row in direct])
    await _insert(deps, rsvps, [_said(here, due, user_id, line, now) for due, user_id, line in said])
    async with deps.database.begin() as store:  # at last: a clock may be running
        lanes = [(str(due), f"reminder:{due.occurrence_id}") for due in dues]
        await store.jobs.add_all([Wish(here, REMINDER, key, lane=lane) for key, lane in lanes], now)
    told = [(str(due), 0 if user_id in called else user_id) for due, user_id, _ in said]
    return Counter(told)


async def _insert(deps: Deps, table: sa.Table, rows: list[Row]) -> None:
    for start in range(0, len(rows), CHUNK):
        async with deps.database.begin() as store:
            await store.link.execute(table.insert(), rows[start : start + CHUNK])


def _date(here: int, discussion_id: int, due: Due, now: datetime) -> Row:
    starts_at = now.replace(second=0, microsecond=0) + timedelta(minutes=due.minutes)
    original = local_of(now, ZONE) + timedelta(minutes=due.occurrence_id)
    return {
        "community_id": here,
        "occurrence_id": due.occurrence_id,
        "discussion_id": discussion_id,
        "original": wall(original),
        "local": wall(local_of(starts_at, ZONE)),
        "starts_at": starts_at,
        "minutes": 60,
        "state": State.PLANNED,
        "changed_at": now,
    }


def _person(here: int, user_id: int, now: datetime) -> Row:
    moments = dict.fromkeys(("joined_at", "changed_at", "adult_at", "agreed_at"), now)
    seat: Row = {"seat": Seat.MENTEE, "generation": "gen-z", "standing": Standing.TAKING_PART}
    return {"community_id": here, "user_id": user_id, "agreement": AGREEMENT, **seat, **moments}


def _said(here: int, due: Due, user_id: int, line: int, now: datetime) -> Row:
    return {
        "community_id": here,
        "occurrence_id": due.occurrence_id,
        "user_id": user_id,
        "answer": Answer.GOING,
        "seat": Seat.MENTEE,
        "line": line + 1,
        "answered_at": now,
    }
