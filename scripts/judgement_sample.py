"""Draw judgements at random from reports, to be read beside their sentences by eye.

`python scripts/judgement_sample.py PATH... [--count 110] [--seed 7]` prints one JSON object a line.
The same files, coder and seed give the same lines.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.engine.coder import code_report
from dragoman.ingest import read_input
from dragoman.language.publication import date_from_inside
from dragoman.model.report import Report
from dragoman.model.rows import judgement_row


def told(paths: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Every judgement of the reports in the files, with its sentence."""
    for path in paths:
        for report in read_input(path):
            if isinstance(report, Report):
                found = code_report(date_from_inside(report))
                for row in found.judgements:
                    sentence = row.span.of(found.report.text)
                    yield {"title": report.title, "sentence": sentence, **judgement_row(row)}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--count", type=int, default=110)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    rows = list(told(options.paths))
    sys.stderr.write(f"{len(rows)} judgements told\n")
    # A sample to be read, not a secret.
    drawn = random.Random(options.seed).sample(rows, min(options.count, len(rows)))  # noqa: S311
    for row in drawn:
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
