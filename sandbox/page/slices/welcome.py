"""What the server asks of whoever comes in: its questions and its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import MemberFlag
from sandbox.page.seat import seen
from sandbox.payloads import Json

if TYPE_CHECKING:
    from sandbox.people.person import Person


def welcome(person: Person) -> Json:
    """`questions`: those for newcomers come first; `ticked`: what one has answered before."""
    guild, member = person.guild, person.guild.member(person.id)
    asks = guild.onboarding["enabled"]
    through = not asks or bool(member["flags"] & MemberFlag.COMPLETED_ONBOARDING)
    prompts = sorted(guild.onboarding["prompts"], key=lambda prompt: not prompt["in_onboarding"])
    return {
        "pending": member["pending"],
        "through": through,
        "questions": [_question(person, one) for one in prompts if through or one["in_onboarding"]]
        if asks
        else [],
        "rules": _rules(person),
    }


def _question(person: Person, prompt: Json) -> Json:
    return {
        "id": prompt["id"], "title": prompt["title"], "single": prompt["single_select"],
        "required": prompt["required"] and prompt["in_onboarding"],
        "options": [_option(person, one) for one in prompt["options"]],
    }  # fmt: skip


def _option(person: Person, option: Json) -> Json:
    answered = person.guild.answered.get(person.id, ())
    return {
        "id": option["id"], "title": option["title"], "description": option["description"],
        "emoji": option["emoji"]["name"], "ticked": option["id"] in answered,
    }  # fmt: skip


def _rules(person: Person) -> str | None:
    """The channel in which the rules stand, if they see it."""
    wanted = person.guild.settings["rules_channel_id"]
    return str(wanted) if wanted and seen(person, wanted) else None
