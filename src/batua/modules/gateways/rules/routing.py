"""Routing: the first rule that fits says who may take money, and in which order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from batua.kit.refusal import BadField
from batua.modules.gateways.types import Direction, Report
from batua.modules.gateways.types.routing import (
    Candidate,
    Cost,
    Route,
    RouteAsk,
    RouteRule,
    Routing,
    Standing,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A connected provider at this moment."""

    offers: bool
    is_well: bool


def fits(rule: RouteRule, ask: RouteAsk) -> bool:
    """Whether a rule is about this money."""
    minor = ask.amount.minor
    return (
        rule.direction in {None, ask.direction}
        and rule.country in {None, ask.country}
        and rule.currency in {None, ask.amount.currency}
        and (rule.from_minor is None or minor >= rule.from_minor)
        and (rule.below_minor is None or minor < rule.below_minor)
    )


def cost_minor(costs: Sequence[Cost], provider: str, ask: RouteAsk) -> int | None:
    """What a provider takes of an amount, rounded up to a whole minor unit; None if not known."""
    for cost in costs:
        if (cost.provider, cost.direction, cost.currency) == (
            provider,
            ask.direction,
            ask.amount.currency,
        ):
            return cost.fixed_minor + -(-ask.amount.minor * cost.bps // 10_000)
    return None


def choose(routing: Routing, ask: RouteAsk, connected: Mapping[str, Seen]) -> Route:
    """Who takes money, who would be next, and why not the others.

    connected  in the order of the settings

    Whoever is unwell comes after all who are well, but is asked when there is nobody else: it may
    be well again.
    """
    rule = next((each for each in routing.rules if fits(each, ask)), None)
    named = list(connected) if rule is None or not rule.providers else rule.providers
    cost = {name: cost_minor(routing.costs, name, ask) for name in {*named, *connected}}
    able = [name for name in named if name in connected and connected[name].offers]
    if rule is not None and rule.is_by_cost:
        able.sort(key=lambda name: (cost[name] is None, cost[name] or 0))
    able.sort(key=lambda name: not connected[name].is_well)
    found = [
        Candidate(
            name,
            Standing.TAKEN
            if place == 0
            else (Standing.NEXT if connected[name].is_well else Standing.UNWELL),
            cost[name],
        )
        for place, name in enumerate(able)
    ]
    for name in dict.fromkeys([*named, *connected]):
        if name in able:
            continue
        if name not in connected:
            why = Standing.NOT_CONNECTED
        elif name not in named:
            why = Standing.NOT_IN_RULE
        else:
            why = Standing.NOT_OFFERED
        found.append(Candidate(name, why, cost[name]))
    return Route(None if rule is None else rule.name, tuple(found))


def next_of(route: Route | None) -> Route | None:
    """The route after the one who was to take it did not begin; None when nobody is left."""
    if route is None or not route.after:
        return None
    heir = route.after[0]
    return Route(
        route.rule,
        tuple(
            Candidate(
                c.provider,
                Standing.REFUSED
                if c.standing is Standing.TAKEN
                else (Standing.TAKEN if c.provider == heir else c.standing),
                c.cost_minor,
            )
            for c in route.candidates
        ),
    )


def goes_on(direction: Direction, report: Report, *, was_asked: bool) -> bool:
    """Whether money may be begun elsewhere after this answer: nothing can have been begun here.

    Never of a refund: it goes back the way that the money came.

    was_asked  whether this provider was asked to begin it, or how it stands, before
    """
    return report.never_began and not was_asked and direction is not Direction.REFUND


def check(routing: Routing) -> None:
    """Refuse rules that contradict themselves; refuses BadField."""
    names = [rule.name.strip() for rule in routing.rules]
    for n, rule in enumerate(routing.rules):
        where = f"rules[{n}]"
        has_bounds = rule.from_minor is not None or rule.below_minor is not None
        if names.count(names[n]) > 1 or not names[n]:
            raise BadField(f"{where}.name", "is another for each rule")
        if rule.direction is Direction.REFUND:
            raise BadField(f"{where}.direction", "is in or out: refunds go back as they came")
        if has_bounds and rule.currency is None:
            raise BadField(f"{where}.currency", "is named where there are amounts")
        if (rule.from_minor or 0) >= (rule.below_minor or 2**60):
            raise BadField(f"{where}.below_minor", "is more than from_minor")
        if len(set(rule.providers)) != len(rule.providers):
            raise BadField(f"{where}.providers", "names each provider once")
    priced = [(cost.provider, cost.direction, cost.currency) for cost in routing.costs]
    for n, one in enumerate(priced):
        if one in priced[:n]:
            raise BadField(f"costs[{n}]", "is said once a provider, direction and currency")
