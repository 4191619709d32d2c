"""The bot: discord.py with the faults that would break a promise of ours closed."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from actions.deps import Deps
from cogs.kit import faults, rate_limits, send_once
from cogs.kit.budgets import PRESSES, SUGGESTIONS, Budget
from cogs.kit.cards import Card
from cogs.kit.handlers import Handler
from cogs.kit.identifies import Identifies, Pace, TooSoon
from cogs.kit.requests import Requests
from cogs.kit.vitals import Vitals
from domain.communities import Community
from domain.errors import Refusal
from text import Say, Words

if TYPE_CHECKING:
    from actions.agenda import DateReader
    from actions.worldviews import Reader
    from cogs.kit.controls import Button, Control
    from cogs.kit.forms import Form
    from domain.discussions import Occurrence

log = structlog.get_logger(__name__)

ROOMS = (
    *("cogs.kit.outdated", "cogs.upkeep", "cogs.signup", "cogs.privacy"),
    *("cogs.worldviews", "cogs.listening", "cogs.tending", "cogs.prompts", "cogs.mine", "cogs.stewarding"),
    *("cogs.discussions", "cogs.attending", "cogs.gathering", "cogs.reminding", "cogs.calendars"),
    *("cogs.presence", "cogs.conducting", "cogs.polls", "cogs.afterwards"),
    "cogs.clock",
)
"""What is made ready, in this order. They are no extensions of the library's: those are forgotten and loaded
anew with every bot, and then every class exists twice.
"""

IDENTIFIES_IN_AN_HOUR = 20
"""Half of what Discord grants in a day."""
NOTABLE = frozenset({"ready", "resumed", "disconnect", "voice_state_update", "message"})
"""Events that are more than handed on."""
More: TypeAlias = "Callable[[Say, Reader], Button | None]"
MoreOfDate: TypeAlias = "Callable[[Say, DateReader], Button | None]"
UnderDate: TypeAlias = "Callable[[Say, Occurrence], Button | None]"
FINISHING = 2.0
"""Seconds that work which has begun may go on when the bot is told to end."""
ENDING = 1.0
"""Seconds that it then has to put things down."""


def intents(*, members: bool) -> discord.Intents:
    """What the bot asks to hear. Only `members` needs Discord's consent; without it nobody is greeted."""
    return discord.Intents(guilds=True, voice_states=True, guild_scheduled_events=True, members=members)


