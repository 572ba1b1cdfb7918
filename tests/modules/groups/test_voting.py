"""The vote engine: every row of the table to 200, and random histories against an independent count."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from batua.modules.groups.errors import NobodyToVote, NoVoteInThis
from batua.modules.groups.rules import voting
from batua.modules.groups.types import (
    Ballot,
    Choice,
    Delegation,
    MemberId,
    ProposalKind,
    Question,
    Tally,
    Verdict,
    Voice,
    VoteRule,
)
from batua.modules.identity.types import PersonId

YES, NO, ABSTAIN = Choice.YES, Choice.NO, Choice.ABSTAIN
ROLL = 1_000
ASKER = PersonId(uuid4())
QUESTION = Question(ROLL, ASKER)
NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)


def a_voice(since: int = 1, until: int | None = None, person: PersonId | None = None) -> Voice:
    return Voice(MemberId(uuid4()), person or PersonId(uuid4()), since, until)


VOICES = [a_voice() for _ in range(200)]
GONE = [replace(voice, until=ROLL + 1) for voice in VOICES]
JOINERS = [a_voice(since=ROLL + 1) for _ in range(7)]


def smallest_share(n: int, percent: int) -> int:
    """The smallest number that is not below the percentage: by counting up."""
    least = 0
    while least * 100 < percent * n:
        least += 1
    return least


@pytest.mark.parametrize(
    ("n", "yes"),
    [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (10, 6), (20, 11)]
    + [(50, 26), (51, 27), (99, 51), (100, 51), (101, 52), (200, 102)],
)
def test_51_percent_of_the_electorate_are_needed(n: int, yes: int) -> None:
    assert voting.needed(n) == yes


@pytest.mark.parametrize("n", range(1, 201))
def test_needed_is_never_less_than_the_percentage(n: int) -> None:
    for percent in (51, 60, 67, 75, 99, 100):
        assert voting.needed(n, percent) == smallest_share(n, percent)
    assert voting.needed(n, 100) == n


@pytest.mark.parametrize("n", range(1, 201))
def test_every_row_of_the_table_agrees_with_a_count_by_hand(n: int) -> None:
    """yes, no, abstain, leave and join around every edge of n electors."""
    need = smallest_share(n, 51)
    for yes in sorted({0, 1, need - 1, need, need + 1, n} & set(range(n + 1))):
        rest = n - yes
        for left in sorted({0, min(1, rest), rest // 2, rest}):
            for no in sorted({0, (rest - left) // 2, rest - left}):
                said = [YES] * yes + [NO] * no
                abstained = (rest - left - no) // 2
                said += [ABSTAIN] * abstained
                silent = rest - left - no - abstained
                check_row(n, said, left, silent, need)


def check_row(n: int, said: list[Choice], left: int, silent: int, need: int) -> None:
    """`said` by the first, then who left (all had said yes), then who is silent; and joiners."""
    voices = [*VOICES[: len(said)], *GONE[len(said) : len(said) + left]]
    voices += VOICES[len(voices) : len(voices) + silent]
    assert len(voices) == n
    ballots = {v.member: Ballot(v.member, c, v.member) for v, c in zip(voices, said, strict=False)}
    for gone in voices[len(said) : len(said) + left]:
        ballots[gone.member] = Ballot(gone.member, YES, gone.member)
    for joiner in JOINERS:
        ballots[joiner.member] = Ballot(joiner.member, YES, joiner.member)

    tally = voting.count(QUESTION, [*voices, *JOINERS], ballots)

    yes = sum(choice is YES for choice in said)
    assert (tally.electors, tally.needed, tally.yes, tally.gone) == (n, need, yes, left)
    assert tally.no == sum(choice is NO for choice in said)
    assert tally.abstain == sum(choice is ABSTAIN for choice in said)
    assert tally.waiting == silent
    assert voting.verdict(tally) is by_hand(yes, silent, n)


def by_hand(yes: int, silent: int, n: int) -> Verdict:
    """What it is, in other arithmetic than the engine's."""
    if 100 * yes >= 51 * n:
        return Verdict.PASSED
    return Verdict.UNDECIDED if 100 * (yes + silent) >= 51 * n else Verdict.FAILED


def test_the_verdict_is_right_for_every_yes_and_every_waiting() -> None:
    for n in range(1, 201):
        need = voting.needed(n)
        for yes in range(n + 1):
            for waiting in {0, need - yes - 1, need - yes, n - yes} & set(range(n - yes + 1)):
                tally = Tally(n, need, yes=yes, no=n - yes - waiting)
                assert voting.verdict(tally) is by_hand(yes, waiting, n)


def test_silence_and_abstention_are_not_yes() -> None:
    assert voting.verdict(Tally(10, 6, yes=5, abstain=5)) is Verdict.FAILED
    assert voting.verdict(Tally(10, 6, yes=5)) is Verdict.UNDECIDED
    assert voting.verdict(Tally(10, 6, yes=6)) is Verdict.PASSED


