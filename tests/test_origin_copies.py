"""Text that reports share: near duplicates, and wire copy inside longer reports."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.linking.origins import CopyIndex, shared_text
from dragoman.linking.origins.alignment import stretches
from dragoman.linking.origins.words import plain_words, sentences_of
from dragoman.model.report import Report
from dragoman.model.span import Span

WIRE = (
    "BAMAKO, July 1 (Sample Wire) - Gunmen on motorcycles attacked a convoy of fuel trucks near "
    "the town of Kati on Tuesday, killing three drivers. The army sent two helicopters. No group "
    "claimed the attack."
)
PAPER = (
    "Fuel has been short in Bamako for weeks, and prices have doubled since May.\n\n"
    "Gunmen on motorcycles attacked a convoy of fuel trucks close to the town of Kati on "
    "Tuesday, killing three drivers and wounding a guard, the agency said.\n\n"
    "Queues at filling stations in the capital were longer than ever on Wednesday morning."
)
OTHER = (
    "A convoy that was carrying petrol came under fire outside Kati, and three of the men at the "
    "wheel were killed. Helicopters of the army arrived an hour later."
)


def test_wire_copy_inside_a_longer_report_is_found() -> None:
    (shared,) = shared_text([Report("a", WIRE), Report("b", PAPER), Report("c", OTHER)])
    assert (shared.left, shared.right) == ("a", "b")
    ((left, right),) = shared.spans
    assert left.of(WIRE).startswith("Gunmen on motorcycles")
    assert right.of(PAPER).startswith("Gunmen on motorcycles")
    assert left.of(WIRE).endswith("killing three drivers")
    assert 0.5 < shared.left_share < 0.7
    assert 0.3 < shared.right_share < 0.5


def test_paragraphs_that_changed_places_are_found() -> None:
    first, second = (
        "Ministers of six states met in Accra and agreed to send police to the islands by March.",
        "Fishermen burned nets on the quay at Tema because the price of diesel had doubled again.",
    )
    texts = (f"{first}\n\n{second}", f"{second}\n\n{first}")
    (shared,) = shared_text(Report(name, text) for name, text in zip("ab", texts, strict=True))
    assert [one.of(texts[0]) for one, _ in shared.spans] == [first[:-1], second[:-1]]
    assert [other.of(texts[1]) for _, other in shared.spans] == [first[:-1], second[:-1]]


def test_reporters_of_one_event_share_nothing() -> None:
    assert shared_text([Report("a", WIRE), Report("b", OTHER)]) == ()


def test_marks_case_and_accents_do_not_count() -> None:
    plain = '"We will not leave Tete," said Joao Sito, who has fished in the river for 40 years.'
    fancy = "«We will not leave Tête», said João Sito, who has fished in the river for 40 years."
    (shared,) = shared_text([Report("a", plain), Report("b", fancy)])
    assert shared.left_share == shared.right_share == 1.0


def test_a_text_without_words_shares_nothing() -> None:
    assert shared_text([Report("a", ""), Report("b", "..."), Report("c", WIRE)]) == ()


def test_sentences_end_where_they_end() -> None:
    text = 'Gen. J. Smith of the U.S. Army left. "Why?" he was asked. Nobody knew…\nHe did.'
    assert [s.of(text) for s in sentences_of(text)] == [
        "Gen. J. Smith of the U.S. Army left.",
        '"Why?" he was asked.',
        "Nobody knew…",
        "He did.",
    ]


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=60)


@given(WORDS, WORDS)
def test_stretches_hold_the_same_words(left: list[str], right: list[str]) -> None:
    for stretch in stretches(left, right):
        for run in stretch.runs:
            assert (
                left[run.left : run.left + run.length] == right[run.right : run.right + run.length]
            )
        assert stretch.words >= 10


@given(st.lists(st.sampled_from([WIRE, PAPER, OTHER]), min_size=2, max_size=2), st.data())
def test_spans_slice_to_shared_words(texts: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(texts[1])))
    reports = [Report("a", texts[0]), Report("b", texts[1][cut:])]
    for shared in shared_text(reports):
        for left, right in shared.spans:
            one, other = (
                plain_words(span.of(r.text)) for span, r in zip((left, right), reports, strict=True)
            )
            assert one[0] == other[0]
            assert one[-1] == other[-1]


def stream(seed: int, size: int) -> list[Report]:
    """Reports of random words, every third with a paragraph of another."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    words = [f"word{number}" for number in range(3000)]
    made: list[str] = []
    for at in range(size):
        body = [" ".join(chance.choices(words, k=20)).capitalize() + "." for _ in range(5)]
        if at % 3 == 2:
            body.insert(chance.randrange(5), made[at - 1].split("\n")[0])
        made.append("\n".join(body))
    return [Report(f"r{at:03}", text) for at, text in enumerate(made)]


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 1000), st.randoms(use_true_random=False))
def test_reports_may_join_in_any_order(seed: int, chance: random.Random) -> None:
    reports = stream(seed, 90)
    wanted = shared_text(reports)
    chance.shuffle(reports)
    index = CopyIndex()
    assert all(index.join(report) for report in reports)
    assert not index.join(reports[0])
    assert len(index) == 90
    assert index.all() == wanted
    assert len(wanted) == 30
    pair = wanted[0]
    assert pair in index.of(pair.left)
    assert pair in index.of(pair.right)


def test_spans_are_half_open() -> None:
    (shared,) = shared_text([Report("a", WIRE), Report("b", WIRE)])
    assert shared.spans == ((Span(0, len(WIRE) - 1), Span(0, len(WIRE) - 1)),)
