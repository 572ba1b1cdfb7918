"""Why loans and dues say no."""

from dataclasses import dataclass

from batua.kit.refusal import Kind, Refusal


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
