"""How the corpus is read and split before anything learns from it."""

from __future__ import annotations

from collections import Counter

from training.agreement import agreement, pairs
from training.pair_types import pair_type
from training.texts import Text, Told, part, read_corpus

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


def _act(kind: str, factuality: str, recipient: tuple[int, int] = (9, 12)) -> Told:
    return Told((4, 8), ((0, 3),), (recipient,), (), kind, None, factuality)


def test_a_promise_between_two_is_agreement_and_a_refusal_rejection() -> None:
    promised, sent = _act("AID", "planned"), _act("AID", "happened")
    refused, unsent = _act("REJECT", "happened"), _act("AID", "negated")
    asked = Told((4, 8), ((9, 12),), ((0, 3),), (), "REQUEST", None, "happened")
    assert pair_type(sent, Text("a", "", "", (sent,))) == "AID"
    assert pair_type(promised, Text("a", "", "", (promised,))) == "AGREE"
    assert pair_type(promised, Text("a", "", "", (promised, asked))) is None
    assert pair_type(unsent, Text("a", "", "", (unsent, refused))) == "REJECT"
    assert pair_type(unsent, Text("a", "", "", (unsent,))) is None
    assert pair_type(_act("COERCE", "planned"), Text("a", "", "", ())) is None
