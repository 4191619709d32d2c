"""What stewards are shown: the plan, what came of it, and what needs a hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from discord.utils import escape_markdown

from cogs.kit.cards import Card
from cogs.kit.controls import Button
from cogs.upkeep.aligning import Plan, Report
from domain.blueprint import DESK, HOME, STEWARDING, WELCOME, WORLDVIEWS, Blueprint, Kind
from domain.jobs import Trouble
from domain.notices import JOB_EXPIRED
from domain.rooms import is_room
from domain.safety import Finding
from domain.steps import Adopt, Make, Step
from text import Say

MOST_FINDINGS = 3
MOST_NAMES = 9
MOST_TOPICS = 3
MOST_ROOMS = 2
LONGEST_NAME = 30
"""So much fits into the 4,000 characters of a message when everything is wrong at once."""

JOBS = frozenset(
    {
        *("greeting", "roles", "erasure", "notice-withdrawn"),
        *(
            "worldview",
            "worldview-card",
            "worldview-open",
            "worldview-withdrawn",
            "remark",
            "loop",
            "loop-card",
        ),
        *(
            "shift",
            "report",
            "report-card",
            "reveal",
            "tending",
            "nudge",
            "threads",
            "rest",
            "index-page",
            "digest",
            "prompt",
            "prompt-answer",
            "week-prompt",
        ),
        *("date-card", "date-event", "date-open", "date-start", "date-close", "date-reminder"),
        *("date-afterwards", "date-pulse", "time-poll"),
        *("conductor-panel", "conductor-turn", "conductor-status"),
        *("date-afterwards", "date-told"),
        *("date-afterwards", "date-told", "date-reminder-direct", "date-reminder-hello"),
        *("date-afterwards", "events"),
        *("date-interest", "date-offer", "date-offer-end", "date-offer-over", "date-afterwards", "date-told"),
        *("date-afterwards", "date-told", "date-reminder-direct", "date-reminder-hello", "events"),
    }
)
"""The kinds of jobs that have words of their own."""

Channels = Mapping[str, int]
"""The ids of the community's channels, by key."""


def plan(say: Say, planned: Plan, buttons: Sequence[Button]) -> Card:
    """What would be done. Nothing has been."""
    make = [step for step in planned.steps if isinstance(step, Make)]
    adopt = [step for step in planned.steps if isinstance(step, Adopt)]
    mend = [step for step in planned.steps if step not in make and step not in adopt]
    blueprint = planned.desired.blueprint
    sections = (
        _section(say("upkeep-plan", "needs-you"), _findings(say, planned.findings)),
        _section(say("upkeep-plan", "make"), _things(say, blueprint, make)),
        _section(say("upkeep-plan", "adopt"), _things(say, blueprint, adopt)),
        _section(say("upkeep-plan", "mend"), _things(say, blueprint, mend)),
        _section(say("upkeep-plan", "left-alone"), _findings(say, planned.left_alone)),
    )
    title = say("upkeep-plan") if planned.steps else say("upkeep-plan", "waiting")
    return Card(title, *filter(None, sections), say("upkeep-plan", "unchanged"), buttons)


def in_place(say: Say, channels: Channels) -> Card:
    """There is nothing to do."""
    return Card(say("upkeep-in-place"), _next(say, channels))


def done(say: Say, report: Report, channels: Channels) -> Card:
    """What came of the plan, and what comes next."""
    if report.wait:
        return Card(say("upkeep-waiting", minutes=ceil(report.wait / 60)))
    if report.findings:
        needs_you = [say("upkeep-done", "needs-you"), *_findings(say, report.findings)]
        return Card(say("upkeep-done", "partly"), "\n".join(needs_you), _next(say, channels))
    return Card(say("upkeep-done"), _next(say, channels))


def not_now(say: Say, way_on: Button) -> Card:
    return Card(say("upkeep-not-now-card"), way_on)


def invitation(say: Say, way_on: Button) -> Card:
    """The first message in a server."""
    return Card(say("upkeep-invitation"), way_on)


def notice(say: Say, finding: Finding) -> Card:
    """One thing that a steward has to mend."""
    return Card(say("upkeep-notice"), _finding(say, finding), say("upkeep-notice", "next"))


def undone(say: Say, kind: str, job: str, why: str) -> Card:
    """A job that could not be done, or not in time."""
    what = say(f"upkeep-job-{job if job in JOBS else 'other'}")
    if kind == JOB_EXPIRED:
        return Card(say("upkeep-notice"), say(f"upkeep-finding-{kind}", what=what))
    told = say(f"upkeep-finding-{kind}", what=what, fix=say(f"upkeep-trouble-{_remedy(why)}"))
    return Card(say("upkeep-notice"), told, say("upkeep-notice", "next"))


