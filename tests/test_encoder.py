"""The encoder: what it tells of a sentence does not depend on anything but the sentence."""

from __future__ import annotations

from dataclasses import fields
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding import encoder
from dragoman.coding.encoder import Reading, between, labels, read
from dragoman.coding.learned import proposals
from dragoman.language.parse import parse
from dragoman.model.attribution import STANCES
from dragoman.model.judgement import JUDGEMENT_KINDS, TIE_KINDS
from dragoman.model.ontology import EVENT_TYPES, FACTUALITIES, type_facts

ROLES = ("actor", "recipient", "source", "speaker", "content", "left", "right")
EXPULSION = "Kenya expelled two Somali diplomats on Tuesday."
TEXT = (
    f"{EXPULSION} The harvest was poor in the north.\n\n"
    "Mogadishu called the decision unacceptable and recalled its ambassador from Nairobi."
)


def readings(text: str) -> list[Reading]:
    return [read(sentence) for sentence in parse(text).sents]


def same(one: Reading, other: Reading) -> bool:
    return all(
        np.array_equal(getattr(one, part), getattr(other, part))
        for part in ("types", "modes", "facts", "cues", "findings", "roles")
    )


def test_the_labels_are_those_of_the_ontology() -> None:
    told = labels()
    assert told.types == ("NONE", *EVENT_TYPES)
    assert told.facts == FACTUALITIES
    assert set(told.modes) == {f"{kind}/{mode or ''}" for kind, mode in type_facts()}
    assert told.roles == ROLES
    assert told.cues == ("NONE", *STANCES)
    assert told.findings == ("NONE", "silence", *JUDGEMENT_KINDS, *TIE_KINDS)


def test_the_network_fits_into_the_wheel() -> None:
    folder = files("dragoman") / "data" / "encoder"
    size = sum(len(file.read_bytes()) for file in folder.iterdir())
    assert size < 30_000_000


def test_a_sentence_is_read_alike_whatever_stands_beside_it() -> None:
    alone = readings(EXPULSION)[0]
    beside = readings(TEXT)[0]
    assert same(alone, beside)


def test_reading_twice_gives_the_same() -> None:
    for one, other in zip(readings(TEXT), readings(TEXT), strict=True):
        assert same(one, other)


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_the_number_of_threads_changes_nothing(
    threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = readings(TEXT)
    other = encoder.session(threads)
    monkeypatch.setattr(encoder, "session", lambda: other)
    assert all(same(a, b) for a, b in zip(usual, readings(TEXT), strict=True))


def test_padding_changes_nothing_that_is_kept() -> None:
    session = encoder.session()
    words = np.array([[101, *range(2000, 2020), 102]], np.int64)
    padded = np.pad(words, ((0, 0), (0, 9)))
    alone = session.run(None, {"ids": words, "mask": words.clip(0, 1), "marks": words * 0})
    together = session.run(None, {"ids": padded, "mask": padded.clip(0, 1), "marks": padded * 0})
    for one, other in zip(alone[:3], together[:3], strict=True):
        assert np.allclose(one[0], other[0][: words.shape[1]], atol=1e-4)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read_into_probabilities(text: str) -> None:
    for sentence in parse(text).sents:
        reading = read(sentence)
        n = len(sentence)
        assert reading.types.shape == (n, len(labels().types))
        assert reading.roles.shape == (len(ROLES), n, n)
        for part in (getattr(reading, field.name) for field in fields(reading)):
            assert np.isfinite(part).all()
            assert ((part >= 0) & (part <= 1)).all()
        for proposal in proposals(sentence, reading):
            assert proposal.token in proposal.words


def test_a_sentence_longer_than_a_window_is_read_to_its_end() -> None:
    text = " and ".join(f"in town {n} the mayor opened a well" for n in range(25))
    long = f"On Friday {text}, while Kenya expelled two Somali diplomats"
    sentence = max(parse(long).sents, key=len)
    assert len(sentence) > encoder.WINDOW
    told = [p for p in proposals(sentence, read(sentence)) if p.token.text == "expelled"]
    assert [p.type for p in told] == ["SANCTION"]


def test_a_marked_pair_has_the_type_of_the_act_between_it() -> None:
    chances = between(EXPULSION, [(0, 5)], [(15, 35)])
    assert labels().types[1 + int(chances.argmax())] == "SANCTION"
