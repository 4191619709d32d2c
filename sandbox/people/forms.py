"""A modal in front of a person: what it asks, and what the client makes of the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.checks.modals import inputs
from sandbox.checks.submissions import Value, problem
from sandbox.enums import ComponentType
from sandbox.interactions import Interaction
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.people.picking import PICKED_FROM, Resolved, listed, option_value

if TYPE_CHECKING:
    from sandbox.people.onlooker import Onlooker


class Incomplete(CannotDo):
    """The client keeps a form back. `inputs` are those that cannot be sent as they are."""

    def __init__(self, reason: str, found: list[Json]) -> None:
        super().__init__(reason)
        self.inputs = found


@dataclass(frozen=True, slots=True)
class Form:
    """An open modal and the interaction that opened it."""

    opened_by: Interaction
    modal: Json

    @property
    def title(self) -> str:
        return str(self.modal["title"])

    @property
    def labels(self) -> list[str]:
        """What is asked, in order."""
        return [label for _, label, _ in inputs(self.modal)]

    @property
    def fields(self) -> list[tuple[str, Json]]:
        """(label, input) in order."""
        return [(label, control) for _, label, control in inputs(self.modal)]

    @property
    def texts(self) -> list[str]:
        """What the form says between its inputs."""
        return [c["content"] for c in self.modal["components"] if c["type"] == ComponentType.TEXT_DISPLAY]

    def submission(self, onlooker: Onlooker, answers: Mapping[str, object]) -> Json:
        """The data of the modal's submission; Incomplete with every reason why the client keeps it back."""
        unknown = answers.keys() - set(self.labels) - {control["custom_id"] for _, control in self.fields}
        if unknown:
            raise CannotDo(f"{onlooker.name} is not asked {sorted(unknown)} but {self.labels}")
        resolved = Resolved(onlooker)
        values = {
            control["custom_id"]: _entered(onlooker, resolved, label, control, answers)
            for label, control in self.fields
        }
        self._check(onlooker, values)
        data = {
            "custom_id": self.modal["custom_id"],
            "components": list(_filled(self.modal["components"], values)),
        }
        return data | ({"resolved": resolved.objects} if resolved.objects else {})

    def _check(self, onlooker: Onlooker, values: Mapping[str, Value]) -> None:
        wrong = [
            (f"{label}: {reason[1]}", control)
            for label, control in self.fields
            if (reason := problem(control, values[control["custom_id"]]))
        ]
        if wrong:
            reasons = "; ".join(reason for reason, _ in wrong)
            raise Incomplete(
                f"{onlooker.name} cannot submit {self.title!r}: {reasons}", [control for _, control in wrong]
            )


def _entered(
    onlooker: Onlooker, resolved: Resolved, label: str, control: Json, answers: Mapping[str, object]
) -> Value:
    for name in (control["custom_id"], label):
        if name in answers:
            return _value(onlooker, resolved, control, answers[name])
    return _preset(control)


def _value(onlooker: Onlooker, resolved: Resolved, control: Json, answer: object) -> Value:
    kind = control["type"]
    if kind == ComponentType.TEXT_INPUT:
        return str(answer)
    if kind == ComponentType.CHECKBOX:
        return bool(answer)
    if kind == ComponentType.RADIO_GROUP:
        return None if answer is None else option_value(onlooker.name, control["options"], answer)
    if kind == ComponentType.FILE_UPLOAD:
        return resolved.upload([(str(name), data) for name, data in _files(answer)])
    if kind in PICKED_FROM:
        return [resolved.pick(PICKED_FROM[kind], wanted) for wanted in listed(answer)]
    return [option_value(onlooker.name, control["options"], wanted) for wanted in listed(answer)]


def _files(answer: object) -> list[tuple[str, bytes]]:
    """One (name, content) or several."""
    return [answer] if isinstance(answer, tuple) else list(answer) if isinstance(answer, list) else []


def _preset(control: Json) -> Value:
    """What stands in an input that the person leaves alone."""
    kind = control["type"]
    if kind == ComponentType.TEXT_INPUT:
        return str(control.get("value") or "")
    if kind == ComponentType.CHECKBOX:
        return bool(control.get("default"))
    chosen = [str(option["value"]) for option in control.get("options", ()) if option.get("default")]
    if kind == ComponentType.RADIO_GROUP:
        return chosen[0] if chosen else None
    return chosen or [str(one["id"]) for one in control.get("default_values") or ()]


def _filled(components: list[Json], values: Mapping[str, Value]) -> Iterator[Json]:
    """The modal's components as they go back: no labels, no options, only what was entered."""
    for component in components:
        own = {"type": component["type"], "id": component["id"]}
        if component["type"] == ComponentType.ACTION_ROW:
            yield own | {"components": list(_filled(component["components"], values))}
        elif component["type"] == ComponentType.LABEL:
            yield own | {"component": next(_filled([component["component"]], values))}
        elif component["type"] == ComponentType.TEXT_DISPLAY:
            yield own
        else:
            value = values[component["custom_id"]]
            key = "values" if isinstance(value, list) else "value"
            yield own | {"custom_id": component["custom_id"], key: value}
