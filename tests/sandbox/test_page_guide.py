"""The guide at the side: it suggests, and ticks off what was done."""

from functools import partial

from sandbox import Sandbox
from sandbox.page import attach
from sandbox.page.guide import Step, has_a_role, has_written, pressed, ran
from tests.sandbox.page_bot import page_of, panel_up


def ticked(view) -> dict[str, bool]:
    return {step["text"]: step["done"] for step in view["guide"]}


async def test_a_newcomer_sees_what_to_try_and_what_is_done():
    async with panel_up() as sandbox, page_of(sandbox) as page:
        assert page.view["guide"] == []
        await page.is_somebody("Mei")
        assert len(page.view["guide"]) == 4
        assert not any(ticked(page.view).values())
        await page.does("press", **page.control("My place"))
        assert [text for text, done in ticked(page.view).items() if done] == [
            "Press a button that Circles has put up"
        ]
        await page.does("press", **page.control("Join the circles"))
        form = page.view["form"]
        seat, about = (part["name"] for part in form["parts"])
        await page.does("submit", form=form["id"], values={seat: "mentor", about: "Hello there"})
        await page.does("say", channel=page.channel("general"), text="Good morning")
        assert list(ticked(page.view).values()) == [True, False, True, True]


async def test_what_was_done_stays_ticked_and_each_person_has_their_own():
    def steps(person):
        return [
            Step("role", "", has_a_role("Mentor")),
            Step("line", "", has_written),
            Step("place", "", pressed("My place")),
            Step("command", "", ran("setup")),
        ]

    async with Sandbox(extras=[partial(attach, guide=steps)]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        nora, mei = sandbox.world.person("Nora"), await sandbox.world.join("Mei", guild)
        await nora.creates_role("Mentor")
        await nora.gives_role(mei, "Mentor")
        async with page_of(sandbox) as page:
            await page.is_somebody("Mei")
            assert ticked(page.view) == {"role": True, "line": False, "place": False, "command": False}
            await nora.takes_role(mei, "Mentor")
            await page.shows(lambda view: view["me"]["roles"] == [])
            assert ticked(page.view)["role"]
            await page.is_somebody("Nora")
            assert not any(ticked(page.view).values())
