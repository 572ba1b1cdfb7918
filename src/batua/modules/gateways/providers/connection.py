"""What the settings of every rail have in common, and how an answer is read."""

from dataclasses import dataclass, field
from typing import TypeVar

from batua.kit.outside import Answer, Limits
from batua.modules.gateways.providers.rail import Unreadable

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class RailSettings:
    """How much of us a provider may take, and which currencies we trust it with."""

    currencies: tuple[str, ...] = field(
        default=(), metadata={"help": "Currencies that go this way; empty: all it knows."}
    )
    timeout_ms: int = field(default=4000, metadata={"help": "Longest wait for one answer."})
    budget_ms: int = field(default=7000, metadata={"help": "Longest wait with all tries."})
    tries: int = field(default=2, metadata={"help": "How often one call is tried."})
    at_once: int = field(default=16, metadata={"help": "Most calls under way at a time."})
    per_second: int = field(default=0, metadata={"help": "Most calls a second; 0: no limit."})

    @property
    def limits(self) -> Limits:
        """The same as the client takes it."""
        return Limits(
            answer_s=self.timeout_ms / 1000,
            budget_s=self.budget_ms / 1000,
            tries=self.tries,
            at_once=self.at_once,
            per_second=self.per_second,
        )


def thing(answer: Answer, kind: type[T]) -> T:
    """The body of a success; raises Unreadable for anything else."""
    found = answer.read(kind) if answer.is_success else None
    if found is None:
        raise Unreadable(f"answer {answer.status}")
    return found
