"""Quotations: their marks, their speakers, where they were said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.parse import parse
from dragoman.language.quotations import find_quotations
from dragoman.language.quotes_marks import find_stretches
from dragoman.language.quotes_reading import Reading
from dragoman.language.quotes_speaker import LONGEST_NAME, full_names
from dragoman.language.quotes_tables import (
    cue_verbs,
    quoting_verbs,
    speech_nouns,
    speech_verbs,
    venues,
)

Row = tuple[str | None, str]


def quotes(text: str) -> list[Row]:
    """Speaker and words of each quotation; each span slices back to the words and their marks."""
    found = find_quotations(parse(text))
    for quotation in found:
        words = quotation.span.of(text)
        assert words[1:].removesuffix(words[-1]) == quotation.text or words[1:] == quotation.text
    return [(q.speaker, q.text) for q in found]


@pytest.mark.parametrize(
    "text",
    [
        '"We will leave the harbour by June," said Nina Orlova.',
        "“We will leave the harbour by June,” said Nina Orlova.",
        "'We will leave the harbour by June,' said Nina Orlova.",
        "‘We will leave the harbour by June,’ said Nina Orlova.",
        "«We will leave the harbour by June,» said Nina Orlova.",
        "„We will leave the harbour by June,“ said Nina Orlova.",
    ],
)
def test_every_style_of_marks(text: str) -> None:
    assert quotes(text) == [("Nina Orlova", "We will leave the harbour by June,")]


def test_apostrophes_are_no_marks() -> None:
    text = "'The miners' wages weren't paid,' said Tom Hale. It's not the '90s any more."
    assert quotes(text) == [("Tom Hale", "The miners' wages weren't paid,")]


def test_a_quotation_inside_another_stays_inside() -> None:
    text = "“He told me that ‘nothing has changed’ since spring,” said Anna Petrosyan."
    assert quotes(text) == [("Anna Petrosyan", text[1 : text.index("”")])]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“We have waited long enough.\n\n“We will not wait more,” Maria Sandu said."
    ((speaker, words),) = quotes(text)
    assert speaker == "Maria Sandu"
    assert words == text[1 : text.index("”")]


def test_an_unclosed_one_ends_with_its_paragraph() -> None:
    text = '"This sentence never closes, and it goes on.\n\nThe next one is plain.'
    assert quotes(text) == [(None, "This sentence never closes, and it goes on.")]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace train" left at noon.',
        'Critics call it a "show" for tourists.',
        'The "Grand Harbour" plan was dropped.',
        "‘Great steps’",
    ],
)
def test_scare_quotes_are_left_out(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('According to the ministry, it was "a limited step" at sea.', "the ministry"),
        ('The letter read: "The parties recognise the border."', "The letter"),
        ('Pavel Novak told reporters: "The talks go on."', "Pavel Novak"),
        ('We met Foreign Minister Jan Kovac, who called it "dead on arrival".', "Jan Kovac"),
        ('Lena Brandt was quoted as saying: "The talks go on."', "Lena Brandt"),
    ],
)  # fmt: skip
def test_speakers_by_cue(text: str, speaker: str) -> None:
    assert [s for s, _ in quotes(text)] == [speaker]


def test_split_and_following_quotations_keep_their_speaker() -> None:
    text = '"We agree," said Pavel Novak, "but we want guarantees." "They must come soon."'
    assert [s for s, _ in quotes(text)] == ["Pavel Novak"] * 3


def test_surnames_and_pronouns_are_told_by_what_went_before() -> None:
    text = (
        "President Maria Sandu opened the meeting. “The border is safe,” Sandu said. "
        "She added: “It will stay so.”"
    )
    assert [s for s, _ in quotes(text)] == ["Maria Sandu", "Maria Sandu"]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ('Ruben Vardan wrote on Facebook: "The road is closed."', "Facebook"),
        ('"The road is closed," the ministry said in a statement.', "statement"),
        ('"The road is closed," he said at a news conference.', "news conference"),
        ('"The road is closed," Ruben Vardan wrote on social media.', "social media"),
        ('"The road is closed," Ruben Vardan said.', None),
    ],
)
def test_venues(text: str, venue: str | None) -> None:
    assert [q.venue for q in find_quotations(parse(text))] == [venue]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("\"'“”‘’«»„ aAs.,\n"), max_size=60))
def test_any_text_has_stretches_apart(text: str) -> None:
    last = 0
    for stretch in find_stretches(text):
        start, end = stretch.inner
        assert last <= stretch.start < start <= end <= stretch.end <= len(text)
        last = stretch.end


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("\"'“”‘’ aAsHe said.,\n"), max_size=60))
def test_any_text_slices_back(text: str) -> None:
    quotes(text)


def test_many_marks_end_soon() -> None:
    text = "“ \"a 'b " * 3000
    assert len(find_stretches(text)) < len(text)


def test_tables_are_filled() -> None:
    assert len(speech_verbs()) > 250
    assert speech_verbs()["deny"] == "denies"
    assert "of" in cue_verbs()["accuse"].takes
    assert {"say", "tell", "add"} <= quoting_verbs() <= set(speech_verbs())
    assert "believe" not in quoting_verbs()
    assert "petition" in speech_nouns()
    assert all(p == p.lower() for p, _ in venues())


def test_a_row_of_names_without_end_is_no_name() -> None:
    names = full_names(parse("Russia Azerbaijan " * 100 + "met."))
    assert max(len(name.split()) for _, name in names) <= 2 * LONGEST_NAME


@pytest.mark.parametrize(
    "text",
    [
        "Critics saw a sign of foreign reach in its “inner yard.”",
        "The mapmaker described the plain as the “open gate.”",
        "The ministry spoke of its “distant shore” again.",
    ],
)
def test_a_phrase_that_goes_by_its_name_is_nobodys_words(text: str) -> None:
    assert quotes(text) == []


def test_words_that_somebody_chose_are_a_quotation() -> None:
    assert quotes('The envoy warned of "grave consequences".') == [
        ("The envoy", "grave consequences")
    ]


def test_they_may_be_a_channel_whose_name_is_in_marks() -> None:
    text = (
        "The TG channel “Armenian Harbour” concurred with the others that it is no good deal. "
        "After the visit, they proclaimed: “Once more we see how poorly the docks were run.”"
    )
    assert quotes(text)[-1] == (
        "Armenian Harbour",
        "Once more we see how poorly the docks were run.",
    )


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["“", "”", '"', "‘", "’", " he said ", "Yes.", "\n\n", " "])))
def test_words_outside_are_those_in_no_stretch(pieces: list[str]) -> None:
    doc = parse("".join(pieces))
    stretches = find_stretches(doc.text)
    reading = Reading(doc, doc.text, [t.idx for t in doc], stretches, full_names(doc))
    inside = [any(s.start <= t.idx < s.end for s in stretches) for t in doc]
    assert [reading.outside(t) for t in doc] == [not i for i in inside]


def test_a_curly_mark_may_be_closed_by_a_straight_one() -> None:
    text = '“It is over," the envoy of Peru said, adding that it was “like a bad dream.”'
    assert quotes(text) == [
        ("the envoy of Peru", "It is over,"),
        ("the envoy of Peru", "like a bad dream."),
    ]


def test_a_heading_that_repeats_words_of_a_quotation_has_its_speaker() -> None:
    text = (
        "'A bitter harvest'\n\nNina Orlova spoke in Lima. "
        "'It will be a bitter harvest for all of us,' Nina Orlova said."
    )
    assert quotes(text)[0] == ("Nina Orlova", "A bitter harvest")


def test_a_verb_in_marks_is_the_word_of_those_cited() -> None:
    text = "According to aides, the mayor is “taming” the council."
    assert quotes(text) == [("aides", "taming")]


def test_who_tells_goes_on_to_tell() -> None:
    text = "The ministry said the two armies met in Lima, noting a “special place” for the river."
    assert quotes(text) == [("The ministry", "special place")]
