"""How a pot is split when its group ends: in proportion, exact to the minor unit.

Each share is rounded down first. The minor units that are left go one each to the largest
remainders; where these are equal, to whoever came first (decision 0343).
"""

from collections.abc import Sequence

from batua.modules.groups.types import Claim, SplitRule


def weights(claims: Sequence[Claim], rule: SplitRule) -> list[int]:
    """In which proportion the claims share.

    Where a rule gives nobody anything, the next simpler one holds; at last all are equal.
    """
    if rule is SplitRule.NET:
        net = [max(0, each.saved_minor - each.received_minor) for each in claims]
        return net if any(net) else weights(claims, SplitRule.SAVED)
    if rule is SplitRule.SAVED:
        saved = [each.saved_minor for each in claims]
        return saved if any(saved) else weights(claims, SplitRule.EQUAL)
    voices = [int(each.has_voice) for each in claims]
    return voices if any(voices) else [1] * len(claims)


def split(total_minor: int, parts: Sequence[int]) -> list[int]:
    """Shares of a total in proportion to some weights; their sum is the total.

    parts  zero or more each, the first come first; not all zero unless the total is
    """
    assert total_minor >= 0
    assert all(part >= 0 for part in parts)
    whole = sum(parts)
    if whole == 0:
        assert total_minor == 0, "somebody gets it"
        return [0] * len(parts)
    divided = [divmod(total_minor * part, whole) for part in parts]
    shares = [share for share, _ in divided]
    left = total_minor - sum(shares)
    by_remainder = sorted(range(len(parts)), key=lambda n: (-divided[n][1], n))
    for n in by_remainder[:left]:
        shares[n] += 1
    return shares
