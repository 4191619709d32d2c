"""A calendar file, for the person who asked and nobody else."""

from __future__ import annotations

import io

import discord
from discord import ui

from actions.calendars import File
from cogs.kit.answers import answer
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from cogs.kit.controls import Button

NAME = "discussions.ics"


async def hand_over(click: Click, file: File, text: str, *buttons: Button) -> None:
    """With words about it, and what else there is to press."""
    attached = discord.File(io.BytesIO(file.content), NAME)
    await answer(click, Card(text, ui.File(attached), *([buttons] if buttons else [])), files=[attached])
