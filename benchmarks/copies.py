"""How the time to find shared text grows with the number of reports.

`python -m benchmarks.copies [REPORTS]` makes reports of random words, one in five with a paragraph
of an earlier one, lets them join a `CopyIndex`, asks for what each shares, and prints the processor
time for every tenth of them, and how many of the planted copies were found.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from itertools import accumulate

from dragoman.linking.origins import CopyIndex
from dragoman.model.report import Report

SENTENCES, WORDS, VOCABULARY = 12, 22, 20_000
PLANTED = 5


def main(count: int) -> None:
    """The command."""
    chance = random.Random(1)  # noqa: S311  # no secret
    # Words are as frequent as in running text (Zipf), so that pairs of common ones repeat.
    words = [f"w{number}" for number in range(VOCABULARY)]
    weights = list(accumulate(1 / (rank + 1) for rank in range(VOCABULARY)))
    wires: list[tuple[str, list[str]]] = []
    index, planted, found = CopyIndex(), 0, 0
    start = time.process_time()
    for number in range(count):
        body = [
            " ".join(chance.choices(words, cum_weights=weights, k=WORDS)).capitalize() + "."
            for _ in range(SENTENCES)
        ]
        source = None
        if number % PLANTED == PLANTED - 1:
            source, paragraph = chance.choice(wires)
            body[3:5] = paragraph
            planted += 1
        else:
            wires.append((f"r{number}", body[:2]))
        index.join(Report(f"r{number}", " ".join(body)))
        shared = index.of(f"r{number}")
        found += source is not None and any(source in (s.left, s.right) for s in shared)
        if (number + 1) % max(count // 10, 1) == 0:
            spent = time.process_time() - start
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            each = spent / (number + 1) * 1000
            sys.stdout.write(
                f"{number + 1:8} reports {spent:8.1f} s {each:6.2f} ms each {memory:6.0f} MB\n"
            )
    sys.stdout.write(f"{found} of {planted} planted copies found\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
