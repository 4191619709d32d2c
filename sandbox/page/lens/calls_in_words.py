"""What the bot wants with a REST call, in a few words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from sandbox.enums import AnswerType, MessageFlag
from sandbox.exchange import Exchange
from sandbox.page.lens.names import Names, inner, quoted
from sandbox.payloads import JsonValue

THINKING, QUIETLY = "says that it is thinking", "takes note and will change the message"
ID = re.compile(r"\d+|[\w-]{48,}")
Told = Callable[[Names, dict[str, str], JsonValue], str]


def call_in_words(names: Names, exchange: Exchange) -> str:
    """Empty for what needs no words, such as reading."""
    if exchange.template is None:
        return "a call that the sandbox does not know"
    told = CALLS.get((exchange.method, exchange.template))
    return told(names, _variables(exchange), exchange.request) if told else ""


def shown_path(exchange: Exchange) -> str:
    """The path without ids, which stand in the details."""
    if exchange.template is None:
        return exchange.path
    return _joined("…" if part.startswith("{") else part for part in exchange.template.split("/"))


def without_ids(path: str) -> str:
    """The same where only the path is known: no numbers, no tokens."""
    return _joined("…" if ID.fullmatch(part) else part for part in path.split("/"))


def _joined(parts: Iterable[str]) -> str:
    return "/".join(part for part, _ in groupby(parts))


def _variables(exchange: Exchange) -> dict[str, str]:
    pairs = zip((exchange.template or "").split("/"), exchange.path.split("/"), strict=False)
    return {name.strip("{}"): value for name, value in pairs if name.startswith("{")}


def _answer(_names: Names, _path: dict[str, str], body: JsonValue) -> str:
    data = inner(body, "data")
    flags = inner(data, "flags")
    alone = isinstance(flags, int) and flags & MessageFlag.EPHEMERAL
    match inner(body, "type"):
        case AnswerType.MESSAGE:
            return "answers; only they see it" if alone else "answers for all to see"
        case AnswerType.DEFERRED_MESSAGE:
            return THINKING
        case AnswerType.DEFERRED_UPDATE:
            return QUIETLY
        case AnswerType.UPDATE:
            return "changes the message of the button"
        case AnswerType.CHOICES:
            return "suggests what to choose"
        case AnswerType.MODAL:
            return f"opens the form {quoted(inner(data, 'title'))}"
    return "answers"


def _role(verb: str, between: str) -> Told:
    def told(names: Names, path: dict[str, str], _body: JsonValue) -> str:
        whom, role = names.person(path.get("user_id")), names.role(path.get("role_id"))
        return f"{verb} {role} {between} {whom}"

    return told


def _in_channel(verb: str) -> Told:
    return lambda names, path, _body: f"{verb} {names.channel(path.get('channel_id'))}"


def _named(verb: str) -> Told:
    return lambda _names, _path, body: f"{verb} {quoted(inner(body, 'name'))}"


def _plain(words: str) -> Told:
    return lambda _names, _path, _body: words


GUILD = "/guilds/{guild_id}"

CALLS: dict[tuple[str, str], Told] = {
    ("POST", "/interactions/{interaction_id}/{token}/callback"): _answer,
    ("POST", "/webhooks/{application_id}/{token}"): _plain("says something more to them"),
    ("PATCH", "/webhooks/{application_id}/{token}/messages/{message_id}"): _plain("changes its answer"),
    ("DELETE", "/webhooks/{application_id}/{token}/messages/{message_id}"): _plain("takes its answer back"),
    ("POST", "/channels/{channel_id}/messages"): _in_channel("writes in"),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}"): _in_channel("changes a message in"),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}"): _in_channel("deletes a message in"),
    ("PUT", "/channels/{channel_id}/messages/pins/{message_id}"): _in_channel("pins a message in"),
    ("POST", "/channels/{channel_id}/typing"): _in_channel("is typing in"),
    ("GET", "/channels/{channel_id}/messages"): _in_channel("reads"),
    ("PATCH", "/channels/{channel_id}"): _in_channel("changes"),
    ("DELETE", "/channels/{channel_id}"): _plain("deletes a channel"),
    ("PUT", "/channels/{channel_id}/permissions/{overwrite_id}"): _in_channel("says who may what in"),
    ("POST", "/channels/{channel_id}/threads"): _in_channel("opens a thread in"),
    ("PUT", GUILD + "/members/{user_id}/roles/{role_id}"): _role("gives the role", "to"),
    ("DELETE", GUILD + "/members/{user_id}/roles/{role_id}"): _role("takes the role", "from"),
    ("PATCH", GUILD + "/members/{user_id}"): lambda names, path, _: (
        f"changes {names.person(path.get('user_id'))}"
    ),
    ("GET", GUILD + "/members/{user_id}"): lambda names, path, _: (
        f"looks {names.person(path.get('user_id'))} up"
    ),
    ("POST", GUILD + "/channels"): _named("makes the channel"),
    ("POST", GUILD + "/roles"): _named("makes the role"),
    ("GET", GUILD + "/channels"): _plain("reads the channels"),
    ("GET", GUILD + "/roles"): _plain("reads the roles"),
    ("POST", "/users/@me/channels"): _plain("opens a direct message"),
    ("PUT", "/applications/{application_id}/commands"): _plain("says which commands it has"),
    ("GET", "/gateway"): _plain("asks where the gateway is"),
    ("GET", "/gateway/bot"): _plain("asks where the gateway is"),
    ("GET", "/users/@me"): _plain("asks who it is"),
}
