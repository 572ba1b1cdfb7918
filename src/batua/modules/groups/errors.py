"""Why groups say no: each refusal moves nothing and states no fact."""

from dataclasses import dataclass

from batua.kit.refusal import Kind, Refusal


@dataclass(eq=False)
class NotInYourRole(Refusal):
    """Your role in this group does not let you do that."""

    code = "groups.not_in_your_role"
    kind = Kind.FORBIDDEN
    todo = "Ask somebody of the group whose role it is, or propose other roles."
    role: str
    right: str


class NobodyToVote(Refusal):
    """Nobody could vote on this besides the one who asks or the one whom it is about."""

    code = "groups.nobody_to_vote"
    kind = Kind.CONFLICT
    todo = "Invite another member first."


class NoVoteInThis(Refusal):
    """You have no vote in this proposal: it is about you, or it was opened before you came."""

    code = "groups.no_vote_in_this"
    kind = Kind.FORBIDDEN
    todo = "Wait for the others to decide."


@dataclass(eq=False)
class ConstitutionInvalid(Refusal):
    """A setting of the constitution is not as it may be."""

    code = "groups.constitution_invalid"
    kind = Kind.INVALID
    todo = "Mend the setting that is named."
    path: str
    reason: str

    def detail(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(eq=False)
class DuesRuleInvalid(Refusal):
    """The rule for dues is not one that this app keeps."""

    code = "groups.dues_rule_invalid"
    kind = Kind.INVALID
    todo = "Choose weekly or monthly dues, or mend the rule."
    reason: str


@dataclass(eq=False)
class LoanTermsInvalid(Refusal):
    """These terms do not make a loan."""

    code = "groups.loan_terms_invalid"
    kind = Kind.INVALID
    todo = "Choose another amount or another number of instalments."
    reason: str


@dataclass(eq=False)
class MoreThanOwed(Refusal):
    """The amount is above what is owed."""

    code = "groups.more_than_owed"
    kind = Kind.CONFLICT
    todo = "Pay what is owed, or less."
    owed_minor: int


class GroupNotFound(Refusal):
    """There is no such group of yours."""

    code = "groups.group_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open your list of groups again."


class GroupOver(Refusal):
    """This group has ended."""

    code = "groups.group_over"
    kind = Kind.CONFLICT
    todo = "Look at its statement; nothing else can be done in it."


@dataclass(eq=False)
class WordsTooLong(Refusal):
    """A text is empty, or longer than it may be."""

    code = "groups.words_too_long"
    kind = Kind.INVALID
    todo = "Write something shorter."
    field: str
    max_length: int


class KeyReused(Refusal):
    """This Idempotency-Key belongs to another order of yours."""

    code = "groups.key_reused"
    kind = Kind.CONFLICT
    todo = "Make a new key for each new order."


class WomenOnly(Refusal):
    """This group is for women, and asks for a verified member."""

    code = "groups.women_only"
    kind = Kind.FORBIDDEN
    todo = "Have your account verified first."


class InviteNotFound(Refusal):
    """There is no such invite."""

    code = "groups.invite_not_found"
    kind = Kind.NOT_FOUND
    todo = "Ask whoever invited you for a new link."


@dataclass(eq=False)
class InviteInvalid(Refusal):
    """An invite lasts 1 to 30 days, for 1 to 1000 people, who become members or viewers."""

    code = "groups.invite_invalid"
    kind = Kind.INVALID
    todo = "Choose other days, another number, or another role."
    field: str


class AlreadyMember(Refusal):
    """This person is in the group, or has asked to be."""

    code = constraint = "groups.already_member"
    kind = Kind.CONFLICT
    todo = "Open the group."


@dataclass(eq=False)
class GroupFull(Refusal):
    """The group has as many members as its constitution allows."""

    code = "groups.group_full"
    kind = Kind.CONFLICT
    todo = "Ask the group to allow more."
    limit: int


class MemberNotFound(Refusal):
    """There is no such member of this group."""

    code = "groups.member_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the list of members again."


class VotedOnHere(Refusal):
    """In this group such a thing is decided by a vote."""

    code = "groups.voted_on_here"
    kind = Kind.CONFLICT
    todo = "Propose it to the group."


@dataclass(eq=False)
class DebtsLeft(Refusal):
    """Whoever owes the group something, or answers for a loan, cannot leave it."""

    code = "groups.debts_left"
    kind = Kind.CONFLICT
    todo = "Pay what is owed first."
    owed_minor: int


class LastOfThePot(Refusal):
    """There is money in the pot, and nobody else could decide about it."""

    code = "groups.last_of_the_pot"
    kind = Kind.CONFLICT
    todo = "Propose to end the group; its money is then shared out."


class ProposalNotFound(Refusal):
    """There is no such proposal in this group."""

    code = "groups.proposal_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the list of proposals again."


@dataclass(eq=False)
class ProposalOver(Refusal):
    """This proposal is no longer open."""

    code = "groups.proposal_over"
    kind = Kind.CONFLICT
    todo = "Open it again to see what became of it."
    status: str


@dataclass(eq=False)
class ProposalChanged(Refusal):
    """The proposal was changed since you looked at it."""

    code = "groups.proposal_changed"
    kind = Kind.CONFLICT
    todo = "Read what it says now, and vote on that."
    version: int


class OnlyTheAsker(Refusal):
    """Only the person who asked can do this to a proposal."""

    code = "groups.only_the_asker"
    kind = Kind.FORBIDDEN
    todo = "Vote on it, or propose something else."


@dataclass(eq=False)
class ProposalInvalid(Refusal):
    """A proposal of this kind needs other fields."""

    code = "groups.proposal_invalid"
    kind = Kind.INVALID
    todo = "Fill in what is missing."
    field: str


@dataclass(eq=False)
class NotEnoughInPot(Refusal):
    """There is not so much in the pot that is not set aside already."""

    code = "groups.not_enough_in_pot"
    kind = Kind.CONFLICT
    todo = "Ask for less, or wait for contributions."
    available_minor: int


@dataclass(eq=False)
class NothingToRetry(Refusal):
    """Only a payout that failed, and that has not lapsed, is tried again."""

    code = "groups.nothing_to_retry"
    kind = Kind.CONFLICT
    todo = "Open the proposal again."
    status: str


@dataclass(eq=False)
class DelegationInvalid(Refusal):
    """The constitution does not allow this delegation."""

    code = "groups.delegation_invalid"
    kind = Kind.CONFLICT
    todo = "Choose another member or a shorter time."
    reason: str


class ConstitutionNotFound(Refusal):
    """There is no such version of this group's constitution."""

    code = "groups.constitution_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the list of versions again."


class TransactionNotFound(Refusal):
    """There is no such transaction in this group."""

    code = "groups.transaction_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the statement again."


class WrongCurrency(Refusal):
    """The pot holds another currency."""

    code = "groups.wrong_currency"
    kind = Kind.INVALID
    todo = "Use the currency of the group."


@dataclass(eq=False)
class TooManyOpen(Refusal):
    """There are enough open proposals in this group."""

    code = "groups.too_many_open"
    kind = Kind.LIMITED
    todo = "Decide about the others first."
    limit: int


class LoanNotFound(Refusal):
    """There is no such loan in this group."""

    code = "groups.loan_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the list of loans again."


class LoanProductNotFound(Refusal):
    """This group lends no such loan."""

    code = "groups.loan_product_not_found"
    kind = Kind.NOT_FOUND
    todo = "Choose one that its constitution names."


@dataclass(eq=False)
class LoanTooLarge(Refusal):
    """The constitution does not lend so much against your savings."""

    code = "groups.loan_too_large"
    kind = Kind.CONFLICT
    todo = "Ask for less, or save more first."
    most_minor: int


class LoanOpen(Refusal):
    """You have a loan of this group, or have asked for one."""

    code = "groups.loan_open"
    kind = Kind.CONFLICT
    todo = "Pay it back first, or take the question back."


@dataclass(eq=False)
class GuarantorsMissing(Refusal):
    """A loan of this kind needs more members who answer for it, each of them once and not you."""

    code = "groups.guarantors_missing"
    kind = Kind.INVALID
    todo = "Name members who may answer for it."
    needed: int


class NotAsked(Refusal):
    """You were not asked to answer for this loan, or have answered."""

    code = "groups.not_asked"
    kind = Kind.CONFLICT
    todo = "Open the loan again."


@dataclass(eq=False)
class LoanNotOpen(Refusal):
    """The loan is not in a state in which this can be done."""

    code = "groups.loan_not_open"
    kind = Kind.CONFLICT
    todo = "Open the loan again."
    status: str


class DuesNotFound(Refusal):
    """There are no such dues in this group."""

    code = "groups.dues_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the dues of the group again."


class DuesPlanNotFound(Refusal):
    """The rules of this group have no such dues."""

    code = "groups.dues_plan_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the dues of the group again."


class NoFineToWaive(Refusal):
    """There is no fine left to let go of, or it is your own."""

    code = "groups.no_fine_to_waive"
    kind = Kind.CONFLICT
    todo = "Open the dues again; another officer can let go of a fine of yours."


class RemindedToday(Refusal):
    """Everybody who owes these dues was reminded today."""

    code = "groups.reminded_today"
    kind = Kind.LIMITED
    todo = "Remind again tomorrow."
