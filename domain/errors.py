"""The ways the product may say no.

Exception
└── Refusal            an expected no; its `key` names the sentence that explains it
    ├── NotAdult, NotAgreed, UnknownGeneration, UnknownCity, UnknownTimeZone (StrangeZone), BadDate, TooLong
    ├── NotTakingPart, AlreadyTakingPart
    ├── NotAllowed     the person may not do this here
    ├── NotSetUp       nobody has set up this community yet
    ├── NothingSaid, TopicsNeeded, NoDraft, WorldviewGone, NotAuthor, OwnWorldview
    ├── TooShort, TooManyQuestions, QuestionGone, AlreadyAnswered, QuestionsOnly
    ├── LoopGone, StillWaiting, Understood, AlreadyJudged, NotTheirs
    ├── NoReason, NotListening, ShiftStands, ReportGone, EntryEmpty, EntryGone
    ├── NotHidden, AnotherMustAgree, Decided
    ├── BadTopics      a list of topics that cannot be: NoTopics, TooManyTopics, TopicTooLong, TopicTwice
    ├── BadTime
    ├── NoPrompts, NoPromptsHere, AnswerNeeded, AnsweredAlready
    ├── ConversationGone, ConversationClosed, NotInConversation, StillThinking
    ├── NoDeckFile, DeckTooBig, DeckNotRead
    ├── NoTitle, TooLongTitle, TooShortToTalk, TooLongToTalk, TooSoon, TooFar, RoomsTaken
    ├── NotThere, PulseOver, NoTimes, TooManyTimes, PollOver, NoVotes, BadLine
    ├── PlanGone, PlanChanged, TemplateGone, TooManyTemplates, TemplateNotTheirs, GuestsNotHere, DeckGone
    ├── TwoEnds, BadLength, BadNumber, EndsBeforeItBegins, TooManySeats
    ├── UnclearTime    nothing that says when: NoTimeOfDay, MorningOrEvening, MonthOrDay, WrongWeekday
    ├── NotInvited, OfferOver, BadMinutes
    └── DateGone, Underway, ChangedMeanwhile, NotInSeries, NothingToChange, ProposalGone, HostNotIn
"""

from __future__ import annotations


class Refusal(Exception):
    """An expected no. `key` names the sentence that explains it; `facts` fill its gaps."""

    key = "refusal"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.key)
        self.facts = facts


class NotAdult(Refusal):
    key = "refusal-not-adult"


class NotAgreed(Refusal):
    key = "refusal-not-agreed"


class UnknownGeneration(Refusal):
    key = "refusal-unknown-generation"


class UnknownCity(Refusal):
    key = "refusal-unknown-city"


class UnknownTimeZone(Refusal):
    key = "refusal-unknown-time-zone"


class StrangeZone(UnknownTimeZone):
    """Named in words about when; or letters such as CST, which stand for several."""

    key = "refusal-strange-zone"


class BadDate(Refusal):
    key = "refusal-bad-date"


class TooLong(Refusal):
    key = "refusal-too-long"


class NotTakingPart(Refusal):
    key = "refusal-not-taking-part"


class AlreadyTakingPart(Refusal):
    key = "refusal-already-taking-part"


class NotAllowed(Refusal):
    key = "refusal-not-allowed"


class NotAPlanner(NotAllowed):
    """`who`: stewards, or hosts."""

    key = "refusal-not-a-planner"


class NotTheHost(NotAllowed):
    key = "refusal-not-the-host"


class NotSetUp(Refusal):
    key = "refusal-not-set-up"


class NothingSaid(Refusal):
    """A form with nothing in it."""

    key = "refusal-nothing-said"


class TopicsNeeded(Refusal):
    key = "refusal-topics-needed"


class NoDraft(Refusal):
    """It was posted meanwhile, or thrown away."""

    key = "refusal-no-draft"


class WorldviewGone(Refusal):
    """Withdrawn, deleted by hand, erased with its author, or of another community."""

    key = "refusal-worldview-gone"


