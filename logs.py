"""What is logged: an event's name, ids and durations; never what somebody wrote, and never a token.

Our own events keep that promise by their values: whatever is no plain word or number is left out. Libraries
speak in sentences, so theirs are cut to the first line, their arguments made plain, and DEBUG, where
discord.py shows payloads and tokens, is not to be had. An error is logged as its type, its codes and its
places in the code: its message may quote a person. Last, every finished line passes the redaction.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from contextlib import suppress
from copy import copy
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

import orjson
import structlog

OURS = ("bot", "service", "life", "cogs", "actions", "data", "tour", "sandbox")
QUIET = ("aiohttp.access", "sqlalchemy", "alembic")
"""Libraries whose INFO holds requests, or statements with their parameters, or nothing of use."""

PLAIN = re.compile(r"[\w.:/+?=&%-]{1,200}", re.ASCII)
SECRETS = (
    (re.compile(r"\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"), "[token]"),
    (re.compile(r"(/(?:webhooks|interactions)/\d+/)[\w.-]+"), r"\1[token]"),
    (re.compile(r"(\w+://[^/\s:@]*:)[^@\s/]+(?=@)"), r"\1[password]"),
)
LONGEST_CHAIN = 10
FACTS = ("status", "code", "errno", "sqlstate", "sqlite_errorname")
HERE = Path(__file__).parent


def configure(level: str, form: str, out: TextIO = sys.stderr, hide: Sequence[str] = ()) -> None:
    """Send every record of this process to `out`. `form`: json, console or auto; `hide`: exact secrets."""
    console = form == "console" or (form == "auto" and out.isatty())
    handler = logging.StreamHandler(out)
    handler.setFormatter(_Formatter(_Redaction(hide), colours=out.isatty() if console else None))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    ours = logging.getLevelNamesMapping()[level.upper()]
    root.setLevel(max(ours, logging.INFO))
    for name in OURS:
        logging.getLogger(name).setLevel(ours)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(ours, logging.WARNING))
    logging.raiseExceptions = False  # a record that cannot be written would be printed with its arguments
    sys.excepthook = _log_crash
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            _only_plain,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """One line a record, whether it comes from us or from a library."""

    def __init__(self, redaction: _Redaction, *, colours: bool | None) -> None:
        """`colours` is None for JSON."""
        show: structlog.typing.Processor = (
            structlog.processors.JSONRenderer(serializer=lambda event, **_: orjson.dumps(event).decode())
            if colours is None
            else structlog.dev.ConsoleRenderer(colors=colours)
        )
        super().__init__(
            processors=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                self.remove_processors_meta,
                _name_error,
                _in_order,
                show,
            ],
        )
        self._redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        ours = isinstance(record.msg, dict)
        return self._redaction(super().format(record if ours else _made_plain(record)))


class _Redaction:
    def __init__(self, exact: Sequence[str]) -> None:
        known = [(re.compile(re.escape(secret)), "[secret]") for secret in exact if secret]
        self._patterns = (*known, *SECRETS)

    def __call__(self, line: str) -> str:
        for pattern, instead in self._patterns:
            line = pattern.sub(instead, line)
        return line


Event = MutableMapping[str, Any]


def _only_plain(_: object, __: str, event: Event) -> Event:
    """Let words and numbers through, and lists of them; of anything else only say what it is."""
    return {key: value if key == "exc_info" else _plain(value) for key, value in event.items()}


def _made_plain(record: logging.LogRecord) -> logging.LogRecord:
    """A library's sentence anew, from its first line and the arguments that are plain."""
    sentence = str(record.msg).partition("\n")[0]
    with suppress(TypeError, ValueError, KeyError):
        if isinstance(record.args, Mapping):
            sentence %= _plain(record.args)
        elif record.args:
            sentence %= tuple(_plain(value) for value in record.args)
    plain = copy(record)
    plain.msg, plain.args = sentence, None
    return plain


def _name_error(_: object, __: str, event: Event) -> Event:
    """Replace an exception by its types, codes and places; messages and locals stay out."""
    given = event.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else sys.exc_info()[1] if given is True else given
    if isinstance(error, BaseException):
        chain = list(islice(_chain(error), LONGEST_CHAIN))
        event["error"] = [_type_of(one) for one in chain]
        event.update(
            {name: _plain(getattr(one, name)) for one in chain for name in FACTS if hasattr(one, name)}
        )
        event["where"] = [place for one in chain for place in _places(one)]
    return event


def _in_order(_: object, __: str, event: Event) -> Event:
    return {key: event.pop(key) for key in ("timestamp", "level", "logger", "event")} | dict(event)


def _plain(value: object) -> Any:  # noqa: ANN401 - what JSON can hold
    match value:
        case Enum():
            return _plain(value.value)
        case None | bool() | int() | float():
            return value
        case str() if PLAIN.fullmatch(value):
            return value
        case list() | tuple() | set() | frozenset():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
    return f"<{type(value).__name__}>"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, then what it holds and what it came from."""
    yield error
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _chain(inner)
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _chain(cause)


def _type_of(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _places(error: BaseException) -> Iterator[str]:
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        ours = HERE in file.parents and ".venv" not in file.parts
        name = file.relative_to(HERE) if ours else Path(*file.parts[-2:])
        yield f"{name.as_posix()}:{line}:{frame.f_code.co_name}"


def _log_crash(_: type[BaseException], error: BaseException, __: object) -> None:
    structlog.get_logger("bot").critical("crashed", exc_info=error)