def _remedy(why: str) -> str:
    """The fix that fits: several troubles have the same."""
    if why in (Trouble.GONE, Trouble.FORBIDDEN):
        return why
    return "version" if why in (Trouble.UNKNOWN_KIND, Trouble.UNREADABLE) else "fault"


def mended(say: Say, kind: str) -> Card:
    """What a notice becomes when it is over."""
    return Card(say("upkeep-notice", "mended"), say(f"upkeep-finding-{kind}", "mended"))


def made_again(say: Say, blueprint: Blueprint, steps: Sequence[Step]) -> Card:
    """Somebody deleted what the database says should be there."""
    things = "\n".join(_things(say, blueprint, steps))
    return Card(say("upkeep-made-again"), things, say("upkeep-made-again", "next"))


def in_view(say: Say, blueprint: Blueprint, steps: Sequence[Step]) -> Card:
    """Somebody had kept stewards out of discussion rooms."""
    return Card(
        say("upkeep-in-view"), "\n".join(_things(say, blueprint, steps)), say("upkeep-in-view", "next")
    )


def _next(say: Say, channels: Channels) -> str:
    keys = {"home": HOME, "welcome": WELCOME, "desk": DESK, "forum": WORLDVIEWS}
    places = {name: channels.get(key) for name, key in keys.items()}
    if None in places.values():
        return say("upkeep-next", "unfinished")
    return say("upkeep-next", **{name: f"<#{channel_id}>" for name, channel_id in places.items()})


def _things(say: Say, blueprint: Blueprint, steps: Iterable[Step]) -> list[str]:
    """One line for all roles, one for all rooms, and one for each of the others."""
    things = dict.fromkeys((step.kind, step.key) for step in steps)
    roles = [_name(blueprint.name_of(*thing)) for thing in things if thing[0] is Kind.ROLE]
    rooms = [_name(blueprint.name_of(*thing)) for thing in things if is_room(thing[1])]
    lines = [say("upkeep-thing-role", names=", ".join(_some(say, roles, MOST_NAMES)))] if roles else []
    lines += [say("upkeep-thing-room", names=", ".join(_some(say, rooms, MOST_ROOMS)))] if rooms else []
    return [*lines, *filter(None, (_thing(say, blueprint, kind, key) for kind, key in things))]


def _thing(say: Say, blueprint: Blueprint, kind: Kind, key: str) -> str | None:
    if kind is Kind.PANEL:
        return _panel(say, blueprint, key)
    if kind is Kind.CATEGORY:
        return say("upkeep-thing-category", name=_name(blueprint.name_of(kind, key)))
    channel = blueprint.channel(key)
    if channel is None or channel.voice or kind not in (Kind.CHANNEL, Kind.TAG):
        return None
    name = _name(channel.name)
    if kind is Kind.TAG:
        return say("upkeep-thing-tags", name=name)
    if channel.forum:
        topics = _some(say, [_name(tag.name) for tag in channel.tags], MOST_TOPICS)
        return say("upkeep-thing-forum", name=name, topics=", ".join(topics))
    return say("upkeep-thing-channel", name=name, purpose=say(f"name-channel-{key}", "topic"))


def _panel(say: Say, blueprint: Blueprint, key: str) -> str:
    panel = blueprint.panel(key)
    where = _name(blueprint.name_of(Kind.CHANNEL, panel.channel))
    if panel.title:
        return say("upkeep-thing-post", title=escape_markdown(panel.title), name=where)
    return say("upkeep-thing-panel", "stewards" if key == STEWARDING else None, name=where)


def _findings(say: Say, findings: Iterable[Finding]) -> list[str]:
    return _some(say, [_finding(say, finding) for finding in findings], MOST_FINDINGS)


def _finding(say: Say, finding: Finding) -> str:
    facts = {name: _name(fact) for name, fact in finding.facts.items()}
    if facts.get("permission"):
        facts["permission"] = say(f"permission-{finding.facts['permission']}")
    return say(f"upkeep-finding-{finding.kind}", **facts)


def _section(title: str, lines: Sequence[str]) -> str | None:
    return "\n".join([title, *lines]) if lines else None


def _some(say: Say, things: list[str], most: int) -> list[str]:
    """The first few of them, and how many more there are."""
    left = len(things) - most
    return [*things[:most], say("upkeep-more", count=left)] if left > 0 else things


def _name(name: str) -> str:
    """Somebody else's words: not too long, and with no markup at work."""
    return escape_markdown(name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…")
