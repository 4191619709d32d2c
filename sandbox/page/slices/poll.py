"""A poll as the page draws it: what is asked, how it stands, what one has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.people.person import Person


def poll(person: Person, found: Json) -> Json | None:
    asked = found.get("poll")
    if not asked:
        return None
    results = asked["results"]
    counts = {one["id"]: one["count"] for one in results["answer_counts"]}
    mine = person.world.polls.answers_of(found, person.id)
    return {
        "question": asked["question"]["text"],
        "answers": [
            {
                "id": answer["answer_id"],
                "text": answer["poll_media"]["text"],
                "emoji": answer["poll_media"].get("emoji"),
                "count": counts.get(answer["answer_id"], 0),
                "mine": answer["answer_id"] in mine,
            }
            for answer in asked["answers"]
        ],
        "several": asked["allow_multiselect"],
        "over": results["is_finalized"],
        "ends": asked["expiry"],
    }