class CircleBot(commands.Bot):
    """Holds what the cogs need. No rule lives here."""

    ending = False
    """Whether the bot is putting things down: nothing new is begun."""

    def __init__(
        self,
        deps: Deps,
        words: Words,
        *,
        members: bool = True,
        identifies: Identifies | None = None,
        calendar_url: str | None = None,
        **options: Any,  # noqa: ANN401 - discord.py's
    ) -> None:
        self.vitals = Vitals(deps.now)
        self.requests = Requests(self.vitals, deps.now)
        self.identifies = identifies or Identifies(Pace.in_an_hour(IDENTIFIES_IN_AN_HOUR))
        ours = {
            "intents": intents(members=members),
            "allowed_mentions": discord.AllowedMentions.none(),
            "member_cache_flags": discord.MemberCacheFlags.none(),
            "chunk_guilds_at_startup": False,
            "max_messages": None,
            "max_ratelimit_timeout": 30,
            "http_trace": send_once.added_to(self.requests.trace()),
        }
        super().__init__(commands.when_mentioned, help_command=None, **{**ours, **options})
        self.deps = replace(deps, now=self.vitals.skew.right_now)
        self.words = words
        self.calendar_url = calendar_url
        """Where the calendars that people follow can be reached, if anywhere."""
        self.presses = Budget(PRESSES, deps.now)
        self.suggestions = Budget(SUGGESTIONS, deps.now)
        self._work: set[asyncio.Task[Any]] = set()
        self._registers()
        faults.hear_every_rsvp(self)
        faults.edit_without_calling(self)
        rate_limits.use_whole_buckets(self)

    def _registers(self) -> None:
        """What the rooms add to when they are made ready."""
        self.controls: list[type[Control]] = []
        self.forms: list[type[Form]] = []
        self.under_worldview: list[Callable[[Say, int], Button]] = []
        """The buttons under every worldview, by its number, before *More*; four of them at most."""
        self.more: list[More] = []
        """What *More* offers to whom: each makes its button, or None for whom it is not."""
        self.way_back: Callable[[Say], Sequence[Button]] = lambda _: ()
        """The buttons offered with an answer that leads nowhere else."""
        self.ways_on: dict[type[Refusal], type[Button]] = {}
        """The button that leads on from a refusal."""
        self.panels: dict[str, Callable[[Say, Community], Card]] = {}
        """What each lasting panel shows, by its blueprint key."""
        self.guide_buttons: list[Callable[[Say], Button]] = []
        """The buttons of the guide, which tops the forum of worldviews, from left to right."""
        self.discussion_buttons: list[Callable[[Say], Button]] = []
        """The buttons of the discussions' panel, from left to right."""
        self.under_date: list[UnderDate] = []
        """More buttons under the card of a date, five at most; each None where it is of no use."""
        self.more_of_date: list[MoreOfDate] = []
        """What *More* under the card of a date offers to whom: None for whom, or when, it is not."""
        self.steward_buttons: list[Callable[[Say], Button]] = []
        """The buttons of the stewards' panel, from left to right."""
        self.notice_cards: dict[str, Callable[[Say, str, Mapping[str, Any]], Card]] = {}
        """What a notice of this kind looks like, from its subject and its facts."""
        self.handlers: dict[str, Handler] = {}
        """What each kind of job is done by; the clock calls them."""

    async def setup_hook(self) -> None:
        for room in ROOMS:
            await importlib.import_module(room).setup(self)
        await self.tree.set_translator(WordsTranslator(self.words))
        await self.tree.sync()

    async def before_identify_hook(self, _: int | None, *, initial: bool = False) -> None:
        await self.identifies.turn(first=initial)
        self.vitals.sessions["identified"] += 1

    async def connect(self, *, reconnect: bool = True) -> None:
        """Raises LoginFailure when Discord refuses the token in the middle, on whatever call."""
        while True:
            try:
                await self._while_let_in(super().connect(reconnect=reconnect))
                return
            except TooSoon as too_soon:
                log.error("identifies-too-often", wait=round(too_soon.seconds))
                await self.identifies.pause(too_soon.seconds)

    async def _while_let_in(self, connecting: Coroutine[Any, Any, None]) -> None:
        refused = asyncio.create_task(self.vitals.token_refused.wait())
        connected = asyncio.create_task(connecting)
        try:
            await asyncio.wait({refused, connected}, return_when=asyncio.FIRST_COMPLETED)
            if not connected.done():
                await self.close()
                raise discord.LoginFailure("Discord no longer accepts the token.")
            await connected
        finally:
            for task in (refused, connected):
                task.cancel()
            await asyncio.gather(refused, connected, return_exceptions=True)
            await faults.end_lost_sockets(self)

    def add_controls(self, *controls: type[Control]) -> None:
        """Make these answer for ever, on every message that ever carried them."""
        self.controls.extend(controls)
        self.add_dynamic_items(*controls)

    def add_forms(self, *forms: type[Form]) -> None:
        """Make these answer, even when they were opened before a restart."""
        self.forms.extend(forms)

    def handles(self, kind: str, handler: Handler) -> None:
        """Have jobs of this kind done by this handler."""
        self.handlers[kind] = handler

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Called several times for every event there is, so that it must cost next to nothing."""
        if event_name in NOTABLE:
            if self.is_closed():  # the library would begin work on a loop that it has let go of
                return
            if event_name == "message" and "on_message" not in self.extra_events:
                return  # nobody listens; the library would begin a task to do nothing
            self.vitals.happened(event_name)
            args = faults.settled(event_name, args)
        super().dispatch(event_name, *args, **kwargs)

    def counts(self, task: asyncio.Task[Any]) -> None:
        """Let this task come to its end before the bot closes."""
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    def _schedule_event(self, *args: Any, **kwargs: Any) -> asyncio.Task[Any]:  # noqa: ANN401 - discord.py's
        """What listeners do is work as well."""
        task = super()._schedule_event(*args, **kwargs)
        self.counts(task)
        return task

    async def close(self) -> None:
        """Finish what has begun, for as long as one may be kept waiting, then log out."""
        self.ending = True
        for task in await self._unfinished(within=FINISHING):
            task.cancel()
        await self._unfinished(within=ENDING)
        await super().close()

    async def _unfinished(self, *, within: float) -> set[asyncio.Task[Any]]:
        work = self._work - {asyncio.current_task()}
        return (await asyncio.wait(work, timeout=within))[1] if work else set()

    async def on_message(self, _: discord.Message, /) -> None:
        """Nothing: there are no commands in messages."""


Click: TypeAlias = discord.Interaction[CircleBot]
"""Anything a person did that Discord asks us to answer: a press, a form, a command."""


def community_of(click: Click) -> int:
    """The community a click came from. The door answers those that came from nowhere."""
    if click.guild_id is None:
        raise LookupError("a click outside any community passed the door")
    return click.guild_id


class WordsTranslator(app_commands.Translator):
    """Names and descriptions of commands from the words; `locale_str(english, key=…)` says which."""

    def __init__(self, words: Words) -> None:
        self._words = words

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, _: app_commands.TranslationContextTypes
    ) -> str | None:
        key = string.extras.get("key")
        if key is None or not self._words.supports(str(locale)):
            return None
        return self._words.for_reader(str(locale))(key)


def described(key: str, words: Words) -> app_commands.locale_str:
    """A command's description, to be translated from the words."""
    return app_commands.locale_str(words.for_reader()(key), key=key)
