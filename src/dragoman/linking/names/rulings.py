"""People's rulings on names, set against the members of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from dragoman.model.identity import IdentityRuling

Ruled = dict[tuple[int, int], IdentityRuling]


def ruled_pairs(
    members: Sequence[tuple[str, str, str]], rulings: Iterable[IdentityRuling]
) -> Ruled:
    """The ruling on each pair of members; the last on a pair counts.

    `members` are kinds, keys and names. A ruling may call a bearer by its key, "Ilham Aliyev
    (AZE)", or by its name, which then means every bearer of that name. Rulings on what the record
    does not have are left aside, and count once it does.
    """
    places: dict[str, list[int]] = {}
    for place, (_, key, name) in enumerate(members):
        for called in {key, name}:
            places.setdefault(called, []).append(place)
    found: Ruled = {}
    for ruling in rulings:
        for a, b in product(places.get(ruling.a, ()), places.get(ruling.b, ())):
            if a != b and members[a][0] == members[b][0]:
                pair = min(a, b), max(a, b)
                found.pop(pair, None)
                found[pair] = ruling
    return found
