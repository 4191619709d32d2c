"""The audit log: who changed what from what to what, why, and who may read it."""

import discord

from sandbox import Permission


async def entries(bridge, **asked):
    """Newest first."""
    return [entry async for entry in bridge.audit_logs(**asked)]


async def test_it_says_what_was_before_and_after(bridge, lobby):
    role = await bridge.create_role(name="Mentor", reason="one")
    await role.edit(name="Guide", mentionable=True, reason="two")
    await lobby.edit(topic="Welcome", reason="three")
    topic, renamed, made = await entries(bridge, limit=3)
    assert (made.after.name, renamed.before.name, renamed.after.name) == ("Mentor", "Mentor", "Guide")
    assert renamed.after.mentionable
    assert (topic.before.topic, topic.after.topic, topic.target) == (None, "Welcome", lobby)
    assert [entry.reason for entry in (made, renamed, topic)] == ["one", "two", "three"]


async def test_it_says_which_roles_were_given_and_taken_by_whom(bridge, mei, nora):
    await nora.creates_role("Mentor")
    await nora.gives_role(mei, "Mentor")
    member = await bridge.fetch_member(int(mei.id))
    await member.edit(roles=[], nick="Mei-Mei", reason="a new start")
    renamed, taken, given = await entries(bridge, limit=3)
    assert [role.name for role in given.after.roles] == ["Mentor"]
    assert ([role.name for role in taken.before.roles], given.user.name) == (["Mentor"], "nora")
    assert (renamed.after.nick, renamed.target.id) == ("Mei-Mei", member.id)


async def test_it_says_whose_overwrite_and_where_a_message_was(client, bridge, lobby, mei, nora):
    quiet = discord.PermissionOverwrite(send_messages=False)
    await lobby.set_permissions(bridge.default_role, overwrite=quiet)
    await lobby.set_permissions(bridge.default_role, overwrite=None)
    lifted, put = await entries(bridge, limit=2)
    actions = discord.AuditLogAction
    assert (put.action, lifted.action) == (actions.overwrite_create, actions.overwrite_delete)
    assert put.extra == bridge.default_role
    await mei.says("#general", "rude")
    await nora.deletes_message("rude")
    (deleted,) = await entries(bridge, action=actions.message_delete)
    assert (deleted.extra.channel, deleted.extra.count, deleted.target.id) == (lobby, 1, int(mei.id))


async def test_only_a_bot_that_may_read_it_is_told(client, bridge, guild, nora):
    await bridge.create_role(name="First", reason="heard")
    (entry,) = await client.hears("audit_log_entry_create")
    assert entry.reason == "heard"
    role = guild.role("Circles")
    role["permissions"] = str(int(role["permissions"]) & ~Permission.VIEW_AUDIT_LOG)
    before = len(client.all_heard("audit_log_entry_create"))
    await nora.creates_role("Second")
    await nora.says("#general", "afterwards")
    await client.hears("message")
    assert len(client.all_heard("audit_log_entry_create")) == before
