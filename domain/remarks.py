"""Questions, answers and replies: who may say what under a worldview, and how much."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.errors import (
    AlreadyAnswered,
    QuestionGone,
    QuestionsOnly,
    TooLong,
    TooManyQuestions,
    TooShort,
)
from domain.people import Participant, readable
from domain.worldviews import Worldview, by_author, by_listener, standing

QUESTION_LENGTH = 500
ANSWER_LENGTH = 1200
REPLY_LENGTH = 1200
"""Characters. Escaped and quoted they can be three times as many, and a message holds 4,000."""
MOST_OPEN = 3
"""Questions of one person under one worldview that may wait for an answer at a time."""

_GAPS = re.compile(r"\n\s*\n\s*\n+")


class Kind(StrEnum):
    """What a remark is."""

    QUESTION = "question"
    ANSWER = "answer"
    REPLY = "reply"


class Stem(StrEnum):
    """How a question of understanding may begin."""

    HAPPENED = "happened"
    WISH = "wish"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Remark:
    """See `data.tables.remarks`. `remark_id` is 0 before it is saved; `answers` names the question."""

    remark_id: int
    community_id: int
    worldview_id: int
    user_id: int
    kind: Kind
    text: str
    token: str
    said_at: datetime
    answers: int | None = None
    stem: Stem | None = None
    message_id: int | None = None
    passed_at: datetime | None = None


def said(text: str, least: int, most: int) -> str:
    """What somebody wrote, made readable. `least` and `most` in characters. Raises TooShort, TooLong."""
    plain = _GAPS.sub("\n\n", readable(text)).strip()
    if len(plain) < least:
        raise TooShort(least=least, length=len(plain))
    if len(plain) > most:
        raise TooLong(most=most, length=len(plain))
    return plain


def question(
    worldview: Worldview,
    person: Participant | None,
    user_id: int,
    stem: Stem | None,
    text: str,
    *,
    waiting: int,
) -> str:
    """What a listener asks. `waiting`: how many of their questions have no answer yet.

    Raises what `by_listener` and `said` raise, and TooManyQuestions.
    """
    by_listener(worldview, person, user_id)
    if waiting >= MOST_OPEN:
        raise TooManyQuestions(most=MOST_OPEN)
    return said(text, 1 if stem else 2, QUESTION_LENGTH)


def asked(remark: Remark | None) -> Remark:
    """Raises QuestionGone for what is no question, or none that is there."""
    if remark is None or remark.kind is not Kind.QUESTION:
        raise QuestionGone
    return remark


def unanswered(answered: bool) -> None:
    """Raises AlreadyAnswered."""
    if answered:
        raise AlreadyAnswered


def answer(worldview: Worldview | None, user_id: int, text: str, *, answered: bool) -> str:
    """What the author answers to a question.

    Raises what `by_author` and `said` raise, and AlreadyAnswered.
    """
    by_author(worldview, user_id)
    unanswered(answered)
    return said(text, 1, ANSWER_LENGTH)


def passed(
    remark: Remark, worldview: Worldview | None, user_id: int, now: datetime, *, answered: bool
) -> Remark:
    """The author would rather not answer. They may change their mind, and nobody asks why.

    Raises what `by_author` raises, and AlreadyAnswered.
    """
    by_author(worldview, user_id)
    unanswered(answered)
    return remark if remark.passed_at else replace(remark, passed_at=now)


def may_reply(
    worldview: Worldview | None, person: Participant | None, user_id: int, now: datetime, *, understood: bool
) -> Worldview:
    """Let pass whoever may speak freely: the author, whoever has understood, and later everybody who is in.

    Raises what `by_listener` raises, and QuestionsOnly.
    """
    found = standing(worldview)
    if found.user_id == user_id:
        return found
    by_listener(found, person, user_id)
    if found.is_questions_only(now) and not understood:
        raise QuestionsOnly(opens=int(found.opens_at.timestamp()))
    return found
