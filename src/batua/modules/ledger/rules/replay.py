"""Live the whole ledger once more, posting by posting, and say where it cannot have been so.

The state is three whole numbers for each account, in flat arrays: the ledger may grow without end,
only the number of accounts decides about the memory.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, MutableMapping, MutableSequence
from itertools import chain as joined
from typing import Final

from batua.modules.ledger.types.proof import Content, Fault, Postings

Numbers = MutableSequence[int] | MutableMapping[int, int]

DENSE: Final = 50
SPARE: Final = 1_000_000
"""Numbers of accounts have gaps; when they are wider than this, flat arrays would be a waste."""


class Replay:
    """The state of every account while the postings go by; remembers the first fault of each sort.

    account_fault  the first account or posting that is wrong
    entry_fault    the first entry that is wrong
    """

    def __init__(self, highest: int, count: int) -> None:
        self.postings = 0
        self.account_fault: Fault | None = None
        self.entry_fault: Fault | None = None
        self._highest = highest
        is_dense = highest <= DENSE * count + SPARE
        self._versions = _numbers(highest, is_dense=is_dense)
        self._balances = _numbers(highest, is_dense=is_dense)
        self._debits = _numbers(highest, is_dense=is_dense)
        self._monies = _numbers(highest, is_dense=is_dense)
        """Which currency an account has; 0 when there is no such account."""
        self._names: dict[str, int] = {}

    def know(self, ids: Iterable[int], currencies: Iterable[str]) -> None:
        """Take in accounts before anything is replayed."""
        monies, names = self._monies, self._names
        for id, currency in zip(ids, currencies, strict=True):
            if id > 0:
                monies[id] = names.setdefault(currency, len(names) + 1)

    def live(self, content: Content) -> None:
        """Replay the entries of one block; blocks come in their order."""
        postings = content.postings
        self.postings += len(postings)
        if postings.accounts and not self._are_known(postings.accounts):
            self._leave_out_strangers(postings)
        if not self._is_balanced(content) and self.entry_fault is None:
            self.entry_fault = self._first_wrong_entry(content)
        self._move(postings)

    def _are_known(self, accounts: list[int]) -> bool:
        if min(accounts) < 1 or max(accounts) > self._highest:
            return False
        monies = self._monies
        return all(map(monies.__getitem__, set(accounts)))

    def _leave_out_strangers(self, postings: Postings) -> None:
        monies, highest = self._monies, self._highest
        known = [0 < id <= highest and monies[id] > 0 for id in postings.accounts]
        stranger = postings.accounts[known.index(False)]
        self._note(Fault("account", stranger, "there are postings but no account"))
        for column in postings.columns:
            column[:] = [value for value, is_known in zip(column, known, strict=True) if is_known]

    def _is_balanced(self, content: Content) -> bool:
        """Whether each entry has the lines 0, 1, 2 … and each odd one takes what the one before
        gave, in the same currency.
        """
        postings, legs, numbers = content.postings, content.legs, content.entries.numbers
        if len(postings) != 2 * sum(legs):
            return False
        if max(legs, default=1) == min(legs, default=1) == 1:
            lines = [0, 1] * len(numbers)
            entries = _twice(numbers)
            moments = _twice(content.moments)
        else:
            lines = [line for count in legs for line in range(2 * count)]
            entries = _times(numbers, legs)
            moments = _times(content.moments, legs)
        taken, monies = postings.amounts[1::2], self._monies
        of = monies.__getitem__
        return (
            postings.entries == entries
            and postings.lines == lines
            and postings.moments == moments
            and min(taken, default=1) > 0
            and postings.amounts[0::2] == [-minor for minor in taken]
            and list(map(of, postings.accounts[0::2])) == list(map(of, postings.accounts[1::2]))
        )

    def _first_wrong_entry(self, content: Content) -> Fault | None:
        rows: dict[int, list[tuple[int, int, int]]] = {}
        times: dict[int, set[int]] = {}
        of = content.postings
        for entry, line, account, minor, moment in zip(
            of.entries, of.lines, of.accounts, of.amounts, of.moments, strict=True
        ):
            rows.setdefault(entry, []).append((line, minor, self._monies[account]))
            times.setdefault(entry, set()).add(moment)
        numbers = content.entries.numbers
        legs = dict(zip(numbers, content.legs, strict=True))
        moments = dict(zip(numbers, content.moments, strict=True))
        for number in sorted({*rows, *legs}):
            words = _wrong(rows.get(number, []), legs.get(number))
            if words is None and times.get(number) != {moments[number]}:
                words = "its postings lie at another time"
            if words is not None:
                return Fault("entry", number, words)
        return None

    def _move(self, postings: Postings) -> None:
        versions, balances, debits = self._versions, self._balances, self._debits
        for account, version, minor, after in zip(
            postings.accounts, postings.versions, postings.amounts, postings.balances, strict=True
        ):
            if versions[account] + 1 != version or balances[account] + minor != after:
                self._note(Fault("posting", account, "the chain of balances breaks here", version))
            versions[account] = version
            balances[account] = after
            if minor < 0:
                try:
                    debits[account] -= minor
                except OverflowError:
                    self._note(
                        Fault("posting", account, "nothing so large can be counted", version)
                    )

    def _note(self, fault: Fault) -> None:
        if self.account_fault is None:
            self.account_fault = fault

    def compare(self, accounts: Iterable[tuple[int, int, int, int]]) -> None:
        """See that accounts, in the order of their ids, stand where the replay left them.

        accounts  of each its id, posted debits, posted credits and version
        """
        for id, debits, credits, version in accounts:
            words = None
            if id < 1:
                words = "it has a number that no account is given"
            elif version != self._versions[id]:
                words = "version is not the number of postings"
            elif debits != self._debits[id]:
                words = "posted_debits_minor is not the sum of its debits"
            elif credits != self._balances[id] + self._debits[id]:
                words = "posted_credits_minor is not the sum of its credits"
            if words is not None:
                self._note(Fault("account", id, words))
                return


def _numbers(highest: int, *, is_dense: bool) -> Numbers:
    return array("q", bytes(8 * (highest + 1))) if is_dense else defaultdict(int)


def _twice(each: list[int]) -> list[int]:
    return list(joined.from_iterable(zip(each, each, strict=True)))


def _times(each: list[int], legs: list[int]) -> list[int]:
    return [one for one, count in zip(each, legs, strict=True) for _ in range(2 * count)]


def _wrong(rows: list[tuple[int, int, int]], legs: int | None) -> str | None:
    """What is wrong with an entry of some legs and these lines (line, amount, currency)."""
    if legs is None:
        return "there are postings but no entry"
    if len(rows) != 2 * legs:
        return "it has not the postings its legs need"
    if [line for line, _, _ in rows] != list(range(2 * legs)):
        return "its debits and credits do not pair up"
    for (_, given, money), (_, taken, taken_in) in zip(rows[0::2], rows[1::2], strict=True):
        if taken <= 0 or given != -taken or money != taken_in:
            return "a leg does not sum to zero in one currency"
    return None
