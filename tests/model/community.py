"""What must be so after whatever has happened to a community: a model that knows nothing of the product."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

PEOPLE = ("Mei", "Ruth")
SEATS = {"mentor": {"Mentor"}, "mentee": {"Mentee"}, "both": {"Mentor", "Mentee"}}
GENERATIONS = {"gen-z": "Gen Z", "boomer": "Boomer"}
BY_HAND = "Host"
"""The role that stewards give and take, and nobody else."""
ROLES = frozenset(
    {"Boomer", "Gen X", "Gen Z", "Mentee", "Mentor", "Millennial", "Silent Generation"}
    | {"Attendees of room 1", BY_HAND},
)
CHANNELS = frozenset(
    {"Circles", "discussion room 1", "discussions", "home", "steward-desk", "welcome", "worldviews"}
)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Place:
    """A sign-up. `until`: when a pause ends by itself."""

    seat: str
    generation: str
    standing: str = "taking-part"
    until: datetime | None = None

    @property
    def roles(self) -> set[str]:
        return set() if self.standing == "left" else SEATS[self.seat] | {GENERATIONS[self.generation]}

    @property
    def kept(self) -> tuple[str, str, str]:
        return self.seat, self.generation, self.standing

    def at(self, now: datetime) -> Place:
        over = self.until is not None and self.until <= now
        return replace(self, standing="taking-part", until=None) if over else self


@dataclass
class Somebody:
    """One person: whether they are in the server, their sign-up, and what came of it."""

    here: bool = False
    place: Place | None = None
    held: set[str] = field(default_factory=set)
    greeted: int = 0
    waits_since: datetime | None = None
    """When they came, unheard by the bot."""

    @property
    def is_in(self) -> bool:
        return self.place is not None and self.place.standing != "left"

    def align(self) -> None:
        """Whoever never signed up keeps what stewards gave them."""
        if self.here and self.place:
            self.held = self.place.roles | self.held & {BY_HAND}


@dataclass
class Community:
    """The whole server, as it must be once everything has come to rest."""

    running: bool = True
    connected: bool = True
    guild_up: bool = True
    bot_in: bool = True
    above: set[str] = field(default_factory=set)
    """The roles above the bot's own, all of them after an invitation: it can neither give nor take them."""
    roles: set[str] = field(default_factory=lambda: set(ROLES))
    channels: set[str] = field(default_factory=lambda: set(CHANNELS))
    panel: bool = True
    told: bool = False
    """Whether a notice tells stewards that the bot's role stands too low."""
    people: dict[str, Somebody] = field(default_factory=lambda: {name: Somebody() for name in PEOPLE})

    @property
    def hears(self) -> bool:
        return self.running and self.connected and self.guild_up and self.bot_in

    def holders(self) -> list[tuple[str, str]]:
        """Who holds which role."""
        return [(name, role) for name, person in self._here() for role in sorted(person.held)]

    def others(self) -> list[tuple[str, str]]:
        """Who could be given which role."""
        return [(name, role) for name, person in self._here() for role in sorted(self.roles - person.held)]

    def _here(self) -> list[tuple[str, Somebody]]:
        """Nobody, while the model does not say who holds what."""
        return [(name, person) for name, person in self.people.items() if person.here and not self.low]

    @property
    def low(self) -> bool:
        return bool(self.above)

    # What people do

    def joins(self, name: str, now: datetime, *, told: bool = True) -> None:
        person = self.people[name]
        person.here, person.held, person.waits_since = True, set(), now
        if told:
            self.told_of(name, now)

    def told_of(self, name: str, now: datetime) -> None:
        """The bot is told, or told again, that somebody has joined; the first time counts."""
        person = self.people[name]
        if self.hears and person.waits_since is not None:
            self._greet(person, now)
            person.align()

    def leaves_server(self, name: str) -> None:
        person = self.people[name]
        person.here, person.held, person.waits_since = False, set(), None

    def rests(self, name: str, place: Place) -> None:
        """A break, or its end: roles are left as they are."""
        self.people[name].place = place

    def settles(self, name: str, place: Place | None) -> None:
        """Signs up, changes, leaves the circles, or (None) is forgotten altogether."""
        person = self.people[name]
        person.place = place
        if place is None:
            person.held &= {BY_HAND}
        else:
            person.align()

    # What stewards do

    def role_deleted(self, role: str, now: datetime) -> None:
        self.roles.discard(role)
        self.above.discard(role)
        for person in self.people.values():
            person.held.discard(role)
        if self.hears:
            self.mend(now)

    def channel_deleted(self, channel: str) -> None:
        self.channels.discard(channel)
        if channel == "home":
            self.panel = False
        if self.hears:
            self.mend_server()

    def bot_invited(self, now: datetime) -> None:
        self.bot_in, self.above = True, set(self.roles)
        self.back(now)

    # What befalls the bot

    def back(self, now: datetime) -> None:
        """The bot hears of this server again, if nothing else keeps it from that."""
        if self.hears:
            self.mend(now)

    def mend_server(self) -> None:
        self.roles, self.channels, self.panel, self.told = set(ROLES), set(CHANNELS), True, self.low

    def mend(self, now: datetime) -> None:
        """Members are looked through as well."""
        self.mend_server()
        for person in self.people.values():
            person.align()
            self._greet(person, now)

    def _greet(self, person: Somebody, now: datetime) -> None:
        if person.here and person.waits_since is not None:
            person.greeted += now - person.waits_since < DAY
            person.waits_since = None
