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
