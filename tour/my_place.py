"""Mei changes her place, rests, leaves and comes back; then she sees and erases what is kept about her."""

from __future__ import annotations

from tour.community import Bridge, sign_up
from tour.tale import Tale

TITLE = "Mei's own place, and her own data"


async def play(bridge: Bridge, tale: Tale) -> None:
    mei = bridge.world.person("Mei")
    async with tale.line("Mei takes both seats: her roles follow"):
        await mei.clicks("My place")
        await mei.clicks("Change seat or generation")
        await mei.fills({"Where do you want to sit?": "Both"})
        await mei.sees("Mentor and mentee")
        await mei.has_roles("Gen Z", "Mentee", "Mentor")

    async with tale.line("She names a city and is asked whether the time there is hers"):
        await mei.clicks("Back")
        await mei.clicks("My time zone")
        await mei.fills({"A city near you": "Zürich"})
        await mei.sees("Is this your time?")
        await mei.clicks("Yes, this is my time")
        await mei.sees("Europe/Zurich")

    async with tale.line("She takes a break for two weeks and comes back early"):
        await mei.clicks("Take a break")
        await mei.fills({"For how long?": "Two weeks"})
        await mei.sees("paused until")
        await mei.clicks("Come back now")
        await mei.sees("Good to have you back")

    async with tale.line("She leaves, after being asked once, and her roles go"):
        await mei.clicks("Leave the circles")
        await mei.sees("Nothing has been changed yet")
        await mei.clicks("Yes, leave")
        await mei.sees("You have left the circles")
        await mei.has_roles()

    async with tale.line("She comes back with one form, and her time zone was kept"):
        await sign_up(mei, "I can mentor", "Gen Z · born 1997 to 2012")
        await mei.has_roles("Gen Z", "Mentor")
        await mei.clicks("My place")
        await mei.sees("Europe/Zurich")

    async with tale.line("She sees what is kept about her and takes a copy"):
        await mei.clicks("My data")
        held = mei.reads(await mei.sees("This is what is kept about you"))
        await mei.clicks("Download a copy")
        await mei.sees("my-data.json")
    tale.saw("Mei", held)

    async with tale.line("She erases everything: roles and welcome are gone, and nothing is kept"):
        await mei.clicks("Back")
        await mei.clicks("My data")
        await mei.clicks("Erase everything")
        await mei.clicks("Yes, erase everything")
        await mei.sees("Erased")
        await mei.has_roles()
        await mei.clicks("My place")
        await mei.sees("You are not in the circles yet")
