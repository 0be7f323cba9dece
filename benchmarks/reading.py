"""How fast reports are coded, beside the bare language pipeline on the same texts.

`python -m benchmarks.reading FILE [--texts N]`: FILE is JSON Lines, also gzipped, with `text` or
`body`. Prints words a second of the bare pipeline with all its pipes, of coding end to end, their
ratio, and the most memory that was held. Each runs in a process of its own, one after the other.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.engine.coder import code_report
from dragoman.ingest import Given, verbatim
from dragoman.language.parse import parser, passing_words
from dragoman.model.when import UNKNOWN

Work = Callable[[Sequence[str]], int]


def texts_of(path: Path, most: int) -> list[str]:
    """The first texts of a file."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()
    rows = (json.loads(line) for line in lines[:most])
    return [row.get("text") or row["body"] for row in rows]


def bare(texts: Sequence[str]) -> int:
    """The pipeline alone, as its library runs it; how many words it read."""
    return sum(len(doc) for doc in parser().pipe(texts))


def coded(texts: Sequence[str]) -> int:
    """Every row of every text; how many events were told."""
    told = 0
    for number, text in enumerate(texts):
        with passing_words():
            told += len(code_report(verbatim(text, Given(UNKNOWN), str(number))).events)
    return told


def timed(work: Work, texts: Sequence[str]) -> tuple[float, int, float]:
    """Seconds, what `work` returned, and the megabytes held at most; loading is not counted."""
    work(texts[:1])
    start = time.perf_counter()
    found = work(texts)
    took = time.perf_counter() - start
    return took, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--texts", type=int, default=500)
    options = parser.parse_args()
    texts = texts_of(options.file, options.texts)
    context = multiprocessing.get_context("spawn")
    results = []
    for work in (bare, coded):
        with context.Pool(1) as pool:
            results.append(pool.apply(timed, (work, texts)))
    (alone, words, held), (whole, events, most) = results
    sys.stdout.write(
        f"{len(texts)} texts, {words:,} words and marks, {events:,} events\n"
        f"bare pipeline {words / alone:,.0f} a second, {held:,.0f} MB at most\n"
        f"coding        {words / whole:,.0f} a second, {most:,.0f} MB at most\n"
        f"coding takes {whole / alone:.2f} times as long\n"
    )


if __name__ == "__main__":
    main()
