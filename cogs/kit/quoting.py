"""Somebody's own words among ours: no markup works in them, and they stay inside their quote.

discord.py's `escape_markdown` takes two masked links in one line for one, and lets the second work; it leaves
mentions of commands and channels as they are, too.
"""

from __future__ import annotations

import re

LINK = re.compile(r"(https?://[^\s<>]+)")
QUOTED_LINK = re.compile(r"(https?://(?:[^\s<>]*?(?=\\[<>])|[^\s<>]+))")
"""A link in escaped text ends before the backslash of a bracket that follows it."""
ESCAPED = re.compile(r"\\([\\*_~|`\[\]<>#.-])")
MARKUP = re.compile(r"([\\*_~|`\[\]<>])|^(\s*)(#|-|\d+(?=\.))", re.MULTILINE)


def escaped(text: str) -> str:
    """As it was typed. Links stay links, to where they say that they lead."""
    parts = LINK.split(text)
    parts[::2] = [MARKUP.sub(_with_backslash, part) for part in parts[::2]]
    return "".join(parts)


def quoted(text: str) -> str:
    """The same as a block of its own, line by line behind a bar."""
    return "> " + escaped(text).replace("\n", "\n> ")


def unquoted(quote: str) -> str:
    """What was quoted, as it was typed."""
    text = "\n".join(line.removeprefix("> ") for line in quote.split("\n"))
    parts = QUOTED_LINK.split(text)
    parts[::2] = [ESCAPED.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts)


def _with_backslash(found: re.Match[str]) -> str:
    if found[1]:
        return "\\" + found[1]
    mark: str = found[3]
    return f"{found[2]}{mark}\\" if mark.isdecimal() else f"{found[2]}\\{mark}"
