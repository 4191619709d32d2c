"""Holds what bot and sandbox say to each other against Discord's published OpenAPI document.

The document is Discord's and not part of this project. Where it is absent, or jsonschema-rs is not installed,
`Checker.load()` is None and nothing is checked.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol
from urllib.parse import quote

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator, Registry, ValidationError

PROJECT = Path(__file__).parent.parent
BESIDE = PROJECT.parent / "shared" / "discord" / "openapi.json"
"""Where the document is looked for unless DISCORD_OPENAPI names another place."""

Side = Literal["request", "answer"]
SIDES: tuple[Side, ...] = ("request", "answer")
Schema = dict[str, Any]

DIGITS: Schema = {"type": "string", "pattern": "^[0-9]+$"}
FIELD_ERROR: Schema = {
    "type": "object",
    "properties": {"code": {"type": ["integer", "string"]}, "message": {"type": "string"}},
    "required": ["code", "message"],
}


class Call(Protocol):
    """One recorded REST call; bodies are decoded JSON, a form's being that of its `payload_json`.

    `template` is None for a route that the sandbox does not know, `status` 0 where the line was cut.
    """

    @property
    def method(self) -> str: ...
    @property
    def template(self) -> str | None: ...
    @property
    def status(self) -> int: ...
    @property
    def request(self) -> object: ...
    @property
    def response(self) -> object: ...


@dataclass(frozen=True)
class Leniency:
    """Something the live API does that its document does not say."""

    name: str
    reason: str
    side: Side
    keys: frozenset[str]
    """Names of the schemas and properties it loosens, where their type is one of `types`."""
    types: frozenset[str]
    also: Schema
    """What is taken besides what the document says."""

    def loosens(self, key: str, schema: Schema) -> bool:
        stated = schema.get("type", ())
        return key in self.keys and bool(self.types & set([stated] if isinstance(stated, str) else stated))


LENIENCIES = (
    Leniency(
        "snowflakes as integers",
        "discord.py sends ids as JSON numbers (channel_id, parent_id, roles, overwrites); Discord takes them",
        "request",
        frozenset({"SnowflakeType"}),
        frozenset({"string"}),
        {"type": "integer", "minimum": 0},
    ),
    Leniency(
        "permission bits as strings",
        "every client sends them as strings, as topics/permissions asks; the document says integer",
        "request",
        frozenset({"permissions", "allow", "deny", "default_member_permissions"}),
        frozenset({"integer"}),
        DIGITS,
    ),
    Leniency(
        "moments without a time zone",
        "discord.py sends the moment of a request to speak so, in UTC; nobody reported that Discord minds",
        "request",
        frozenset({"request_to_speak_timestamp"}),
        frozenset({"string"}),
        {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+$"},
    ),
    Leniency(
        "field errors with a code in words",
        "the document has Error.code an integer; a field's error says BASE_TYPE_REQUIRED (reference: errors)",
        "answer",
        frozenset({"InnerErrors"}),
        frozenset({"object"}),
        {"type": "object", "properties": {"_errors": {"type": "array", "items": FIELD_ERROR}}},
    ),
)


@dataclass(frozen=True)
class _Operation:
    """Pointers into the document to the schemas of one operation; None where there is no body."""

    request: str | None
    answers: Mapping[str, str | None]


@dataclass(frozen=True)
class Problem:
    method: str
    template: str
    side: Side
    at: str
    """Dotted path into the body; empty for the body as a whole."""
    reason: str

    def __str__(self) -> str:
        return f"{self.method} {self.template}, {self.side}, {self.at or 'body'}: {self.reason}"


class Checker:
    """Validators are compiled when first needed and kept for the life of the process."""

    def __init__(self, document: Schema, leniencies: Sequence[Leniency] = LENIENCIES) -> None:
        self._operations = dict(_operations(document))
        self._registries = {side: _registry(document, side, leniencies) for side in SIDES}
        self._validators: dict[str, Draft202012Validator] = {}

    @staticmethod
    def load() -> Checker | None:
        return _load(Path(os.environ.get("DISCORD_OPENAPI") or BESIDE))

    def check(self, call: Call) -> list[Problem]:
        """What the document does not allow in this call. A refused request is not held against it."""
        if call.template is None or not 200 <= call.status < 500:
            return []  # nobody answered, or something before the application did: outside the document
        if call.status >= 400 and call.response is None:
            return []  # likewise: a page of the edge
        operation = self._operations.get(_key(call.method, call.template))
        if operation is None:
            return (
                [] if call.status >= 400 else [_problem(call, "request", "", "this route is not documented")]
            )
        found = self._check_answer(call, operation)
        return found if call.status >= 400 else [*self._check_request(call, operation), *found]

    def _check_request(self, call: Call, operation: _Operation) -> list[Problem]:
        if operation.request is None or call.request is None:
            return []
        return self._validate(call, "request", operation.request, call.request)

    def _check_answer(self, call: Call, operation: _Operation) -> list[Problem]:
        for status in (str(call.status), f"{call.status // 100}XX"):
            if status in operation.answers:
                return self._validate_answer(call, operation.answers[status])
        return [_problem(call, "answer", "", f"{call.status} is not among {', '.join(operation.answers)}")]

    def _validate_answer(self, call: Call, pointer: str | None) -> list[Problem]:
        if pointer is None:
            return [] if call.response is None else [_problem(call, "answer", "", "there should be no body")]
        return self._validate(call, "answer", pointer, call.response)

    def _validate(self, call: Call, side: Side, pointer: str, body: object) -> list[Problem]:
        validator = self._validator(side, pointer)
        if validator.is_valid(body):
            return []
        causes = (cause for error in validator.iter_errors(body) for cause in explain(error))
        return [_problem(call, side, at, reason) for at, reason in dict.fromkeys(causes)]

    def _validator(self, side: Side, pointer: str) -> Draft202012Validator:
        from jsonschema_rs import Draft202012Validator

        if pointer not in self._validators:
            schema = {"$ref": f"{_urn(side)}#{pointer}"}
            self._validators[pointer] = Draft202012Validator(
                schema, registry=self._registries[side], validate_formats=True
            )
        return self._validators[pointer]


def check_all(calls: Iterable[Call]) -> list[str]:
    """A sentence for everything in `calls` that the document does not allow; none where it is absent."""
    checker = Checker.load()
    return [str(problem) for call in calls for problem in checker.check(call)] if checker else []


def explain(error: ValidationError) -> Iterator[tuple[str, str]]:
    """(path, reason) at the leaves: of several alternatives, only in the one that was meant."""
    branches: Sequence[Sequence[ValidationError]] = getattr(error.kind, "context", ())
    if branches:
        for cause in min(branches, key=_distance):
            yield from explain(cause)
    else:
        yield ".".join(map(str, error.instance_path)), error.message[:200]


def _distance(branch: Sequence[ValidationError]) -> tuple[bool, int]:
    """How unlikely it is that this alternative was meant: above all if even its `type` is another."""
    other_type = any(list(error.instance_path)[-1:] == ["type"] for error in branch)
    return other_type, len(branch)


@cache
def _load(path: Path) -> Checker | None:
    try:
        import jsonschema_rs  # noqa: F401 - optional: without it there is no checker
    except ImportError:
        return None
    return Checker(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


def _registry(document: Schema, side: Side, leniencies: Sequence[Leniency]) -> Registry:
    from jsonschema_rs import Registry

    loosened = _loosened("", document, [each for each in leniencies if each.side == side])
    return Registry([(_urn(side), loosened)])


def _loosened(key: str, node: Any, leniencies: Sequence[Leniency]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(node, list):
        return [_loosened("", each, leniencies) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {name: _loosened(name, each, leniencies) for name, each in node.items()}
    also = [each.also for each in leniencies if each.loosens(key, node)]
    return {"anyOf": [kept, *also]} if also else kept


def _operations(document: Schema) -> Iterator[tuple[tuple[str, str], _Operation]]:
    for template, item in document["paths"].items():
        for method in item.keys() & {"get", "put", "post", "patch", "delete"}:
            at = _pointer("", "paths", template, method)
            yield _key(method, template), _operation(document, item[method], at)


def _operation(document: Schema, operation: Schema, at: str) -> _Operation:
    answers = {}
    for status, response in operation["responses"].items():
        reference = response.get("$ref", "")
        where = reference.removeprefix("#") or _pointer(at, "responses", status)
        answers[status] = _body(_resolve(document, reference) if reference else response, where)
    return _Operation(_body(operation.get("requestBody", {}), _pointer(at, "requestBody")), answers)


def _body(holder: Schema, at: str) -> str | None:
    """The schema of the JSON form: what a form sends as `payload_json` is documented there only."""
    content = holder.get("content", {})
    return _pointer(at, "content", "application/json", "schema") if "application/json" in content else None


def _resolve(document: Schema, reference: str) -> Schema:
    node = document
    for part in reference.removeprefix("#/").split("/"):
        node = node[part]
    return node


def _pointer(at: str, *parts: str) -> str:
    escaped = (quote(part.replace("~", "~0").replace("/", "~1"), safe="~") for part in parts)
    return "/".join((at, *escaped))


def _key(method: str, template: str) -> tuple[str, str]:
    return method.lower(), re.sub(r"\{[^}]*\}", "{}", template)


def _urn(side: str) -> str:
    return f"urn:discord:{side}"


def _problem(call: Call, side: Side, at: str, reason: str) -> Problem:
    return Problem(call.method, call.template or "", side, at, reason)
