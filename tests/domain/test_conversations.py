"""The Depth Ladder: what a conversation is dealt, whoever is in it and whatever they keep out of it."""

from collections import Counter
from dataclasses import dataclass, field, replace

from hypothesis import given
from hypothesis import strategies as st

from domain.conversations import BEFORE_DEEPER, Conversation, Deal, Nothing, Turn, Waiting, deal
from domain.decks import DEPTHS, Prompt

MEI, RUTH, OMAR = 7, 71, 40
TOPICS = ("work", "faith", "love")


def prompt(name: str, depth: int, *topics: str) -> Prompt:
    return Prompt(name, depth, topics, f"Tell us about {name}.")


def deck(*depths: int) -> dict[str, Prompt]:
    """Prompts `c/0`, `c/1`… of these depths."""
    return {f"c/{number}": prompt(str(number), depth) for number, depth in enumerate(depths)}


@dataclass
class Table:
    """People around a table, as the actions keep them: whoever may be dealt is dealt."""

    prompts: dict[str, Prompt]
    at: Conversation = field(default_factory=Conversation)
    deals: list[Deal] = field(default_factory=list)

    def joins(self, *people: int) -> None:
        since = max(1, len(self.at.turns))
        self.at = replace(self.at, people={**dict.fromkeys(people, since), **self.at.people})

    def answers(self, *people: int) -> None:
        self.at = replace(self.at, responded=frozenset({*self.at.responded, *people}))

    def asks(self, barred: set[str] | None = None, chance: float = 0.0):
        came = deal(self.prompts, self.at, barred or set(), chance)
        if isinstance(came, Deal):
            self.deals.append(came)
            turns = (*self.at.turns, came.turn)
            self.at = replace(self.at, depth=came.depth, turns=turns, responded=frozenset())
        return came


prompts = st.dictionaries(
    st.integers(0, 30).map("c/{}".format),
    st.builds(
        Prompt,
        st.just("any"),
        st.sampled_from(DEPTHS),
        st.lists(st.sampled_from(TOPICS), max_size=2).map(tuple),
        st.just("Tell."),
    ),
    max_size=14,
)
people = st.sampled_from([MEI, RUTH, OMAR])
moves = st.one_of(
    st.tuples(st.just("joins"), people),
    st.tuples(st.just("answers"), people),
    st.tuples(st.just("everybody"), st.none()),
    st.tuples(st.just("asks"), st.floats(0, 1, exclude_max=True)),
    st.tuples(st.just("asks"), st.floats(0, 1, exclude_max=True)),
    st.tuples(st.just("bars"), st.sets(st.sampled_from(TOPICS))),
)


@given(prompts, st.lists(moves, max_size=60))
def test_the_laws_of_the_ladder(available, story):
    table, barred = Table(available), set[str]()
    for move, value in story:
        if move == "bars":
            barred = value
        elif move == "joins":
            table.joins(value)
        elif move == "answers":
            table.answers(value)
        elif move == "everybody":
            table.answers(*table.at.people)
        else:
            before = table.at
            keeps_the_laws(available, before, barred, table.asks(barred, value))


def keeps_the_laws(available, before: Conversation, barred: set[str], came) -> None:
    fair = {name: each for name, each in available.items() if not barred & set(each.topics)}
    times = Counter(turn.prompt for turn in before.turns)
    if not isinstance(came, Deal):
        assert isinstance(came, Waiting) if fair else isinstance(came, Nothing)
        if isinstance(came, Waiting):  # somebody is missing, and everything left is deeper
            assert came.for_people == before.awaited != set()
            fewest = min(times[name] for name in fair)
            assert all(fair[name].depth > before.depth for name in fair if times[name] == fewest)
        return
    name = came.turn.prompt
    assert name in fair, "a barred topic is never dealt"
    assert came.turn.depth == fair[name].depth <= came.depth <= max(DEPTHS)
    assert all(times[name] <= times[other] for other in fair), "no repeat before the deck is spent"
    assert came.again == (times[name] > 0)
    spent = times[name] > 0 and len({times[other] for other in fair}) == 1
    if came.depth > before.depth and not spent:
        here = {turn.prompt for turn in before.turns if turn.depth == before.depth}
        covered = [other for other in here if times[other] > times[name]]
        left = [other for other in fair if fair[other].depth == before.depth and times[other] == times[name]]
        assert len(covered) >= BEFORE_DEEPER or not left, "three of a depth come before the next"
        assert not before.awaited, "it goes deeper with everybody, or not at all"


