"""A local Discord: REST, gateway, people and a page, for an unmodified bot."""

from __future__ import annotations

from sandbox.people.cannot import CannotDo
from sandbox.people.person import Person
from sandbox.permissions import Permission
from sandbox.server import Sandbox
from sandbox.world import World

__all__ = ["CannotDo", "Permission", "Person", "Sandbox", "World"]
