"""What a button asks the database for costs as much in an old community as in a young one."""

import re
from dataclasses import replace

import pytest
import sqlalchemy as sa

from data.tables import remarks, worldviews
from domain.mine import Turn
from domain.people import Seat
from domain.rsvps import Answer

SERVER, SOMEBODY, NUMBER = 70, 7, 1
PEOPLES_OWN = "rsvps|worldviews|remarks|loops|shifts|verdicts|dealt|responses|journal|(its_)?answers?"
WHOLE = re.compile(rf"SCAN ({PEOPLES_OWN})\b")
"""Every row there is."""
ALL_OF_A_COMMUNITY = re.compile(r"SEARCH .*\(community_id=\?( AND (state|kind)=\?)?\)$")


class Recording:
    """A link that remembers what it was asked."""

    def __init__(self, link):
        self.link = link
        self.asked = []

    def __getattr__(self, name):
        return getattr(self.link, name)

    async def execute(self, statement, parameters=None):
        self.asked.append(statement)
        return await self.link.execute(statement, parameters)


async def plan(link, statement):
    """What SQLite would do for it, step by step."""
    options = {"render_postcompile": True}
    words = str(statement.compile(dialect=link.dialect, compile_kwargs=options)).replace("?", "1")
    return [row[3] for row in await link.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}")]


def steep(steps):
    """The steps that take longer the more there is in a community."""
    return [step for step in steps if WHOLE.match(step) or ALL_OF_A_COMMUNITY.match(step)]


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
    "an answer": lambda store: store.rsvps.find(SERVER, NUMBER, SOMEBODY),
    "the next number": lambda store: store.rsvps.next_line(SERVER, NUMBER),
    "who is next": lambda store: store.rsvps.heads(SERVER, NUMBER),
    "where in line": lambda store: store.rsvps.ahead(SERVER, NUMBER, 1, Seat.MENTEE),
    "who comes": lambda store: store.rsvps.who(SERVER, NUMBER, Answer.GOING, most=12),
    "how many come": lambda store: store.rsvps.tally(SERVER, NUMBER),
    "which sides come": lambda store: store.rsvps.sides(SERVER, NUMBER),
    "my dates": lambda store: store.rsvps.of_person(SERVER, SOMEBODY),
    "what waits": lambda store: store.threads.waiting(SERVER, NUMBER),
}


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
    ):
        async with database.begin() as store:
            assert steep(await plan(store.link, question))
