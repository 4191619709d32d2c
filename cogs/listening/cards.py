"""What is said under a worldview, as it stands there. Pure: values in, cards out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from discord.utils import format_dt

from actions import loops, remarks, reports, shifts
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button
from cogs.kit.quoting import quoted
from cogs.worldviews.names import authors_name, link
from domain.loops import Loop, Verdict
from domain.remarks import Kind
from domain.shifts import CHANGEABLE, THE_AUTHOR
from domain.worldviews import Worldview
from text import Say


def remark(say: Say, shown: remarks.Shown, buttons: Sequence[Button]) -> Card:
    """A question, an answer or a reply."""
    match shown.remark.kind:
        case Kind.QUESTION:
            return _question(say, shown, buttons)
        case Kind.ANSWER:
            return _answer(say, shown)
    who = name_of(shown.worldview, shown.remark.user_id)
    return Card(_said(say("reply-card", who=who), shown.remark.text))


def loop(say: Say, shown: loops.Shown, buttons: Sequence[Button]) -> Card:
    """What was said back, and what the author said of it so far."""
    heard, author = shown.loop, authors_name(shown.worldview)
    text = _said(say("loop-card", who=mention(heard.user_id)), heard.heard)
    if heard.verdict is None:
        return _card(text, say("loop-card", "asks", author=author), buttons)
    return _card(text, say("loop-card", heard.verdict, author=author), *_missed(heard), buttons)


def told(say: Say, shown: loops.Shown, again: Button) -> Card:
    """To the listener, by name."""
    heard = shown.loop
    facts = {"who": mention(heard.user_id), "author": authors_name(shown.worldview)}
    if heard.verdict in (None, Verdict.YES):
        return Card(say("loop-told", **facts))
    return _card(say("loop-told", heard.verdict, **facts), *_missed(heard), say("loop-told", "next"), [again])


def shared(say: Say, heard: loops.Heard, user_id: int) -> str:
    """To whoever pressed: who lets the line stand in the digest now."""
    if user_id not in heard.approved_by:
        return say("share-card", "withheld")
    both = {heard.worldview.user_id, heard.loop.user_id} <= heard.approved_by
    return say("share-card") if both else say("share-card", "waits")


def shift(say: Say, shown: shifts.Shown) -> Card:
    """To whom, what, and why."""
    given, view = shown.shift, shown.worldview
    whom = authors_name(view) if given.receiver_id == THE_AUTHOR else mention(given.receiver_id)
    kind = say(f"shift-kind-{given.kind}")
    head = say("shift-card", who=name_of(view, given.user_id), whom=whom, kind=kind)
    return Card(_said(head, given.reason))


def shifted(say: Say, given: shifts.Given) -> str:
    """To whoever gave it."""
    if given.new:
        return say("shifted-card")
    return say("shifted-card", "changed", until=format_dt(given.shift.given_at + CHANGEABLE, "t"))


def report(say: Say, shown: reports.Shown, buttons: Sequence[Button]) -> Card:
    """For stewards: who reported, and what. An author behind a pseudonym stays there."""
    told, view = shown.report, shown.worldview
    facts = {
        "reason": say(f"report-reason-{told.reason}"),
        "who": mention(told.user_id),
        "when": format_dt(told.reported_at, "f"),
    }
    if view is None or not view.stands:
        head = say("report-card", "gone", **facts)
    else:
        head = say("report-card", **facts, author=authors_name(view), link=link(view) or "")
    own = [quoted(told.text)] if told.text else []
    return _card(head, *own, say("report-card", told.state), buttons)


def reports_list(say: Say, listed: Sequence[reports.Shown]) -> Card:
    """What is open, the oldest first, each with the way to its card on the desk."""
    if not listed:
        return Card(say("reports-card", "none"))
    lines = [_line(say, each) for each in listed]
    return Card(say("reports-card", count=len(listed)), "\n".join(lines))


def name_of(view: Worldview, user_id: int) -> str:
    """Whoever said it; an author behind a pseudonym by that."""
    return authors_name(view) if user_id == view.user_id else mention(user_id)


def mention(user_id: int) -> str:
    return f"<@{user_id}>"


def _question(say: Say, shown: remarks.Shown, buttons: Sequence[Button]) -> Card:
    asked, author = shown.remark, authors_name(shown.worldview)
    head = say("question-card", who=mention(asked.user_id), author=author)
    if asked.stem:
        head += f"\n**{say(f'question-stem-{asked.stem}')}**"
    head = _said(head, asked.text)
    if shown.answered:
        return Card(head, say("question-card", "answered"))
    note = [say("question-card", "passed", author=author)] if asked.passed_at else []
    return _card(head, *note, buttons)


def _answer(say: Say, shown: remarks.Shown) -> Card:
    asked, author = shown.question, authors_name(shown.worldview)
    if asked is None:
        return Card(_said(say("answer-card", "unnamed", author=author), shown.remark.text))
    head = _said(say("answer-card", author=author, who=mention(asked.user_id)), shown.remark.text)
    if asked.message_id is None:
        return Card(head)
    way = f"{link(shown.worldview)}/{asked.message_id}"
    return Card(head, say("answer-card", "question", link=way))


def _said(head: str, words: str) -> str:
    """The heading, and below it somebody's words behind a bar."""
    return f"{head}\n{quoted(words)}"


def _missed(heard: Loop) -> list[str]:
    """The author's words; they go when the author is erased."""
    return [quoted(heard.missed)] if heard.missed else []


def _line(say: Say, shown: reports.Shown) -> str:
    told = shown.report
    return say(
        "reports-card",
        "line",
        reason=say(f"report-reason-{told.reason}"),
        when=_moment(told.reported_at),
        state=say(f"report-state-{told.state}"),
    )


def _moment(when: datetime) -> str:
    return format_dt(when, "R")


def _card(*parts: Part) -> Card:
    """Without empty rows of buttons."""
    return Card(*(part for part in parts if part))