def test_a_constitution_may_ask_for_more_of_what_weighs_more() -> None:
    rule = VoteRule(percent=60, weighty_percent=75)
    assert voting.percent_for(rule, ProposalKind.WITHDRAW) == 60
    assert voting.percent_for(rule, ProposalKind.CONSTITUTION) == 75
    assert voting.percent_for(rule, ProposalKind.REMOVE) == 75
    assert voting.percent_for(rule, ProposalKind.DISSOLVE) == 75
    low = VoteRule(percent=80, weighty_percent=60)
    assert voting.percent_for(low, ProposalKind.DISSOLVE) == 80


# --- who is of the electorate


@pytest.mark.parametrize(
    ("since", "until", "is_elector", "has_vote"),
    [
        (ROLL, None, True, True),
        (ROLL + 1, None, False, False),  # came later
        (1, ROLL, False, False),  # had gone before
        (1, ROLL + 1, True, False),  # went since
    ],
)
def test_the_electorate_is_that_of_the_opening(
    since: int, until: int | None, is_elector: bool, has_vote: bool
) -> None:
    voice = a_voice(since, until)
    assert voting.is_elector(voice, QUESTION) is is_elector
    assert voting.has_vote(voice, QUESTION) is has_vote


def test_whoever_it_is_about_has_no_vote_and_is_not_counted() -> None:
    me = a_voice()
    question = Question(ROLL, ASKER, interested=me.person)
    assert not voting.is_elector(me, question)
    assert voting.count(question, [me, *VOICES[:4]], {}).electors == 4
    with pytest.raises(NoVoteInThis):
        voting.ballots_of(me, YES, question)


def test_whoever_came_back_is_a_joiner() -> None:
    before = a_voice(until=ROLL + 1)
    again = a_voice(since=ROLL + 2, person=before.person)
    tally = voting.count(QUESTION, [before, again, *VOICES[:3]], {})
    assert (tally.electors, tally.gone) == (4, 1)
    with pytest.raises(NoVoteInThis):
        voting.ballots_of(again, YES, QUESTION)


@pytest.mark.parametrize(
    ("kind", "others", "interested", "electors"),
    [
        (ProposalKind.WITHDRAW, 1, False, 2),
        (ProposalKind.WITHDRAW, 0, False, None),  # nobody spends alone
        (ProposalKind.WITHDRAW, 1, True, 1),
        (ProposalKind.WITHDRAW, 0, True, None),
        (ProposalKind.REMOVE, 0, False, None),
        (ProposalKind.CONSTITUTION, 0, False, 1),  # who is alone may write the rules
        (ProposalKind.ADMIT, 0, False, 1),
        (ProposalKind.DISSOLVE, 0, False, 1),  # and who is left alone may end it
        (ProposalKind.DISSOLVE, 0, True, None),
    ],
)
def test_two_people_must_agree_about_money(
    kind: ProposalKind, others: int, interested: bool, electors: int | None
) -> None:
    voices = [a_voice(person=ASKER), *VOICES[:others]]
    question = Question(ROLL, ASKER, interested=ASKER if interested else None)
    if electors is None:
        with pytest.raises(NobodyToVote):
            voting.check_electorate(kind, question, voices)
    else:
        assert voting.check_electorate(kind, question, voices) == electors


# --- delegation


def test_a_vote_is_cast_for_those_who_gave_theirs() -> None:
    taker, giver, busy, gone, joiner = (*VOICES[:3], GONE[3], JOINERS[0])
    given = [giver, busy, gone, joiner]
    ballots = voting.ballots_of(taker, NO, QUESTION, given, own={busy.member})
    assert ballots == [
        Ballot(taker.member, NO, taker.member),
        Ballot(giver.member, NO, taker.member),
    ]
    assert [ballot.is_own for ballot in ballots] == [True, False]


def test_who_asks_votes_for_nobody_else() -> None:
    """Else one person with one given vote could pay out of a pot of three."""
    asker = a_voice(person=ASKER)
    assert voting.ballots_of(asker, YES, QUESTION, VOICES[:2]) == [
        Ballot(asker.member, YES, asker.member)
    ]


@pytest.mark.parametrize(("seconds", "holds"), [(-1, False), (0, True), (59, True), (60, False)])
def test_a_delegation_holds_for_its_period(seconds: int, holds: bool) -> None:
    given = Delegation(VOICES[0].member, VOICES[1].member, NOON, NOON + timedelta(minutes=1))
    assert voting.is_in_force(given, NOON + timedelta(seconds=seconds)) is holds


def test_at_its_end_a_vote_is_over() -> None:
    assert not voting.is_out_of_time(NOON, NOON - timedelta(microseconds=1))
    assert voting.is_out_of_time(NOON, NOON)


def test_the_rule_is_told_in_words_and_numbers() -> None:
    told = voting.rule_in_words(Tally(12, 7, yes=4, no=1))
    assert [(phrase.key, phrase.holes) for phrase in told] == [
        ("vote.members", {"electors": 12}),
        ("vote.needs", {"needed": 7}),
        ("vote.yes", {"yes": 4}),
        ("vote.no", {"no": 1}),
        ("vote.abstain", {"abstain": 0}),
        ("vote.waiting", {"waiting": 7}),
        ("vote.silence", {}),
    ]
    assert voting.rule_in_words(Tally(3, 2, gone=1))[-2].holes == {"gone": 1}


