"""What the lens keeps: deeds, and the records of what happened after each."""

from __future__ import annotations

from dataclasses import dataclass, field

from sandbox.payloads import Json, JsonValue


@dataclass(slots=True)
class Deed:
    """Something a person did, or the lens did to the world. `began`: on the real monotonic clock.

    `at`: the world's time; `answered`: milliseconds until the bot's first answer, where it owes one.
    """

    number: int
    words: str
    began: float
    at: str
    expects: bool = False
    answered: float | None = None

    def as_json(self) -> Json:
        return {
            "n": self.number, "words": self.words, "at": self.at, "expects": self.expects,
            "answered": self.answered,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened. `name` is the technical one, `words` says the same to everybody.

    `at`: milliseconds since the deed; `took`: milliseconds; `sure`: whether the deed is certainly its cause;
    `way`: "to" the bot, "from" the bot, or neither; `status`: of a REST call, 0 when the line was cut.
    """

    number: int
    deed: int
    at: float
    kind: str
    name: str
    words: str = ""
    way: str = ""
    took: float | None = None
    status: int | None = None
    sure: bool = False
    details: JsonValue = field(default=None, repr=False)

    def as_json(self) -> Json:
        return {
            "n": self.number, "deed": self.deed, "at": self.at, "kind": self.kind, "name": self.name,
            "words": self.words, "way": self.way, "took": self.took, "status": self.status,
            "sure": self.sure, "details": self.details,
        }  # fmt: skip
