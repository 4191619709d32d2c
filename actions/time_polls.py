"""Time polls: asked, answered, and turned into a discussion."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions import discussions
from actions.deps import Deps
from data.store import Store
from domain.communities import Community
from domain.discussion_errors import (
    PollOver,
)
from domain.discussions import Discussion, Plan, needs_sense
from domain.errors import (
    NotTakingPart,
)
from domain.instants import Instant
from domain.jobs import Job, Wish
from domain.time_polls import Standing, Time, TimePoll, is_open, winner

CARD = "time-poll"
"""The kind of the job that posts a poll, and keeps its card up to date."""
SOON = timedelta(seconds=1)
"""So long a card waits for more answers before it is edited."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the card of a poll shows. `votes`: who can make which time, by its number."""

    community: Community
    poll: TimePoll
    votes: dict[int, list[int]]


async def draft(
    deps: Deps, community_id: int, user_id: int, plan: Plan, times: Sequence[Instant], token: str
) -> TimePoll:
    """Keep what somebody is about to ask. The same `token` again gives the same one.

    Raises NotSetUp, and what `needs_sense` does for any of the times.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        await discussions.present(store, community_id)
        earlier = await store.time_polls.of_token(community_id, token)
        if earlier is not None:
            return earlier
        needs_sense(plan, now)
        await store.time_polls.remove_drafts(community_id, user_id)
        ordered = sorted({each.at: each for each in times}.values(), key=lambda each: each.at)
        return await store.time_polls.add(community_id, plan, ordered, token, now, by=user_id)


async def ask(deps: Deps, community_id: int, user_id: int, poll_id: int) -> TimePoll:
    """Ask everybody. Raises PollOver unless it is theirs, and waits or stands there already."""
    now = deps.now()
    async with deps.database.begin() as store:
        poll = await store.time_polls.find(community_id, poll_id)
        if poll is None or poll.asked_by != user_id or poll.standing not in (Standing.DRAFT, Standing.OPEN):
            raise PollOver
        if poll.standing is Standing.DRAFT:
            await open_poll(store, poll, now)
    deps.bell.set()
    return poll


async def open_poll(store: Store, poll: TimePoll, now: datetime) -> None:
    """The same, inside a transaction."""
    await store.time_polls.change(poll.community_id, poll.poll_id, state=Standing.OPEN)
    await store.jobs.add(_card(poll), now, again=True)


async def throw_away(deps: Deps, community_id: int, user_id: int, poll_id: int) -> None:
    """Nobody was asked, and nobody is. Harmless for what is gone."""
    async with deps.database.begin() as store:
        poll = await store.time_polls.find(community_id, poll_id)
        if poll is not None and poll.asked_by == user_id and poll.standing is Standing.DRAFT:
            await store.time_polls.change(community_id, poll_id, state=Standing.GONE)


async def answer(
    deps: Deps, community_id: int, user_id: int, poll_id: int, choices: Collection[int]
) -> tuple[TimePoll, list[Time]]:
    """These times they can make, and no others. Raises PollOver or NotTakingPart."""
    now = deps.now()
    async with deps.database.begin() as store:
        poll = is_open(await store.time_polls.find(community_id, poll_id), now)
        if await store.people.find(community_id, user_id) is None:
            raise NotTakingPart
        mine = [time for time in poll.times if time.choice in set(choices)]
        await store.time_polls.vote(community_id, poll_id, user_id, [time.choice for time in mine])
        wish = _card(poll, due_at=now + SOON)
        await store.jobs.add(wish, now, again=True)
    deps.bell.set()
    return poll, mine


async def find(deps: Deps, community_id: int, poll_id: int) -> Asked | None:
    """A poll as it stands."""
    async with deps.database.read() as store:
        community = await store.communities.find(community_id)
        poll = await store.time_polls.find(community_id, poll_id)
        if community is None or poll is None:
            return None
        return Asked(community, poll, await store.time_polls.votes(community_id, poll_id))


async def decide(deps: Deps, community_id: int, user_id: int, poll_id: int) -> tuple[Discussion, Time, int]:
    """The winner becomes a discussion: that, the time, and how many can make it. Then the poll is over.

    Raises PollOver, NoVotes, NotSetUp, RoomsTaken.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        poll = is_open(await store.time_polls.find(community_id, poll_id), now)
        votes = await store.time_polls.votes(community_id, poll_id)
        time = winner(poll, votes, now)
        plan = await _planned(store, poll, time, user_id)
        discussion = await discussions.keep(store, community_id, user_id, plan, f"poll:{poll_id}", now)
        if poll.discussion_id is not None:  # if it falls through as well, that is the second time
            await store.discussions.change(community_id, discussion.discussion_id, follows=poll.discussion_id)
        await store.time_polls.change(community_id, poll_id, state=Standing.PLANNED)
        await store.jobs.add(_card(poll), now, again=True)
    deps.bell.set()
    return discussion, time, len(votes[time.choice])


async def gone(deps: Deps, community_id: int, poll_id: int) -> None:
    """Somebody deleted its card: nobody is asked any more."""
    async with deps.database.begin() as store:
        await store.time_polls.change(community_id, poll_id, state=Standing.GONE)


async def posted(store: Store, job: Job, _: datetime) -> None:
    """Its card stands in this message."""
    if job.result_id is not None:
        await store.time_polls.change(job.community_id, int(job.key), message_id=job.result_id)


def _card(poll: TimePoll, due_at: datetime | None = None) -> Wish:
    number = str(poll.poll_id)
    return Wish(poll.community_id, CARD, number, lane=f"poll:{number}", due_at=due_at)


async def _planned(store: Store, poll: TimePoll, time: Time, user_id: int) -> Plan:
    """Hosted by whoever asked, or by the host of what fell through, and for the same people."""
    before = None
    if poll.discussion_id is not None:
        before = await store.discussions.find(poll.community_id, poll.discussion_id)
    host = poll.asked_by or (before.plan.host_id if before else None)
    people = before.plan.people if before else frozenset[int]()
    return replace(poll.plan, local=time.local, host_id=host or user_id, people=people)
