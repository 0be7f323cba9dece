"""The network of a stretch of time: who acts on whom, how kindly, in which blocs, through whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import networkx as nx
import polars as pl

# Blocs, brokers and triads are found among so many of the strongest relations: what is weaker is
# noise to them, and takes time with the square of their number.
MOST_RELATIONS = 1_500
# Fixed, so that the same record gives the same blocs.
_SEED = 20250701


@dataclass(frozen=True, slots=True)
class Triad:
    """Three who all have relations, signed as "+" and "-" in the order ab, ac, bc.

    It is balanced where the product is positive (Heider 1946, Cartwright and Harary 1956); its
    strength is that of its weakest relation.
    """

    members: tuple[str, str, str]
    signs: str
    strength: float

    @property
    def balanced(self) -> bool:
        """Whether the signs fit together: friends of friends, enemies of enemies."""
        return self.signs.count("-") % 2 == 0


def edges(acts: pl.DataFrame) -> pl.DataFrame:
    """A row a directed pair: acts, intensities of cooperation and conflict, words, deeds, the net.

    Comes in: acts with `weight`, the share of each that counts. The strongest come first.
    """
    kind = pl.col("quad") <= 2
    height = pl.when(kind).then(pl.col("score")).otherwise(-pl.col("score")).clip(lower_bound=0)
    strength = height * pl.col("n") * pl.col("weight")
    deed = pl.col("quad") % 2 == 0
    signed = pl.when(kind).then(strength).otherwise(-strength)
    return (
        acts.filter(pl.col("actor") != pl.col("recipient"))
        .group_by("actor", "recipient")
        .agg(
            (pl.col("n") * pl.col("weight")).sum().alias("acts"),
            strength.filter(kind).sum().alias("cooperation"),
            strength.filter(~kind).sum().alias("conflict"),
            signed.filter(~deed).sum().alias("words"),
            signed.filter(deed).sum().alias("deeds"),
        )
        .with_columns((pl.col("cooperation") - pl.col("conflict")).alias("net"))
        .sort(pl.col("cooperation") + pl.col("conflict"), "actor", "recipient",
              descending=[True, False, False])
    )  # fmt: skip


def relations(found: pl.DataFrame) -> pl.DataFrame:
    """Edges of both directions put together: `a` and `b` in order, `net` and `strength`."""
    first = pl.min_horizontal("actor", "recipient").alias("a")
    both = found.with_columns(first, pl.max_horizontal("actor", "recipient").alias("b"))
    return (
        both.group_by("a", "b")
        .agg(pl.col("net").sum(), (pl.col("cooperation") + pl.col("conflict")).sum()
             .alias("strength"), pl.col("acts").sum())
        .filter(pl.col("strength") > 0)
        .sort("strength", "a", "b", descending=[True, False, False])
    )  # fmt: skip


def nodes(found: pl.DataFrame, related: pl.DataFrame) -> pl.DataFrame:
    """A row an actor: acts out and in, cooperation, conflict, others, bloc, brokerage."""
    graph = _friendly(related)
    bloc = {code: n for n, members in enumerate(_blocs(graph), 1) for code in members}
    broker = nx.betweenness_centrality(graph) if graph.number_of_nodes() > 2 else {}
    out = _sides(found, "actor").rename({"acts": "acts_out"})
    into = _sides(found, "recipient").select("code", pl.col("acts").alias("acts_in"))
    whole = out.join(into, on="code", how="full", coalesce=True).with_columns(
        pl.exclude("code").fill_null(0)
    )
    told = [(code, bloc.get(code), broker.get(code, 0.0)) for code in whole["code"]]
    schema = {"code": pl.String, "bloc": pl.Int64, "brokerage": pl.Float64}
    return whole.join(pl.DataFrame(told, schema=schema, orient="row"), on="code").sort(
        pl.col("acts_out") + pl.col("acts_in"), "code", descending=[True, False]
    )


def triads(related: pl.DataFrame) -> list[Triad]:
    """The triads among the strongest relations, the strongest first."""
    graph = _signed(related.head(MOST_RELATIONS))
    return sorted(_triangles(graph), key=lambda t: (-t.strength, t.members))


def changes(before: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    """How relations changed: `net_before`, `net_after`, `change`, and `what` in a word.

    The largest changes come first.
    """
    joined = before.select("a", "b", pl.col("net").alias("net_before")).join(
        now.select("a", "b", pl.col("net").alias("net_after")), on=["a", "b"], how="full",
        coalesce=True,
    )  # fmt: skip
    old, new = pl.col("net_before"), pl.col("net_after")
    what = (
        pl.when(old.is_null()).then(pl.lit("new")).when(new.is_null()).then(pl.lit("ended"))
        .when(old.sign() != new.sign()).then(pl.lit("turned"))
        .when(new > old).then(pl.lit("warmer")).when(new < old).then(pl.lit("colder"))
        .otherwise(pl.lit("same"))
    )  # fmt: skip
    found = joined.with_columns((new.fill_null(0) - old.fill_null(0)).alias("change"), what=what)
    return found.sort(pl.col("change").abs(), "a", "b", descending=[True, False, False])


def _sides(found: pl.DataFrame, side: str) -> pl.DataFrame:
    return found.group_by(pl.col(side).alias("code")).agg(
        pl.col("acts", "cooperation", "conflict").sum(), pl.len().alias("others")
    )


def _friendly(related: pl.DataFrame) -> Any:
    """The graph of those whose relation is kind on the whole, weighted by how kind."""
    graph = nx.Graph()
    rows = related.head(MOST_RELATIONS).filter(pl.col("net") > 0).select("a", "b", "net")
    graph.add_weighted_edges_from(sorted(rows.iter_rows()))
    return graph


def _blocs(graph: Any) -> list[list[str]]:
    """Communities by Louvain's method (Blondel and others 2008), the largest first."""
    found: Iterable[set[str]] = nx.community.louvain_communities(graph, seed=_SEED)
    return sorted((sorted(members) for members in found), key=lambda m: (-len(m), m))


def _signed(related: pl.DataFrame) -> Any:
    graph = nx.Graph()
    for row in related.filter(pl.col("net") != 0).iter_rows(named=True):
        graph.add_edge(row["a"], row["b"], net=row["net"], strength=row["strength"])
    return graph


def _triangles(graph: Any) -> Iterator[Triad]:
    for a in sorted(graph):
        later = sorted(n for n in graph[a] if n > a)
        for b, c in combinations(later, 2):
            if graph.has_edge(b, c):
                sides = [graph.edges[pair] for pair in ((a, b), (a, c), (b, c))]
                signs = "".join("+" if side["net"] > 0 else "-" for side in sides)
                yield Triad((a, b, c), signs, float(min(side["strength"] for side in sides)))
