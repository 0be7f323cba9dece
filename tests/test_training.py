"""How the corpus is read and split before anything learns from it."""

from __future__ import annotations

from collections import Counter

from training.agreement import agreement, pairs
from training.texts import part, read_corpus

TEXTS = read_corpus()


def test_parts_share_no_topic() -> None:
    topics = {
        name: {t.topic.casefold() for t in TEXTS if part(t) == name}
        for name in ("train", "dev", "test")
    }
    assert not topics["train"] & (topics["dev"] | topics["test"])
    assert not topics["dev"] & topics["test"]


def test_each_part_has_its_share() -> None:
    sizes = Counter(part(t) for t in TEXTS)
    assert sizes["train"] > 0.7 * len(TEXTS)
    assert min(sizes["dev"], sizes["test"]) > 0.05 * len(TEXTS)


def test_every_span_lies_in_its_text() -> None:
    for text in TEXTS:
        for told in text.told:
            for start, end in (told.predicate, *told.actor, *told.recipient, *told.source):
                assert 0 <= start < end <= len(text.text)


def test_the_second_annotation_is_of_texts_of_the_corpus_and_agrees_well() -> None:
    both = list(pairs())
    assert len(both) >= 250
    lines = list(agreement(both))
    told = next(line for line in lines if line.startswith("| type, "))
    assert float(told.split("|")[2]) > 0.85
