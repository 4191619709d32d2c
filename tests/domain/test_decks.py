"""Decks: what a file may hold, and everything that is said about one that cannot be read."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import decks
from domain.decks import KINDS, MOST_BYTES, MOST_PROMPTS, PROMPT_LENGTH, Deck, Problem, Prompt, check

TOPICS = ("work", "faith")
LANGUAGES = ("en", "es")

HEAD = 'key = "porch"\nlanguage = "en"\ntitle = "Evenings on the porch"\n'
DAY = '[[prompts]]\nkey = "day"\ndepth = 1\ntopics = ["work"]\ntext = "Describe your perfect day."\n'
DOUBT = '[[prompts]]\nkey = "doubt"\ndepth = 3\ntext = "What did you stop believing?"\n'


def of(text: str):
    return check(text.encode(), TOPICS, LANGUAGES)


def kinds(text: str) -> list[tuple[str, str]]:
    found = of(text)
    assert (found.deck is None) == bool(found.problems)
    return [(problem.kind, problem.prompt) for problem in found.problems]


def deck(language: str, *prompts: Prompt, key: str = "porch") -> Deck:
    return Deck(key, language, "Evenings", prompts)


def test_a_deck_is_read():
    found = of(HEAD + DAY + DOUBT)
    assert found.problems == ()
    assert found.deck == Deck(
        "porch",
        "en",
        "Evenings on the porch",
        (
            Prompt("day", 1, ("work",), "Describe your perfect day."),
            Prompt("doubt", 3, (), "What did you stop believing?"),
        ),
    )
    assert [found.deck.count(depth) for depth in (1, 2, 3)] == [1, 0, 1]


def test_text_comes_out_on_one_line_and_readable():
    found = of(HEAD + DAY.replace('"Describe your perfect day."', '"""\nDescribe\\u0000 your\n  day."""'))
    assert found.deck
    assert found.deck.prompts[0].text == "Describe your day."


def test_a_file_from_windows_is_read():
    found = check(b"\xef\xbb\xbf" + (HEAD + DAY).replace("\n", "\r\n").encode(), TOPICS, LANGUAGES)
    assert found.deck


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD[14:] + DAY, ("no-key", "")),
        ('key = "No Spaces"\n' + HEAD[14:] + DAY, ("bad-key", "")),
        ("key = 0x" + "f" * 5_000 + "\n" + HEAD[14:] + DAY, ("bad-key", "")),
        ("key = 7\n" + HEAD[14:] + DAY, ("bad-key", "")),
        (HEAD.replace('"en"', '"tlh"') + DAY, ("unknown-language", "")),
        (HEAD.replace('"en"', '["en"]') + DAY, ("unknown-language", "")),
        (HEAD.replace('language = "en"\n', "") + DAY, ("no-language", "")),
        ('key = "porch"\nlanguage = "en"\n' + DAY, ("no-title", "")),
        (HEAD.replace("Evenings", "E" * 80) + DAY, ("too-long", "")),
        (HEAD, ("no-prompts", "")),
        (HEAD + "prompts = 3\n", ("no-prompts", "")),
        (HEAD + "prompts = [3]\n", ("not-a-prompt", "#1")),
        (HEAD + "colour = 1\n" + DAY, ("unknown-field", "")),
        (HEAD + DAY.replace("topics", "topic"), ("unknown-field", "day")),
        (HEAD + DOUBT + DAY.replace('key = "day"\n', ""), ("no-key", "#2")),
        (HEAD + DAY.replace('"day"', '"Día"'), ("bad-key", "#1")),
        (HEAD + DAY + DAY.replace("perfect", "worst"), ("duplicate-key", "day")),
        (HEAD + DAY + DAY.replace('"day"', '"two"').replace("day.", " DAY"), ("duplicate-text", "two")),
        (HEAD + DAY.replace('["work"]', '["wrok"]'), ("unknown-topic", "day")),
        (HEAD + DAY.replace('["work"]', "[{a = 1}]"), ("unknown-topic", "day")),
        (HEAD + DAY.replace('["work"]', '"work"'), ("bad-topics", "day")),
        (HEAD + DAY.replace("depth = 1\n", ""), ("bad-depth", "day")),
        (HEAD + DAY.replace("depth = 1", "depth = 4"), ("bad-depth", "day")),
        (HEAD + DAY.replace("depth = 1", "depth = 1.0"), ("bad-depth", "day")),
        (HEAD + DAY.replace("depth = 1", "depth = true"), ("bad-depth", "day")),
        (HEAD + DAY.replace("Describe your perfect day.", " "), ("no-text", "day")),
        (HEAD + DAY.replace('"Describe your perfect day."', "1999-12-31"), ("no-text", "day")),
        (HEAD + DAY.replace("perfect", "p" * PROMPT_LENGTH), ("too-long", "day")),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_one_problem_at_its_place(text, problem):
    assert kinds(text) == [problem]


def test_everything_that_is_wrong_is_told_at_once():
    text = (
        'key = "porch"\ntitle = "x"\n'
        + DAY.replace("1", "9")
        + DAY
        + DOUBT.replace("stop believing", "s" * 300)
    )
    assert kinds(text) == [
        ("no-language", ""),
        ("bad-depth", "day"),
        ("duplicate-key", "day"),
        ("duplicate-text", "day"),
        ("too-long", "doubt"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("key = \n", 1),
        (HEAD + "Describe your perfect day\n", 4),
        (HEAD + 'key = "again"\n', 4),
        (HEAD + 'text = """never closed', 4),
        ("a = " + "[" * 100_000, 1),
        ("a = " + "1" * 5_000, 1),
        (HEAD + "a" + ".a" * 100_000 + " = 1", 4),  # tomllib alone would take minutes
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text, line):
    assert of(text).problems == (Problem("not-toml", facts={"line": line}),)


