"""The log holds events, ids and durations: never what somebody wrote, and never a token."""

import io
import json
import logging
import sys
from typing import Any

import pytest
import structlog

import logs

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"


@pytest.fixture(autouse=True)
def as_before():
    """Leaves logging as it was."""
    root = logging.getLogger()
    handlers, level, hook, raising = root.handlers[:], root.level, sys.excepthook, logging.raiseExceptions
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    sys.excepthook, logging.raiseExceptions = hook, raising
    for name in (*logs.OURS, *logs.QUIET):
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.reset_defaults()


@pytest.fixture
def out() -> io.StringIO:
    out = io.StringIO()
    logs.configure("debug", "json", out, hide=["hunter2"])
    return out


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_event_is_one_json_object_on_one_line(out):
    structlog.get_logger("cogs.signup").info("signed-up", community=5, user=7, seconds=0.2, kinds=["a", "b"])
    (line,) = lines(out)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "level": "info",
        "logger": "cogs.signup",
        "event": "signed-up",
        "community": 5,
        "user": 7,
        "seconds": 0.2,
        "kinds": ["a", "b"],
    }


@pytest.mark.parametrize(
    "value", ["I grew up in Łódź", "Łukasz", "two\nlines", {"about": "my view"}, object()]
)
def test_what_is_no_plain_word_stays_out_of_an_event(out, value):
    structlog.get_logger("cogs").info("described", value=value)
    assert str(value) not in out.getvalue()
    assert "my view" not in out.getvalue()
    assert "<" in str(lines(out)[0]["value"])


def test_an_event_with_a_sentence_for_a_name_stays_out(out):
    structlog.get_logger("cogs").info("Mei said that she is fine")
    assert "Mei" not in out.getvalue()


def test_a_library_says_its_sentence_without_its_secrets(out):
    logging.getLogger("discord.http").warning(
        "%s %s took %.1f s, said %r",
        "POST",
        "http://127.0.0.1/api/v10/webhooks/12/aW50ZXJhY3Rpb24/messages/99",
        2.0,
        "I grew up in a village",
    )
    said = lines(out)[0]["event"]
    assert said.startswith("POST http://127.0.0.1/api/v10/webhooks/12/[token]/messages")
    assert said.endswith("took 2.0 s, said '<str>'")


@pytest.mark.parametrize(
    "secret",
    [
        TOKEN,
        "https://discord.com/api/webhooks/12/abcDEF-123_x",
        "/interactions/34/aW50ZXJhY3Rpb24/callback",
        "postgresql://circles:hunter3@host/db",
        "hunter2",
    ],
)
def test_no_line_holds_a_secret_whoever_wrote_it(out, secret):
    logging.getLogger("some.library").error("failed at %s", secret)
    for hidden in (TOKEN, "abcDEF", "aW50ZXJhY3Rpb24", "hunter"):
        assert hidden not in out.getvalue()


@pytest.mark.parametrize(
    "library", ["discord.gateway", "aiohttp.client", "sqlalchemy.engine", "aiosqlite", "asyncpg"]
)
def test_libraries_never_speak_at_debug(out, library):
    logging.getLogger(library).debug("payload")
    assert out.getvalue() == ""


def test_sqlalchemy_never_shows_statements(out):
    logging.getLogger("sqlalchemy.engine.Engine").info("INSERT INTO participants VALUES (?)")
    assert out.getvalue() == ""


def test_an_error_is_its_types_codes_and_places_never_its_message(out):
    try:
        try:
            int("I grew up in a village")
        except ValueError as cause:
            raise OSError(28, "No space left: I grew up") from cause
    except OSError:
        structlog.get_logger("data").exception("not-saved", community=5)
    (line,) = lines(out)
    assert line["error"] == ["OSError", "ValueError"]
    assert line["errno"] == 28
    assert line["where"][0].startswith("tests/test_logs.py:")
    assert "grew" not in out.getvalue()


def test_a_library_error_loses_its_message_too(out):
    try:
        raise KeyError("I grew up in a village")
    except KeyError:
        logging.getLogger("discord.client").exception("Ignoring exception in %s", "on_ready")
    assert lines(out)[0]["error"] == ["KeyError"]
    assert "grew" not in out.getvalue()


def test_every_error_of_a_group_is_named(out):
    group = ExceptionGroup("two", [KeyError("private"), OSError(5, "private")])
    structlog.get_logger("data").error("failed", exc_info=group)
    assert lines(out)[0]["error"] == ["ExceptionGroup", "KeyError", "OSError"]


def test_a_crash_is_one_line_as_well(out):
    sys.excepthook(ValueError, ValueError("I grew up in a village"), None)
    assert lines(out)[0]["event"] == "crashed"
    assert "grew" not in out.getvalue()


def test_a_record_that_fits_no_sentence_is_no_reason_to_fail(out):
    logging.getLogger("discord").warning("%d guilds", "many")
    assert lines(out)[0]["event"] == "%d guilds"


def test_the_level_is_ours_to_choose_and_libraries_follow_it_upwards():
    out = io.StringIO()
    logs.configure("error", "json", out)
    structlog.get_logger("cogs").warning("quiet")
    logging.getLogger("discord").warning("quiet")
    assert out.getvalue() == ""


def test_on_a_terminal_lines_are_for_eyes():
    out = io.StringIO()
    logs.configure("info", "console", out)
    structlog.get_logger("cogs").info("signed-up", user=7)
    assert "signed-up" in out.getvalue()
    assert not out.getvalue().startswith("{")
