"""Figures as rows to print: value, floor, best peer."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.evaluation.floors import NO_FLOOR, Floor, under
from dragoman.evaluation.measure import Measured
from dragoman.evaluation.peers import Peer, best_peer
from dragoman.model.rows import Json


def figure_rows(measured: Measured, floors: dict[str, Floor]) -> Iterator[Json]:
    """A row for each figure of a set; `holds` is None where it has no floor."""
    floor = floors.get(measured.name, NO_FLOOR)
    wanted, missed = floor.of(measured), under(measured, floor)
    for figure, value in measured.figures.items():
        peer = best_peer(measured.name, figure)
        yield {
            "set": measured.name,
            "texts": len(measured.gold.rows),
            "figure": figure,
            "value": value,
            "floor": wanted.get(figure),
            "holds": figure not in missed if figure in wanted else None,
            "peer": _peer_row(peer) if peer else None,
        }


def _peer_row(peer: Peer) -> Json:
    return {"name": peer.name, "value": peer.value, "on": peer.on, "source": peer.source}
