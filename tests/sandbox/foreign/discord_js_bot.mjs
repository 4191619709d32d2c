// A bot on discord.js: `node discord_js_bot.mjs <rest url>`, the token in DISCORD_TOKEN.
// Registers a command, puts up a panel with a button, repeats what it is told, answers both.
import { createRequire } from "node:module";

const { ActionRowBuilder, ButtonBuilder, ButtonStyle, ChannelType, Client, Events, GatewayIntentBits, MessageFlags } =
  createRequire(process.cwd() + "/")("discord.js");

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  rest: { api: process.argv[2].replace(/\/v10$/, "") },
});

client.once(Events.ClientReady, async () => {
  const guild = client.guilds.cache.first();
  const options = [{ type: 3, name: "name", description: "To whom", required: true }];
  await guild.commands.set([{ name: "greet", description: "Say hello", options }]);
  const row = new ActionRowBuilder().addComponents(
    new ButtonBuilder().setCustomId("press").setLabel("Press").setStyle(ButtonStyle.Primary),
  );
  const channel = guild.channels.cache.find((one) => one.type === ChannelType.GuildText);
  await channel.send({ content: `A panel for ${guild.name}`, components: [row] });
  console.log("started successfully");
});

client.on(Events.MessageCreate, async (message) => {
  if (!message.author.bot) await message.reply(`${message.member.displayName} said ${message.content}`);
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isButton()) {
    await interaction.reply({ content: `Heard ${interaction.user}`, flags: MessageFlags.Ephemeral });
    await interaction.followUp({ content: "And more", flags: MessageFlags.Ephemeral });
  } else if (interaction.isChatInputCommand()) {
    await interaction.deferReply();
    await interaction.editReply(`Hello ${interaction.options.getString("name")}`);
  }
});

for (const event of [Events.Error, Events.Warn]) client.on(event, (what) => console.log("E", what));
process.on("SIGINT", () => client.destroy().then(() => process.exit(0)));
await client.login(process.env.DISCORD_TOKEN);
