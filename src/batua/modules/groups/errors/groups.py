"""Why groups are not made, entered, changed or left."""

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


class WomenOnly(Refusal):
    """This group is for women, and asks for a verified member."""

    code = "groups.women_only"
    kind = Kind.FORBIDDEN
    todo = "Ask to be verified: in the app under You, Verification."


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


class ConstitutionNotFound(Refusal):
    """There is no such version of this group's constitution."""

    code = "groups.constitution_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the list of versions again."


class NotAPicture(Refusal):
    """The file is no picture, or has more than 5 MB."""

    code = "groups.not_a_picture"
    kind = Kind.INVALID
    todo = "Take a JPEG, PNG or WebP picture."
