"""What other programs, and people, reach on the same sets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.model.tables import Column, read_table

_COLUMNS = (
    Column("set"),
    Column("figure"),
    Column("peer"),
    Column("value"),
    Column("on", optional=True),
    Column("source"),
)
# Figures that are better the smaller they are.
SMALLER_IS_BETTER = frozenset({"mean_km"})


@dataclass(frozen=True, slots=True)
class Peer:
    """A peer's figure; `on` says which texts it is for where they are not the set as it stands."""

    name: str
    value: float
    on: str
    source: str


def better(figure: str, a: float, b: float) -> bool:
    """True when `a` is a better value of this figure than `b`."""
    return a < b if figure in SMALLER_IS_BETTER else a > b


def best_peer(name: str, figure: str) -> Peer | None:
    """The best peer for a set's figure; None where no figure of another's is known."""
    return _best().get((name, figure))


def all_peers() -> dict[tuple[str, str], list[Peer]]:
    """Every peer by (set, figure), in the table's order."""
    found: dict[tuple[str, str], list[Peer]] = {}
    for row in read_table("evaluation/peers.tsv", _COLUMNS):
        peer = Peer(row["peer"], float(row["value"]), row["on"], row["source"])
        found.setdefault((row["set"], row["figure"]), []).append(peer)
    return found


@cache
def _best() -> dict[tuple[str, str], Peer]:
    sign = {key: -1 if key[1] in SMALLER_IS_BETTER else 1 for key in all_peers()}
    return {
        key: max(peers, key=lambda peer, by=sign[key]: by * peer.value)  # type: ignore[misc]
        for key, peers in all_peers().items()
    }
