"""Files of each format give the same clean report."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.ingest import Given, Refusal, read_input, verbatim
from dragoman.model.report import Report, report_id
from dragoman.model.when import day, month, year
from tests.ingest_files import column, docx, pdf
from tests.ingest_files import date_of as d

ONE = (
    "The railway ministers of Norland and Sudland met in Midbridge on Monday and agreed to hold "
    "further talks in the autumn. Officials who were present at the negotiations said that the "
    "commission on the border would meet before that. No date has been announced for it."
)
TWO = (
    "A spokeswoman said on Tuesday that the line across the province would be repaired by the end "
    "of the year, and that both sides would pay for it. She gave no figure."
)
TEXT = f"{ONE}\n\n{TWO}"
JULY_10 = day(d("2025-07-10"), "metadata")


NOTHING = Given()


def read_one(source: Path | str, given: Given = NOTHING) -> Report:
    """The one report of an input that nothing is wrong with."""
    (report,) = read_input(str(source), given)
    assert isinstance(report, Report), report
    return report


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_text(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", f"Rails of peace\n\n{ONE}\n{TWO}\n")
    report = read_one(path)
    assert (report.title, report.text, report.input) == ("Rails of peace", TEXT, str(path))
    assert report.id == report_id(TEXT)


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    front = (
        "title: 'Rails: what next'\ndate: 2025-07-10\noutlet: Sample Wire\nauthor: Jane Roe\n"
        "url: https://wire.example/1\nlanguage: en\nnote: written for the test\n"
    )
    body = (
        f"{ONE}\n\n## What comes **next**\n\n> {TWO.replace('Tuesday', '[Tuesday](http://x.y)')}\n"
    )
    report = read_one(written(tmp_path, "a.md", f"---\n{front}---\n\n{body}"))
    assert report.title == "Rails: what next"
    assert (report.outlet, report.author) == ("Sample Wire", "Jane Roe")
    assert (report.url, report.language) == ("https://wire.example/1", "en")
    assert report.date == JULY_10
    assert report.text == f"{ONE}\n\nWhat comes next\n\n{TWO}"


def test_front_matter_that_is_no_yaml_is_read_line_by_line(tmp_path: Path) -> None:
    data = f"---\ntitle: Rails: what next: [\ndate: 2025-07-10\n---\n{ONE}\n"
    report = read_one(written(tmp_path, "a.md", data))
    assert report.title == "Rails: what next: ["
    assert report.date == JULY_10


def test_the_first_heading_of_markdown_is_its_title(tmp_path: Path) -> None:
    report = read_one(written(tmp_path, "a.md", f"# Rails of peace\n\n{ONE}\n\n{TWO}\n"))
    assert (report.title, report.text) == ("Rails of peace", TEXT)


def page(head: str, body: str) -> str:
    """A web page with a menu and a footer around its body."""
    return (
        f"<!doctype html><html><head><title>Rails of peace | Sample Wire</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"{body}<footer><p>© 2025 Sample Wire. All rights reserved.</p></footer></body></html>"
    )


ARTICLE = (
    "<article><h1>Rails of peace</h1><p class='byline'>By Jane Roe</p>"
    f"<p>{ONE}</p><p>Advertisement</p><h2>What comes next</h2><p>{TWO}</p>"
    "<div class='share'><a>Share on Facebook</a></div></article>"
)
META = (
    '<meta property="og:site_name" content="Sample Wire">'
    '<meta property="article:published_time" content="2025-07-10T23:30:00+04:00">'
    '<meta name="author" content="Jane Roe">'
    '<link rel="canonical" href="https://wire.example/rails">'
)
LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": '
    '"Rails of peace", "datePublished": "2025-07-10", "author": [{"name": "Jane Roe"}], '
    '"publisher": {"name": "Sample Wire"}}]}</script>'
    '<meta property="og:url" content="https://wire.example/rails">'
)


@pytest.mark.parametrize("head", [META, LINKED])
def test_html(tmp_path: Path, head: str) -> None:
    report = read_one(written(tmp_path, "a.html", page(head, ARTICLE)))
    assert (report.title, report.outlet) == ("Rails of peace", "Sample Wire")
    assert (report.author, report.url) == ("Jane Roe", "https://wire.example/rails")
    assert report.date == JULY_10
    assert report.text == f"{ONE}\n\nWhat comes next\n\n{TWO}"


def test_html_without_metadata_is_undated(tmp_path: Path) -> None:
    report = read_one(written(tmp_path, "a.html", page("", ARTICLE)))
    assert not report.date.known
    assert report.text == f"{ONE}\n\nWhat comes next\n\n{TWO}"


def test_a_page_with_several_articles_gives_several(tmp_path: Path) -> None:
    def article(title: str, date: str, words: str) -> str:
        return f"<article><h2>{title}</h2><time datetime='{date}'></time>{words}</article>"

    one, two = f"<p>{ONE}</p><p>{TWO}</p>", f"<p>{TWO}</p><p>{ONE}</p>"
    teaser = "<article><h2>A third thing</h2><p>It is elsewhere.</p></article>"
    comment = f"<section id='comments'><article><p>{ONE}</p><p>{TWO}</p></article></section>"
    body = article("First", "2025-07-01", one) + article("Second", "2025-07-02", two)
    path = written(tmp_path, "a.html", page(META, f"<main>{body}{teaser}</main>{comment}"))
    reports = [r for r in read_input(str(path)) if isinstance(r, Report)]
    assert [r.title for r in reports] == ["First", "Second"]
    assert [r.date.start for r in reports] == [d("2025-07-01"), d("2025-07-02")]
    assert [r.text for r in reports] == [TEXT, f"{TWO}\n\n{ONE}"]
    assert {r.outlet for r in reports} == {"Sample Wire"}


LINES = [
    "The railway ministers of Norland and Sudland met in Midbridge on Monday",
    "and agreed to hold further talks in the autumn. Officials who were present",
    "at the negotiations said that the commission on the border would meet be-",
    "fore that. No date has been announced for it.",
]
MORE = [
    "A spokeswoman said on Tuesday that the line across the province would be",
    "repaired by the end of the year, and that both sides would pay for it. She",
    "gave no figure.",
]


def paper(info: str = "") -> bytes:
    """A PDF of three pages with running heads and page numbers."""
    pages = []
    for number in (1, 2, 3):
        head = [("Sample Institute Papers, No. 7", 8, 760)]
        title = [("Rails of Peace and Their Price", 20, 725)] if number == 1 else []
        body = column(["By Jane Roe", "July 10, 2025", ""], 690) if number == 1 else []
        text = column([*LINES, "", *MORE], 640)
        pages.append([*head, *title, *body, *text, (str(number), 9, 40)])
    return pdf(pages, info)


def test_pdf(tmp_path: Path) -> None:
    info = "/Title (Microsoft Word - draft7.doc) /Author (jroe) /CreationDate (D:20240101000000Z)"
    report = read_one(written(tmp_path, "a.pdf", paper(info)))
    assert report.title == "Rails of Peace and Their Price"
    assert report.author == "Jane Roe"
    assert report.date == day(d("2025-07-10"), "page")
    assert report.text == "\n\n".join([TEXT] * 3)


def test_the_day_a_pdf_was_made_is_no_date_of_publication(tmp_path: Path) -> None:
    data = pdf([column([*LINES, "", *MORE])], "/CreationDate (D:20240101000000Z)")
    assert not read_one(written(tmp_path, "a.pdf", data)).date.known


def test_docx(tmp_path: Path) -> None:
    data = docx(
        [
            ("Title", "Rails of peace"),
            ("Normal", "By Jane Roe"),
            ("Normal", ONE),
            ("Heading 1", "What comes after it"),
            ("Normal", TWO),
        ]
    )
    report = read_one(written(tmp_path, "a.docx", data))
    assert (report.title, report.author) == ("Rails of peace", "Jane Roe")
    assert report.text == f"{ONE}\n\nWhat comes after it\n\n{TWO}"


def test_json_lines(tmp_path: Path) -> None:
    row = {
        "text": f"{ONE}\nAdvertisement\n{TWO}",
        "title": "Rails",
        "date": "2025-07-10",
        "outlet": "Sample Wire",
        "url": "https://wire.example/1",
        "author": ["Jane Roe", "Karl Doe"],
    }
    report = read_one(written(tmp_path, "a.jsonl", json.dumps(row) + "\n\n"))
    assert (report.title, report.outlet) == ("Rails", "Sample Wire")
    assert (report.author, report.url) == ("Jane Roe, Karl Doe", "https://wire.example/1")
    assert (report.date, report.text) == (JULY_10, TEXT)


def test_a_row_with_an_id_is_taken_verbatim(tmp_path: Path) -> None:
    text = f"Advertisement\r\n  {ONE}  \u00a0\n\n\nShare\n"
    row = json.dumps({"id": 7, "text": text, "date": "2025-07-10"})
    report = read_one(written(tmp_path, "a.jsonl", row))
    assert (report.id, report.text, report.date) == ("7", text, JULY_10)
    assert report.language == "en"
    assert verbatim(text, known_id="7").text == text
    assert verbatim(text).id == report_id(text)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2025-07-10", JULY_10),
        ("2025-07-10T08:00:00Z", JULY_10),
        ("20250710", JULY_10),
        ("10 July 2025", JULY_10),
        ("Thu, 10 Jul 2025 08:00:00 GMT", JULY_10),
        ("July 10, 2025", JULY_10),
        ("2025-07", month(2025, 7, "metadata")),
        ("2025", year(2025, "metadata")),
        (2025, year(2025, "metadata")),
    ],
)
def test_dates_of_fields(tmp_path: Path, stated: object, expected: object) -> None:
    row = json.dumps({"text": ONE, "date": stated})
    assert read_one(written(tmp_path, "a.jsonl", row)).date == expected


def test_what_the_user_gives_stands_above_metadata(tmp_path: Path) -> None:
    row = json.dumps({"text": ONE, "date": "2025-07-10", "outlet": "Sample Wire"})
    told = Given(date=day(d("2025-07-11")), outlet="Sample Weekly")
    report = read_one(written(tmp_path, "a.jsonl", row), told)
    assert report.date == day(d("2025-07-11"), "given")
    assert report.outlet == "Sample Weekly"


def test_a_folder_is_read_in_order_without_hidden_files_and_its_readme(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/d.md", ".hidden.txt", "README.md"):
        written(tmp_path, name, f"{ONE} This is {name.strip('.')} here.")
    written(tmp_path, "e.exe", "MZ")
    found = list(read_input(str(tmp_path)))
    names = [Path(r.input or "").name for r in found]
    assert names == ["a.txt", "d.md", "c.txt", "e.exe"]
    assert [isinstance(r, Refusal) for r in found] == [False, False, False, True]


@pytest.mark.parametrize(
    "data",
    [
        f"{ONE}\n\n{TWO}".encode(),
        f"---\ntitle: Rails\n---\n{ONE}\n\n{TWO}".encode(),
        page("", f"<article><p>{ONE}</p><p>{TWO}</p></article>").encode(),
        json.dumps({"text": f"{ONE}\n\n{TWO}"}).encode() + b"\n",
        pdf([column([*LINES, "", *MORE])]),
        docx([("Normal", ONE), ("Normal", TWO)]),
    ],
    ids=["text", "markdown", "html", "jsonl", "pdf", "docx"],
)
def test_the_format_of_standard_input_is_told_by_its_bytes(data: bytes) -> None:
    (report,) = read_input("-", stdin=io.BytesIO(data))
    assert isinstance(report, Report)
    assert (report.text, report.input) == (TEXT, "-")


def test_reading_text_loads_no_library_for_other_formats(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", f"Rails of peace\n\n{ONE}\n\n{TWO}")
    code = (
        "import sys; from dragoman.ingest import read_input; "
        f"assert len(list(read_input({str(path)!r}))) == 1; "
        "heavy = {'trafilatura', 'lxml', 'pypdfium2', 'docx', 'httpx', 'py3langid', 'spacy'}; "
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
