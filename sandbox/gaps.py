"""What the sandbox does not know it says, by name, instead of doing half of it."""

from __future__ import annotations

from sandbox.errors import ApiError

NOT_KNOWN = 501


def not_known(what: str) -> ApiError:
    """501; the callers of webhooks are answered 404 instead, for they would try a 501 again and again."""
    return ApiError(NOT_KNOWN, 0, f"{NOT_KNOWN}: the sandbox does not know {what}")
