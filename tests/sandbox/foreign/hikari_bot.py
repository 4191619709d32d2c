"""A bot on hikari: `hikari_bot.py <rest url>`, the token in DISCORD_TOKEN.

Registers a command, puts up a panel with a button, repeats what it is told, answers both.
"""

from __future__ import annotations

import os
import sys

import hikari  # not installed where the types are checked

bot = hikari.GatewayBot(
    os.environ["DISCORD_TOKEN"],
    rest_url=sys.argv[1],
    intents=hikari.Intents.ALL_UNPRIVILEGED | hikari.Intents.GUILD_MEMBERS | hikari.Intents.MESSAGE_CONTENT,
    banner=None,
)


@bot.listen(hikari.GuildAvailableEvent)  # type: ignore[untyped-decorator]
async def put_up_panel(event: hikari.GuildAvailableEvent) -> None:
    application = await bot.rest.fetch_application()
    command = bot.rest.slash_command_builder("greet", "Say hello").add_option(
        hikari.CommandOption(
            type=hikari.OptionType.STRING, name="name", description="To whom", is_required=True
        )
    )
    await bot.rest.set_application_commands(application, [command], guild=event.guild)
    channel = next(one for one in event.channels.values() if isinstance(one, hikari.GuildTextChannel))
    row = bot.rest.build_message_action_row()
    row.add_interactive_button(hikari.ButtonStyle.PRIMARY, "press", label="Press")
    await channel.send(f"A panel for {event.guild.name}", component=row)


@bot.listen(hikari.GuildMessageCreateEvent)  # type: ignore[untyped-decorator]
async def repeat(event: hikari.GuildMessageCreateEvent) -> None:
    if event.is_human:
        await event.message.respond(f"{event.get_member().display_name} said {event.content}", reply=True)


@bot.listen(hikari.InteractionCreateEvent)  # type: ignore[untyped-decorator]
async def answer(event: hikari.InteractionCreateEvent) -> None:
    click = event.interaction
    if isinstance(click, hikari.ComponentInteraction):
        await click.create_initial_response(
            hikari.ResponseType.MESSAGE_CREATE,
            f"Heard {click.user.mention}",
            flags=hikari.MessageFlag.EPHEMERAL,
        )
        await click.execute("And more", flags=hikari.MessageFlag.EPHEMERAL)
    elif isinstance(click, hikari.CommandInteraction):
        await click.create_initial_response(hikari.ResponseType.DEFERRED_MESSAGE_CREATE)
        await click.edit_initial_response(f"Hello {click.options[0].value}")


bot.run(enable_signal_handlers=True)
