"""A slash command as a person types it, and as Discord sends it to the bot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.enums import CommandType, OptionType
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo
from sandbox.people.picking import OPTION_FROM, Resolved

if TYPE_CHECKING:
    from sandbox.people.onlooker import Onlooker

NESTED = (OptionType.SUBCOMMAND, OptionType.GROUP)


@dataclass(frozen=True, slots=True)
class Typed:
    """A command with the subcommands that lead to its options."""

    onlooker: Onlooker
    command: Json
    path: tuple[Json, ...]

    @property
    def options(self) -> dict[str, Json]:
        """What can be filled in, by name."""
        node = self.path[-1] if self.path else self.command
        return {option["name"]: option for option in node.get("options", ()) if option["type"] not in NESTED}

    def filled(self, values: Mapping[str, object]) -> Json:
        """The interaction's data; CannotDo for what the client would not send."""
        self._refuse_unknown(values)
        missing = [o["name"] for o in self.options.values() if o.get("required") and o["name"] not in values]
        if missing:
            raise CannotDo(f"{self.onlooker.name} must fill in {missing}")
        resolved = Resolved(self.onlooker)
        given = [
            {"name": name, "type": self.options[name]["type"], "value": self._value(resolved, name, value)}
            for name, value in values.items()
        ]
        return self._data(given) | ({"resolved": resolved.objects} if resolved.objects else {})

    def half_filled(self, focused: str, values: Mapping[str, object]) -> Json:
        """The data of an autocomplete request, with the option that has the cursor marked."""
        self._refuse_unknown(values)
        if not self.options[focused].get("autocomplete"):
            raise CannotDo(f"{self.onlooker.name} gets no suggestions for {focused!r}")
        given: list[Json] = [
            {"name": name, "type": self.options[name]["type"], "value": value}
            for name, value in values.items()
        ]
        return self._data([one | ({"focused": True} if one["name"] == focused else {}) for one in given])

    def _refuse_unknown(self, values: Mapping[str, object]) -> None:
        unknown = values.keys() - self.options.keys()
        if unknown:
            raise CannotDo(
                f"{self.onlooker.name} sees no options {sorted(unknown)} but {sorted(self.options)}"
            )

    def _data(self, options: list[Json]) -> Json:
        for node in reversed(self.path):
            options = [{"name": node["name"], "type": node["type"], "options": options}]
        data = {
            "id": self.command["id"], "name": self.command["name"], "type": self.command["type"],
            "options": options,
        }  # fmt: skip
        return data | ({"guild_id": self.command["guild_id"]} if self.command.get("guild_id") else {})

    def _value(self, resolved: Resolved, name: str, value: object) -> object:
        option = self.options[name]
        if option["type"] in OPTION_FROM:
            return resolved.pick(OPTION_FROM[option["type"]], value)
        if option["type"] == OptionType.ATTACHMENT and isinstance(value, tuple):
            return resolved.upload([value])[0]
        if option.get("choices"):
            return _choice(self.onlooker.name, option, value)
        return _in_bounds(self.onlooker.name, option, value)


def _choice(name: str, option: Json, wanted: object) -> object:
    for choice in option["choices"]:
        if wanted in (choice["name"], choice["value"]):
            return choice["value"]
    offered = [choice["name"] for choice in option["choices"]]
    raise CannotDo(f"{name} finds no choice {wanted!r} for {option['name']!r}; there are {offered}")


KINDS: dict[int, type | tuple[type, ...]] = {
    OptionType.STRING: str, OptionType.INTEGER: int, OptionType.BOOLEAN: bool,
    OptionType.NUMBER: (int, float),
}  # fmt: skip


def _in_bounds(name: str, option: Json, value: object) -> object:
    """Numbers between min_value and max_value, texts between min_length and max_length."""
    if not isinstance(value, KINDS[option["type"]]):
        raise CannotDo(f"{name} cannot enter {value!r} for {option['name']!r}")
    size = len(value) if isinstance(value, str) else value
    word = "length" if isinstance(value, str) else "value"
    low, high = option.get(f"min_{word}"), option.get(f"max_{word}")
    if isinstance(size, int | float) and (
        (low is not None and size < low) or (high is not None and size > high)
    ):
        raise CannotDo(f"{name} cannot enter {value!r} for {option['name']!r}: its {word} is out of bounds")
    return value


def typed(onlooker: Onlooker, line: str) -> Typed:
    """`/name`, `/group name` or `/command group name`; CannotDo when the client does not offer it."""
    root, *names = line.removeprefix("/").split()
    offered = {c["name"]: c for c in onlooker.commands() if c["type"] == CommandType.CHAT_INPUT}
    if root not in offered:
        raise CannotDo(f"{onlooker.name} is not offered /{root}, only {sorted(offered)}")
    node, path = offered[root], []
    for name in names:
        node = _below(onlooker, node, name)
        path.append(node)
    if any(option["type"] in NESTED for option in node.get("options", ())):
        raise CannotDo(f"{line!r} needs one of {[option['name'] for option in node['options']]}")
    return Typed(onlooker, offered[root], tuple(path))


def _below(onlooker: Onlooker, node: Json, name: str) -> Json:
    for option in node.get("options", ()):
        if option["name"] == name and option["type"] in NESTED:
            return dict(option)
    raise CannotDo(f"{onlooker.name} finds no {name!r} under /{node['name']}")
