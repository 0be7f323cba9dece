"""How often events are right, by how surely they are told.

`python -m training.confidence [--write]` codes the corpus's dev part, and sets each event's raw
confidence against the annotation: it is right where an annotated act of its type has a word of it.
Shares are made rising by pooling neighbours that are not (isotonic regression, Ayer et al. 1955;
Zadrozny and Elkan 2002). `--write` writes data/frames/confidence.tsv; without it the reliability
on the test part is printed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise

from dragoman.coding.code import steps
from dragoman.coding.confidence import BASES, TABLE, share_right
from dragoman.evaluation.ratios import mean
from dragoman.ingest import Given, verbatim
from dragoman.language import analyse
from dragoman.model.event import Event
from dragoman.model.when import UNKNOWN
from training.texts import Text, part, read_corpus

# Raw figures are taken together between these.
BOUNDS = (0.0, 0.55, 0.65, 0.75, 0.82, 0.88, 0.93, 0.96, 0.98, 0.99, 1.01)
RELIABILITY = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
Seen = tuple[str, float, bool]


def seen(texts: Sequence[Text]) -> Iterator[Seen]:
    """Of each event its basis, its raw confidence, and whether it is right.

    An intention that is told beside the act intended is left out: the corpus has it not.
    """
    for text in texts:
        taken = steps(analyse(verbatim(text.text, Given(UNKNOWN), text.id)))
        learned = {k.act.trigger.token.idx for k in taken.acts if k.act.probability}
        told = [fate.event for fate in taken.fates if fate.reason is None]
        ahead = [e.event_span for e in told if e.factuality == "planned"]
        for event in told:
            if event.event_span in ahead and event.factuality != "planned":
                continue
            basis = BASES[0] if event.event_span.start in learned else BASES[1]
            yield basis, event.confidence, _is_right(event, text)


def _is_right(event: Event, text: Text) -> bool:
    span = event.event_span
    return any(
        act.type == event.type and act.predicate[0] < span.end and span.start < act.predicate[1]
        for act in text.told
    )


def rising(found: Sequence[Seen], basis: str) -> list[tuple[float, float, int]]:
    """(mean raw figure, share right, events) between the bounds, pooled until shares rise."""
    pools: list[list[tuple[float, bool]]] = []
    for low, high in pairwise(BOUNDS):
        held = [(sure, right) for b, sure, right in found if b == basis and low <= sure < high]
        if held:
            pools.append(held)
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    return [(mean([s for s, _ in p]), _share(p), len(p)) for p in pools]


def _share(pool: Sequence[tuple[float, bool]]) -> float:
    return mean([right for _, right in pool])


def write(found: Sequence[Seen]) -> None:
    """Puts the shares into the table, below its header."""
    path = files("dragoman") / "data" / TABLE
    kept = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    kept.append("basis\ttold\tright\tevents")
    for basis in BASES:
        kept += [f"{basis}\t{a:.3f}\t{b:.3f}\t{n}" for a, b, n in rising(found, basis)]
    path.write_text("\n".join(kept) + "\n", "utf-8")  # type: ignore[attr-defined]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    corpus = read_corpus()
    if options.write:
        write(list(seen([t for t in corpus if part(t) == "dev"])))
        return
    found = [
        (share_right(basis, told), right)
        for basis, told, right in seen([t for t in corpus if part(t) == "test"])
    ]
    sys.stdout.write(
        "| told with a confidence of | events | of which right |\n| --- | --- | --- |\n"
    )
    for low, high in pairwise(RELIABILITY):
        held = [right for sure, right in found if low <= sure < high]
        if held:
            bounds = f"{low:.1f} to {min(high, 1.0):.1f}"
            sys.stdout.write(f"| {bounds} | {len(held)} | {mean(held):.3f} |\n")


if __name__ == "__main__":
    main()
