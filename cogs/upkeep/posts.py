"""The lasting posts of a forum, and its tags: found, made and kept, always over REST."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord
from discord.http import handle_message_parameters

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from domain.actual import Actual, SeenPost, Tag
from domain.blueprint import Kind, PlannedPanel

PAGE = 100
PAGES = 10
"""So many archived posts are looked through for one that was made and never recorded."""
WEEK = 10_080
"""Minutes without a word until a post goes to rest: as many as Discord lets it have."""
PUBLIC_THREAD = discord.ChannelType.public_thread.value
PINNED = discord.ChannelFlags(pinned=True).value

Payload = Mapping[str, Any]


@dataclass(slots=True)
class Forums:
    """Looks for our posts; the active ones of the whole server come in one call."""

    bot: CircleBot
    actual: Actual
    _active: dict[int, Payload] | None = None
    _asked: set[int] = field(default_factory=set)

    async def find(self, planned: PlannedPanel, forum_id: int) -> SeenPost | None:
        """The recorded post, else one of ours that bears its mark."""
        self._asked.add(forum_id)
        recorded = self.actual.recorded(Kind.PANEL, planned.key)
        post = await self._thread(recorded) if recorded is not None else None
        if post is not None and int(post["parent_id"]) == forum_id:
            return _seen(post, whole=await self._first(post) is not None)
        async for candidate in self._candidates(planned, forum_id):
            first = await self._first(candidate)
            if first is not None and mark(planned.key) in _ids(first.get("components", [])):
                return _seen(candidate)
        return None

    def others_pinned(self, ours: Mapping[str, SeenPost]) -> frozenset[int]:
        """The forums that were looked at in which a post is pinned that is not one of these."""
        known = {post.post_id for post in ours.values()}
        pinned = (each for each in (self._active or {}).values() if each.get("flags", 0) & PINNED)
        strange = {int(each["parent_id"]) for each in pinned if int(each["id"]) not in known}
        return frozenset(strange & self._asked)

    async def active(self) -> Mapping[int, Payload]:
        if self._active is None:
            answer = await self.bot.http.get_active_threads(self.actual.community_id)
            self._active = {int(each["id"]): each for each in answer["threads"]}
        return self._active

    async def _thread(self, post_id: int) -> Payload | None:
        if post := (await self.active()).get(post_id):
            return post
        try:
            return await self.bot.http.get_channel(post_id)
        except discord.NotFound:
            return None

    async def _first(self, post: Payload) -> Payload | None:
        """The message that a post begins with, which bears the post's id.

        Read from the list: one 404 is too little to take a post for empty, and to remove it.
        """
        post_id = int(post["id"])
        page = await self.bot.http.logs_from(post_id, 1, after=post_id - 1)
        return next((message for message in page if int(message["id"]) == post_id), None)

    async def _candidates(self, planned: PlannedPanel, forum_id: int) -> AsyncIterator[Payload]:
        """Our posts with its title that are no other panel's, the active ones first, then those at rest."""
        own = self.actual.recorded(Kind.PANEL, planned.key)
        taken = self.actual.recorded_ids(Kind.PANEL) - {own}

        def may_be(post: Payload) -> bool:
            mine = int(post["owner_id"]) == self.actual.me.user_id and post["name"] == planned.title
            return mine and int(post["parent_id"]) == forum_id and int(post["id"]) not in taken

        for post in sorted((await self.active()).values(), key=lambda each: int(each["id"])):
            if may_be(post):
                yield post
        async for post in self._archived(forum_id):
            if may_be(post):
                yield post

    async def _archived(self, forum_id: int) -> AsyncIterator[Payload]:
        before = None
        for _ in range(PAGES):
            page = await self.bot.http.get_public_archived_threads(forum_id, before, PAGE)
            for post in page["threads"]:
                yield post
            if not page["has_more"]:
                return
            before = page["threads"][-1]["thread_metadata"]["archive_timestamp"]


async def make(bot: CircleBot, forum_id: int, planned: PlannedPanel, card: Card, reason: str) -> int:
    """A new post that shows the card; its id. Discord makes one from an answer that was lost as well."""
    about = {"name": planned.title, "auto_archive_duration": WEEK, "type": PUBLIC_THREAD}
    nobody = discord.AllowedMentions.none()
    with handle_message_parameters(
        view=card.marked(mark(planned.key)), allowed_mentions=nobody, channel_payload=about
    ) as params:
        made = await bot.http.start_thread_in_forum(forum_id, params=params, reason=reason)
    return int(made["id"])


async def arrange(bot: CircleBot, post_id: int, *, pinned: bool, locked: bool, reason: str) -> None:
    """Wake a post, and pin or lock it."""
    flags = PINNED if pinned else 0
    await bot.http.edit_channel(post_id, archived=False, locked=locked, flags=flags, reason=reason)


def mark(key: str) -> int:
    """The number by which a panel's card is known again in a post."""
    return 1 + zlib.crc32(f"circles:{key}".encode()) % (1 << 30)


def tag(payload: Payload) -> Tag:
    """A forum's tag as Discord tells of it."""
    emoji = payload.get("emoji_id"), payload.get("emoji_name")
    return Tag(payload["name"], int(payload["id"]), payload["moderated"], *emoji)


def tag_payload(wanted: Tag) -> dict[str, Any]:
    """The same for Discord, which takes one without an id for a new one."""
    known = {} if wanted.tag_id is None else {"id": str(wanted.tag_id)}
    emoji = {"emoji_id": wanted.emoji_id, "emoji_name": wanted.emoji_name}
    return {**known, "name": wanted.name, "moderated": wanted.moderated, **emoji}


def _seen(post: Payload, *, whole: bool = True) -> SeenPost:
    metadata = post["thread_metadata"]
    return SeenPost(
        int(post["id"]),
        int(post["parent_id"]),
        archived=metadata["archived"],
        locked=metadata.get("locked", False),
        pinned=bool(post.get("flags", 0) & PINNED),
        whole=whole,
    )


def _ids(components: Iterable[Payload]) -> Iterator[int]:
    return (component["id"] for component in components if "id" in component)
