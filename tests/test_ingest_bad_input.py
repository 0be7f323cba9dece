"""Bad input is refused or cut in one line that says what, where and why; the rest goes on."""

from __future__ import annotations

import io
import json
import os
import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.ingest import Refusal, furniture, limits, read_input
from dragoman.ingest.debris import DebrisTable
from dragoman.model.report import Report
from tests.ingest_files import bomb, column, docx, pdf

ONE = (
    "The railway ministers of Norland and Sudland met in Midbridge on Monday and agreed to hold "
    "further talks in the autumn. No date has been announced for it."
)


def read(folder: Path, name: str, data: bytes | str) -> tuple[list[Report], list[Refusal]]:
    """What is read of a file with this content, and what is refused."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = list(read_input(str(path)))
    refusals = [r for r in found if isinstance(r, Refusal)]
    for refusal in refusals:
        assert refusal.input == str(path)
        assert refusal.message.startswith(str(path))
        assert "\n" not in refusal.message
    return [r for r in found if isinstance(r, Report)], refusals


JUNK = random.Random(7).randbytes(5_000)  # noqa: S311  (no secret: the same junk each time)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\r\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf", "is empty"),
        ("a.txt", b"\x00" * 2_000, "is empty"),
        ("a.txt", b"Advertisement\nShare\n", "holds no article"),
        ("a.txt", JUNK, "is binary data"),
        ("a.md", JUNK, "is binary data"),
        ("a.html", JUNK, "is binary data"),
        ("a.html", b"<html></html>", "holds no article"),
        ("a.pdf", pdf([[]]), "is a PDF without text"),
        ("a.pdf", pdf([column([ONE])], encrypted=True), "is an encrypted PDF"),
        ("a.pdf", b"%PDF-1.4\n" + JUNK, "is no PDF that can be opened"),
        ("a.pdf", JUNK, "is no PDF that can be opened"),
        ("a.docx", bomb(120), "would unpack to more than 100 MB"),
        ("a.docx", b"PK\x03\x04" + JUNK, "is no DOCX"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + JUNK, "is an old or encrypted Word file"),
        ("a.exe", b"MZ" + JUNK, "is of a type that is not read (.exe)"),
        ("a", JUNK, "is binary data"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    reports, refusals = read(tmp_path, name, data)
    assert reports == []
    assert [why in r.message for r in refusals] == [True]


def test_a_zip_file_that_is_no_docx_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", ONE)
    _, (refusal,) = read(tmp_path, "a.docx", out.getvalue())
    assert "without word/document.xml" in refusal.message


@pytest.mark.parametrize("many", [{"parts": limits.MAX_DOCX_PARTS + 1}])
def test_a_docx_with_too_many_parts_is_refused(tmp_path: Path, many: dict[str, int]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
        for number in range(many["parts"]):
            archive.writestr(str(number), "")
    _, (refusal,) = read(tmp_path, "a.docx", out.getvalue())
    assert "parts" in refusal.message


def test_a_docx_is_counted_and_not_believed(tmp_path: Path) -> None:
    real = 30 << 20
    lying = bomb(30).replace(real.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    lying = lying.replace(real.to_bytes(8, "little"), (1000).to_bytes(8, "little"))
    with zipfile.ZipFile(io.BytesIO(lying)) as archive:
        assert archive.getinfo("word/document.xml").file_size == 1000
    _, (refusal,) = read(tmp_path, "a.docx", lying)
    assert "would unpack to more than" in refusal.message


def test_a_docx_whose_parts_are_broken_is_refused(tmp_path: Path) -> None:
    whole = docx([("Normal", ONE)])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        at = archive.getinfo("word/document.xml").header_offset + 80
    _, (refusal,) = read(tmp_path, "a.docx", whole[:at] + b"\xff" * 20 + whole[at + 20 :])
    assert "its zip file is broken" in refusal.message


def test_a_docx_is_read_up_to_the_limit_of_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = docx([("Normal", ONE)] * 30)
    monkeypatch.setattr("dragoman.ingest.docx.MAX_DOCX_BLOCKS", 10)
    (report,), (refusal,) = read(tmp_path, "a.docx", data)
    assert "cut: only its first 10 paragraphs" in refusal.message
    assert report.text.count(ONE) <= 10
    monkeypatch.setattr("dragoman.ingest.docx.MAX_REPORT_CHARACTERS", 3 * len(ONE))
    _, (refusal,) = read(tmp_path, "a.docx", data)
    assert "cut: only its first 4 paragraphs" in refusal.message


def test_a_file_above_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.write(ONE.encode())
        stream.truncate(limits.MAX_FILE + 1)
    (refusal,) = read_input(str(path))
    assert isinstance(refusal, Refusal)
    assert "larger than 50 MB" in refusal.message


def test_a_text_of_many_megabytes_is_cut_and_said(tmp_path: Path) -> None:
    reports, refusals = read(tmp_path, "a.txt", f"{ONE}\n\n" * (30 * limits.MEBIBYTE // len(ONE)))
    assert len(reports) == 1
    assert len(reports[0].text) <= limits.MAX_REPORT_CHARACTERS
    assert reports[0].text.endswith(".")
    assert ["cut" in r.message for r in refusals] == [True, True]


def test_a_line_of_a_million_characters_is_cut_at_a_blank(tmp_path: Path) -> None:
    (report,), (refusal,) = read(tmp_path, "a.txt", "Norland " * 125_000)
    assert len(report.text) <= limits.MAX_REPORT_CHARACTERS
    assert report.text.endswith("Norland")
    assert "cut after" in refusal.message


@pytest.mark.parametrize("unit", ["(", "a", "\u2014", "A. ", "'", '"x', "[", "By ", "1-2-3 ", "é"])
def test_a_line_of_one_sign_over_and_over_does_not_hang(tmp_path: Path, unit: str) -> None:
    reports, _ = read(tmp_path, "a.txt", unit * (1_000_000 // len(unit)))
    assert len(reports) <= 1


@pytest.mark.parametrize("tag", ["div", "b", "span", "table", "article", "blockquote", "ul"])
def test_html_nested_ten_thousand_deep_is_read_as_plain_text(tmp_path: Path, tag: str) -> None:
    data = f"<html><body>{f'<{tag}>' * 10_000}<p>{ONE}</p>{f'</{tag}>' * 10_000}</body></html>"
    (report,), (refusal,) = read(tmp_path, "a.html", data)
    assert report.text == ONE
    assert "deep" in refusal.message


@pytest.mark.parametrize(
    "data",
    ["<a" * 500_000, "<!--" * 300_000, "<script>" * 100_000, "&amp" * 300_000, "<p>" * 200_000],
)
def test_broken_html_ends(tmp_path: Path, data: str) -> None:
    reports, refusals = read(tmp_path, "a.html", f"<html><body><p>{ONE}</p>{data}")
    assert reports or refusals


def test_json_lines_go_on_after_a_broken_one(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": ONE}),
        '{"text": "cut o',
        "[1, 2]",
        "[" * 100_000,
        '{"title": "no text"}',
        '{"text": 5}',
        "\udcff".encode("utf-8", "surrogateescape").decode("latin-1"),
        json.dumps({"text": f"{ONE} Again."}),
    ]
    reports, refusals = read(tmp_path, "a.jsonl", "\n".join(rows))
    assert [r.text for r in reports] == [ONE, f"{ONE} Again."]
    assert [r.part for r in refusals] == [f"line {n}" for n in (2, 3, 4, 5, 6, 7)]


def test_a_line_that_is_too_long_is_skipped(tmp_path: Path) -> None:
    rows = ['{"text": "' + "x" * limits.MAX_JSON_LINE + '"}', json.dumps({"text": ONE})]
    (report,), (refusal,) = read(tmp_path, "a.jsonl", "\n".join(rows))
    assert report.text == ONE
    assert refusal.part == "line 1"


def test_a_row_with_an_id_is_never_cut(tmp_path: Path) -> None:
    row = {"id": "r1", "text": "x " * limits.MAX_REPORT_CHARACTERS}
    reports, (refusal,) = read(tmp_path, "a.jsonl", json.dumps(row))
    assert reports == []
    assert refusal.part == "line 1"


@pytest.mark.parametrize("date", ["31 Foo", "2025-13-45", "soon", "0000-00-00", "2025-02-30"])
def test_a_date_that_is_none_leaves_the_report_undated(tmp_path: Path, date: str) -> None:
    (report,), (refusal,) = read(tmp_path, "a.jsonl", json.dumps({"text": ONE, "date": date}))
    assert not report.date.known
    assert date in refusal.message
    (report,), (refusal,) = read(tmp_path, "a.md", f"---\ntitle: T\ndate: {date}\n---\n{ONE}\n")
    assert not report.date.known
    assert date in refusal.message


def test_half_characters_do_not_reach_the_record(tmp_path: Path) -> None:
    rows = '{"text": "Norland \\ud800 said so."}\n{"id": "\\udfff", "text": "A \\ud800 b."}'
    reports, _ = read(tmp_path, "a.jsonl", rows)
    assert len(reports) == 2
    for report in reports:
        (report.text + report.id).encode()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", ONE),
        ("utf-16", ONE),
        ("utf-16-le", ONE),
        ("utf-16-be", ONE),
        ("utf-32", ONE),
        ("cp1252", f"“Rails”, said a café’s owner in Müllheim. {ONE}"),
        ("cp1251", "Министр заявил, что переговоры о железной дороге продолжатся осенью."),
    ],
)
def test_other_encodings_are_recognised(tmp_path: Path, encoding: str, text: str) -> None:
    (report,), refusals = read(tmp_path, "a.txt", text.encode(encoding))
    assert report.text == text
    assert refusals == []


def test_a_stray_byte_in_utf8_spoils_nothing_else(tmp_path: Path) -> None:
    data = f"Müllheim — {ONE} ".encode() * 20 + "It\x92s so.".encode("latin-1")
    (report,), _ = read(tmp_path, "a.txt", data)
    assert report.text.startswith("Müllheim — The railway")
    assert report.text.endswith("It’s so.")


def test_a_pdf_of_very_many_pages_is_cut_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.ingest.pdf.MAX_PDF_PAGES", 3)
    (report,), (refusal,) = read(tmp_path, "a.pdf", pdf([column([ONE])] * 5))
    assert report.text.count("ministers") == 3
    assert "cut after page 3 of 5" in refusal.message


def test_missing_files_devices_and_pipes_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (missing,) = read_input(str(tmp_path / "none.txt"))
    (device,) = read_input("/dev/zero")
    (pipe,) = read_input(str(tmp_path / "pipe.txt"))
    (name,) = read_input("a\x00b")
    assert all(isinstance(r, Refusal) for r in (missing, device, pipe, name))


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(ONE)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.txt").symlink_to(secret)
    (inside / "b").symlink_to(tmp_path)
    (inside / "c.txt").write_text(f"{ONE} Own.")
    (inside / "d.txt").symlink_to(inside / "c.txt")
    (inside / "e").symlink_to(inside)
    found = list(read_input(str(inside)))
    assert [r.text for r in found if isinstance(r, Report)] == [f"{ONE} Own."] * 2
    assert len([r for r in found if isinstance(r, Refusal)]) == 3


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    (refusal,) = read_input(str(tmp_path))
    assert isinstance(refusal, Refusal)


@given(
    data=st.binary(max_size=3_000), suffix=st.sampled_from(["txt", "md", "html", "jsonl", "docx"])
)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, suffix: str) -> None:
    reports, refusals = read(tmp_path, f"a.{suffix}", data)
    assert reports or refusals
    for report in reports:
        assert report.text.strip()
        report.text.encode()


def test_a_name_that_no_file_can_have_is_refused() -> None:
    for name, why in (
        ("x" * 300, "cannot be opened"),
        ("a\0b", "cannot be opened"),
        ("", "no name"),
    ):
        (refusal,) = read_input(name)
        assert isinstance(refusal, Refusal)
        assert why in refusal.message


def test_what_stands_in_a_folder_that_may_not_be_entered_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def closed(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", closed)
    (refusal,) = read_input(str(tmp_path / "a.txt"))
    assert isinstance(refusal, Refusal)


def test_a_page_of_too_many_articles_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.ingest.html.MAX_HTML_ARTICLES", 2)
    page = "".join(
        f"<article><h1>Piece {n}</h1><p>{ONE} {ONE}</p></article>" for n in ("one", "two", "three")
    )
    reports, refusals = read(tmp_path, "a.html", f"<html><body>{page}</body></html>")
    assert [r.title for r in reports] == ["Piece one", "Piece two"]
    assert ["of its 3 articles only the first 2 are read" in r.message for r in refusals] == [True]


def test_a_line_that_repeats_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    whole = furniture._line

    def line(text: str, table: DebrisTable) -> furniture.Line:
        looked.append(text)
        return whole(text, table)

    monkeypatch.setattr(furniture, "_line", line)
    assert len(furniture.sort_lines(["a", "b"] * 1000)) == 2000
    assert sorted(looked) == ["a", "b"]


def test_a_text_of_single_letters_is_cut_by_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.ingest.finish.MAX_REPORT_PIECES", 60)
    (report,), (refusal,) = read(tmp_path, "a.txt", f"{ONE}\n\n{ONE} {'a ' * 100}end.\n")
    assert len(re.findall(r"\w+|[^\w\s]", report.text)) <= 60
    assert report.text.startswith(ONE)
    assert "cut after" in refusal.message


def test_prose_up_to_the_limit_of_characters_is_whole(tmp_path: Path) -> None:
    text = "\n\n".join([ONE] * (limits.MAX_REPORT_CHARACTERS // (len(ONE) + 2) - 2))
    (report,), refusals = read(tmp_path, "a.txt", text)
    assert refusals == []
    assert len(report.text) > 0.99 * len(text)


def test_an_array_in_a_json_file_is_told_of_json_lines(tmp_path: Path) -> None:
    _, (refusal,) = read(tmp_path, "a.json", json.dumps([{"text": ONE}]))
    assert "expected JSON Lines" in refusal.message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_json_lines_behind_empty_lines_and_in_wide_characters(
    tmp_path: Path, encoding: str
) -> None:
    row = json.dumps({"text": ONE})
    (report,), refusals = read(tmp_path, "a.jsonl", ("\n" * 100_000 + row).encode(encoding))
    assert report.text == ONE
    assert refusals == []
