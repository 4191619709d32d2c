"""What a button asks the database for costs as much in an old community as in a young one."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from data.tables import occurrences, presences, remarks, rsvps, worldviews
from domain.mine import Turn
from domain.people import Seat
from domain.rsvps import Answer

SERVER, SOMEBODY, NUMBER = 70, 7, 1
TODAY = datetime(2027, 3, 28, 18, tzinfo=UTC)
PEOPLES_OWN = (
    "worldviews|remarks|loops|shifts|verdicts|dealt|responses|journal|(its_)?answers?|"
    "discussions|discussion_people|occurrences|rsvps|plans|changes|time_polls|poll_times|poll_votes|feeds|"
    "discussion_choices|presences|attendance|runs|speaking|turns|pauses|pulses"
)
WHOLE = re.compile(rf"SCAN ({PEOPLES_OWN})\b")
"""Every row there is."""
FEW = (
    "USING INDEX ix_occurrences_state (community_id=? AND state=?)",
    "USING INDEX ix_presences_open (community_id=?)",
)
"""However old a community is: the dates of each series that are to come, and the people in a room now."""
ALL_OF_A_COMMUNITY = re.compile(r"SEARCH .*\(community_id=\?( AND (state|kind)=\?)?\)$")


class Recording:
    """A link that remembers what it was asked."""

    def __init__(self, link):
        self.link = link
        self.asked = []

    def __getattr__(self, name):
        return getattr(self.link, name)

    async def execute(self, statement, parameters=None):
        read = isinstance(statement, sa.Select)
        self.asked.append(statement.params(parameters or {}) if read else statement)
        return await self.link.execute(statement, parameters)


async def plan(link, statement):
    """What SQLite would do for it, step by step."""
    options = {"render_postcompile": True}
    words = str(statement.compile(dialect=link.dialect, compile_kwargs=options)).replace("?", "1")
    return [row[3] for row in await link.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}")]


def steep(steps):
    """The steps that take longer the more there is in a community."""
    found = [step for step in steps if WHOLE.match(step) or ALL_OF_A_COMMUNITY.match(step)]
    return [step for step in found if not step.endswith(FEW)]


PAGE = (SERVER, SOMEBODY, Turn(), 5)
QUESTIONS = {
    "my worldviews": lambda store: store.mine.overview(SERVER, SOMEBODY),
    "mine": lambda store: store.mine.own(*PAGE),
    "listened": lambda store: store.mine.listened(*PAGE),
    "loops": lambda store: store.mine.said_back(*PAGE),
    "tally": lambda store: store.mine.tally(SERVER, SOMEBODY),
    "shifts": lambda store: store.mine.shifts(*PAGE),
    "journal": lambda store: store.journal.page(*PAGE),
    "a worldview": lambda store: store.worldviews.find(SERVER, NUMBER),
    "of a thread": lambda store: store.worldviews.of_thread(SERVER, NUMBER),
    "the newest": lambda store: store.worldviews.newest(SERVER, SOMEBODY),
    "consent": lambda store: store.worldviews.has_agreed(SERVER, SOMEBODY, 1),
    "a pseudonym": lambda store: store.worldviews.has_pseudonym(SERVER, "Heron"),
    "a remark": lambda store: store.remarks.find(SERVER, NUMBER),
    "sent twice": lambda store: store.remarks.by_token(SERVER, SOMEBODY, "a"),
    "is answered": lambda store: store.remarks.is_answered(SERVER, NUMBER),
    "too many": lambda store: store.remarks.waiting(SERVER, NUMBER, SOMEBODY),
    "speakers": lambda store: store.remarks.speakers(SERVER, NUMBER),
    "a loop": lambda store: store.loops.find(SERVER, NUMBER),
    "the last attempt": lambda store: store.loops.last(SERVER, NUMBER, SOMEBODY),
    "said back twice": lambda store: store.loops.by_token(SERVER, NUMBER, SOMEBODY, "a"),
    "who understood": lambda store: store.loops.understood(SERVER, NUMBER),
    "listeners": lambda store: store.loops.listeners(SERVER, NUMBER),
    "a shift": lambda store: store.shifts.between(SERVER, NUMBER, SOMEBODY, 0),
    "a conversation": lambda store: store.conversations.find(SERVER, NUMBER),
    "my prompts": lambda store: store.conversations.of_person(SERVER, SOMEBODY),
    "a turn": lambda store: store.conversations.turn(SERVER, NUMBER, 1),
    "a response": lambda store: store.conversations.response(SERVER, NUMBER, 1, SOMEBODY),
    "the next number": lambda store: store.rsvps.next_line(SERVER, NUMBER),
    "what waits": lambda store: store.threads.waiting(SERVER, NUMBER),
}
DATE = (SERVER, NUMBER)
ABOUT_DATES = {
    "a discussion": lambda store: store.discussions.find(*DATE),
    "planned twice": lambda store: store.discussions.of_token(SERVER, "a"),
    "the parts of a series": lambda store: store.discussions.parts(*DATE),
    "asked to it": lambda store: store.discussions.is_invited(*DATE, SOMEBODY),
    "a date": lambda store: store.occurrences.find(*DATE),
    "the dates of a discussion": lambda store: store.occurrences.of_discussion(*DATE),
    "a date of a series": lambda store: store.occurrences.of_original(*DATE, TODAY.replace(tzinfo=None)),
    "the date of a card": lambda store: store.occurrences.of_card(*DATE),
    "the date of an event": lambda store: store.occurrences.of_event(*DATE),
    "what is coming": lambda store: store.occurrences.coming(SERVER, 8),
    "a calendar": lambda store: store.occurrences.since(SERVER, TODAY),
    "my calendar": lambda store: store.occurrences.since(SERVER, TODAY, SOMEBODY),
    "before": lambda store: store.occurrences.before(SERVER, TODAY, [NUMBER]),
    "an answer": lambda store: store.rsvps.find(*DATE, SOMEBODY),
    "who comes": lambda store: store.rsvps.who(*DATE, Answer.GOING),
    "everybody who answered": lambda store: store.rsvps.who(*DATE),
    "places taken": lambda store: store.rsvps.counted(*DATE),
    "next in line": lambda store: store.rsvps.heads(*DATE),
    "a number in line": lambda store: store.rsvps.at(*DATE, 1),
    "how many are ahead": lambda store: store.rsvps.ahead(*DATE, 9, Seat.MENTEE),
    "how many said what": lambda store: store.rsvps.tally(*DATE),
    "which generations come": lambda store: store.rsvps.sides(*DATE),
    "my dates": lambda store: store.rsvps.of_person(SERVER, SOMEBODY),
    "my answers": lambda store: store.rsvps.going_to(SERVER, SOMEBODY, [NUMBER]),
    "my answers in a calendar": lambda store: store.feeds.answers(SERVER, SOMEBODY),
    "a calendar address": lambda store: store.feeds.of_secret("a"),
    "how I am reminded": lambda store: store.choices.find(SERVER, SOMEBODY),
    "how those who go are reminded": lambda store: store.choices.of_those_going(*DATE),
    "visits": lambda store: store.presences.of(*DATE),
    "visits of somebody": lambda store: store.presences.by_person(*DATE, [SOMEBODY]),
    "who is in the room": lambda store: store.presences.in_room(*DATE),
    "whose visit did not end": lambda store: store.presences.unfinished(SERVER),
    "what the host says": lambda store: store.attendance.of(*DATE),
    "a run": lambda store: store.runs.find(*DATE),
    "prompts we had": lambda store: store.runs.used(*DATE),
    "the speaking order": lambda store: store.runs.order(*DATE),
    "a turn to speak": lambda store: store.spoken.find(*DATE),
    "the present turn": lambda store: store.spoken.last(*DATE),
    "who spoke on a prompt": lambda store: store.spoken.on_prompt(*DATE, 1),
    "turns of each seat": lambda store: store.spoken.per_seat(*DATE),
    "three taps": lambda store: store.pulses.find(*DATE, SOMEBODY),
    "all taps": lambda store: store.pulses.all(*DATE),
    "a plan": lambda store: store.plans.find(SERVER, SOMEBODY),
    "a change": lambda store: store.changes.find(SERVER, SOMEBODY, NUMBER),
    "a poll": lambda store: store.time_polls.find(*DATE),
    "asked twice": lambda store: store.time_polls.of_token(SERVER, "a"),
    "votes": lambda store: store.time_polls.votes(*DATE),
}
QUESTIONS |= ABOUT_DATES


@pytest.fixture
def database_url(sqlite_url):
    return sqlite_url


@pytest.mark.parametrize("question", QUESTIONS)
async def test_what_a_button_asks_for_is_found_by_an_index(database, question):
    async with database.begin() as store:
        link = Recording(store.link)
        await QUESTIONS[question](replace(store, link=link))
        assert link.asked
        for statement in link.asked:
            assert steep(await plan(store.link, statement)) == [], str(statement)


async def test_a_question_about_all_of_a_community_would_be_seen(database):
    everybodys = worldviews.c.community_id == SERVER
    standing = sa.select(worldviews.c.worldview_id).where(everybodys, worldviews.c.state.in_(["open"]))
    for question in (
        sa.select(remarks).where(remarks.c.text.is_not(None)),
        sa.select(worldviews).where(everybodys, worldviews.c.made == "form"),
        sa.select(remarks.c.remark_id).where(
            remarks.c.community_id == SERVER,
            remarks.c.worldview_id.in_([1]),
            remarks.c.worldview_id.in_(standing),
        ),
        sa.select(occurrences).where(occurrences.c.community_id == SERVER, occurrences.c.room == 1),
        sa.select(occurrences).where(occurrences.c.minutes == 60),
        sa.select(presences).where(presences.c.community_id == SERVER),
        sa.select(rsvps).where(rsvps.c.community_id == SERVER, rsvps.c.answer == "going"),
    ):
        async with database.begin() as store:
            assert steep(await plan(store.link, question))
