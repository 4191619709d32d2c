"""A REST call and its answer, as recorded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.payloads import JsonValue


@dataclass(frozen=True, slots=True)
class Exchange:
    """`template` is None for a route the sandbox does not know; `status` 0 means that the line was cut.

    `began` and `ended`: on the real monotonic clock. `cause`: the id of the interaction for which, it says,
    the bot calls: in the header X-Interaction-Id, which Discord does not know.
    """

    method: str
    template: str | None
    path: str
    query: Mapping[str, str]
    content_type: str
    request: JsonValue
    reason: str | None
    status: int
    answer: str | None
    began: float = 0.0
    ended: float = 0.0
    cause: str | None = None

    @property
    def response(self) -> JsonValue:
        """The answer's JSON as it stood then; None when there was none."""
        return None if self.answer is None else json.loads(self.answer)
