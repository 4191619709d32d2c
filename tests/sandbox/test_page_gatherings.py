"""Events, voice rooms and stages on the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from sandbox import Permission, Sandbox
from sandbox.page import attach
from sandbox.page.slices.events import repeats
from sandbox.people.person import Person
from tests.sandbox.page_bot import page_of
from tests.sandbox.page_client import Json, PageClient, texts


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(extras=[attach]) as running:
        guild = running.world.create_guild("Bridge", owner="Nora")
        await running.world.join("Mei", guild)
        yield running


@pytest.fixture
def nora(sandbox: Sandbox) -> Person:
    return sandbox.world.person("Nora")


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[PageClient]:
    """Mei's."""
    async with page_of(sandbox) as opened:
        await opened.is_somebody("Mei")
        yield opened


@pytest.fixture
async def hers(sandbox: Sandbox) -> AsyncIterator[PageClient]:
    """Nora's."""
    async with page_of(sandbox) as opened:
        await opened.is_somebody("Nora")
        yield opened


def events(page: PageClient) -> list[Json]:
    return list(page.view["events"]["list"])


async def test_an_event_is_planned_and_somebody_is_interested(
    sandbox: Sandbox, page: PageClient, hers: PageClient
):
    start = (sandbox.world.clock.now() + timedelta(hours=3)).isoformat()
    room = hers.channel("General")
    plan = hers.view["events"]["offers"]
    await hers.presses(
        plan, "Plan an event", name="Tea", room=room, start=start, description="Bring **cups**"
    )
    await page.shows(lambda view: view["events"]["list"])
    (tea,) = events(page)
    assert (tea["name"], tea["room"], tea["on"]) == ("Tea", room, False)
    assert texts(tea["offers"]) == ["Interested"]
    assert tea["more"] == []
    await page.presses(tea["offers"], "Interested")
    (tea,) = events(page)
    assert tea["interest"] == "1 interested: Mei"
    assert texts(tea["offers"]) == ["Not interested any more"]
    await hers.presses(events(hers)[0]["more"], "Start it now")
    await page.shows(lambda view: view["events"]["list"][0]["on"])
    await page.presses(events(page)[0]["offers"], "Join General")
    assert page.view["room"]["name"] == "General"
    await page.presses(events(page)[0]["offers"], "Not interested any more")
    assert "Nobody" in events(page)[0]["interest"]
    await hers.presses(events(hers)[0]["more"], "End it")
    assert events(hers) == []


async def test_what_is_wrong_with_an_event_is_said(sandbox: Sandbox, hers: PageClient):
    def wish(**fields: object) -> Json:
        start = (sandbox.world.clock.now() + timedelta(hours=1)).isoformat()
        return {"name": "Walk", "start": start, "place": "The park"} | fields

    assert "Invalid Form Body" in (await hers.does("create event", **wish()))["refused"]  # it has no end
    assert "where" in (await hers.does("create event", **wish(place="")))["refused"]
    assert "moment" in (await hers.does("create event", **wish(start="soon")))["refused"]
    assert "refused" in await hers.does("create event", **wish(room="1"))
    assert events(hers) == []


async def test_whoever_may_plan_nothing_is_offered_nothing(page: PageClient, nora: Person):
    await nora.edits_role("@everyone", permissions=str(int(Permission.VIEW_CHANNEL | Permission.CONNECT)))
    await nora.creates_event("Tea", "#General", nora.world.clock.now() + timedelta(hours=1))
    await page.shows(lambda view: view["events"]["list"])
    (tea,) = events(page)
    assert page.view["events"]["offers"] == []
    start = (nora.world.clock.now() + timedelta(hours=1)).isoformat()
    for deed, what in {
        "create event": {"name": "Mine", "start": start, "room": page.channel("General")},
        "start event": {"event": tea["id"]},
        "cancel event": {"event": tea["id"]},
    }.items():
        assert "Missing Permissions" in (await page.does(deed, **what))["refused"]


