"""A copy of the world has gatherings of its own: what happens in one does not happen in the other."""

import copy
from datetime import timedelta

from sandbox import World
from sandbox.enums import EventStatus


async def test_events_stages_and_polls_go_on_in_each_copy_alone():
    world = World()
    guild = world.create_guild("Bridge", owner="Nora")
    nora = world.person("Nora")
    await nora.creates_channel("Forum", type=13)
    event = await nora.creates_event("Tea", "#General", world.clock.now() + timedelta(hours=1))
    await nora.opens_stage("Forum", "Home")
    message = await nora.asks("#general", "Well?", "Yes", hours=1)
    twin = copy.deepcopy(world)
    twin.clock.advance(5 * 3600)
    other = twin.guild(guild.id)
    assert other.scheduled_events[event["id"]]["status"] == EventStatus.CANCELED
    assert other.stage_instances == {}
    asked = twin.messages.public(message["channel_id"], message["id"])
    assert asked["poll"]["results"]["is_finalized"]
    assert guild.scheduled_events[event["id"]]["status"] == EventStatus.SCHEDULED
    assert len(guild.stage_instances) == 1
    assert not message["poll"]["results"]["is_finalized"]
