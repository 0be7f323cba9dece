"""Pages as people copy them from different sorts of sites, in sentences of our own."""

from __future__ import annotations

from dragoman.ingest import read_text
from dragoman.model.report import Report
from tests.ingest_files import date_of as d

ONE = (
    "Norland's army said on Tuesday that it had shot down four drones over the Long River, hours "
    "after Sudland's president warned of a response."
)
TWO = (
    "“We will not be provoked,” the defence minister told reporters. “But we will defend our land.”"
)
THREE = (
    "The border has been closed since March, when two soldiers were killed in an exchange of fire "
    "that each side blames on the other."
)
FOUR = "It was not immediately clear who had launched the drones."


def only(text: str) -> Report:
    """The one report in `text`."""
    (report,) = read_text(text)
    return report


def test_a_broadcaster() -> None:
    report = only(
        f"Skip to content\nRegister\nSign In\nHome\nNews\nSport\nBusiness\n"
        f"Norland says it shot down four drones\n3 hours ago\nShare\nSave\n"
        f"Reporting from Midbridge\n\n"
        f"{ONE}\n{TWO}\nWhat you need to know\n{THREE}\n{FOUR}\n"
        f"Additional reporting by Karl Doe\nMore on this story\n"
        f"Why the river matters\nNorland\nDrones"
    )
    assert report.title == "Norland says it shot down four drones"
    assert report.text.split("\n\n") == [ONE, TWO, "What you need to know", THREE, FOUR]
    assert not report.date.known


def test_an_agency() -> None:
    report = only(
        f"World\nNorland says it shot down four drones over Long River\n"
        f"By Jane Roe and Karl Doe\nJuly 8, 2025 4:12 PM GMT+4 · Updated 5 hours ago\n\n"
        f"[1/2] A soldier looks at the sky, July 7, 2025. REUTERS/Sam Smith Purchase Rights\n\n"
        f"MIDBRIDGE, July 8 (Reuters) - {ONE}\n\n{TWO}\n\n"
        f"The Daily Briefing newsletter provides all the news. Sign up here.\n\n{THREE}\n\n"
        f"Reporting by Jane Roe; Editing by Karl Doe\n\nOur Standards: The Trust Principles.\n\n"
        f"Suggested Topics:\nWorld\nEurope\n\nPurchase Licensing Rights"
    )
    assert report.title == "Norland says it shot down four drones over Long River"
    assert report.author == "Jane Roe and Karl Doe"
    assert report.date.start == d("2025-07-08")
    assert report.outlet == "Reuters"
    assert report.genre == "news"
    assert report.text == f"MIDBRIDGE, July 8 (Reuters) - {ONE}\n\n{TWO}\n\n{THREE}"


def test_an_institute() -> None:
    report = only(
        f"Sample Institute\nMENU\nNorland and the Art of Waiting\nJuly 8, 2025\nJane Roe\n"
        f"Norland and the Art of Waiting\nExecutive Summary\n• {ONE}\n• {THREE}\nIntroduction\n"
        f"{TWO} {THREE}[1]\nConclusion\n{FOUR} {THREE}\nAbout the Author\n"
        f"Jane Roe is a research fellow at the Sample Institute.\n"
        f"The opinions expressed here are those of the author.\nNotes\n"
        f"[1] See the Norland Gazette of March 3, 2025.\nShare on Facebook\nTweet\nLeave a Reply\n"
        f"Your email address will not be published. Required fields are marked *\nComment *\nName *"
    )
    assert report.title == "Norland and the Art of Waiting"
    assert report.author == "Jane Roe"
    assert report.date.start == d("2025-07-08")
    assert report.genre == "analysis"
    assert report.notes.biography == "Jane Roe is a research fellow at the Sample Institute."
    assert report.notes.disclaimer is not None
    kept = report.text.split("\n\n")
    assert kept[:2] == ["Executive Summary", f"• {ONE}"]
    assert kept[-1].startswith("[1] See")


def test_a_state_agency() -> None:
    report = only(f"MOSCOW, July 8, 2025. /TASS/. {ONE}\n{THREE}")
    assert (report.outlet, report.date.start) == ("TASS", d("2025-07-08"))
    assert report.genre == "news"


def test_a_news_site_with_its_date_on_top() -> None:
    report = only(
        f"08 July 2025 14:05 (UTC+04:00)\nNorland shoots down drones\n{ONE}\n{THREE}\n"
        f"Tags: Norland, Sudland\nPrint version\nViews: 1532\nFollow us on Twitter @sample\n"
        f"Most Popular\nFerry stops\nBridge burns"
    )
    assert report.title == "Norland shoots down drones"
    assert report.date.start == d("2025-07-08")
    assert report.text == f"{ONE}\n\n{THREE}"


def test_a_site_whose_outlet_stands_below_the_title() -> None:
    report = only(f"Norland shoots down drones\nSample Observer\n\n{ONE}\n\n{THREE}")
    assert (report.title, report.outlet) == ("Norland shoots down drones", "Sample Observer")
    assert report.text == f"{ONE}\n\n{THREE}"


def test_the_days_in_a_text_tell_how_its_date_is_read() -> None:
    told = f"{ONE} The first shots had fallen on June 27."
    report = only(f"Norland shoots down drones\n\nCNN03-07-2025\n{told}\n{THREE}")
    assert (report.date.start, report.date.end) == (d("2025-07-03"), d("2025-07-04"))
