"""`python bot.py decks check`: what whoever writes a deck is told."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

import decks
from bot import app
from data.decks import topics
from domain.decks import KEY_LENGTH, KINDS, MOST_BYTES, MOST_PROMPTS, PROMPT_LENGTH, TITLE_LENGTH

GUIDE = (Path(__file__).parents[1] / "docs" / "decks.md").read_text("utf-8")
(EXAMPLE,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
SPANISH = (
    EXAMPLE.replace('"en"', '"es"')
    .replace(
        "Which neighbour of yours would make a good story, and how does it begin?",
        "¿Qué vecino merece un cuento?",
    )
    .replace("Whom did you thank too late, or not yet?", "¿A quién diste las gracias tarde?")
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "porch.en.toml").write_text(EXAMPLE, "utf-8")
    (tmp_path / "porch.es.toml").write_text(SPANISH, "utf-8")
    return tmp_path


def checked(*files: str) -> tuple[int, list[str]]:
    done = CliRunner().invoke(app, ["decks", "check", *files])
    return done.exit_code, done.output.splitlines()


def test_the_decks_that_come_with_the_bot_are_good():
    code, lines = checked()
    assert code == 0
    assert all(re.fullmatch(r"[a-z-]+\.(en|es)\.toml: ok: \d+ \+ \d+ \+ \d+ prompts", line) for line in lines)


def test_the_example_of_the_guide_is_a_deck(folder):
    code, lines = checked("porch.en.toml", "porch.es.toml")
    assert code == 0
    assert lines == [
        "porch.en.toml: ok: 1 + 0 + 1 prompts",
        "porch.es.toml: ok: 1 + 0 + 1 prompts",
    ]
    assert f"`{lines[0]}`" in GUIDE


def test_the_guide_is_true():
    assert f"{PROMPT_LENGTH} characters; each prompt" in GUIDE
    assert f"at most {TITLE_LENGTH} characters" in GUIDE
    assert f"single hyphens, at most {KEY_LENGTH}." in GUIDE
    assert f"at most {MOST_PROMPTS} in a deck" in GUIDE
    assert f"at most {MOST_BYTES // 1024} kB" in GUIDE
    assert ", ".join(topics()) in " ".join(GUIDE.split())


def test_every_problem_is_a_line_with_its_prompt_and_the_fix(folder):
    wrong = (
        EXAMPLE.replace("depth = 1", "depth = 7")
        .replace('"home"', '"hoem"')
        .replace("late-thanks", "neighbours")
    )
    (folder / "wrong.toml").write_text(wrong, "utf-8")
    code, lines = checked("wrong.toml", "porch.en.toml")
    assert code == 1
    assert lines[0] == (
        "wrong.toml: neighbours: The depth is missing or wrong. "
        "Write depth = 1 (warm), 2 (personal) or 3 (deep)."
    )
    assert lines[1].startswith(
        'wrong.toml: neighbours: "hoem" is no topic here. Take one of these: work, money, '
    )
    assert lines[2] == "wrong.toml: neighbours: This key comes a second time. Give one of the two another."
    assert lines[3:] == ["porch.en.toml: ok: 1 + 0 + 1 prompts"]


def test_languages_of_a_deck_that_differ_are_told(folder):
    (folder / "porch.es.toml").write_text(SPANISH.replace("depth = 3", "depth = 2"), "utf-8")
    code, lines = checked("porch.en.toml", "porch.es.toml")
    assert code == 1
    assert lines[1:] == [
        "porch.es.toml: late-thanks: In en its depth is 3. A prompt is as deep in every language."
    ]


def test_the_same_deck_twice_is_told(folder):
    code, lines = checked("porch.en.toml", "porch.en.toml")
    assert code == 1
    assert lines[1:] == ['porch.en.toml: Another of these files is the deck "porch" in en already.']


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere.toml", "There is no such file."),
        ("folder", "It cannot be read: Is a directory."),
        ("picture.png", "This is no text in UTF-8. Save it as plain text (UTF-8) and try again."),
        (
            "letter.txt",
            "Line 1 is no TOML. Compare it, and the line before, with the example in docs/decks.md.",
        ),
        ("huge.toml", "The file is too big. A deck may have 256 kB. Split it into two decks."),
    ],
)
def test_what_is_no_deck_gets_a_sentence(folder, name, sentence):
    (folder / "folder").mkdir()
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff")
    (folder / "letter.txt").write_text("Dear Ruth,\n", "utf-8")
    (folder / "huge.toml").write_text("#" * (MOST_BYTES + 1), "utf-8")
    assert checked(name) == (1, [f"{name}: {sentence}"])


def test_there_is_a_sentence_for_every_problem():
    assert set(decks.SAYS) == KINDS


def test_help_names_the_command():
    assert re.search(r"\bdecks\b.*prompts", CliRunner().invoke(app, ["--help"]).output)
    assert re.search(r"\bcheck\b", CliRunner().invoke(app, ["decks", "--help"]).output)
