"""What one transaction can reach."""

from __future__ import annotations

from dataclasses import dataclass

from data.answering import Answering
from data.attendance import Attendance
from data.changes import Changes
from data.choices import Choices
from data.communities import Communities
from data.conversations import Conversations
from data.digests import Digests
from data.discussions import Discussions
from data.drafts import Drafts
from data.exchange import Exchange
from data.feeds import Feeds
from data.greetings import Greetings
from data.index import Index
from data.jobs import Jobs
from data.journal import Journal
from data.keys import Keys
from data.link import Link
from data.loops import Loops
from data.mine import Mine
from data.notices import Notices
from data.nudges import Nudges
from data.objects import Objects
from data.occurrences import Occurrences
from data.off_limits import OffLimits
from data.own_decks import OwnDecks
from data.people import People
from data.plans import Plans, Templates
from data.presences import Presences
from data.privacy import Privacy
from data.pulses import Pulses
from data.remarks import Remarks
from data.remembered import Look
from data.reports import Reports
from data.reveals import Reveals
from data.rsvps import Rsvps
from data.runs import Runs
from data.shifts import Shifts
from data.spoken import Spoken
from data.tending import Threads
from data.time_polls import TimePolls
from data.traces import Traces
from data.worldviews import Worldviews


@dataclass(frozen=True, slots=True)
class Store:
    """The questions that can be asked, all inside the same transaction."""

    link: Link
    keys: Keys
    look: Look

    @property
    def communities(self) -> Communities:
        return Communities(self.link, self.look)

    @property
    def people(self) -> People:
        return People(self.link, self.keys)

    @property
    def worldviews(self) -> Worldviews:
        return Worldviews(self.link, self.keys)

    @property
    def changes(self) -> Changes:
        return Changes(self.link, self.keys)

    @property
    def drafts(self) -> Drafts:
        return Drafts(self.link, self.keys)

    @property
    def remarks(self) -> Remarks:
        return Remarks(self.link, self.keys)

    @property
    def loops(self) -> Loops:
        return Loops(self.link, self.keys)

    @property
    def shifts(self) -> Shifts:
        return Shifts(self.link, self.keys)

    @property
    def reports(self) -> Reports:
        return Reports(self.link, self.keys)

    @property
    def exchange(self) -> Exchange:
        return Exchange(self.link)

    @property
    def threads(self) -> Threads:
        return Threads(self.link)

    @property
    def nudges(self) -> Nudges:
        return Nudges(self.link)

    @property
    def index(self) -> Index:
        return Index(self.link, self.keys)

    @property
    def conversations(self) -> Conversations:
        return Conversations(self.link, self.keys)

    @property
    def own_decks(self) -> OwnDecks:
        return OwnDecks(self.link)

    @property
    def answering(self) -> Answering:
        return Answering(self.link)

    @property
    def digests(self) -> Digests:
        return Digests(self.link, self.keys)

    @property
    def discussions(self) -> Discussions:
        return Discussions(self.link, self.keys)

    @property
    def occurrences(self) -> Occurrences:
        return Occurrences(self.link, self.keys)

    @property
    def plans(self) -> Plans:
        return Plans(self.link, self.keys)

    @property
    def templates(self) -> Templates:
        return Templates(self.link, self.keys)

    @property
    def pulses(self) -> Pulses:
        return Pulses(self.link)

    @property
    def time_polls(self) -> TimePolls:
        return TimePolls(self.link, self.keys)

    @property
    def rsvps(self) -> Rsvps:
        return Rsvps(self.link)

    @property
    def feeds(self) -> Feeds:
        return Feeds(self.link)

    @property
    def runs(self) -> Runs:
        return Runs(self.link)

    @property
    def spoken(self) -> Spoken:
        return Spoken(self.link)

    @property
    def choices(self) -> Choices:
        return Choices(self.link)

    @property
    def presences(self) -> Presences:
        return Presences(self.link)

    @property
    def attendance(self) -> Attendance:
        return Attendance(self.link)

    @property
    def greetings(self) -> Greetings:
        return Greetings(self.link)

    @property
    def objects(self) -> Objects:
        return Objects(self.link)

    @property
    def notices(self) -> Notices:
        return Notices(self.link)

    @property
    def jobs(self) -> Jobs:
        return Jobs(self.link)

    @property
    def journal(self) -> Journal:
        return Journal(self.link, self.keys)

    @property
    def mine(self) -> Mine:
        return Mine(self.link, self.keys)

    @property
    def off_limits(self) -> OffLimits:
        return OffLimits(self.link)

    @property
    def reveals(self) -> Reveals:
        return Reveals(self.link, self.keys)

    @property
    def traces(self) -> Traces:
        return Traces(self.link)

    @property
    def privacy(self) -> Privacy:
        return Privacy(self.link, self.keys, self.look)
