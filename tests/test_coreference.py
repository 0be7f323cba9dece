"""Pronouns and nouns that refer back, resolved where that is plain and left open elsewhere."""

from __future__ import annotations

import pytest

from dragoman.language.coreference import FAR, Discourse, _persons, pronouns
from dragoman.language.mentions import find_mentions
from dragoman.language.parse import parse
from dragoman.model.actor import Mention
from dragoman.model.report import Report
from dragoman.model.span import Span


def referring(text: str, quoted: tuple[Span, ...] = ()) -> list[Mention]:
    found = find_mentions(parse(text), Report("r", text), quoted=quoted)
    return [m for m in found if m.basis == "coreference"]


def refers(text: str) -> dict[str, tuple[str, ...]]:
    """Codes by the words that refer; the last where words repeat."""
    return {m.span.of(text): m.codes for m in referring(text)}


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Georgia said it would not sign.", "it", "GEO"),
        ("Tehran recalled its envoy from Paris.", "its", "IRNGOV"),
        ("Iran and its allies objected.", "its", "IRN"),
        ("Turkish officials said they were ready.", "they", "TURGOV"),
        ("Georgian minister Vano Lomidze met Piet Meer. He left at noon.", "He", "GEOGOV"),
        ("In his speech, Georgian minister Vano Lomidze thanked nobody.", "his", "GEOGOV"),
        ("Georgian minister Vano Lomidze prided himself on it.", "himself", "GEOGOV"),
    ],
)
def test_a_pronoun_stands_for_its_subject(text: str, word: str, code: str) -> None:
    assert refers(text)[word] == (code,)


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that Georgia will sign.",
        "Georgia met Iran. It seems that talks went well.",
        "The raid shocked Georgia. It lasted an hour.",
        "The talks tired the Georgians. They lasted a week.",
    ],
)
def test_nothing_is_said_where_it_is_not_plain(text: str) -> None:
    assert not {"It", "They"} & set(refers(text))


def test_two_men_leave_he_open() -> None:
    text = "A letter to Georgian minister Vano Lomidze from Greek envoy Nikos Papas came. He wept."
    assert "He" not in refers(text)


def test_gender_tells_two_people_apart() -> None:
    text = "Georgian envoy Maria Lomidze and Greek envoy Nikos Papas met. She spoke first."
    she = next(m for m in referring(text) if m.span.of(text) == "She")
    assert she.name == "Maria Lomidze"


def test_a_pronoun_inside_a_quotation_does_not_reach_out() -> None:
    text = "Georgia protested. “It will pass,” the envoy said."
    quote = Span(text.index("“"), text.index("”") + 1)
    assert "It" not in {m.span.of(text) for m in referring(text, (quote,))}


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Armenia and Georgia met. The two countries signed.", "The two countries", ("ARM", "GEO")),
        ("Talks between Iran and Iraq end today. Both sides smiled.", "Both sides", ("IRN", "IRQ")),
        (
            "Armenia and Georgia held a summit. The two leaders shook hands.",
            "The two leaders",
            ("ARMGOV", "GEOGOV"),
        ),
        ("Georgia voted. The country was calm.", "The country", ("GEO",)),
    ],
)
def test_nouns_that_refer_back(text: str, words: str, codes: tuple[str, ...]) -> None:
    assert refers(text)[words] == codes


def test_three_countries_are_no_pair() -> None:
    text = "Armenia met Georgia. Iran watched. The two sides smiled."
    assert "The two sides" not in refers(text)


def test_a_possessor_lends_its_state() -> None:
    text = "Tehran recalled its ambassador."
    found = find_mentions(parse(text), Report("r", text))
    assert ("IRNGOV",) in {m.codes for m in found if "ambassador" in m.span.of(text)}


def test_a_counterpart_has_the_same_office() -> None:
    text = "Georgian minister Vano Lomidze called his Turkish counterpart."
    found = find_mentions(parse(text), Report("r", text))
    assert {m.span.of(text): m.codes for m in found}["Turkish counterpart"] == ("TURGOV",)


def test_a_title_means_the_person_who_had_it() -> None:
    text = "Georgian minister Vano Lomidze came. Talks were short. The Georgian minister left."
    found = find_mentions(parse(text), Report("r", text))
    assert [m.name for m in found if m.span.of(text) == "Georgian minister"] == ["Vano Lomidze"]


def test_who_and_which_stand_for_their_noun() -> None:
    text = "Police praised the Georgian envoy Vano Lomidze, who had called them."
    assert refers(text)["who"] == ("GEOGOV",)


@pytest.mark.parametrize(
    "between", ["The United States hailed it.", "The United States told Iran of it."]
)
def test_two_governments_are_those_last_joined(between: str) -> None:
    text = f"Armenia and Azerbaijan signed a text. {between} The two governments will meet."
    assert refers(text)["The two governments"] == ("ARM", "AZE")


def test_both_leaders_lead_states() -> None:
    text = "Amnesty International and Greenpeace wrote. Both leaders left."
    assert "Both leaders" not in refers(text)


def test_a_union_of_states_is_a_side_by_its_own_code() -> None:
    text = "Georgia and the European Union met. The two sides signed."
    assert refers(text)["The two sides"] == ("GEO", "IGOEUU")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Turkey pressed Iran to end its attacks.", "IRN"),
        ("Turkey called on Iran to end its attacks.", "IRN"),
        ("Turkey promised Iran to end its attacks.", "TUR"),
        ("Turkey used a drone to defend its ships.", "TUR"),
    ],
)
def test_an_infinitive_is_the_objects_where_the_object_controls_it(text: str, code: str) -> None:
    assert refers(text)["its"] == (code,)


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Iraq watched. Chad said that troops had left.", "troops", "TCDMIL"),
        ("Iraq watched. Chad's president said the police were ready.", "the police", "TCDCOP"),
        ("Iraq watched. A Chadian newspaper said that troops had left.", "troops", "MIL"),
        ("Chad attacked Iraq, and troops left.", "troops", "MIL"),
    ],
)
def test_forces_are_those_of_the_state_that_tells_of_them(text: str, words: str, code: str) -> None:
    found = find_mentions(parse(text), Report("r", text))
    told = {m.span.of(text): m.codes for m in found}
    assert told.get(words, told.get(words.removeprefix("the "))) == (code,)


def test_no_one_is_looked_for_too_far_back() -> None:
    near = "Georgian minister Vano Lomidze, " + "old, " * 20 + "sighed. He left."
    far = "Georgian minister Vano Lomidze sighed, " + "old, " * FAR + "and then he left."
    assert refers(near).get("He") == ("GEOGOV",)
    assert _persons_within(far) <= FAR


def _persons_within(text: str) -> int:
    """The most words that were asked whether a pronoun stands for them, in one search."""
    doc = parse(text)
    talk = Discourse(doc, find_mentions(doc, Report("r", text)))
    asked: list[int] = []
    talk.mention = lambda token: asked.append(token.i)  # type: ignore[method-assign]
    _persons(talk, doc[:], pronouns()["he"])
    return len(asked)
