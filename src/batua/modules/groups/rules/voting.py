"""The vote engine: who may vote, what is needed, what counts, and when it is over.

The electorate is fixed when a proposal opens, and so is the number of yes that it needs. Silence and
abstention are not yes. Whoever has a voice only later has none here.

Whoever loses her voice during a vote stays in the electorate, but what she said no longer counts: no
one decides about money that is no longer hers to decide about, and because the number needed stays,
nobody's going can ever make a proposal pass. It can make it fail, when too few are left to say yes;
the question can then be put to the electorate of that day.

A proposal whose amount or payee changes is a new question: its votes are cleared, and it opens again
for those who have a voice then.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Final

from batua.modules.groups.errors import NobodyToVote, NoVoteInThis
from batua.modules.groups.types import (
    MONEY_KINDS,
    WEIGHTY_KINDS,
    Ballot,
    Choice,
    Delegation,
    MemberId,
    Phrase,
    ProposalKind,
    Question,
    Tally,
    Verdict,
    Voice,
    VoteRule,
)

MIN_PERCENT: Final = 51
TWO_PEOPLE: Final = MONEY_KINDS | {ProposalKind.REMOVE}
"""Kinds that one person can never decide alone."""
ONE_AT_A_TIME: Final = frozenset({ProposalKind.ADMIT, ProposalKind.REMOVE})
"""Kinds about a member: a second vote on the same one would only split the voters."""


def needed(electors: int, percent: int = MIN_PERCENT) -> int:
    """How many yes make a proposal pass: the percentage of the electorate, rounded up."""
    assert MIN_PERCENT <= percent <= 100
    return (percent * electors + 99) // 100


def percent_for(rule: VoteRule, kind: ProposalKind) -> int:
    """What a constitution asks for this kind of proposal."""
    if kind in WEIGHTY_KINDS:
        return max(rule.percent, rule.weighty_percent)
    return rule.percent


def is_elector(voice: Voice, question: Question) -> bool:
    """Whether she had a voice when it opened, and it is not about her."""
    had_one = voice.since <= question.roll and (voice.until is None or voice.until > question.roll)
    return had_one and voice.person != question.interested


def has_vote(voice: Voice, question: Question) -> bool:
    """Whether she is of the electorate and has kept her voice since."""
    return is_elector(voice, question) and voice.until is None


def check_electorate(kind: ProposalKind, question: Question, voices: Iterable[Voice]) -> int:
    """How many electors there are.

    refuses  NobodyToVote when there is none, or when nobody but the asker could vote on what two
             people must agree on
    """
    electors = [voice.person for voice in voices if is_elector(voice, question)]
    others = [person for person in electors if person != question.asker]
    if not electors or (kind in TWO_PEOPLE and not others):
        raise NobodyToVote
    return len(electors)


def ballots_of(
    voice: Voice,
    choice: Choice,
    question: Question,
    given: Iterable[Voice] = (),
    own: Collection[MemberId] = (),
) -> list[Ballot]:
    """The ballots that one person's vote casts: her own, and those of members who gave her theirs.

    She votes for others only where she may vote herself, and never on what she asks for: so it
    always takes a second person to agree with her. Who has voted herself is not voted for.

    given    voices whose vote is delegated to her now
    own      members who have voted themselves
    refuses  NoVoteInThis
    """
    if not has_vote(voice, question):
        raise NoVoteInThis
    cast = [Ballot(voice.member, choice, voice.member)]
    if voice.person != question.asker:
        cast += [
            Ballot(giver.member, choice, voice.member)
            for giver in given
            if giver.member not in own and giver != voice and has_vote(giver, question)
        ]
    return cast


def is_in_force(delegation: Delegation, now: datetime) -> bool:
    """Whether a delegation holds at a moment."""
    return delegation.since <= now < delegation.until


def count(
    question: Question,
    voices: Iterable[Voice],
    ballots: Mapping[MemberId, Ballot],
    percent: int = MIN_PERCENT,
) -> Tally:
    """Count the votes; those of whoever has lost her voice count as gone, cast or not."""
    electors = [voice for voice in voices if is_elector(voice, question)]
    said = [
        ballots[voice.member].choice
        for voice in electors
        if voice.until is None and voice.member in ballots
    ]
    return Tally(
        electors=len(electors),
        needed=needed(len(electors), percent),
        yes=said.count(Choice.YES),
        no=said.count(Choice.NO),
        abstain=said.count(Choice.ABSTAIN),
        gone=sum(voice.until is not None for voice in electors),
    )


def verdict(tally: Tally) -> Verdict:
    """Whether it has passed, can no longer pass, or is open."""
    if tally.yes >= tally.needed:
        return Verdict.PASSED
    if tally.yes + tally.waiting < tally.needed:
        return Verdict.FAILED
    return Verdict.UNDECIDED


def is_out_of_time(expires_at: datetime, now: datetime) -> bool:
    """Whether a vote is over by time: at `expires_at` itself no vote counts any more."""
    return now >= expires_at


def rule_in_words(tally: Tally) -> tuple[Phrase, ...]:
    """The rule as the vote card prints it, with its numbers."""
    gone = (Phrase("vote.gone", {"gone": tally.gone}),) if tally.gone else ()
    return (
        Phrase("vote.members", {"electors": tally.electors}),
        Phrase("vote.needs", {"needed": tally.needed}),
        Phrase("vote.yes", {"yes": tally.yes}),
        Phrase("vote.no", {"no": tally.no}),
        Phrase("vote.abstain", {"abstain": tally.abstain}),
        Phrase("vote.waiting", {"waiting": tally.waiting}),
        *gone,
        Phrase("vote.silence"),
    )