class NotHidden(Refusal):
    """There is no pseudonym, so there is no name to learn."""

    key = "refusal-not-hidden"


class AnotherMustAgree(Refusal):
    """Whoever asked does not decide about it."""

    key = "refusal-another-must-agree"


class Decided(Refusal):
    """Another steward was quicker."""

    key = "refusal-decided"


class NotAuthor(Refusal):
    key = "refusal-not-author"


class OwnWorldview(Refusal):
    """One does not ask, say back or acknowledge one's own."""

    key = "refusal-own-worldview"


class TooShort(Refusal):
    """Less than it takes to mean something."""

    key = "refusal-too-short"


class TooManyQuestions(Refusal):
    """Several of one person wait for an answer already."""

    key = "refusal-too-many-questions"


class QuestionGone(Refusal):
    """Erased with whoever asked it, or of another community."""

    key = "refusal-question-gone"


class AlreadyAnswered(Refusal):
    key = "refusal-already-answered"


class QuestionsOnly(Refusal):
    """It is too early to reply: the listening window is open."""

    key = "refusal-questions-only"


class LoopGone(Refusal):
    """What somebody said back was erased with them, or is of another community."""

    key = "refusal-loop-gone"


class StillWaiting(Refusal):
    """The author has not yet said anything to the last attempt."""

    key = "refusal-still-waiting"


class Understood(Refusal):
    """The author has confirmed it already."""

    key = "refusal-understood"


class AlreadyJudged(Refusal):
    key = "refusal-already-judged"


class NotTheirs(Refusal):
    """Neither author nor listener of this line."""

    key = "refusal-not-theirs"


class NoReason(Refusal):
    """Fifty characters that say nothing."""

    key = "refusal-no-reason"


class NotListening(Refusal):
    """Somebody who neither asked, nor said back, nor replied there."""

    key = "refusal-not-listening"


class ShiftStands(Refusal):
    """It can no longer be changed."""

    key = "refusal-shift-stands"


class ReportGone(Refusal):
    key = "refusal-report-gone"


class EntryEmpty(Refusal):
    """Nothing that can be read in the journal's form."""

    key = "refusal-entry-empty"


class EntryGone(Refusal):
    """Deleted, or of somebody else's journal."""

    key = "refusal-entry-gone"


class BadTopics(Refusal):
    """What stewards wrote cannot be the topics of a community."""

    key = "refusal-no-topics"


class NoTopics(BadTopics):
    key = "refusal-no-topics"


class TooManyTopics(BadTopics):
    key = "refusal-too-many-topics"


class TopicTooLong(BadTopics):
    key = "refusal-topic-too-long"


class TopicTwice(BadTopics):
    key = "refusal-topic-twice"


class BadTime(Refusal):
    """Not a time of day."""

    key = "refusal-bad-time"


class NoPrompts(Refusal):
    """Every prompt is on a topic that the person keeps out."""

    key = "refusal-no-prompts"


class NoPromptsHere(Refusal):
    """Every prompt is on a topic that somebody in the conversation keeps out."""

    key = "refusal-no-prompts-here"


class AnswerNeeded(Refusal):
    key = "refusal-answer-needed"


class AnsweredAlready(Refusal):
    """A prompt is answered once."""

    key = "refusal-answered-already"


class ConversationGone(Refusal):
    """Not there, or of another community or person."""

    key = "refusal-conversation-gone"


class ConversationClosed(Refusal):
    """Stewards locked its thread."""

    key = "refusal-conversation-closed"


class NotInConversation(Refusal):
    """Whoever answers or passes is in it."""

    key = "refusal-not-in-conversation"


class StillThinking(Refusal):
    """It may go deeper only when everybody in it answered or passed; `count` have not."""

    key = "refusal-still-thinking"


class NoDeckFile(Refusal):
    key = "refusal-no-deck-file"


class DeckTooBig(Refusal):
    key = "refusal-deck-too-big"


class DeckNotRead(Refusal):
    """Discord did not hand the file over."""

    key = "refusal-deck-not-read"


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