def test_a_picture_is_no_deck():
    assert check(b"\x89PNG\r\n\xff", TOPICS, LANGUAGES).problems == (Problem("not-utf8"),)


def test_a_huge_file_is_not_even_read():
    assert check(b"#" * (MOST_BYTES + 1), TOPICS, LANGUAGES).problems == (
        Problem("too-big", facts={"most": 256}),
    )


def test_the_largest_deck_fits_into_the_largest_file():
    entry = '[[prompts]]\nkey = "{}"\ndepth = 2\ntopics = ["work", "faith"]\ntext = "{:é<{}}"\n'
    entries = [entry.format(number, number, PROMPT_LENGTH) for number in range(1, MOST_PROMPTS + 1)]
    found = of(HEAD + "".join(entries))
    assert found.deck
    assert found.deck.count(2) == MOST_PROMPTS
    assert kinds(HEAD + "".join(entries) + "[[prompts]]") == [("too-many", "")]


words = st.sampled_from(["en", "day", "work"]) | st.text('aZ9- \n\0"\\é😀\u202e', max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from([*decks.DECK_FIELDS, *decks.PROMPT_FIELDS, "x"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case None:
            return "1979-05-27T07:32:00Z"
        case str():
            return '"' + "".join(f"\\U{ord(c):08x}" for c in value if not 0xD800 <= ord(c) < 0xE000) + '"'
        case list():
            return "[" + ", ".join(map(toml, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{name} = {toml(each)}" for name, each in value.items()) + "}"
    return str(value)


@given(st.dictionaries(st.sampled_from([*decks.DECK_FIELDS, "x"]), values))
def test_whatever_a_file_holds_it_is_a_deck_or_has_problems_that_can_be_said(file):
    text = "".join(f"{name} = {toml(value)}\n" for name, value in file.items())
    tomllib.loads(text)
    found = of(text)
    assert (found.deck is None) == bool(found.problems)
    for problem in found.problems:
        assert problem.kind in KINDS - {"not-toml"}
        assert all(len(str(fact)) <= decks.SHOWN for fact in problem.facts.values())


@given(st.binary(max_size=200))
def test_any_bytes_are_answered(source):
    assert check(source, TOPICS, LANGUAGES).problems


ENGLISH = deck("en", Prompt("day", 1, ("work",), "Your day"), Prompt("only", 2, (), "Only here"))
SPANISH = deck("es", Prompt("day", 1, ("work",), "Tu día"))


def test_languages_of_one_deck_are_compared():
    assert decks.compare(ENGLISH, ENGLISH) == ()
    assert decks.compare(ENGLISH, SPANISH) == (Problem("missing-prompt", "only", {"language": "es"}),)
    assert decks.compare(SPANISH, ENGLISH) == (Problem("missing-prompt", "only", {"language": "es"}),)
    deeper = deck("es", Prompt("day", 2, ("work",), "Tu día"), Prompt("only", 2, ("faith",), "Sólo"))
    assert [(each.kind, each.prompt) for each in decks.compare(ENGLISH, deeper)] == [
        ("other-depth", "day"),
        ("other-topics", "only"),
    ]


def test_a_reader_gets_their_language_then_the_communitys_then_any():
    both = [ENGLISH, SPANISH]
    assert decks.prompts_of(both, ["es", "en"])["porch/day"].text == "Tu día"
    assert decks.prompts_of(both, ["es", "en"])["porch/only"].text == "Only here"
    assert decks.prompts_of(both, ["en", "es"])["porch/day"].text == "Your day"
    assert decks.prompts_of(both, ["en", "es", "en"])["porch/day"].text == "Your day"
    assert decks.prompts_of([SPANISH], ["en"])["porch/day"].text == "Tu día"
    assert decks.prompts_of(both, [])["porch/day"].text in {"Tu día", "Your day"}


def test_the_later_of_two_decks_of_one_key_and_language_counts():
    own = deck("en", Prompt("tea", 1, (), "Tea or coffee?"))
    assert [*decks.prompts_of([ENGLISH, own], ["en"])] == ["porch/tea"]
    beside = deck("en", Prompt("day", 1, (), "Any day"), key="own")
    assert [*decks.prompts_of([ENGLISH, beside], ["en"])] == ["porch/day", "porch/only", "own/day"]


def test_a_topic_named_in_one_language_bars_the_prompt_in_all():
    freer = deck("es", Prompt("day", 1, ("faith",), "Tu día"))
    assert set(decks.prompts_of([ENGLISH, freer], ["es"])["porch/day"].topics) == {"work", "faith"}
