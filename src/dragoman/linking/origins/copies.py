"""Reports that carry the same text: near duplicates, and wire copy inside longer reports.

Each sentence has a MinHash signature (Broder, "On the resemblance and containment of documents",
1997) over pairs of its words, and an index by locality-sensitive hashing finds the sentences that
are likely to be alike. The reports so paired are then compared word by word, so that what is told
never rests on the hashes alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from rensa import RMinHash, RMinHashLSH

from dragoman.linking.origins.alignment import FEWEST, SEED, Stretch, stretches
from dragoman.linking.origins.words import Words, sentences_of, words_of
from dragoman.model.origin import SharedText
from dragoman.model.report import Report

# 24 bands of 4 rows find sentences that share half of their word pairs four times in five, and
# .65 of them nearly always; a report that copies has several. Bands of 3 rows would find more, and
# five hundred that have nothing in common in an archive of 100,000 reports. Any seed would do.
PERMUTATIONS, BANDS, THRESHOLD, SEED_OF_HASHES = 96, 24, 0.5, 1
# Shorter sentences ("He did not elaborate.") are in too many reports to tell anything.
SHORTEST = 8
# A sentence that more reports than this carry is a stock phrase, and brings no two together.
STOCK = 400
# So much of a report that has fewer words than a stretch must be in the other.
SHORT_PART = 0.75
# The reports of one incident are few, and are compared each with each.
FEW = 60


class CopyIndex:
    """The sentences of the reports that joined; a new one joins in time that hardly grows."""

    def __init__(self) -> None:
        self._lsh = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
        # Words and signatures are made again where they are needed: kept, they would take several
        # times the room of the texts.
        self._texts: dict[str, str] = {}
        self._owners: list[str] = []

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, report: object) -> bool:
        return report in self._texts

    def join(self, report: Report) -> bool:
        """Put a report into the index; False, and nothing done, when its id is there already."""
        if report.id in self._texts:
            return False
        self._texts[report.id] = report.text
        for signature in _signatures(report.text):
            self._lsh.insert(len(self._owners), signature)
            self._owners.append(report.id)
        return True

    def of(self, report: str) -> tuple[SharedText, ...]:
        """What a report shares with each of the others, in the order of their ids."""
        found = (self._compare(report, other) for other in sorted(self._candidates(report)))
        return tuple(shared for shared in found if shared is not None)

    def all(self) -> tuple[SharedText, ...]:
        """Every pair of reports that share text, each once, in the order of their ids."""
        return tuple(
            s for report in sorted(self._texts) for s in self.of(report) if s.left == report
        )

    def _candidates(self, report: str) -> set[str]:
        found: set[str] = set()
        for signature in _signatures(self._texts[report]):
            owners = {self._owners[key] for key in self._lsh.query(signature)}
            if len(owners) <= STOCK:
                found |= owners
        return found - {report}

    def _compare(self, report: str, other: str) -> SharedText | None:
        left, right = sorted((report, other))
        return compare(left, words_of(self._texts[left]), right, words_of(self._texts[right]))


def shared_text(reports: Iterable[Report]) -> tuple[SharedText, ...]:
    """Every pair of `reports` that share text; the order in which they come does not matter.

    Up to sixty are compared each with each; of more, those that `CopyIndex` pairs.
    """
    given = {report.id: report for report in reports}
    if len(given) <= FEW:
        words = {key: words_of(given[key].text) for key in sorted(given)}
        pairs = (compare(a, words[a], b, words[b]) for a, b in combinations(words, 2))
        return tuple(shared for shared in pairs if shared is not None)
    index = CopyIndex()
    for report in given.values():
        index.join(report)
    return index.all()


def compare(left: str, left_words: Words, right: str, right_words: Words) -> SharedText | None:
    """What two reports share; None where no stretch is long enough."""
    found = list(_kept(left_words, right_words))
    if not found:
        return None
    spans = tuple((left_words.span(*s.left), right_words.span(*s.right)) for s in found)
    common = sum(s.words for s in found)
    return SharedText(
        left,
        right,
        spans,
        round(min(common / len(left_words), 1.0), 4),
        round(min(common / len(right_words), 1.0), 4),
    )


def _kept(left: Words, right: Words) -> Iterator[Stretch]:
    """Long stretches; in a report that is short itself, most of it is enough."""
    fewest = max(SEED, min(FEWEST, round(SHORT_PART * min(len(left), len(right)))))
    yield from stretches(left.texts, right.texts, fewest)


def _signatures(text: str) -> list[RMinHash]:
    """A signature for each sentence that is long enough."""
    words, sets = words_of(text), []
    for sentence in sentences_of(text):
        held = [words.texts[i] for i in words.within(sentence)]
        if len(held) >= SHORTEST:
            sets.append([f"{a} {b}" for a, b in pairwise(held)])
    signatures: list[RMinHash] = RMinHash.from_token_sets(
        sets, num_perm=PERMUTATIONS, seed=SEED_OF_HASHES
    )
    return signatures
