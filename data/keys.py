"""Keys at rest: one master key outside the database, one key per person inside it, wrapped.

Whoever forgets a person's key has erased every text that was sealed with it.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import stat
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from data.errors import BadKeyFile, WrongKey
from data.link import Link
from data.tables import key_check, person_keys
from data.types import Sealed, add_missing

KEY_BYTES = 32
NONCE_BYTES = 12
CHECK = b"reverse-mentoring-circles"


@dataclass(frozen=True, slots=True)
class MasterKey:
    """Wraps the key of every person. It never stands in the database it protects."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError(f"a master key has {KEY_BYTES} bytes, not {len(self.secret)}")

    @classmethod
    def generate(cls) -> MasterKey:
        return cls(secrets.token_bytes(KEY_BYTES))

    @classmethod
    def from_file(cls, path: Path) -> MasterKey:
        """The key in this file; the first call makes the file, for its owner only. Raises BadKeyFile."""
        try:
            return cls._made_in(path) or cls._found_in(path)
        except OSError as problem:
            raise BadKeyFile(f"the master key {path} cannot be used: {problem.strerror}") from problem

    @classmethod
    def _made_in(cls, path: Path) -> MasterKey | None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = cls.generate()
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return None
        with os.fdopen(handle, "wb") as file:
            file.write(base64.b64encode(key.secret) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        return key

    @classmethod
    def _found_in(cls, path: Path) -> MasterKey:
        if os.name == "posix" and path.stat().st_mode & stat.S_IRWXO:
            raise BadKeyFile(f"everybody on this machine may read the master key: chmod 600 {path}")
        try:
            return cls(base64.b64decode(path.read_bytes().strip(), validate=True))
        except (ValueError, binascii.Error) as problem:
            raise BadKeyFile(
                f"{path} holds no master key ({KEY_BYTES} bytes in base64): put the right file back"
            ) from problem

    def wrap(self, key: bytes, about: bytes) -> bytes:
        return _seal(self.secret, key, about)

    def unwrap(self, wrapped: bytes, about: bytes) -> bytes:
        """Raises WrongKey."""
        try:
            return _open(self.secret, wrapped, about)
        except InvalidTag as problem:
            raise WrongKey(
                "this database was sealed with another master key: put back the key file that belongs to it"
            ) from problem


@dataclass(frozen=True, slots=True)
class PersonKey:
    """Seals the texts of one person in one community, each to the place it stands in."""

    community_id: int
    user_id: int
    secret: bytes = field(repr=False)

    def seal(self, text: str, *, place: str) -> Sealed:
        """`place` names the column, so that a sealed text cannot be passed off as another one."""
        return Sealed(_seal(self.secret, text.encode("utf-8", "surrogatepass"), self._about(place)))

    def open(self, sealed: Sealed, *, place: str) -> str:
        """Raises WrongKey for a text of another person or place, or one that was changed."""
        try:
            text = _open(self.secret, sealed.ciphertext, self._about(place))
        except InvalidTag as problem:
            raise WrongKey(f"a text in {place} was not sealed there, or was changed since") from problem
        return text.decode("utf-8", "surrogatepass")

    def _about(self, place: str) -> bytes:
        return f"{self.community_id}/{self.user_id}/{place}".encode()


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of people, as one transaction sees them."""

    link: Link
    master: MasterKey

    async def of(self, community_id: int, user_id: int) -> PersonKey:
        """This person's key, made when there is none yet. Two at once get the same one."""
        key = await self.find(community_id, user_id)
        if key is not None:
            return key
        fresh = self.master.wrap(secrets.token_bytes(KEY_BYTES), _owner(community_id, user_id))
        row = {"community_id": community_id, "user_id": user_id, "wrapped_key": fresh}
        await self.link.execute(add_missing(self.link, person_keys, row))
        return self._unwrapped((await self.link.execute(_row(community_id, user_id))).one())

    async def find(self, community_id: int, user_id: int) -> PersonKey | None:
        row = (await self.link.execute(_row(community_id, user_id))).one_or_none()
        return None if row is None else self._unwrapped(row)

    async def forget(self, community_id: int, user_id: int) -> None:
        """From here on nobody can read what this person's key has sealed."""
        await self.link.execute(
            person_keys.delete().where(
                person_keys.c.community_id == community_id, person_keys.c.user_id == user_id
            )
        )

    def _unwrapped(self, row: sa.Row[int, int, bytes]) -> PersonKey:
        owner = _owner(row.community_id, row.user_id)
        return PersonKey(row.community_id, row.user_id, self.master.unwrap(row.wrapped_key, owner))


async def check(link: Link, master: MasterKey) -> None:
    """The first master key leaves its mark; every later one must know it. Raises WrongKey."""
    mark = (await link.execute(sa.select(key_check.c.mark))).scalar_one_or_none()
    if mark is None:
        await link.execute(key_check.insert().values(id=1, mark=master.wrap(CHECK, CHECK)))
    else:
        master.unwrap(mark, CHECK)


def _row(community_id: int, user_id: int) -> sa.Select[int, int, bytes]:
    return sa.select(person_keys.c.community_id, person_keys.c.user_id, person_keys.c.wrapped_key).where(
        person_keys.c.community_id == community_id, person_keys.c.user_id == user_id
    )


def _owner(community_id: int, user_id: int) -> bytes:
    return f"{community_id}/{user_id}".encode()


def _seal(key: bytes, content: bytes, about: bytes) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, about)


def _open(key: bytes, sealed: bytes, about: bytes) -> bytes:
    """Raises InvalidTag; a text cut short has none either."""
    if len(sealed) < NONCE_BYTES:
        raise InvalidTag
    return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about)
