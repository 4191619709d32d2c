"""What one row of *My worldviews* looks like in words. Pure: values in, sentences out."""

from __future__ import annotations

from datetime import datetime

from discord.utils import format_dt

from cogs.mine.quoting import cut, linked, quote, titled
from cogs.worldviews.names import link
from domain.mine import Listened, MyShift, Overview, Own, Question, Reveal, Said, SaidBack, Tally, Waiting
from domain.worldviews import State, Worldview
from text import Say

QUESTION = 160
WORDS = 320
"""Characters of what somebody said; the whole of it is in the copy under *My data*."""
MOST_DRAFTS = 3
MOST_QUESTIONS = 3
MOST_SAID = 3
MOST_REVEALS = 2


def overview(say: Say, found: Overview) -> str:
    counts = {
        "own": found.own,
        "questions": found.questions,
        "listened": found.listened,
        "loops": found.said_back,
        "shifts": found.shifts,
        "entries": found.entries,
    }
    drafts = [draft(say, each) for each in found.drafts[:MOST_DRAFTS]]
    if len(found.drafts) > MOST_DRAFTS:
        drafts.append("-# " + say("mine-more", count=len(found.drafts) - MOST_DRAFTS))
    return "\n\n".join([say("mine-card"), *drafts, say("mine-counts", **counts)])


def draft(say: Say, waiting: Waiting) -> str:
    saved = format_dt(waiting.saved_at, "R")
    if waiting.worldview is None:
        return say("mine-draft", saved=saved)
    return say("mine-draft-change", saved=saved, worldview=linked(say, waiting.worldview))


def own(say: Say, row: Own, now: datetime) -> str:
    worldview = row.worldview
    lines = [linked(say, worldview), f"-# {_state(say, worldview, now)}"]
    if worldview.pseudonym:
        lines.append("-# " + say("mine-pseudonym", name=cut(worldview.pseudonym, 60)))
    if row.questions:
        lines.append(say("mine-waiting", count=len(row.questions)))
        lines += [_question(say, worldview, each) for each in row.questions[:MOST_QUESTIONS]]
        if len(row.questions) > MOST_QUESTIONS:
            lines.append("-# " + say("mine-more", count=len(row.questions) - MOST_QUESTIONS))
    lines += [_reveal(say, each) for each in row.reveals[-MOST_REVEALS:]]
    return "\n".join(lines)


def listened(say: Say, row: Listened) -> str:
    lines = [titled(say, row.worldview)]
    left_out = len(row.said) - MOST_SAID
    if left_out > 0:
        lines.append("-# " + say("mine-more-in-copy", count=left_out))
    stands = row.worldview is not None and row.worldview.stands
    for said in row.said[-MOST_SAID:]:
        lines += _said(say, said, stands=stands)
    return "\n".join(lines)


def said_back(say: Say, row: SaidBack) -> str:
    lines = [titled(say, row.worldview), say("mine-heard"), quote(row.heard, WORDS)]
    lines.append(say(f"mine-verdict-{row.verdict}") if row.verdict else say("mine-verdict-none"))
    if row.missed and row.worldview is not None and row.worldview.stands:
        lines += [say("mine-missed"), quote(row.missed, WORDS)]
    lines.append(f"-# {format_dt(row.said_at, 'D')}")
    return "\n".join(lines)


def tally(say: Say, found: Tally) -> str:
    """In words, and for this person alone: nobody is compared with anybody."""
    mine = say("mine-tally", confirmed=found.confirmed, first=found.at_first_try)
    theirs = say("mine-tally-theirs", count=found.understood_me)
    return f"{mine} {theirs}" if found.understood_me else mine


def shift(say: Say, row: MyShift) -> str:
    side = "mine-shift-given" if row.given else "mine-shift-received"
    kind = say(f"shift-kind-{row.kind}")
    head = say(side, kind=kind, date=format_dt(row.given_at, "D"))
    return "\n".join([titled(say, row.worldview), head, quote(row.reason, WORDS)])


def _state(say: Say, worldview: Worldview, now: datetime) -> str:
    if worldview.state is State.OPEN and worldview.is_questions_only(now):
        state = say("mine-state-questions", until=format_dt(worldview.opens_at, "f"))
    else:
        state = say(f"mine-state-{worldview.state}")
    return say("mine-state", state=state, date=format_dt(worldview.posted_at, "D"))


def _question(say: Say, worldview: Worldview, question: Question) -> str:
    words = f"- {cut(_whole(say, question), QUESTION)}"
    there = link(worldview)
    if question.message_id is None or there is None:
        return words
    return f"{words} · [{say('mine-answer')}]({there}/{question.message_id})"


def _reveal(say: Say, reveal: Reveal) -> str:
    part = "confirmed" if reveal.confirmed_at else "declined" if reveal.declined_at else "asked"
    return say(f"mine-reveal-{part}", steward=f"<@{reveal.asked_by}>", date=format_dt(reveal.asked_at, "D"))


def _said(say: Say, said: Said, *, stands: bool) -> list[str]:
    """Whoever took their worldview back took their answers with it; what one said oneself stays."""
    lines = [say(f"mine-said-{said.kind}"), quote(_whole(say, said), WORDS)]
    if said.kind != "question" or not stands:
        return lines
    if said.answer:
        return [*lines, say("mine-answered"), quote(said.answer, WORDS)]
    return [*lines, "-# " + say("mine-passed" if said.passed else "mine-not-answered")]


def _whole(say: Say, row: Question | Said) -> str:
    """A question with the words it began with."""
    return f"{say(f'question-stem-{row.stem}')} {row.text}" if row.stem else row.text
