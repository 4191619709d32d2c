"""Somebody's own words never work as markup, and never leave their quote (fault rows 7 and 41)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.quoting import escaped, quoted, unquoted

HOSTILE = [
    "[a](http://b.c) and [d](http://e.f) and [g](http://h.i)",
    "<@1> <@&2> <#3> </drop:4> <t:5:R> <:x:6> <id:home>",
    "**a** __b__ ~~c~~ ||d|| `e` ```f```",
    "> a\n>>> b\n# c\n-# d\n- e\n1. f\n  - g",
    "\\*not bold\\*",
]
LIVE = re.compile(r"(?<!\\)(?:\\\\)*[\[\]<>*~|`]|^\s*(?:#|-|>|\d+\.)", re.MULTILINE)
"""What would still be at work: a sign without its backslash."""


@pytest.mark.parametrize("text", HOSTILE)
def test_row_41_no_markup_of_somebodys_works(text):
    without_links = re.sub(r"https?://[^\s<>]+", "", escaped(text))
    assert not LIVE.search(without_links)


@given(st.text(alphabet="ab \n[]()<>*_~|`\\#->1.", max_size=60))
def test_row_07_whatever_is_typed_is_shown_as_it_was_typed(text):
    assert re.sub(r"\\(.)", r"\1", escaped(text), flags=re.DOTALL) == text


@given(st.text(max_size=80))
def test_every_line_stays_behind_the_bar(text):
    assert all(line.startswith("> ") for line in quoted(text).split("\n"))


def test_a_link_stays_a_link_with_its_underscores():
    assert escaped("see https://example.org/a_b*c_d now_") == "see https://example.org/a_b*c_d now\\_"


PIECES = st.sampled_from(["https://", "http://a.b/_c", "\n", " ", "> ", "1.", *"ab[]()<>*_~|`\\#-."])


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80))
def test_row_07_what_was_quoted_can_be_read_back_as_it_was_typed(text):
    assert unquoted(quoted(text)) == text
