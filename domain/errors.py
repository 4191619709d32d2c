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
    └── NoDeckFile, DeckTooBig, DeckNotRead

Those about discussions are in `discussion_errors`.
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
