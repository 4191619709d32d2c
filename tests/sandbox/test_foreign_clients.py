"""Bots of other libraries on `python -m sandbox`: each is a parser of its own for all that it says."""

import asyncio
import re
import shutil
import signal
from pathlib import Path

import pytest

from tests.sandbox.page_bot import page_at
from tests.sandbox.serving import WITHIN, served, started

BOTS = Path(__file__).parent / "foreign"
INSTALLED = Path(__file__).parents[2] / ".venv"
HIKARI = INSTALLED / "hikari"
DISCORD_JS = INSTALLED / "discord.js"

CLIENTS = {
    "hikari": (str(HIKARI / "bin/python"), str(BOTS / "hikari_bot.py")),
    "discord.js": (shutil.which("node") or "", str(BOTS / "discord_js_bot.mjs")),
}


@pytest.mark.parametrize(
    "library",
    [
        pytest.param(
            "hikari",
            marks=pytest.mark.skipif(not (HIKARI / "ready").exists(), reason="make .venv/hikari/ready"),
        ),
        pytest.param(
            "discord.js",
            marks=pytest.mark.skipif(
                not (DISCORD_JS / "node_modules/discord.js").exists(),
                reason="npm install --prefix .venv/discord.js discord.js@14",
            ),
        ),
    ],
)
async def test_another_librarys_bot_logs_in_hears_speaks_and_answers(library, monkeypatch):
    async with served() as sandbox:
        monkeypatch.setenv("DISCORD_TOKEN", sandbox.token)
        if library == "discord.js":
            monkeypatch.chdir(DISCORD_JS)
        async with started(*CLIENTS[library], sandbox.api) as bot, page_at(sandbox.page) as mei:
            await mei.does("be", name="Mei")
            channel = await mei.opens("general")
            await mei.shows(lambda view: "A panel for Bridge" in said(view), within=WITHIN)

            await mei.does("say", channel=channel, text="good morning")
            await mei.shows(lambda view: "Mei said good morning" in said(view))

            assert "refused" not in await mei.does("press", **mei.control("Press"))
            await mei.shows(lambda view: {f"Heard <@{mei.view['me']['id']}>", "And more"} <= said(view))

            ran = await mei.does("run", channel=channel, line="/greet", options={"name": "Ruth"})
            assert "refused" not in ran
            await mei.shows(lambda view: "Hello Ruth" in said(view))

            bot.send_signal(signal.SIGINT)
            logged = b"".join(await asyncio.wait_for(bot.communicate(), WITHIN)).decode()
    assert "started successfully" in logged
    assert not re.findall(r"^[EC] |Traceback|    at ", logged, re.MULTILINE), logged


def said(view) -> set[str]:
    """Everything that the person sees written here."""
    return {message["content"] for message in (view.get("log") or {"messages": ()})["messages"]}
