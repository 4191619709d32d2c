"""The sandbox's own tests use its own plug-in."""

from __future__ import annotations

from sandbox.testing import sandbox, world

__all__ = ["sandbox", "world"]
