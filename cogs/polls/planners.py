"""Whoever is about to plan something: whether they may, and by which clocks."""

from __future__ import annotations
