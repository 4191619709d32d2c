"""What every story about a prompt looks at."""

from __future__ import annotations

from typing import Any

from sandbox import Person
from tour.stage import Stage

ANSWER = "My aunt had a boat."


async def writes(person: Person, text: str = ANSWER) -> None:
    """From the guide to the preview."""
    await person.clicks("Give me a prompt")
    await person.clicks("Answer in the forum")
    await person.fills({"Your answer": text})


async def begins(person: Person, text: str = ANSWER) -> None:
    """From the guide to the forum."""
    await writes(person, text)
    await person.clicks("Post it")
    await person.sees("Your answer stands in the forum")


async def answers(person: Person, text: str) -> None:
    """The newest prompt in the forum that they see."""
    await person.clicks("Answer")
    await person.fills({"Your answer": text})
    await person.clicks("Post it")


def threads(stage: Stage) -> list[dict[str, Any]]:
    """The conversations in the forum, the oldest first."""
    (guild,) = stage.world.guilds.values()
    forum = guild.channel("worldviews")
    below = [each for each in guild.threads.below(forum["id"]) if each["name"].startswith("Prompt")]
    return sorted(below, key=lambda thread: int(thread["id"]))


def stands(person: Person, thread: dict[str, Any]) -> list[str]:
    """What stands in a thread for all to see, the oldest first."""
    shown = [m for m in person.messages(thread) if not person.world.messages.reader_of(m)]
    return [person.reads(message) for message in sorted(shown, key=lambda m: int(m["id"]))]


def prompts(person: Person, thread: dict[str, Any]) -> list[str]:
    """The prompts among it."""
    return [said.split("\n")[1] for said in stands(person, thread) if "may also pass" in said]
