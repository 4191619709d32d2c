"""Settings come from the environment; whatever cannot work says so in one line with the fix."""

import os
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from settings import Settings, WrongSettings

GUIDE = Path(__file__).parents[1] / "docs" / "running.md"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def token_file(tmp_path):
    file = tmp_path / "token"
    file.write_text("a.secret.token\n")
    file.chmod(0o600)
    return file


def test_a_laptop_needs_no_setting():
    settings = Settings.read()
    assert settings.discord_token is None
    assert settings.database_url.startswith("sqlite:///")
    assert settings.database_url.endswith("data/circles.db")


def test_nothing_changes_once_it_is_read():
    with pytest.raises(ValidationError):
        Settings.read().log_level = "debug"


@pytest.mark.parametrize(
    ("variable", "value", "fix"),
    [
        ("LOG_LEVEL", "loud", "debug, info, warning or error"),
        ("LOG_FORMAT", "xml", "json, console, or auto"),
        ("SERVER_MEMBERS", "perhaps", "on or off"),
        ("IDENTIFIES_IN_AN_HOUR", "1", "how many sessions"),
        ("HEALTH_PORT", "metrics", "the port"),
        ("CALENDAR_PORT", "99999", "the port"),
        ("CALENDAR_URL", "circles.example.org", "https://host/"),
        ("CALENDAR_URL", "https://circles.example.org/?a=b", "https://host/"),
        ("SANDBOX_PORT", "eighty", "the port"),
        ("SANDBOX_PORT", "99999", "the port"),
        ("SANDBOX_URL", "discord.com", "http://host:port/"),
        ("DATABASE_URL", "mysql://me:hunter2@host/db", "sqlite:///"),
        ("DISCORD_TOKEN", "Bot a.secret.token", "the token alone"),
        ("DISCORD_TOKEN_FILE", "/nowhere/token", "name the token's file"),
    ],
)
def test_a_wrong_value_is_one_line_with_the_variable_and_the_fix(monkeypatch, variable, value, fix):
    monkeypatch.setenv(variable, value)
    with pytest.raises(WrongSettings) as refused:
        Settings.read()
    line = str(refused.value)
    assert line.startswith(variable)
    assert fix in line
    assert "\n" not in line
    assert "hunter2" not in line
    assert "secret" not in line


def test_every_wrong_value_is_named_at_once(monkeypatch):
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("SANDBOX_PORT", "eighty")
    with pytest.raises(WrongSettings, match=r"(?s)LOG_LEVEL.*\nSANDBOX_PORT"):
        Settings.read()


def test_an_empty_variable_counts_as_unset(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "")
    assert Settings.read().discord_token is None


def test_the_token_comes_from_its_file_without_the_line_end(monkeypatch, token_file):
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(token_file))
    token = Settings.read().discord_token
    assert token is not None
    assert token.get_secret_value() == "a.secret.token"


def test_two_places_for_the_token_are_one_too_many(monkeypatch, token_file):
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(token_file))
    monkeypatch.setenv("DISCORD_TOKEN", "another")
    with pytest.raises(WrongSettings, match="unset one of them"):
        Settings.read()


@pytest.mark.skipif(os.name != "posix", reason="only POSIX says who may read a file")
def test_a_token_file_that_everybody_can_read_is_refused(monkeypatch, token_file):
    token_file.chmod(0o644)
    monkeypatch.setenv("DISCORD_TOKEN_FILE", str(token_file))
    with pytest.raises(WrongSettings, match=f"chmod 600 {re.escape(str(token_file))}"):
        Settings.read()


def test_settings_never_show_a_secret(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "a.secret.token")
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:hunter2@host/db")
    shown = repr(Settings.read())
    assert "secret.token" not in shown
    assert "hunter2" not in shown


def test_the_guide_lists_every_setting_as_it_is():
    shown = GUIDE.read_text("utf-8")
    for name, field in Settings.model_fields.items():
        assert f"| `{name.upper()}` | {field.description} | {_default(field.default)} |" in shown
    assert len(re.findall(r"^\| `[A-Z_]+` \|", shown, re.MULTILINE)) == len(Settings.model_fields)


def _default(value: object) -> str:
    root = str(Path(__file__).parents[1]) + os.sep
    match value:
        case None:
            return ""
        case bool():
            return "on" if value else "off"
    return f"`{str(value).replace(root, '')}`"
