"""What the demo suggests to whoever tries it: to a newcomer, and to the steward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.page.guide import Step, has_a_role, pressed, ran, sent_a_form
from tour.community import SPEAKER, STEWARD

if TYPE_CHECKING:
    from sandbox import Person

GREETINGS, FORUM, EVENINGS = "#welcome", "#worldviews", "#discussions"


def steps(person: Person) -> list[Step]:
    """A handful, in the order in which they make sense."""
    return list({STEWARD: STEWARDS, SPEAKER: SPEAKERS, "Mei": YOUNGER}.get(person.name, OLDER))


JOINING = (
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
)
YOUNGER = (
    *JOINING,
    Step(
        "Press **Explain my worldview**",
        f"It stands in {FORUM}, in the post at the top. You see it before anybody else does.",
        pressed("Explain my worldview"),
    ),
    Step(
        "Press **Post it**",
        "Then be somebody else, or two people side by side, and ask about it.",
        pressed("Post it"),
    ),
    Step(
        "Press **My place**, then **My worldviews**",
        "Yours are there, with the questions that wait for you.",
        pressed("My worldviews"),
    ),
    Step(
        "Press **Going**",
        f"{SPEAKER} hosts a discussion tomorrow; its card is in {EVENINGS}. You can change your mind later.",
        pressed("Going", "Maybe", "Can't"),
    ),
)
OLDER = (
    *JOINING,
    Step(
        "Press **Ask to understand**",
        f"It stands under what {SPEAKER} explains in {FORUM}. A question comes before an opinion.",
        pressed("Ask to understand"),
    ),
    Step(
        "Press **Say back what I heard**",
        f"Then be {SPEAKER}, and say whether that is it. Nobody has to agree.",
        pressed("Say back what I heard"),
    ),
    Step(
        "Press **More**, then **Write in my journal**",
        "What did you learn? It is for you alone.",
        pressed("Write in my journal"),
    ),
    Step(
        "Press **Going**",
        f"{SPEAKER} hosts a discussion tomorrow; its card is in {EVENINGS}. You can change your mind later.",
        pressed("Going", "Maybe", "Can't"),
    ),
)
SPEAKERS = (
    Step(
        "Press **Answer** under the question",
        f"Somebody asks about what you explained in {FORUM}. You may also pass, and nobody asks why.",
        pressed("Answer", "Pass"),
    ),
    Step(
        "Say whether they got it",
        "Somebody must have said back what they heard: be Tomas for a minute. Then press **Yes, that's it**, "
        "**Partly** or **Not quite**.",
        pressed("Yes, that's it", "Partly", "Not quite"),
    ),
    Step(
        "Press **More**, then **Thank a listener**",
        "Say what their listening did. Nobody counts it, and it needs a reason.",
        pressed("Thank a listener"),
    ),
    Step(
        "Press **Give me a prompt**",
        f"It stands in the post at the top of {FORUM}. You may pass as often as you like.",
        pressed("Give me a prompt"),
    ),
    Step(
        "Press **My place**, then **Off-limits topics**",
        "You never get prompts about these, and nobody is told.",
        pressed("Off-limits topics"),
    ),
    Step(
        "Move your evening to another time",
        f"Press **More** under its card in {EVENINGS}, then **Move**. You see the change before it is made.",
        pressed("Move"),
    ),
    Step(
        "Be there when it begins",
        "Behind the scenes, under **Faults and time**, let time pass until it is ten minutes before. Then go "
        "into **discussion room 1**, and press **Begin** in its chat.",
        pressed("Begin"),
    ),
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
    Step(
        "Decide how long people only ask",
        "In **#steward-desk**, press **Listening window**. Topics and the prompt of the week are there too.",
        pressed("Listening window"),
    ),
    Step(
        "Decide who may plan discussions",
        "In **#steward-desk**, press **Discussions**. Hosts have a role that you hand out in Discord.",
        pressed("Discussions"),
    ),
    Step("Sign up yourself", "A steward may take part as well: press **Join the circles**.", sent_a_form),
)
