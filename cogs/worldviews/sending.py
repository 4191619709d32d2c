"""From the preview to the forum: once, whatever is pressed how often."""

from __future__ import annotations

import discord

from actions import drafts, worldviews
from actions.drafts import Desk, Posting
from cogs.clock import clock_of
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.worldviews.names import link
from cogs.worldviews.preview import is_ready, say_at, show_preview
from domain.errors import NoDraft
from domain.jobs import State as JobState
from domain.worldviews import Worldview
from text import Say


class PostItButton(Button, control="worldviews:v1:post-it:{draft}", words="draft-post"):
    """Posts the very draft that was seen; of one that was changed since it shows the preview anew."""

    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        deps, stamp = click.client.deps, custom_ids.number(self.identity["draft"])
        here = await drafts.desk(deps, community_of(click), click.user.id)
        if not _is_seen(here, stamp) or not is_ready(click, here):
            await _show_where(click, here)
            return
        theirs = click.client.words.for_reader(here.community.language)
        names = theirs("pseudonyms").split()
        try:
            posting = await drafts.post(deps, community_of(click), click.user.id, stamp, names)
        except NoDraft:  # pressed twice: the other press was first
            await _show_where(click, await drafts.desk(deps, community_of(click), click.user.id))
            return
        await _answer_and_post(click, say_at(click, here), posting)


class SaveButton(Button, control="worldviews:v1:save:{worldview}:{draft}", words="draft-save"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        deps, stamp = click.client.deps, custom_ids.number(self.identity["draft"])
        who = community_of(click), click.user.id, custom_ids.number(self.identity["worldview"])
        here = await drafts.desk(deps, *who)
        if here.worldview is None:
            raise NoDraft
        if here.draft is None:
            await answer(click, Card(_stands(say_at(click, here), here.worldview)))
        elif not _is_seen(here, stamp) or not is_ready(click, here):
            await show_preview(click, here, say_at(click, here)("preview-newer"))
        else:
            saved = await drafts.change(deps, *who, stamp)
            say = say_at(click, here)
            await answer(click, Card(say("worldview-saved"), _stands(say, saved.worldview)))


def _is_seen(here: Desk, stamp: int) -> bool:
    return here.draft is not None and here.draft.stamp == stamp


async def _answer_and_post(click: Click, say: Say, posting: Posting) -> None:
    """Say what becomes of it; with room, it stands there before they have read that."""
    view, clock = posting.worldview, clock_of(click.client)
    if view.pseudonym is not None:
        await answer(click, Card(say("posting-under-pseudonym", name=view.pseudonym)))
        return
    with clock.room(view.community_id) as room:
        state = await clock.do_now(posting.wish) if room else JobState.READY
    if state is JobState.DEAD:
        await answer(click, Card(say("posting-waits")))
        return
    now = await worldviews.find(click.client.deps, view.community_id, view.worldview_id)
    await answer(click, Card(_stands(say, now)))


async def _show_where(click: Click, here: Desk) -> None:
    """There is another draft by now, or none, because it was posted. Raises NoDraft when there is nothing."""
    if here.draft is not None:
        await show_preview(click, here, say_at(click, here)("preview-newer"))
        return
    last = await drafts.newest(click.client.deps, community_of(click), click.user.id)
    if last is None:
        raise NoDraft
    await answer(click, Card(_stands(await say_to(click), last)))


def _stands(say: Say, view: Worldview | None) -> str:
    """Where it is."""
    if view is None or not view.stands:
        return say("posting-gone")
    where = link(view)
    return say("posting-follows") if where is None else say("posting-stands", link=where)


CONTROLS: tuple[type[Control], ...] = (PostItButton, SaveButton)
