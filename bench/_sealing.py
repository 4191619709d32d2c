"""Keys of many people at once, and their texts: whoever says the same twice is sealed once."""

from __future__ import annotations

import secrets
from typing import Any

from data.keys import KEY_BYTES, MasterKey, PersonKey
from data.types import Sealed


class Sealing:
    """What `data.keys` keeps, for rows that are put in without it."""

    def __init__(self, master: MasterKey, community_id: int) -> None:
        self._master = master
        self._community_id = community_id
        self._keys: dict[int, PersonKey] = {}
        self._sealed: dict[tuple[int, str, str], Sealed] = {}

    def key_row(self, user_id: int) -> dict[str, Any]:
        """A row of `person_keys`, with a fresh key."""
        key = PersonKey(self._community_id, user_id, secrets.token_bytes(KEY_BYTES))
        self._keys[user_id] = key
        wrapped = self._master.wrap(key.secret, f"{self._community_id}/{user_id}".encode())
        return {"community_id": self._community_id, "user_id": user_id, "wrapped_key": wrapped}

    def seal(self, user_id: int, place: str, text: str) -> Sealed:
        """Of somebody who has a key."""
        which = (user_id, place, text)
        if which not in self._sealed:
            self._sealed[which] = self._keys[user_id].seal(text, place=place)
        return self._sealed[which]
