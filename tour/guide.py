"""What the demo suggests to whoever tries it: to a newcomer, and to the steward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.page.guide import Step, has_a_role, has_written, pressed, ran, sent_a_form
from tour.community import STEWARD

if TYPE_CHECKING:
    from sandbox import Person

LISTEN, GREETINGS = "How this works", "#welcome"


def steps(person: Person) -> list[Step]:
    """A handful, in the order in which they make sense."""
    return list(STEWARDS if person.name == STEWARD else NEWCOMERS)


NEWCOMERS = (
    Step(
        "Press **Join the circles**",
        f"It stands under the welcome in {GREETINGS}. A short form opens; nothing is sent before you say so.",
        pressed("Join the circles"),
    ),
    Step(
        "Fill in the form and send it",
        "Four questions. The answer can be seen by you alone.",
        has_a_role("Mentor", "Mentee"),
    ),
    Step("Press **My place**", "See what the circles know of you, and change it.", pressed("My place")),
    Step(f"Press **{LISTEN}**", "What reverse mentoring is, in one screen.", pressed(LISTEN)),
    Step("Say hello in **#general**", "Type in the line at the bottom and press Enter.", has_written),
)
STEWARDS = (
    Step(
        "Run **/setup** once more",
        "Type / in the line at the bottom. You see a plan, and nothing happens before you confirm it.",
        ran("setup", times=2),  # once it was run to set up the demo
    ),
    Step(
        "Delete a role, and see it come back",
        "Roles stand under **Server settings**, at the left. The bot makes what it needs again.",
        lambda person: any(
            effect.guild_id == person.guild.id for effect in person.world.ledger.effects("GUILD_ROLE_DELETE")
        ),
    ),
    Step("Sign up yourself", "A steward may take part as well: press **Join the circles**.", sent_a_form),
)
