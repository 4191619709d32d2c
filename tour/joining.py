"""Mei, 22, and Ruth, 71, arrive and join the circles."""

from __future__ import annotations

from tour.community import Bridge, sign_up
from tour.tale import Tale

TITLE = "Mei, 22, and Ruth, 71, join"


async def play(bridge: Bridge, tale: Tale) -> None:
    async with tale.line("Mei joins the server and is greeted by name"):
        mei = await bridge.join("Mei")
        greeting = mei.reads(await mei.sees("Welcome"))
    tale.saw("Mei", greeting)

    async with tale.line("She presses Join the circles, fills in one form and is in"):
        await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
        answer = mei.reads(await mei.sees("You are in"))
    tale.saw("Mei", answer)

    async with tale.line("She has her roles: Mentor and Gen Z"):
        await mei.has_roles("Gen Z", "Mentor")

    async with tale.line("Ruth, whose Discord speaks Spanish, joins and opens the form"):
        ruth = await bridge.join("Ruth", locale="es-ES")
        await ruth.clicks("Join the circles")
    async with tale.line("She forgets a box: she is told which one, in Spanish, and nothing is saved"):
        await ruth.fills(
            {
                "¿Dónde quieres sentarte?": "Quiero entender",
                "Tu generación": "Boomer · de 1946 a 1964",
                "Escucharé y seré amable": True,
            }
        )
        refusal = ruth.reads(await ruth.sees("18"))
    tale.saw("Ruth", refusal)
    async with tale.line("She presses the button under it, ticks both boxes and is in"):
        await ruth.clicks("Entrar en los círculos")
        await ruth.fills(
            {
                "¿Dónde quieres sentarte?": "Quiero entender",
                "Tu generación": "Boomer · de 1946 a 1964",
                "Tengo 18 años o más": True,
                "Escucharé y seré amable": True,
            }
        )
        await ruth.sees("Ya estás dentro")
        await ruth.has_roles("Boomer", "Mentee")

    async with tale.line("Mei presses Join the circles again: she sees her place, and nothing is doubled"):
        await mei.clicks("Join the circles")
        place = mei.reads(await mei.sees("taking part since"))
    tale.saw("Mei", place)
    async with tale.line("None of this can be read by anybody else"):
        await bridge.nora.sees_not("You are in")
        await ruth.sees_not("taking part since")