async def test_an_event_in_a_hidden_room_is_not_sent(page: PageClient, nora: Person):
    await nora.creates_channel("Quiet", type=2)
    await nora.edits_overwrites("Quiet", "@everyone", deny=Permission.VIEW_CHANNEL)
    event = await nora.creates_event("Secret tea", "#Quiet", nora.world.clock.now() + timedelta(hours=1))
    await nora.joins_voice("#Quiet")
    await nora.says("#general", "now")
    await page.shows(lambda view: any(each["newest"] for each in view["channels"]))
    assert "Secret tea" not in str(page.view)
    assert "Quiet" not in str(page.view)
    assert list(page.view["rooms"]) == [page.channel("General")]
    assert "refused" in await page.does("be interested", event=event["id"])
    assert "refused" in await page.does("join room", channel=nora.channel("Quiet")["id"])


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"frequency": 3}, "Every day"),
        ({"frequency": 3, "by_weekday": [4, 5]}, "Every Friday and Saturday"),
        ({"frequency": 2, "by_weekday": [1]}, "Every Tuesday"),
        ({"frequency": 2, "interval": 2}, "Every second Sunday"),
        ({"frequency": 1, "by_n_weekday": [{"n": 2, "day": 2}]}, "Every second Wednesday of the month"),
        ({"frequency": 0, "by_month": [2], "by_month_day": [29]}, "Every year on 29 February"),
    ],
)
def test_how_an_event_repeats_in_words(rule: Json, words: str):
    lists: Json = {"by_weekday": [], "by_n_weekday": [], "by_month": [], "by_month_day": []}
    assert repeats(lists | {"interval": 1, "start": "2026-03-01T18:00:00+00:00"} | rule) == words


async def test_one_comes_into_a_room_is_muted_and_leaves(page: PageClient, nora: Person):
    await nora.joins_voice("#General")
    room = await page.opens("General")
    assert texts(page.view["here"]["offers"]) == ["Join"]
    await page.presses(page.view["here"]["offers"], "Join")
    assert [each["name"] for each in page.view["rooms"][room]["people"]] == ["Nora", "Mei"]
    await page.presses(page.view["room"]["offers"], "Mute")
    await page.presses(page.view["room"]["offers"], "Camera on")
    assert page.view["rooms"][room]["people"][1]["marks"] == ["muted", "camera on"]
    await page.presses(page.view["room"]["offers"], "Deafen")
    assert texts(page.view["room"]["offers"]) == ["Unmute", "Hear again", "Camera off", "Leave"]
    await page.presses(page.view["here"]["offers"], "Say what is going on", status="Reading aloud")
    assert page.view["rooms"][room]["says"] == ["Reading aloud"]
    await page.does("say", channel=room, text="I am here")
    assert page.said()[-1]["content"] == "I am here"
    await page.presses(page.view["room"]["offers"], "Leave")
    assert page.view["room"] is None
    assert "refused" in await page.does("in room", muted=True)


async def test_a_room_one_may_not_come_into_offers_nothing(page: PageClient, nora: Person):
    await nora.edits_overwrites("General", "@everyone", deny=Permission.CONNECT)
    room = await page.opens("General")
    assert page.view["here"]["offers"] == []
    assert "refused" in await page.does("join room", channel=room)


async def test_on_a_stage_one_asks_to_speak_and_is_let(page: PageClient, hers: PageClient, nora: Person):
    await nora.creates_channel("Talks", type=13)
    stage = await hers.opens("Talks")
    await hers.presses(hers.view["here"]["offers"], "Open the stage", topic="Why we write")
    await page.opens("Talks")
    assert page.view["rooms"][stage]["says"][0] == "On the stage: Why we write"
    await page.presses(page.view["here"]["offers"], "Join")
    assert "refused" in await page.does("go up")
    await page.presses(page.view["here"]["offers"], "Ask to speak")
    await hers.shows(
        lambda view: [each["marks"] for each in view["rooms"][stage]["people"]] == [["asks to speak"]]
    )
    (mei,) = hers.view["rooms"][stage]["people"]
    assert "offers" not in page.view["rooms"][stage]["people"][0]
    await hers.presses(mei["offers"], "Let them speak")
    await page.shows(lambda view: view["rooms"][stage]["people"][0]["marks"] == ["speaks"])
    await page.presses(page.view["here"]["offers"], "Back to the audience")
    assert page.view["rooms"][stage]["people"][0]["marks"] == ["listens"]
    assert "refused" in await page.does("close stage", channel=stage)
    await hers.presses(hers.view["here"]["offers"], "Close the stage")
    assert hers.view["rooms"][stage]["says"][0] == "The stage is not open at the moment."
