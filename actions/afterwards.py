"""Looking back on a date: a recap of one that took place, new times for one that did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from actions import attendance, discussions, notices, time_polls
from actions.decks import prompts_in
from actions.deps import Deps
from data.store import Store
from domain.attendance import LEAST
from domain.communities import Community
from domain.discussions import Occurrence, State
from domain.jobs import Job, Wish
from domain.momentum import FELL_THROUGH, TOLD_AT, in_a_row, proposals
from domain.notices import MISSED_AGAIN
from domain.people import Seat
from domain.pulses import Question, Sum, over_at, sums
from domain.time_polls import Standing

PULSE = "date-pulse"
"""The kind of the job that adds the sums of the three taps to a recap."""


@dataclass(frozen=True, slots=True)
class Recap:
    """What a recap shows. `named`: who came and lets it say so. `certain`: whether nobody can have come
    unseen.

    `figures` is None until nobody can tap any more.
    """

    community: Community
    date: Occurrence
    seats: Mapping[Seat, int]
    named: tuple[int, ...]
    certain: bool
    prompts: tuple[str, ...]
    turns: Mapping[Seat, int]
    figures: Mapping[Question, Sum] | None


async def recap(deps: Deps, community_id: int, occurrence_id: int) -> Recap | None:
    """Of a date that took place; None for any other."""
    async with deps.database.read() as store:
        community = await store.communities.find(community_id)
        date = await store.occurrences.find(community_id, occurrence_id)
        if community is None or date is None or date.state is not State.ENDED:
            return None
        seen = await attendance.attended(store, community_id, occurrence_id)
        came = [each for each in seen if each.came]
        people = [each.user_id for each in came]
        seats = await _seats(store, community_id, occurrence_id, people)
        run = await store.runs.find(community_id, occurrence_id)
        over = deps.now() >= over_at(date)
        return Recap(
            community,
            date,
            seats,
            tuple([user_id for user_id in people if (await store.choices.find(community_id, user_id)).named]),
            certain=not any(each.maybe or each.within >= LEAST.total_seconds() for each in seen),
            prompts=await _prompts(store, community, () if run is None else run.prompts[: run.position + 1]),
            turns=await store.spoken.per_seat(community_id, occurrence_id),
            figures=sums(await store.pulses.all(community_id, occurrence_id)) if over else None,
        )


async def _prompts(store: Store, community: Community, keys: Sequence[str]) -> tuple[str, ...]:
    """The texts of those that are still known."""
    if not keys:
        return ()
    known = await prompts_in(store, community, (community.language,))
    return tuple(known[key].text for key in keys if key in known)


async def _seats(store: Store, community_id: int, occurrence_id: int, people: list[int]) -> Counter[Seat]:
    """How many of each seat. Who sits on both counts as what they took a place for, or as a mentee."""
    found: Counter[Seat] = Counter()
    for user_id in people:
        said = await store.rsvps.find(community_id, occurrence_id, user_id)
        person = await store.people.find(community_id, user_id)
        seat = said.seat if said else person.seat if person else Seat.MENTEE
        found[Seat.MENTOR if seat is Seat.MENTOR else Seat.MENTEE] += 1
    return found


async def posted(store: Store, job: Job, now: datetime) -> None:
    """The recap stands in this message; its figures come later."""
    date = await store.occurrences.find(job.community_id, int(job.key))
    if date is None or job.result_id is None:
        return
    await store.occurrences.note(date, recap_id=job.result_id)
    due = max(over_at(date), now)
    await store.jobs.add(Wish(job.community_id, PULSE, job.key, due_at=due), now)


async def propose(deps: Deps, community_id: int, occurrence_id: int) -> None:
    """New times for a date that fell through, asked once; the second in a row is told to stewards."""
    now = deps.now()
    async with deps.database.begin() as store:
        date = await store.occurrences.find(community_id, occurrence_id)
        if date is None or date.state not in FELL_THROUGH:
            return
        token = f"momentum:{occurrence_id}"
        if await store.time_polls.of_token(community_id, token) is not None:
            return
        discussion = await store.discussions.find(community_id, date.discussion_id)
        if discussion is None:
            return
        plan = replace(discussion.plan, title=date.title, about=date.about, minutes=date.minutes, repeat=None)
        poll = await store.time_polls.add(
            *(community_id, plan, proposals(date, now), token, now),
            standing=Standing.OPEN,
            discussion_id=date.discussion_id,
        )
        await time_polls.open_poll(store, poll, now)
        count = in_a_row(await discussions.parts_of(store, community_id, date.discussion_id), date)
        if count >= TOLD_AT:
            subject, facts = f"{date.discussion_id}:{count}", {"count": count}
            await notices.tell(store, community_id, MISSED_AGAIN, subject, now, facts)
    deps.bell.set()
