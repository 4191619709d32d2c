"""What the checker of recorded calls finds, on a small document and on Discord's where it is present."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sandbox.openapi import LENIENCIES, Checker, check_all

pytest.importorskip("jsonschema_rs")

MESSAGES = "/channels/{channel_id}/messages"
CHANNELS = "/guilds/{guild_id}/channels"


@dataclass(frozen=True)
class Call:
    method: str
    template: str
    status: int
    request: Any = None
    response: Any = None


SMALL: dict[str, Any] = {
    "paths": {
        "/things/{thing_id}": {
            "put": {
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
                },
                "responses": {
                    "200": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
                    },
                    "204": {"description": "nothing"},
                    "4XX": {"$ref": "#/components/responses/Refusal"},
                },
            }
        }
    },
    "components": {
        "responses": {
            "Refusal": {"content": {"application/json": {"schema": {"type": "object", "required": ["code"]}}}}
        },
        "schemas": {
            "Thing": {
                "type": "object",
                "required": ["part"],
                "properties": {
                    "id": {"$ref": "#/components/schemas/SnowflakeType"},
                    "part": {
                        "oneOf": [
                            {"$ref": "#/components/schemas/Wheel"},
                            {"$ref": "#/components/schemas/Door"},
                        ]
                    },
                },
            },
            "Wheel": {
                "type": "object",
                "required": ["type", "spokes", "tyre"],
                "properties": {"type": {"enum": [1]}, "spokes": {"type": "integer"}},
            },
            "Door": {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"enum": [2]}, "colour": {"type": "string", "maxLength": 5}},
            },
            "SnowflakeType": {"type": "string", "pattern": "^[0-9]+$"},
        },
    },
}
DOOR = {"part": {"type": 2, "colour": "red"}}


def found(
    status: int = 204, request: object = None, response: object = None, method: str = "PUT"
) -> list[str]:
    call = Call(method, "/things/{id}", status, request, response)
    return [f"{problem.side} {problem.at}" for problem in Checker(SMALL).check(call)]


def test_what_the_document_describes_passes():
    assert found(request=DOOR) == []
    assert found(200, DOOR, DOOR) == []


def test_a_fault_is_named_where_it_is_in_the_alternative_that_was_meant():
    assert found(request={"part": {"type": 2, "colour": "crimson"}}) == ["request part.colour"]


def test_an_answer_is_checked_as_well():
    assert found(200, DOOR, {"part": {"type": 2, "colour": 5}}) == ["answer part.colour"]
    assert found(200, DOOR, None) == ["answer "]


def test_a_body_where_none_is_promised_is_a_fault():
    assert found(204, DOOR, DOOR) == ["answer "]


def test_a_status_that_is_not_documented_is_a_fault():
    assert found(201, DOOR, DOOR) == ["answer "]


def test_a_refused_request_is_not_held_against_whoever_refused_it():
    assert found(400, {"part": "none"}, {"code": 50035}) == []
    assert found(400, {"part": "none"}, {}) == ["answer "]


def test_a_route_that_is_not_documented_must_not_be_served():
    assert found(method="POST") == ["request "]
    assert found(404, method="POST") == []


def test_a_failure_before_the_application_is_outside_the_document():
    assert found(502, DOOR, "<html>Bad gateway</html>") == []


def test_a_problem_reads_as_a_sentence():
    call = Call("PUT", "/things/{id}", 204, {"part": {"type": 2, "colour": "crimson"}})
    (problem,) = Checker(SMALL).check(call)
    assert str(problem) == 'PUT /things/{id}, request, part.colour: "crimson" is longer than 5 characters'


def test_a_leniency_holds_for_its_side_only():
    assert found(request=DOOR | {"id": 5}) == []
    assert found(200, DOOR, DOOR | {"id": 5}) == ["answer id"]


def test_without_the_document_nothing_is_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("DISCORD_OPENAPI", str(tmp_path / "openapi.json"))
    assert Checker.load() is None
    assert check_all([Call("GET", "/nowhere", 200)]) == []


def test_every_leniency_says_why():
    assert all(len(leniency.reason) > 40 for leniency in LENIENCIES)
    assert len({leniency.name for leniency in LENIENCIES}) == len(LENIENCIES)