@given(prompts, st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=40), people)
def test_alone_or_not_the_whole_deck_comes_before_anything_comes_again(available, chances, person):
    table = Table(available)
    table.joins(person)
    for chance in chances:
        table.asks(chance=chance)
        table.answers(person)
    names = [came.turn.prompt for came in table.deals]
    assert len(set(names)) == min(len(available), len(chances))
    rounds = [names[at : at + len(available)] for at in range(0, len(names), len(available) or 1)]
    assert all(len(set(each)) == len(each) for each in rounds)
    assert all(each == rounds[0][: len(each)] for each in rounds), "oldest first"


@given(prompts, st.floats(0, 1, exclude_max=True))
def test_the_same_chance_gives_the_same_prompt(available, chance):
    turned = dict(reversed(available.items()))
    assert deal(available, Conversation(), (), chance) == deal(turned, Conversation(), (), chance)


def test_the_first_prompt_is_a_warm_one():
    assert Table(deck(3, 2, 1)).asks() == Deal(Turn("c/2", 1), depth=1)


def test_the_next_depth_opens_after_three_prompts_that_everybody_answered_or_passed():
    table = Table(deck(1, 1, 1, 1, 1, 2, 3))
    table.joins(MEI, RUTH)
    depths = []
    for _ in range(4):
        came = table.asks()
        depths.append(came.depth)
        table.answers(MEI, RUTH)
    assert depths == [1, 1, 1, 2]


def test_while_one_of_them_is_awaited_it_stays_at_its_depth():
    table = Table(deck(1, 1, 1, 1, 2))
    table.joins(MEI, RUTH)
    for _ in range(3):
        table.asks()
        table.answers(MEI)
    assert table.at.awaited == {RUTH}
    assert table.asks() == Deal(Turn("c/3", 1), depth=1)
    table.answers(MEI)
    assert table.asks() == Waiting(frozenset({RUTH}))
    table.answers(RUTH)
    assert table.asks() == Deal(Turn("c/4", 2), depth=2)


def test_a_depth_with_fewer_than_three_prompts_is_no_dead_end():
    table = Table(deck(1, 3))
    table.joins(MEI)
    table.asks()
    table.answers(MEI)
    assert table.asks() == Deal(Turn("c/1", 3), depth=3)


def test_whoever_joins_later_counts_from_that_turn():
    table = Table(deck(1, 1, 1, 2))
    table.joins(MEI)
    for _ in range(3):
        table.asks()
        table.answers(MEI)
    later = replace(table.at, people={MEI: 1, OMAR: 4})  # said to count from the next turn
    assert later.awaited == set()
    table.joins(OMAR)
    assert table.at.awaited == {OMAR}
    table.answers(OMAR)
    assert table.asks().depth == 2


def test_what_stayed_behind_comes_after_the_deepest():
    table = Table(deck(1, 1, 1, 1, 2, 2, 2, 2, 3))
    table.joins(MEI)
    for _ in range(9):
        table.asks()
        table.answers(MEI)
    assert [came.turn.depth for came in table.deals] == [1, 1, 1, 2, 2, 2, 3, 2, 1]
    assert [came.depth for came in table.deals][-3:] == [3, 3, 3]


def test_a_spent_deck_starts_anew_with_the_oldest_and_warmest():
    table = Table(deck(1, 1, 2))
    table.joins(MEI)
    for _ in range(6):
        table.asks(chance=0.7)
        table.answers(MEI)
    names = [came.turn.prompt for came in table.deals]
    assert names[3:] == names[:3]
    assert [came.again for came in table.deals] == [False] * 3 + [True] * 3
    assert [came.depth for came in table.deals] == [1, 1, 2, 1, 1, 2]


def test_a_prompt_added_to_a_spent_deck_is_dealt_before_anything_comes_again():
    table = Table(deck(1))
    table.joins(MEI)
    table.asks()
    table.answers(MEI)
    table.prompts |= {"own/new": prompt("new", 1)}
    assert table.asks() == Deal(Turn("own/new", 1), depth=1)


def test_when_every_topic_is_barred_there_is_nothing_to_deal():
    table = Table({"c/job": prompt("job", 1, "work", "love")})
    assert table.asks(barred={"love"}) == Nothing()
    assert Table({}).asks() == Nothing()
