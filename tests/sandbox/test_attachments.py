"""Files on messages: what they are called and told to be, how many and how large, kept and let go."""

import io
import struct

import aiohttp
import discord
import pytest

from sandbox import CannotDo
from sandbox.rest import call
from tests.sandbox.refused import refused

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"\0" * 9


def file(name: str = "chart.png", data: bytes = PNG, **fields) -> discord.File:
    return discord.File(io.BytesIO(data), name, **fields)


async def test_a_picture_has_its_alt_text_its_size_and_its_spoiler(lobby):
    message = await lobby.send(file=file(description="Answers by generation", spoiler=True))
    (picture,) = message.attachments
    assert (picture.width, picture.height, picture.content_type) == (640, 480, "image/png")
    assert (picture.description, picture.is_spoiler()) == ("Answers by generation", True)
    assert await picture.read() == PNG


async def test_alt_text_is_changed_on_a_picture_that_stays(client, lobby):
    message = await lobby.send(file=file(description="wrong"))
    kept = {"id": message.attachments[0].id, "description": "right", "is_spoiler": True}
    route = discord.http.Route(
        "PATCH", "/channels/{channel_id}/messages/{message_id}", channel_id=lobby.id, message_id=message.id
    )
    edited = await client.http.request(route, json={"attachments": [kept]})
    (picture,) = edited["attachments"]
    assert (picture["description"], picture["flags"], picture["id"]) == ("right", 8, str(kept["id"]))
    edited = await client.http.request(route, json={"attachments": [kept | {"description": None}]})
    assert "description" not in edited["attachments"][0]


async def test_names_are_kept_to_what_an_address_can_hold(sandbox, lobby):
    (kept,) = (await lobby.send(file=file("mein schönes Bild.png"))).attachments
    assert (kept.filename, kept.title) == ("mein_sch_nes_Bild.png", "mein schönes Bild")
    async with aiohttp.ClientSession() as session, session.get(kept.url) as got:
        assert (got.status, await got.read()) == (200, PNG)


async def test_ten_files_and_no_more(lobby):
    message = await lobby.send(files=[file(f"{number}.txt", b"x") for number in range(10)])
    assert len(message.attachments) == 10
    with refused(400, 50035):
        await message.add_files(file("11.txt", b"x"))
    fewer = await message.edit(attachments=[*message.attachments[:9], file("11.txt", b"y")])
    assert [one.filename for one in fewer.attachments][-2:] == ["8.txt", "11.txt"]


async def test_a_file_or_a_request_that_is_too_large_is_refused(lobby, monkeypatch):
    with refused(413, 40005):
        await lobby.send(file=file("large.bin", b"\0" * (10 * 1024 * 1024 + 1)))
    monkeypatch.setattr(call, "MAX_REQUEST", 100)
    with refused(413, 40005):
        await lobby.send(files=[file(f"{number}.txt", b"x" * 40) for number in range(3)])
    assert [message async for message in lobby.history()] == []


async def test_alt_text_has_a_limit(lobby):
    await lobby.send(file=file(description="x" * 1_024))
    with refused(400, 50035):
        await lobby.send(file=file(description="x" * 1_025))


async def test_people_send_files_where_they_may(world, guild, client, lobby):
    mei = await world.join("Mei", guild)
    await mei.says("#general", "my garden", files=[("garden.png", PNG)])
    (message,) = await client.hears("message")
    assert [one.filename for one in (await lobby.fetch_message(message.id)).attachments] == ["garden.png"]
    await mei.says_privately("and a list", files=[("list.txt", b"tea")])
    (direct,) = await client.hears("message", 2)
    assert await direct.attachments[0].read() == b"tea"
    await lobby.set_permissions(lobby.guild.default_role, attach_files=False)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.says("#general", "no more", files=[("garden.png", PNG)])
