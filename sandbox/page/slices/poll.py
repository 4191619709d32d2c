"""A poll as the page draws it: what is asked, how it stands, what one has chosen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.people.person import Person


def poll(person: Person, found: Json) -> Json | None:
    """`stands` in words, as markdown; `settled`: one has voted or it is over, so only results are shown."""
    asked = found.get("poll")
    if not asked:
        return None
    results = asked["results"]
    counts = {one["id"]: one["count"] for one in results["answer_counts"]}
    mine, over = person.world.polls.answers_of(found, person.id), results["is_finalized"]
    total = sum(counts.values())
    return {
        "question": asked["question"]["text"],
        "answers": [
            _answer(each, counts.get(each["answer_id"], 0), total, mine=each["answer_id"] in mine)
            for each in asked["answers"]
        ],
        "several": asked["allow_multiselect"],
        "over": over,
        "settled": over or bool(mine),
        "stands": f"{_votes(total)} · {'The poll is over' if over else _ends(asked['expiry'])}",
    }


def _answer(answer: Json, count: int, total: int, *, mine: bool) -> Json:
    """`part`: of all votes, in percent."""
    about, part = answer["poll_media"], round(100 * count / total) if total else 0
    return {
        "id": answer["answer_id"],
        "text": about["text"],
        "emoji": about.get("emoji"),
        "count": count,
        "mine": mine,
        "part": part,
        "stands": f"{part}%, {_votes(count)}",
    }


def _votes(count: int) -> str:
    return "1 vote" if count == 1 else f"{count} votes"


def _ends(at: str) -> str:
    return f"ends <t:{datetime.fromisoformat(at).timestamp():.0f}:R>"
