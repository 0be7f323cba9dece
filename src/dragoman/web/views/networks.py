"""The network at a date: who acts on whom, blocs, brokers, triads that do not fit, and changes."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from math import floor

from dragoman.analysis.scales import SCALES, SOURCES
from dragoman.analysis.together import together_notes
from dragoman.brief.network_chart import NetworkChart, network_chart
from dragoman.engine.measures import network_ask
from dragoman.engine.networks import (
    Network,
    drawn_in,
    edge_rows,
    frame_rows,
    network_changes,
    node_rows,
    triad_rows,
)
from dragoman.engine.networks import network as measured
from dragoman.model.rows import Json
from dragoman.record.naming import actor_pair
from dragoman.record.parsing import parse_day
from dragoman.web.answers import Answer
from dragoman.web.asks import Ask
from dragoman.web.links import address, part
from dragoman.web.measure_schemas import NetworkFilters
from dragoman.web.names import actor_name
from dragoman.web.tables import table_of

# So many rows of each kind stand on the page; the data has all of them.
SHOWN = 25
# So many of the strongest relations are a click away, where there are more.
_FEWER = (10, 25, 60)


def network(ask: Ask) -> Answer:
    """The network of a year, or of the days asked for, as of a date."""
    ask.check(NetworkFilters.model_fields)
    names = ("until", "days", "as_of", "around", "least", "scores", "coder")
    weigh = [w for w in ask.params.get("weigh", ()) if w.strip()]
    one = {name: ask.one(name) for name in names}
    asked = network_ask(weigh=weigh, apart=ask.flag("apart"), **one)
    found = measured(ask.record, asked)
    edges = list(edge_rows(found))
    versus, pair = ask.one("versus"), ask.one("dyad")
    before = parse_day(versus, "versus") if versus else None
    changed = frame_rows(network_changes(ask.record, asked, before)) if before else ()
    third = frame_rows(drawn_in(ask.record, actor_pair(pair), asked)) if pair else ()
    data: Json = {
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "as_of": asked.as_of.isoformat() if asked.as_of else None,
        "scores": SOURCES[asked.scale],
        "edges": edges,
        "nodes": list(node_rows(found)),
        "triads": list(triad_rows(found)),
        "changes": list(changed),
        "third": list(third),
        "together": found.together,
    }
    return Answer(
        title="The network",
        template="network.html",
        data=data,
        table=table_of("edges", edges),
        page=lambda: _page(ask, found, data),
    )


def chart_of(found: Network) -> NetworkChart:
    """The drawing of a network."""
    last = found.until - timedelta(days=1)
    title = f"Who acts on whom, {found.since} to {last}"
    some = found.ask.least > 0
    return network_chart(title, found.nodes, found.relations, actor_name, related_only=some)


def _page(ask: Ask, found: Network, data: Json) -> Json:
    wrong = [t for t in data["triads"] if not t["balanced"]]
    days = {"since": [data["since"]], "until": [data["until"]]}
    if ask.one("as_of"):
        days["as_of"] = [str(ask.one("as_of"))]
    return {
        "chart": chart_of(found),
        "notes": together_notes(found.together),
        "link": partial(_around, ask),
        "opens": partial(_acts, days),
        "dyad_of": partial(_dyad, days),
        "sides": actor_pair(str(ask.one("dyad"))) if ask.one("dyad") else (),
        "strengths": _strengths(ask, found),
        "last": (found.until - timedelta(days=1)).isoformat(),
        "asked_": found.ask,
        "versus": ask.one("versus"),
        "pair": ask.one("dyad"),
        "wrong": wrong[:SHOWN],
        "balance": (len(data["triads"]) - len(wrong), len(data["triads"])),
        "blocs": _blocs(data["nodes"]),
        "brokers": sorted((n for n in data["nodes"] if n["brokerage"]),
                          key=lambda n: -n["brokerage"])[:SHOWN],
        "shown": SHOWN,
        "choices": SCALES,
    }  # fmt: skip


def _strengths(ask: Ask, found: Network) -> list[tuple[str, str]]:
    """Fewer relations, the strongest: how many, and the page that has them."""
    ranked = found.relations["strength"].to_list()
    # Rounded down, so that the last of them is not left out itself.
    leasts = [(n, floor(100 * ranked[n - 1]) / 100) for n in _FEWER if n < len(ranked)]
    return [
        (f"the {n} strongest", address("/network", ask.params, least=str(least)))
        for n, least in leasts
    ]


def _around(ask: Ask, code: str) -> str:
    return address("/network", ask.params, around=code)


def _dyad(days: dict[str, list[str]], a: str, b: str) -> str:
    return address(f"/dyads/{part(a)}-{part(b)}", days)


def _acts(days: dict[str, list[str]], actor: str, recipient: str) -> str:
    return address(f"/dyads/{part(actor)}-{part(recipient)}/acts", days)


def _blocs(nodes: list[Json]) -> list[tuple[int, list[tuple[str, str]]]]:
    """The blocs of more than one, the largest first."""
    found: dict[int, list[tuple[str, str]]] = {}
    for node in nodes:
        if node["bloc"]:
            found.setdefault(node["bloc"], []).append((node["code"], actor_name(node["code"])))
    return [(n, members) for n, members in sorted(found.items()) if len(members) > 1]
