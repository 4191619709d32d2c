"""The ways the product may say no about discussions; each is a Refusal.

├── NotAPlanner, NotTheHost    kinds of NotAllowed, with who may instead
├── NoTitle, TooLongTitle, TooShortToTalk, TooLongToTalk, TooSoon, TooFar, RoomsTaken
├── NotThere, PulseOver, NoTimes, TooManyTimes, PollOver, NoVotes, BadLine
├── PlanGone, PlanChanged, TemplateGone, TooManyTemplates, TemplateNotTheirs, GuestsNotHere, DeckGone
├── TwoEnds, BadLength, BadNumber, EndsBeforeItBegins, TooManySeats
├── UnclearTime    nothing that says when: NoTimeOfDay, MorningOrEvening, MonthOrDay, WrongWeekday
├── NotInvited, OfferOver, BadMinutes
└── DateGone, Underway, ChangedMeanwhile, NotInSeries, NothingToChange, ProposalGone, HostNotIn
"""

from __future__ import annotations

from domain.errors import NotAllowed, Refusal


class NotAPlanner(NotAllowed):
    """`who`: stewards, or hosts."""

    key = "refusal-not-a-planner"


class NotTheHost(NotAllowed):
    key = "refusal-not-the-host"


class NoTitle(Refusal):
    key = "refusal-no-title"


class TooLongTitle(Refusal):
    key = "refusal-too-long-title"


class TooShortToTalk(Refusal):
    key = "refusal-too-short-to-talk"


class TooLongToTalk(Refusal):
    key = "refusal-too-long-to-talk"


class TooSoon(Refusal):
    key = "refusal-too-soon"


class TooFar(Refusal):
    key = "refusal-too-far"


class UnclearTime(Refusal):
    """No day and time of day in what somebody wrote."""

    key = "refusal-unclear-time"


class NoTimeOfDay(UnclearTime):
    """A day alone."""

    key = "refusal-no-time-of-day"


class MorningOrEvening(UnclearTime):
    """An `hour` that comes twice a day."""

    key = "refusal-morning-or-evening"


class MonthOrDay(UnclearTime):
    """As 3/4: two days, depending on where one grew up."""

    key = "refusal-month-or-day"


class WrongWeekday(UnclearTime):
    """A Friday that is a Sunday."""

    key = "refusal-wrong-weekday"


class RoomsTaken(Refusal):
    key = "refusal-rooms-taken"


class DateGone(Refusal):
    """The date of a discussion is not there any more, or over."""

    key = "refusal-date-gone"


class NotThere(Refusal):
    key = "refusal-not-there"


class PulseOver(Refusal):
    key = "refusal-pulse-over"


class NoTimes(Refusal):
    key = "refusal-no-times"


class TooManyTimes(Refusal):
    key = "refusal-too-many-times"


class PollOver(Refusal):
    key = "refusal-poll-over"


class NoVotes(Refusal):
    key = "refusal-no-votes"


class BadLine(Refusal):
    key = "refusal-bad-line"


class NotInRoom(Refusal):
    """Only whoever is in the room takes turns, and asks for a pause."""

    key = "refusal-not-in-room"


class NotYourTurn(Refusal):
    key = "refusal-not-your-turn"


class TurnOver(Refusal):
    key = "refusal-turn-over"


class AlreadyLonger(Refusal):
    """One minute more, once a turn."""

    key = "refusal-already-longer"


class NoMorePrompts(Refusal):
    key = "refusal-no-more-prompts"


class NotYet(Refusal):
    """A pause is the host's to end for a while."""

    key = "refusal-not-yet"


class NotLeading(Refusal):
    """Only the host and stewards lead, while there is a host in the room."""

    key = "refusal-not-leading"


class Underway(Refusal):
    """It has begun, or its room is open: it can only be called off."""

    key = "refusal-underway"


class ChangedMeanwhile(Refusal):
    """Somebody else changed it since it was shown."""

    key = "refusal-changed-meanwhile"


class NotInSeries(Refusal):
    """Only one date of a series can be left out."""

    key = "refusal-not-in-series"


class NothingToChange(Refusal):
    """It is so already."""

    key = "refusal-nothing-to-change"


class PlanGone(Refusal):
    key = "refusal-plan-gone"


class PlanChanged(Refusal):
    """What is confirmed is not what was seen."""

    key = "refusal-plan-changed"


class TemplateGone(Refusal):
    key = "refusal-template-gone"


class TooManyTemplates(Refusal):
    key = "refusal-too-many-templates"


class GuestsNotHere(Refusal):
    """`count` of the people it is for do not take part: `people`, by their ids."""

    key = "refusal-guests-not-here"


class TemplateNotTheirs(NotAllowed):
    key = "refusal-template-not-theirs"


class TwoEnds(Refusal):
    """A series that ends after so many times and on a day."""

    key = "refusal-two-ends"


class DeckGone(Refusal):
    key = "refusal-deck-gone"


class BadLength(Refusal):
    key = "refusal-bad-length"


class BadNumber(Refusal):
    key = "refusal-bad-number"


class EndsBeforeItBegins(Refusal):
    key = "refusal-ends-before-it-begins"


class TooManySeats(Refusal):
    key = "refusal-too-many-seats"


class ProposalGone(Refusal):
    """What somebody wanted to change was replaced by what they wanted next."""

    key = "refusal-proposal-gone"


class HostNotIn(Refusal):
    """Whoever is to lead a discussion takes no part here."""

    key = "refusal-host-not-in"


class TooEarlyToOpen(Refusal):
    """The room of a date is not opened so long before it. `hours`: how long before it may be."""

    key = "refusal-too-early-to-open"


class NotBegun(Refusal):
    """A date cannot be ended whose room is not even open."""

    key = "refusal-not-begun"


class BadMinutes(Refusal):
    """Not a number of minutes that a discussion can last; `most` is the longest."""

    key = "refusal-bad-minutes"


class NotInvited(Refusal):
    """A date that is for people who were named."""

    key = "refusal-not-invited"


class OfferOver(Refusal):
    """No place is kept for this person, or not any more."""

    key = "refusal-offer-over"
