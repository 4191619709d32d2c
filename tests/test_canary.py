"""A whole run at DEBUG, failures included, leaves nothing in the log that somebody wrote, and no token."""

import json
import re
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from sandbox import Person, Sandbox, World
from settings import Settings
from tests.processes import connected, the_bot
from tour import community

NAME = "Canarina"
TEXT = "Canarito grew up by the sea"
GEN_Z = "Gen Z · born 1997 to 2012"


async def test_no_log_line_holds_a_token_a_name_or_what_somebody_wrote(tmp_path):
    settings = Settings(
        database_url=f"sqlite:///{tmp_path}/circles.db", master_key_file=tmp_path / "circles.key"
    )
    world = World()
    async with Sandbox(world) as sandbox:
        settings = settings.model_copy(update={"sandbox_url": sandbox.page_url})
        bridge = community.found(world)
        async with the_bot(settings, world.token, LOG_LEVEL="debug") as bot:
            await connected(sandbox)
            await bridge.is_set_up()
            await speak(bridge, tmp_path)
            bot.asked(signal.SIGINT)
            code, screen = await bot.end()
        sent = repr([call.request for call in sandbox.requests])
        paths = " ".join(call.path for call in sandbox.requests)
    secrets = {world.token, *re.findall(r"/(?:interactions|webhooks)/\d+/([\w-]+)", paths)}
    assert code == 0
    events = [json.loads(line)["event"] for line in screen.splitlines()]
    assert events.count("click-failed") == 2, "both failures must have been logged, or this proves nothing"
    assert TEXT in sent, "the text must have passed through the bot, or this proves nothing"
    assert len(secrets) > 5
    for canary in (NAME, "Canarito", community.STEWARD, *secrets):
        assert canary not in screen


async def speak(bridge: community.Bridge, folder: Path) -> None:
    """She joins, writes about herself, and meets two failures: Discord's and the database's."""
    mei = await bridge.join(NAME)
    await mei.sees("Welcome")
    await community.sign_up(mei, "I can mentor", GEN_Z)
    await mei.sees("You are in")
    await describe(mei)
    await mei.sees("Saved")
    bridge.world.faults.next("POST", "/callback", "400")
    await mei.clicks("My place")
    with closing(sqlite3.connect(folder / "circles.db")) as link:
        link.execute("ALTER TABLE participants RENAME TO elsewhere")
    await mei.clicks("My place")
    await mei.sees("reference")


async def describe(mei: Person) -> None:
    await mei.clicks("My place")
    await mei.clicks("About me")
    await mei.fills({"One line about yourself": TEXT})
