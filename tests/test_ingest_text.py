"""Raw text, as pasted or scraped, becomes clean reports: nothing of the article is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ingest import Given, read_text
from dragoman.model.report import Report, report_id

LEAD = (
    "The foreign ministers of Norland and Sudland met in the border town of Midbridge on Monday "
    "and agreed to reopen the railway."
)
SECOND = (
    "A spokeswoman said that the first trains would carry freight only, and that no date had been "
    "set for passengers."
)
THIRD = "Opposition members called the deal a surrender and asked for a vote in parliament."

DEBRIS = [
    "Advertisement", "ADVERTISEMENT", "SHARE", "Share this article on WhatsApp:", "Share",
    "DOWNLOAD THE APP", "Get Started Now: Install It", "app-storeplay-store", "logo",
    "Grey background", "Try Our AI Features", "See what Sample Reader can do for you:",
    "Sign up for the Sample Wire's free weekly newsletter.", "Comments", "No comments yet...",
    "Previous articleThe price of bread", "Next articleA walk in the hills", "5 min read",
    "Listen to this article", "Follow us on Telegram", "Subscribe", "1.2K Shares", "23 comments",
    "© 2025 Sample Wire. All rights reserved.", "Click to share on Facebook (Opens in new window)",
    "Read more: The railway's long history", "Most read", "Tags: railway, border",
    "We use cookies to make this site better.", "Skip to content", "Log in",
    "Support Sample Wire: Help us keep our reporting free.", "Facebook Twitter WhatsApp",
    "Take the news with you: download the Sample Reader app today.",
    "Home > World > Norland", "Published: 10 July 2025", "Last updated 11 July 2025 10:00 GMT",
    "Be the first to comment", "Page 2 of 3", "•••", "Read next",
]  # fmt: skip

# Each begins or reads like debris and is a sentence of an article.
SENTENCES = [
    "Advertisement spending in Norland fell after the raid.",
    "Share prices in the capital dropped by four percent on the news.",
    "Comments by the minister were few.",
    "Subscribe was the word that he used twice in his speech.",
    "More from the talks is expected to come out in the following week.",
    "Next week the two presidents will meet again in the mountains.",
    "Sign language interpreters were at the meeting of both governments.",
    "Pictures by satellite showed tanks at the railway station.",
    "Follow-up talks were put off until the autumn by both sides.",
    "Related parties to the treaty were asked to give their consent.",
    "Home affairs ministers of five states signed the paper.",
    "He said: \"Share the burden, or we all lose.\"",
    "Tags worn by the soldiers named the unit that they served in.",
    "Menu prices rose as the border stayed closed.",
    "Listen to the people, the opposition told the president.",
    "The views of the government were not heard at the talks.",
    "Photographs of the prisoners were shown on state television.",
    "Download speeds fell when the cable was cut near the coast.",
]  # fmt: skip


NOTHING = Given()


def only(text: str, given: Given = NOTHING) -> Report:
    """The one report in `text`."""
    (report,) = read_text(text, given)
    return report


def test_paragraphs_are_parted_by_blank_lines_and_kept_whole() -> None:
    report = only(f"{LEAD}\n{SECOND}\n\n\n{THIRD}\n")
    assert report.text == f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
    assert report.id == report_id(report.text)
    assert report.title is None
    assert not report.date.known


def test_sentences_on_one_line_stay_one_paragraph() -> None:
    assert only(f"{LEAD} {SECOND} {THIRD}").text == f"{LEAD} {SECOND} {THIRD}"


@pytest.mark.parametrize("line", DEBRIS)
def test_debris_goes_wherever_it_stands(line: str) -> None:
    body = [LEAD, SECOND, THIRD]
    for place in (1, 2, 3):
        text = "\n\n".join([*body[:place], line, *body[place:]])
        assert only(text).text == "\n\n".join(body), f"after paragraph {place}"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_look_like_debris_stay(sentence: str) -> None:
    assert only(f"{LEAD}\n{sentence}\n{THIRD}").text == f"{LEAD}\n\n{sentence}\n\n{THIRD}"


@pytest.mark.parametrize(
    "tail",
    [
        "Sign up for the Sample Wire's free weekly newsletter. Support Sample Wire: it is yours.",
        "Subscribe to our newsletter for more.",
        "Advertisement",
        "Share this article on WhatsApp:",
        "Read more: The railway's long history",
        "Follow us on Telegram and Facebook.",
        "© 2025 Sample Wire. All rights reserved.",
        "Previous articleThe price of bread",
    ],
)
@pytest.mark.parametrize("glue", [" ", ""])
def test_debris_stuck_to_the_last_line_is_cut_off(tail: str, glue: str) -> None:
    assert only(f"{LEAD}\n{SECOND}{glue}{tail}").text == f"{LEAD}\n\n{SECOND}"


def test_a_sentence_after_a_sign_up_inside_the_article_is_kept() -> None:
    text = f"{LEAD} Subscribe to our newsletter. {THIRD}\n{SECOND}"
    assert THIRD in only(text).text


def test_menus_go_and_the_title_after_them_stays() -> None:
    report = only(f"Home\nNews\nWorld\nBusiness\nSport\nNorland's gamble\n\n{LEAD}\n{SECOND}")
    assert report.title == "Norland's gamble"
    assert report.text == f"{LEAD}\n\n{SECOND}"


def test_a_short_first_line_is_the_title_and_a_line_below_it_stays() -> None:
    dek = "Both sides give way on the railway."
    report = only(f"Norland and Sudland make up: what it means\n{dek}\n\n{LEAD}\n{SECOND}")
    assert report.title == "Norland and Sudland make up: what it means"
    assert report.text == f"{dek}\n\n{LEAD}\n\n{SECOND}"


def test_headings_of_sections_are_no_titles_and_stay() -> None:
    text = f"This week in short\n{LEAD}\nWhat comes next\n{SECOND}\nOur view of it\n{THIRD}"
    report = only(text)
    assert report.title is None
    assert report.text.split("\n\n") == text.split("\n")


def test_a_text_that_begins_with_prose_has_no_title() -> None:
    assert only(f"{LEAD}\n\n{SECOND}").title is None
    assert only("Norland condemned the strike.").text == "Norland condemned the strike."


def test_picture_credits_and_captions_become_notes() -> None:
    text = f"Photo Credit: Sample Press\nThe president at the station.\n\n{LEAD}\n\n{SECOND}"
    report = only(text)
    assert report.text == f"{LEAD}\n\n{SECOND}"
    assert report.notes.credits == "Photo Credit: Sample Press\nThe president at the station."


def test_a_sentence_after_a_credit_without_blank_lines_is_no_caption() -> None:
    report = only(f"{LEAD}\nPhoto: Sample Press\n{THIRD}\n{SECOND}")
    assert THIRD in report.text
    assert "Sample Press" not in report.text


def test_the_note_on_the_author_and_the_disclaimer_are_kept_apart() -> None:
    note = "Jane Roe is a senior fellow at the Sample Institute. Her research focuses on railways."
    disclaimer = "The views expressed in this article are the author's own."
    report = only(f"Rails of peace\n\n{LEAD}\n\n{SECOND}\n\n{note}\n\n{disclaimer}")
    assert report.text == f"{LEAD}\n\n{SECOND}"
    assert report.notes.biography == note
    assert report.notes.disclaimer == disclaimer
    assert report.author == "Jane Roe"


def test_a_last_sentence_on_somebody_in_the_news_is_no_note_on_the_author() -> None:
    last = "Karl Doe is an adviser to the president."
    assert only(f"{LEAD}\n\n{SECOND}\n\n{last}").text.endswith(last)


def test_a_byline_names_the_author_and_leaves_the_text() -> None:
    report = only(f"Rails of peace\nBy Jane Roe and Karl van Doe\n\n{LEAD}\n{SECOND}")
    assert report.author == "Jane Roe and Karl van Doe"
    assert report.title == "Rails of peace"
    assert report.text == f"{LEAD}\n\n{SECOND}"


def test_other_articles_below_are_dropped_and_readers_comments_too() -> None:
    text = (
        f"{LEAD}\n\n{SECOND}\n\nRelated Articles\n\nA bridge too few\n\nThe hills in autumn\n\n"
        "Leave a comment\n\nNice piece, I liked it."
    )
    assert only(text).text == f"{LEAD}\n\n{SECOND}"


def test_lines_broken_at_a_width_are_joined() -> None:
    text = (
        "The foreign ministers of Norland and Sudland met in the border\n"
        "town of Midbridge on Monday and agreed to reopen the railway,\n"
        "which has been closed for thirty years because of a quarrel that\n"
        "began over a customs house.\n"
        "\n"
        "A spokeswoman said that the first trains would carry freight\n"
        "only, and that no date had been set for passengers, since the\n"
        "stations were still to be re-\npaired by both sides."
    )
    one, two = only(text).text.split("\n\n")
    assert one.startswith("The foreign ministers of Norland") and one.endswith("customs house.")
    assert two.endswith("to be repaired by both sides.")


def test_characters_are_made_uniform_and_otherwise_kept() -> None:
    text = (
        "\ufeffThe \u201crail\u200bway\u201d\u00a0is\x00 open \u2014 cafe\u0301s too."
        "\r\nIt runs on Sunday."
    )
    assert (
        only(text).text
        == "The \u201crailway\u201d is open \u2014 caf\u00e9s too.\n\nIt runs on Sunday."
    )


def test_what_the_user_says_stands_above_the_page() -> None:
    told = Given(
        outlet="Sample Weekly", title="Given title", url="https://s.example/1", author="A B"
    )
    report = only(f"Rails of peace\nBy Jane Roe\n\n{LEAD}\n{SECOND}", told)
    assert (report.outlet, report.title, report.author) == ("Sample Weekly", "Given title", "A B")
    assert report.url == "https://s.example/1"


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00", "Advertisement", "Share\nTweet\n"])
def test_nothing_to_read_gives_no_report(text: str) -> None:
    assert read_text(text) == []


@given(st.text(max_size=2000))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_alike_twice_and_gives_clean_characters(text: str) -> None:
    once = read_text(text)
    assert once == read_text(text)
    for report in once:
        assert report.text.strip() == report.text != ""
        assert unicodedata.is_normalized("NFC", report.text)
        assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in report.text if c != "\n")
        report.text.encode()


@given(st.lists(st.sampled_from([LEAD, SECOND, THIRD, *SENTENCES]), min_size=2, unique=True))
@settings(max_examples=60, deadline=None)
def test_no_sentence_is_lost_whatever_debris_stands_between(sentences: list[str]) -> None:
    text = "\n\n".join(f"{s}\n\n{DEBRIS[i % 12]}" for i, s in enumerate(sentences))
    found = "\n".join(f"{r.title or ''}\n{r.text}" for r in read_text(text))
    assert all(s in found for s in sentences)


def test_reading_clean_text_again_changes_nothing() -> None:
    first = only(f"Rails of peace\n\n{LEAD}\n\n{SECOND}\n\nShare\n\n{THIRD}")
    assert only(first.text).text == first.text
    assert only(first.text).id == first.id


@pytest.mark.parametrize("told", ["Frıday, 18 Aprıl 2025", "18 APRIL 2025", "18 AuguſT 2025"])
def test_dates_with_letters_that_a_pattern_takes_for_others(told: str) -> None:
    """The dotless i of Turkish keyboards, and the long s, stop no reading."""
    text = f"A pier is rebuilt\n\n{told}\n\nThe harbour master opened the pier to boats again.\n"
    (report,) = read_text(text)
    assert isinstance(report, Report)
    assert report.date.start is not None and report.date.start.day == 18
