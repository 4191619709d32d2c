"""What the sandbox answers when Discord would refuse, in Discord's own codes and bodies."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """A refusal: HTTP status, Discord's code, its message, and the nested `errors` tree of a 50035."""

    def __init__(self, status: int, code: int, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.body: dict[str, Any] = {"message": message, "code": code}
        if errors:
            self.body["errors"] = errors


UNKNOWN_CODES = {
    "Account": 10001,
    "Application": 10002,
    "Channel": 10003,
    "Guild": 10004,
    "Invite": 10006,
    "Member": 10007,
    "Message": 10008,
    "Permission overwrite": 10009,
    "Role": 10011,
    "User": 10013,
    "Emoji": 10014,
    "Webhook": 10015,
    "Ban": 10026,
    "Sticker": 10060,
    "interaction": 10062,
    "application command": 10063,
    "Voice State": 10065,
    "Stage Instance": 10067,
    "Guild Scheduled Event": 10070,
    "Tag": 10087,
}
"""Discord's codes for "Unknown …" (topics/opcodes-and-status-codes)."""


def unknown(what: str) -> ApiError:
    """404 for an object that is not there, or that the caller may not know of."""
    return ApiError(404, UNKNOWN_CODES[what], f"Unknown {what}")


def missing_access() -> ApiError:
    """The caller cannot see the channel or guild."""
    return ApiError(403, 50001, "Missing Access")


def missing_permissions() -> ApiError:
    """The caller sees it but may not do this, or stands too low in the role hierarchy."""
    return ApiError(403, 50013, "Missing Permissions")


def invalid(problems: dict[str, tuple[str, str]]) -> ApiError:
    """400 50035. `problems` maps a dotted path (`components.0.label`) to (code, message)."""
    tree: dict[str, Any] = {}
    for path, (code, message) in problems.items():
        node = tree
        for part in path.split("."):
            node = node.setdefault(part, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})
    return ApiError(400, 50035, "Invalid Form Body", tree)