# --- random histories

Act = tuple[str, int, Choice | int]
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("vote"), st.integers(0, 11), st.sampled_from(Choice)),
        st.tuples(st.just("leave"), st.integers(0, 11), st.just(0)),
        st.tuples(st.just("join"), st.just(0), st.just(0)),
        st.tuples(st.just("give"), st.integers(0, 11), st.integers(0, 11)),
    ),
    max_size=30,
)


@dataclass
class Engine:
    """The rules, driven as the service drives them."""

    voices: list[Voice]
    question: Question
    roll: int = ROLL
    ballots: dict[MemberId, Ballot] = field(default_factory=dict)
    given: dict[MemberId, MemberId] = field(default_factory=dict)

    def tally(self) -> Tally:
        return voting.count(self.question, self.voices, self.ballots)

    def act(self, act: Act) -> None:
        name, n, more = act
        voice = self.voices[n % len(self.voices)]
        self.roll += 1
        if name == "join":
            self.voices.append(a_voice(since=self.roll))
        elif name == "leave" and voice.until is None:
            self.voices[n % len(self.voices)] = replace(voice, until=self.roll)
        elif name == "give" and isinstance(more, int):
            self.given[voice.member] = self.voices[more % len(self.voices)].member
        elif name == "vote" and isinstance(more, Choice) and voting.has_vote(voice, self.question):
            givers = [v for v in self.voices if self.given.get(v.member) == voice.member]
            own = {ballot.member for ballot in self.ballots.values() if ballot.is_own}
            for ballot in voting.ballots_of(voice, more, self.question, givers, own):
                self.ballots[ballot.member] = ballot


@dataclass
class Hand:
    """The same by hand: what each elector's vote is worth now, kept by plain names."""

    people: list[int]
    interested: int | None
    asker: int = 0
    said: dict[int, tuple[Choice, bool]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    gave: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.electors = {p for p in self.people if p != self.interested}

    def act(self, act: Act) -> None:
        name, n, more = act
        person = n % len(self.people)
        if name == "join":
            self.people.append(len(self.people))
        elif name == "leave":
            self.gone.add(person)
        elif name == "give":
            self.gave[person] = int(more) % len(self.people)  # type: ignore[call-overload]
        elif person in self.electors - self.gone:
            assert isinstance(more, Choice)
            self.said[person] = (more, True)
            for giver, taker in self.gave.items():
                own = self.said.get(giver, (more, False))[1]
                may = taker == person != giver and person != self.asker
                if may and giver in self.electors - self.gone and not own:
                    self.said[giver] = (more, False)

    def yes(self) -> int:
        return sum(
            choice is YES for p, (choice, _) in self.said.items() if p in self.electors - self.gone
        )

    def silent(self) -> int:
        return len(self.electors - self.gone - set(self.said))


@settings(max_examples=120, deadline=None)
@for_all(size=st.integers(2, 12), about=st.one_of(st.none(), st.integers(0, 11)), acts=ACTS)
def test_any_history_is_counted_as_by_hand(size: int, about: int | None, acts: list[Act]) -> None:
    voices = VOICES[:size]
    interested = None if about is None else about % size
    question = Question(
        ROLL, voices[0].person, None if interested is None else voices[interested].person
    )
    engine, hand = Engine(list(voices), question), Hand(list(range(size)), interested)
    first = engine.tally()
    for act in acts:
        before = voting.verdict(engine.tally())
        engine.act(act)
        hand.act(act)
        tally = engine.tally()
        # The electorate is fixed, and so is what it needs.
        assert (tally.electors, tally.needed) == (first.electors, first.needed)
        assert tally.yes == hand.yes()
        assert tally.waiting == hand.silent()
        assert voting.verdict(tally) is by_hand(hand.yes(), hand.silent(), first.electors)
        if act[0] != "vote" and before is not Verdict.PASSED:
            assert voting.verdict(tally) is not Verdict.PASSED, "only a vote makes it pass"


@settings(max_examples=60, deadline=None)
@for_all(size=st.integers(3, 30), percent=st.sampled_from([51, 60, 75, 100]), data=st.data())
def test_removing_those_who_say_no_never_makes_it_pass(
    size: int, percent: int, data: st.DataObject
) -> None:
    voices = VOICES[:size]
    said = data.draw(st.lists(st.sampled_from(Choice), min_size=size, max_size=size))
    ballots = {v.member: Ballot(v.member, c, v.member) for v, c in zip(voices, said, strict=True)}
    tally = voting.count(QUESTION, voices, ballots, percent)
    if voting.verdict(tally) is Verdict.PASSED:
        return
    gone = data.draw(st.sets(st.integers(0, size - 1)))
    after = [replace(v, until=ROLL + 1) if n in gone else v for n, v in enumerate(voices)]
    assert voting.verdict(voting.count(QUESTION, after, ballots, percent)) is Verdict.FAILED
