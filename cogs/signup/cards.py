"""What a person's place looks like in words. Pure: values in, sentences out."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from discord.utils import escape_markdown, format_dt

from actions.signup import Place
from cogs.signup.fields import generation_name
from domain.people import Participant, Standing
from text import Say


def joined(say: Say, place: Place) -> str:
    return say("joined-card", **_sign_up(say, place))


def changed(say: Say, place: Place) -> str:
    return say("changed-note", **_sign_up(say, place))


def place_text(say: Say, place: Place, now: datetime) -> str:
    """My place, for whoever is in, has left, or never came."""
    person = place.person
    if person is None:
        return say("place-none")
    if person.standing is Standing.LEFT:
        return say("place-left", left=format_dt(person.changed_at, "D"))
    return say(
        "place-card",
        **_sign_up(say, place),
        standing=_standing(say, person, now),
        zone=_zone(say, person, now),
        language=say("language-name") if person.language else say("language-as-discord"),
        about=f"\n> {_quoted(person.about)}" if person.about else say("about-none"),
        topics=_off_limits(say, place),
    )


def local_time(time_zone: str, now: datetime) -> str:
    """The time of day in a zone, as 24 hours."""
    return now.astimezone(ZoneInfo(time_zone)).strftime("%H:%M")


def _sign_up(say: Say, place: Place) -> dict[str, str]:
    person = place.person
    if person is None:
        return {}
    return {
        "seat": say(f"seat-{person.seat}"),
        "generation": escape_markdown(generation_name(say, place.community, person.generation)),
    }


def _standing(say: Say, person: Participant, now: datetime) -> str:
    if person.standing_at(now) is not Standing.PAUSED:
        return say("standing-taking-part", since=format_dt(person.joined_at, "D"))
    if person.paused_until is None:
        return say("standing-paused")
    return say("standing-paused-until", until=format_dt(person.paused_until, "D"))


def _zone(say: Say, person: Participant, now: datetime) -> str:
    if person.time_zone is None:
        return say("zone-none")
    return say("zone-now", zone=person.time_zone.replace("_", " "), time=local_time(person.time_zone, now))


def _off_limits(say: Say, place: Place) -> str:
    names = [escape_markdown(topic.name) for topic in place.community.topics if topic.key in place.off_limits]
    return ", ".join(names) or say("off-limits-none")


def _quoted(line: str) -> str:
    """Somebody's own words, as they typed them: no markup works in them, and they stay inside the quote."""
    return escape_markdown(line).replace("\n", "\n> ")
