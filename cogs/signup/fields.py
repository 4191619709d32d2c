"""Fields that the join form and the change form share."""

from __future__ import annotations

from cogs.kit.forms import Form, Option, Values, one_of
from domain.communities import Community, Generation
from domain.people import Participant, Seat
from text import Say


def ask_seat(form: Form, say: Say, person: Participant | None) -> None:
    options = [Option(seat, say(f"seat-option-{seat}"), say(f"seat-option-{seat}", "hint")) for seat in Seat]
    form.ask(say("join-form", "seat"), one_of("seat", options, person.seat if person else None))


def ask_generation(form: Form, say: Say, community: Community, person: Participant | None) -> None:
    options = [Option(band.key, _label(say, band)) for band in community.generations]
    field = one_of("generation", options, person.generation if person else None)
    form.ask(say("join-form", "generation"), field, say("join-form", "generation-hint"))


def seat_in(values: Values) -> Seat:
    return Seat(values.text("seat"))


def generation_name(say: Say, community: Community, key: str) -> str:
    """What a generation is called: by the stewards, else by the words."""
    band = community.generation(key)
    return band.name if band is not None and band.name else say(f"generation-{key}")


def _label(say: Say, band: Generation) -> str:
    name = band.name or say(f"generation-{band.key}")
    return say("generation-option", name=name, first=band.first_year, last=band.last_year)
