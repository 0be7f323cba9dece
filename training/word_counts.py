"""How many texts of the corpus have each stem: `python -m training.word_counts`.

Writes data/incidents/words.tsv, by which linking tells rare words from common ones.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from dragoman.linking.incidents.words import TOTAL, stems
from training.passages import read_passages
from training.texts import read_corpus

TABLE = Path(__file__).parent.parent / "src" / "dragoman" / "data" / "incidents" / "words.tsv"
# Stems in fewer texts are as good as unknown.
FEWEST = 3
HEADER = """\
# In how many texts of the corpus a stem stands: by it linking tells rare words from common ones.
# Read by: dragoman.linking.incidents.words.
# Columns:
#   stem   a word without case, accents and ending; "(texts)" is the number of all texts
#   texts  how many have it; a stem that stands in fewer than three is left out, and counts as none
# Where from: corpus/*.jsonl and corpus/said/*.jsonl, by `python -m training.word_counts`.
#   Written 2026-11-29.
"""


def main() -> None:
    """The command."""
    texts = [*(t.text for t in read_corpus()), *(p.text for p in read_passages())]
    counts = Counter(word for text in texts for word in set(stems(text)))
    kept = sorted((word, n) for word, n in counts.items() if n >= FEWEST)
    lines = [f"{TOTAL}\t{len(texts)}", *(f"{word}\t{n}" for word, n in kept)]
    TABLE.write_text(HEADER + "stem\ttexts\n" + "\n".join(lines) + "\n", "utf-8")
    sys.stdout.write(f"{len(kept):,} stems of {len(texts):,} texts\n")


if __name__ == "__main__":
    main()
