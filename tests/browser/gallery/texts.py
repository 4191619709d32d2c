"""Text in all its forms: markdown, mentions, times, long, from right to left, and hostile."""

from __future__ import annotations

import discord
from discord import ui

from tests.browser.gallery.exhibits import Hang, Wing, layout, says

HEADINGS = """\
# The largest heading
## The second
### The third
-# Small print
Plain text after them."""
INLINE = """\
**Bold**, *italics*, _also italics_, ***both***, __underlined__, ~~struck~~, ||a spoiler||, `code`.
__**Underlined and bold**__, ~~*struck and slanted*~~, **bold with *italics* inside**.
Not markdown: 2 * 3 * 4, snake_case_name, \\*stars as they are\\*, a lonely ` and **."""
BLOCKS = """\
```python
def greet(name: str) -> str:
    return f"Hello **{name}** & <everyone>"
```
```
no language
    and spaces kept
```
> One line of a quote, with **bold**
> and a second line.
After the quote.
>>> All of the rest
is quoted

even after an empty line."""
LISTS = """\
- Tea
- Bread
  - with butter
  - without
* A star begins one too
1. First
2. Second
   1. Second, first part
10. Tenth"""
LINKS = """\
https://example.org/a_b?c=d&e=f#g is an address.
<https://example.org/no-preview> is one without a preview.
[The rules](https://example.org/rules) and [with a title](https://example.org "Read me").
[Not a link](javascript:alert(1)), and javascript:alert(2) is none either."""
STYLES = "tTdDfFR"
MOMENT = 1_767_268_800
"""Noon UTC on the first of January 2026."""
EMOJI = """\
Plain: 🌱 🫖 👵🏽 👩🏻‍🤝‍👨🏿 🏴󠁧󠁢󠁳󠁣󠁴󠁿
Of a server: <:teapot:1101234567890123456> and moving: <a:steam:1101234567890123457>
By name, as one writes it: :tea: stays as it is."""
RIGHT_TO_LEFT = """\
שלום לכולם, אני מדריכה חדשה. (Hello, 3 times)
مرحبا بالجميع، أنا مرشدة جديدة.
English, then עברית, then English again, 1, 2, 3.
- רשימה
- ושוב **מודגש**
A name turned round by a control: \u202egnp.exe\u202c and after it."""
HOSTILE = """\
<script>alert("text")</script>
<img src=x onerror="alert(1)"> &lt;b&gt; &amp; <b>not bold</b>
"><svg onload=alert(2)> {{7*7}} ${7*7} '; DROP TABLE people; --
<@abc> <@&0> <#999999999999999999> <t:999999999999999:R> <t:x> </nothing> <:broken:> @everyone @here
**__~~||never closed
a b c\u200bd e\ufefff Z̴̡̛͙͇a̵̧͝l̶̰̈́g̶͔̈́o̴͓͗"""
LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 12
LOREM = "Ruth told of the winter in which the telephone came to her street. "


def long_text(length: int) -> str:
    """Paragraphs of exactly this length, with a last word one can look for."""
    end = "\n\n**The end.**"
    paragraph = LOREM * 6 + "\n\n"
    return (paragraph * (length // len(paragraph) + 1))[: length - len(end) - 1] + "…" + end


def _mentions(command: str) -> Hang:
    async def hang(channel: discord.TextChannel) -> None:
        guild = channel.guild
        person = next(member for member in guild.members if member.display_name == "Mei")
        role = next(role for role in guild.roles if role.name == "Mentors")
        lines = (
            f"A person: {person.mention}", f"A role: {role.mention}", f"This channel: {channel.mention}",
            f"A command: {command}", "Everybody: @everyone (without a ping)",
            "In code: `<@1>` stays as it is",
        )  # fmt: skip
        view = layout(ui.TextDisplay("\n".join(lines)))
        await channel.send(view=view, allowed_mentions=discord.AllowedMentions.none())

    return hang


async def _two_thousand(channel: discord.TextChannel) -> None:
    await channel.send(long_text(2_000))


async def _hostile(channel: discord.TextChannel) -> None:
    """Once as content, once as components."""
    nobody = discord.AllowedMentions.none()
    await channel.send(HOSTILE, allowed_mentions=nobody)
    await channel.send(view=layout(ui.TextDisplay(HOSTILE)), allowed_mentions=nobody)


def texts(command: str) -> Wing:
    """`command`: the mention of a command, whose id is known once the commands are."""
    times = "\n".join(f"{style}: <t:{MOMENT}:{style}>" for style in STYLES)
    return {
        "headings": says(HEADINGS),
        "inline": says(INLINE),
        "blocks": says(BLOCKS),
        "lists": says(LISTS),
        "links": says(LINKS),
        "mentions": _mentions(command),
        "times": says(f"{times}\nwithout a style: <t:{MOMENT}>\nbefore 1970: <t:-86400:D>"),
        "emoji": says(EMOJI),
        "several-texts": says("The first text display", "The second", "-# The third, small"),
        "long-text": says(long_text(4_000)),
        "long-message": _two_thousand,
        "long-word": says(LONG_WORD),
        "right-to-left": says(RIGHT_TO_LEFT),
        "hostile": _hostile,
    }
