"""What can be set, all of it from the environment; every value has a default that works on a laptop."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DATA = Path(__file__).parent / "data"


class WrongSettings(Exception):
    """Settings that cannot work: one line each, naming the variable and the fix."""


class Settings(BaseSettings):
    """The field `log_level` is the variable LOG_LEVEL; a description says what may stand there."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, hide_input_in_errors=True)

    discord_token: SecretStr | None = Field(
        default=None, description="the bot's token; without one the bot runs on the sandbox"
    )
    discord_token_file: Path | None = Field(
        default=None,
        description="a file with the token in it and nothing else, readable by the bot alone",
    )
    server_members: bool = Field(
        default=True,
        description="on or off: whether the bot asks for the Server Members intent, and greets newcomers",
    )
    database_url: str = Field(
        default=f"sqlite:///{DATA / 'circles.db'}",
        pattern=r"^(sqlite|postgresql)(\+\w+)?://",
        repr=False,
        description="sqlite:///a/file or postgresql://user:password@host/name",
    )
    master_key_file: Path = Field(
        default=DATA / "circles.key",
        description="a file with the key that seals people's texts; made when missing",
    )
    state_folder: Path | None = Field(
        default=None,
        description="a folder where the bot notes its starts; without one, that of MASTER_KEY_FILE",
    )
    identifies_in_an_hour: int = Field(
        default=20,
        ge=2,
        description="how many sessions with Discord it may begin in an hour; more than 40 cost it its token",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="debug, info, warning or error",
    )
    log_format: Literal["auto", "json", "console"] = Field(
        default="auto", description="json, console, or auto: console on a terminal and json elsewhere"
    )
    health_port: int = Field(
        default=8701,
        ge=0,
        le=65535,
        description="the port, on this machine alone, of /live, /ready and /metrics; 0 for none",
    )
    calendar_port: int = Field(
        default=8702,
        ge=0,
        le=65535,
        description="the port, on this machine alone, of the calendars that people follow; 0 for none",
    )
    calendar_url: str | None = Field(
        default=None,
        pattern="^https?://[^/?#]+[^?#]*$",
        description="https://host/ as others reach CALENDAR_PORT; without it people get calendars as files",
    )
    sandbox_host: str = Field(
        default="127.0.0.1",
        description="the address the sandbox listens on; others need the token of the page",
    )
    sandbox_port: int = Field(
        default=8700, ge=0, le=65535, description="the port of the sandbox; 0 takes a free one"
    )
    sandbox_url: str | None = Field(
        default=None,
        pattern="^http://",
        description="http://host:port/ of a sandbox to run on in place of Discord",
    )

    @classmethod
    def read(cls) -> Self:
        """The environment's settings. Raises WrongSettings with a line for each one that cannot work."""
        try:
            return cls()
        except ValidationError as error:
            raise WrongSettings("\n".join(_line(problem) for problem in error.errors())) from None

    @field_validator("log_level", "log_format", mode="before")
    @classmethod
    def _in_any_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @model_validator(mode="before")
    @classmethod
    def _token_from_file(cls, given: Mapping[str, Any]) -> dict[str, Any]:
        values = dict(given)
        file, token = values.get("discord_token_file"), values.get("discord_token")
        if file and token:
            raise ValueError("DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set: unset one of them")
        if file:
            values["discord_token"] = _alone("DISCORD_TOKEN_FILE", _text_of(Path(file)))
        elif token:
            values["discord_token"] = _alone("DISCORD_TOKEN", str(token))
        return values


def _text_of(file: Path) -> str:
    try:
        mode = file.stat().st_mode
        if os.name == "posix" and mode & (stat.S_IROTH | stat.S_IWOTH):
            raise ValueError(f"DISCORD_TOKEN_FILE can be read by everybody on this machine: chmod 600 {file}")
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise ValueError(
            f"DISCORD_TOKEN_FILE={file} cannot be read ({reason}): name the token's file"
        ) from None


def _alone(variable: str, token: str) -> str:
    token = token.strip()
    if not token or not token.isascii() or any(letter.isspace() for letter in token):
        raise ValueError(f'{variable} must hold the token alone, without "Bot", spaces or quotes')
    return token


def _line(problem: Mapping[str, Any]) -> str:
    if not problem["loc"]:
        return str(problem["ctx"]["error"])
    field = str(problem["loc"][0])
    return f"{field.upper()} cannot be used: set it to {Settings.model_fields[field].description}"
