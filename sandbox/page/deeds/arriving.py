"""Coming into a server: its questions and its rules."""

from __future__ import annotations

from sandbox.checks.form import model
from sandbox.page.deeds.deed import as_list, deed
from sandbox.page.seat import Seat
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo


async def answer(seat: Seat, ask: Json) -> list[str]:
    """`answers`: the ids of options by the id of their question. What came and went by them, in words."""
    person, answers = seat.somebody, ask["answers"]
    prompts = {prompt["id"]: prompt for prompt in person.guild.onboarding["prompts"]}
    chosen = {}
    for prompt_id, options in answers.items():
        offered = {each["id"] for each in prompts.get(prompt_id, {}).get("options", ())}
        wanted = [str(each) for each in as_list(options)]
        if not offered.issuperset(wanted):
            raise CannotDo("The questions have changed. Please answer them again.")
        chosen[prompt_id] = wanted
    before, followed = set(person.roles), set(person.followed_channels)
    await person.ticks(chosen)
    channels = [f"#{each}" for each in person.followed_channels if each not in followed]
    told = [f"You got the role {each}." for each in person.roles if each not in before]
    told += [f"You gave back the role {each}." for each in sorted(before - set(person.roles))]
    told += [f"You follow {', '.join(channels)}."] if channels else []
    return told or ["Thank you. Nothing has changed for you."]


async def agree(seat: Seat, _ask: Json) -> None:
    await seat.somebody.agrees_to_the_rules()


DEEDS = {
    "answer onboarding": deed(answer, answers=model()),
    "agree": deed(agree),
}
