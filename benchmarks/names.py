"""How the work of putting names together grows: `python -m benchmarks.names [NAMES ...]`.

The names are the people of the actor tables, each beside invented namesakes: given names and
surnames of the tables in new pairs, so that common names stay common.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence

from dragoman.language.actor_tables import people
from dragoman.linking.names import identities
from dragoman.linking.names.blocks import candidates
from dragoman.model.identity import Bearer

SIZES = (1_000, 2_000, 4_000, 8_000)
SEED = 20261129


def invented(count: int) -> list[Bearer]:
    """So many bearers of different names, the same each time."""
    chance = random.Random(SEED)  # noqa: S311  # names, not secrets
    rows = [(p.name.split(), p.code) for p in people()]
    names: dict[str, Bearer] = {}
    while len(names) < count:
        (first, _), (last, code) = chance.choice(rows), chance.choice(rows)
        name = f"{first[0]} {last[-1]}"
        country = code if len(code) == 3 else None
        names.setdefault(name, Bearer(name, "person", country, reports=(str(len(names)),)))
    return list(names.values())


def main(arguments: Sequence[str]) -> None:
    """Prints, for each number of names, pairs compared, identities and seconds."""
    sys.stdout.write(f"{'names':>8}{'pairs':>10}{'a name':>8}{'identities':>12}{'seconds':>9}\n")
    for size in [int(a) for a in arguments] or SIZES:
        bearers = invented(size)
        pairs = sum(1 for _ in candidates(sorted(bearers, key=lambda b: b.name)))
        start = time.process_time()
        found = identities(bearers)
        took = time.process_time() - start
        sys.stdout.write(f"{size:>8}{pairs:>10}{pairs / size:>8.1f}{len(found):>12}{took:>9.1f}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
