"""Events that are one across articles, against ECB+'s: B-cubed and pairs over what was coded.

Gold has mentions of acts by sentence and word, each with the name of its cluster. A mention is
coded where the words of one of our events share a character with it; each mention is then grouped
as that event is, by act of an incident, since gold tells the acts of an incident apart. Only coded
mentions count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.evaluation.adapter import Coded, Gold, Scores
from dragoman.evaluation.clusters import Agreement, b_cubed, pairwise
from dragoman.linking.incidents import incidents
from dragoman.model.findings import Findings
from dragoman.model.rows import Json

# The topics by which no setting was chosen.
HELD = "dev"
Spans = list[tuple[int, int]]


def with_text(row: Json) -> Json:
    """The row with its sentences put together as "text"."""
    return {**row, "text": " ".join(" ".join(sentence) for sentence in row["sents"] if sentence)}


def as_findings(findings: Findings) -> Json:
    """What is kept of a coded row: linking needs all of it."""
    return {"findings": findings}


def mentions(row: Json) -> Iterator[tuple[Spans, str]]:
    """The character ranges of each mention in the text, and the cluster it belongs to."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    at = 0
    for s, sentence in enumerate(row["sents"]):
        for t, token in enumerate(sentence):
            places[s, t] = at, at + len(token)
            at += len(token) + 1
    for sentence, tokens, _words, cluster, *_ in row["events"]:
        yield [places[sentence, t] for t in tokens], str(cluster)


def grouped(gold: Gold, coded: Coded) -> tuple[dict[str, str], dict[str, str]]:
    """The coded mentions by gold's cluster, and by the act of ours that tells them."""
    reports = [coded[row["id"]]["findings"] for row in gold]
    acts = {e: a.events[0] for one in incidents(reports) for a in one.acts for e in a.events}
    wanted, told = {}, {}
    for row in gold:
        events = coded[row["id"]]["findings"].events
        for n, (spans, cluster) in enumerate(mentions(row)):
            mine = [
                e.id
                for e in events
                if any(a < e.event_span.end and e.event_span.start < b for a, b in spans)
            ]
            if mine:
                name = f"{row['id']} {n}"
                wanted[name], told[name] = cluster, acts[mine[0]]
    return wanted, told


def scores(gold: Gold, coded: Coded) -> Scores:
    """B-cubed and pairwise precision, recall and F1 over the coded mentions."""
    wanted, told = grouped(gold, coded)
    kept = {str(row["id"]) for row in gold if row.get("split") == HELD}
    held = {name: cluster for name, cluster in wanted.items() if name.split(" ")[0] in kept}
    return {
        "mentions": sum(len(row["events"]) for row in gold),
        "coded": len(wanted),
        **_named("b_cubed", b_cubed(wanted, told)),
        **_named("pair", pairwise(wanted, told)),
        "held_b_cubed_f1": b_cubed(held, told).f1,
        "alone_b_cubed_recall": b_cubed(wanted, {name: name for name in wanted}).recall,
    }


def _named(name: str, got: Agreement) -> Scores:
    return {
        f"{name}_recall": got.recall,
        f"{name}_precision": got.precision,
        f"{name}_f1": got.f1,
    }


def errors(gold: Gold, coded: Coded) -> Counter[str]:
    """Mentions that were not coded, and pairs parted or put together wrongly."""
    wanted, told = grouped(gold, coded)
    found = Counter({"not-coded": sum(len(row["events"]) for row in gold) - len(wanted)})
    names = sorted(wanted)
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            same = wanted[one] == wanted[other], told[one] == told[other]
            if same == (True, False):
                found["parted"] += 1
            elif same == (False, True):
                found["joined"] += 1
    return +found
