"""What a person says and where: messages with files, reactions and pins, posts and threads."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sandbox.enums import ChannelType
from sandbox.files import Upload
from sandbox.payloads import Json, shown_name
from sandbox.people.cannot import CannotDo, as_person, named
from sandbox.people.participant import Participant
from sandbox.people.somebody import Somebody
from sandbox.verbs import forums, messages, pins, reactions, thread_edits, threads

File = tuple[str, bytes] | tuple[str, bytes, str]
"""Its name, what is in it, and for those who cannot see it a description."""
CHANNEL = re.compile(r"#([\w-]+)")


class Talker(Participant):
    """Somebody who takes part in conversations."""

    async def says(self, channel: str, text: str, *, files: Iterable[File] = ()) -> Json:
        """Write in a channel or thread; @names of members and roles become mentions."""
        place = self.channel(channel)
        if place["type"] == ChannelType.CATEGORY:
            raise CannotDo(f"nobody can write in the category {channel!r}")
        with as_person(self.name, f"write in {channel}"):
            sent = self._sends(place, self._with_mentions(text), files)
        await self.world.told()
        return sent

    async def replies(self, to: str | Json, text: str, *, files: Iterable[File] = ()) -> Json:
        """Answer a message, or the newest that shows `to`, where it stands."""
        answered = self.message(to)
        place, reference = self.world.channel(answered["channel_id"]), {"message_id": answered["id"]}
        with as_person(self.name, f"answer {named(to)}"):
            sent = self._sends(place, self._with_mentions(text), files, message_reference=reference)
        await self.world.told()
        return sent

    async def says_privately(self, text: str, *, files: Iterable[File] = ()) -> Json:
        """Write to the bot."""
        channel = self.world.direct_channel(self.id)
        with as_person(self.name, "write to the bot"):
            sent = self._sends(channel, text, files)
        await self.world.told()
        return sent

    def _sends(self, place: Json, text: str, files: Iterable[File], **more: object) -> Json:
        listed = list(files)
        body = {"content": text, **_described(listed), **more}
        return messages.send(self.world, self.id, place, body, _uploads(listed))

    async def types_in(self, channel: str) -> None:
        """Begin to write, as others see it."""
        with as_person(self.name, f"write in {channel}"):
            messages.type_in(self.world, self.id, self.channel(channel))
        await self.world.told()

    async def edits_message(self, message: str | Json, new_text: str) -> None:
        """Rewrite one of their own messages."""
        body = {"content": self._with_mentions(new_text)}
        with as_person(self.name, f"edit {named(message)}"):
            messages.edit(self.world, self.id, self.message(message), body)
        await self.world.told()

    async def deletes_message(self, message: str | Json) -> None:
        """Delete a message: their own, or anybody's with MANAGE_MESSAGES."""
        with as_person(self.name, f"delete {named(message)}"):
            messages.delete(self.world, self.id, self.message(message))
        await self.world.told()

    async def reacts(self, message: str | Json, emoji: str) -> None:
        """Put an emoji on a message."""
        with as_person(self.name, f"react to {named(message)}"):
            reactions.add(self.world, self.id, self.message(message), emoji)
        await self.world.told()

    async def takes_back(self, message: str | Json, emoji: str) -> None:
        """Take their own emoji off a message."""
        with as_person(self.name, f"take {emoji} off {named(message)}"):
            reactions.remove(self.world, self.id, self.message(message), emoji, self.id)
        await self.world.told()

    async def pins(self, message: str | Json) -> None:
        with as_person(self.name, f"pin {named(message)}"):
            pins.pin(self.world, self.id, self.message(message))
        await self.world.told()

    async def unpins(self, message: str | Json) -> None:
        with as_person(self.name, f"unpin {named(message)}"):
            pins.unpin(self.world, self.id, self.message(message))
        await self.world.told()

    async def posts(
        self, forum: str, title: str, text: str, *, tags: Iterable[str] = (), files: Iterable[File] = ()
    ) -> Json:
        """Make a post in a forum, with tags by name. Returns its thread."""
        place = self.channel(forum)
        if place["type"] != ChannelType.FORUM:
            raise CannotDo(f"{forum!r} is no forum")
        wish = {
            "name": title, "applied_tags": [self._tag(place, tag) for tag in tags],
            "message": {"content": self._with_mentions(text)},
        }  # fmt: skip
        with as_person(self.name, f"post in {forum}"):
            thread, _ = forums.post(self.actor, place, wish, _uploads(files))
        await self.world.told()
        return thread

    def _tag(self, forum: Json, name: str) -> str:
        offered = {tag["name"]: str(tag["id"]) for tag in forum.get("available_tags", ())}
        if name not in offered:
            raise CannotDo(
                f"{self.name} finds no tag {name!r} in {forum['name']}; there are {sorted(offered)}"
            )
        return offered[name]

    async def opens_thread(
        self, name: str, *, on: str | Json | None = None, within: str | None = None, private: bool = False
    ) -> Json:
        """From a message, or the newest that shows `on`; without one in the channel `within`."""
        kind = ChannelType.PRIVATE_THREAD if private else ChannelType.PUBLIC_THREAD
        place = self.here if within is None else self.channel(within)
        with as_person(self.name, f"open the thread {name}"):
            if on is None:
                thread = threads.open_below(self.actor, place, {"name": name, "type": int(kind)})
            else:
                thread = threads.open_from(self.actor, self.message(on), {"name": name})
        await self.world.told()
        return thread

    async def edits_thread(self, thread: str, /, **changes: object) -> None:
        """`name`, `archived`, `locked`, `auto_archive_duration`, `rate_limit_per_user`, `tags` by name."""
        place = self.channel(thread)
        if "tags" in changes:
            forum = self.guild.channels[place["parent_id"]]
            names = changes.pop("tags")
            wanted = names if isinstance(names, list | tuple) else [names]
            changes["applied_tags"] = [self._tag(forum, str(name)) for name in wanted]
        with as_person(self.name, f"change {thread}"):
            thread_edits.edit(self.actor, place, changes)
        await self.world.told()

    async def archives(self, thread: str) -> None:
        await self.edits_thread(thread, archived=True)

    async def unarchives(self, thread: str) -> None:
        await self.edits_thread(thread, archived=False)

    async def deletes_thread(self, thread: str) -> None:
        with as_person(self.name, f"delete {thread}"):
            threads.delete(self.actor, self.channel(thread))
        await self.world.told()

    async def joins_thread(self, thread: str) -> None:
        with as_person(self.name, f"join {thread}"):
            threads.join(self.actor, self.channel(thread))
        await self.world.told()

    async def leaves_thread(self, thread: str) -> None:
        with as_person(self.name, f"leave {thread}"):
            threads.leave(self.actor, self.channel(thread))
        await self.world.told()

    async def adds_to_thread(self, whom: Somebody, thread: str) -> None:
        with as_person(self.name, f"add {whom.name} to {thread}"):
            threads.add(self.actor, self.channel(thread), whom.id)
        await self.world.told()

    async def puts_out_of_thread(self, whom: Somebody, thread: str) -> None:
        with as_person(self.name, f"remove {whom.name} from {thread}"):
            threads.put_out(self.actor, self.channel(thread), whom.id)
        await self.world.told()

    def _with_mentions(self, text: str) -> str:
        tags = {f"@{role['name']}": f"<@&{role['id']}>" for role in self.guild.roles.values()}
        tags |= {f"@{shown_name(m['user'])}": f"<@{m['user']['id']}>" for m in self.guild.members.values()}
        tags.pop("@@everyone")
        for name in sorted(tags, key=len, reverse=True):
            text = text.replace(name, tags[name])
        return CHANNEL.sub(self._channel_mention, text)

    def _channel_mention(self, found: re.Match[str]) -> str:
        """`#name` of a channel they see becomes a mention of it, as the client does it."""
        ids = (place["id"] for place in self.places() if place["name"] == found[1])
        wanted = next(ids, None)
        return f"<#{wanted}>" if wanted else found[0]


def _uploads(files: Iterable[File]) -> list[Upload]:
    return [Upload(f"files[{index}]", file[0], file[1]) for index, file in enumerate(files)]


def _described(files: list[File]) -> Json:
    """The body's list of files, if any of them is described."""
    words = [{"id": str(index), "description": file[2]} for index, file in enumerate(files) if len(file) > 2]
    return {"attachments": words} if words else {}
