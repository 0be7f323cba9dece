"""What a source holds of what it says, thinks or is asked, and where it says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.language.quotes_tables import attitude_words, cue_verbs
from dragoman.language.stance_tables import USES, negated, verdicts
from dragoman.model.attribution import MANNERS, STANCES

# A sentence, and the stances of its attributions in the order of the text.
HELD = [
    ("The ministry denied that the convoy had crossed the border.", ["denies"]),
    ("The ministry did not deny that the convoy had crossed the border.", ["admits"]),
    ("The premier does not believe that the talks will succeed.", ["doubts"]),
    ("The premier does not want the talks.", ["opposes"]),
    ("The embassy said that it had not sent any troops.", ["denies"]),
    ("The embassy said there were no plans for a visit.", ["denies"]),
    ("Ghana said that it would send grain.", ["promises"]),
    ("The party warned that it would boycott the vote.", ["threatens"]),
    ("The army said that it would retaliate.", ["threatens"]),
    ("The bishop warned that the dam might burst.", ["fears"]),
    ("The envoy called the embargo a disgrace.", ["opposes"]),
    ("The mayor said that the guards had lied.", ["alleges"]),
    ("Two pilots are accused of smuggling ivory.", ["alleges"]),
    ("The court rejected the claim.", ["denies"]),
    ("The court rejected the plan.", ["opposes"]),
    ("The envoy said a ferry could not land at the port.", ["asserts"]),
    ("The envoy said that two pilots had been killed in the raid.", ["asserts"]),
    ("The envoy said it was possible to hold a vote.", ["asserts"]),
    ("The mayor of Lagos said he feared the dam would burst.", ["fears"]),
    ("The council demanded that the road be opened.", ["demands"]),
    ("The captain told the crew to leave the ship.", ["demands"]),
    ("“Who will pay for the bridge?” the mayor said.", ["asks"]),
    ("The governor conceded that the count was late.", ["admits"]),
    ("The unions hope to meet the minister.", ["wants"]),
    ("The unions welcomed the deal.", ["supports"]),
    ("The teachers doubt that the schools will open.", ["doubts"]),
    ("The ferry, the harbour master said, left at noon.", ["asserts"]),
]

VENUES = [
    ("The mayor wrote on Facebook that the dam would hold.", "Facebook"),
    ("Kenya said in a statement that the envoy had left.", "statement"),
    ("In a video, the pilot said that the plane was old.", "video"),
    ("The envoy told reporters that the talks were over.", "reporters"),
    ("In an interview with a daily, the judge said that she was tired.", "interview"),
    ("The general said on state television that the town was calm.", "television"),
    ("The general said that the town was calm.", None),
    ("The clerk said that the letter in a book on Facebook was old.", None),
]

# A sentence, whose view it tells, of what and as what, and which way it goes.
VIEWS = [
    (
        "The canal is viewed in Lusaka as a threat.",
        "Lusaka",
        ("The canal", "as a threat"),
        "fears",
    ),
    (
        "The pact is widely seen as a betrayal.",
        None,
        ("The pact", "as a betrayal"),
        "opposes",
    ),
    ("Chad regards the camp as a victory.", "Chad", ("the camp as a victory",), "supports"),
    ("Niger considers the base illegal.", "Niger", ("the base illegal",), "opposes"),
    ("Ghana views the treaty with apprehension.", "Ghana", ("the treaty",), "fears"),
    (
        "The strike was interpreted by historians as a warning.",
        "historians",
        ("The strike", "as a warning"),
        "asserts",
    ),
    ("The alliance worries Benin.", "Benin", ("The alliance",), "fears"),
]


@pytest.mark.parametrize(("text", "stances"), HELD, ids=[text[:40] for text, _ in HELD])
def test_the_stance_is_the_sources_to_the_content(text: str, stances: list[str]) -> None:
    assert [a.stance for a in dragoman.code(text).attributions] == stances


@pytest.mark.parametrize(("text", "venue"), VENUES, ids=[text[:40] for text, _ in VENUES])
def test_where_it_was_said_is_told(text: str, venue: str | None) -> None:
    assert [a.venue for a in dragoman.code(text).attributions] == [venue]


@pytest.mark.parametrize(("text", "whose", "seen", "way"), VIEWS, ids=[v[0][:40] for v in VIEWS])
def test_a_view_is_somebodys_of_something(
    text: str, whose: str | None, seen: tuple[str, ...], way: str
) -> None:
    (view,) = dragoman.code(text).attributions
    told = (view.source.text, tuple(s.of(text) for s in view.contents), view.stance)
    assert told == (whose, seen, way)


@given(st.sampled_from(STANCES), st.sampled_from(MANNERS))
def test_a_negation_changes_every_stance(stance: str, manner: str) -> None:
    assert negated(stance, manner) in STANCES  # type: ignore[arg-type]
    assert negated(stance, manner) != stance  # type: ignore[arg-type]


def test_every_word_has_a_stance_that_there_is() -> None:
    words = [*cue_verbs().values(), *attitude_words().values()]
    assert {w.stance for w in words} <= set(STANCES)
    assert {w.manner for w in words} <= set(MANNERS)
    assert all(set(verdicts(use).values()) <= set(STANCES) for use in USES)
