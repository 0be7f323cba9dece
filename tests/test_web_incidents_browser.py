"""The pages of incidents and disputes in a real browser: any width, both modes, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.engine.incidents import disputes
from dragoman.record import Record, open_record
from tests import incident_reports, test_web_browser
from tests.samples import CODER
from tests.test_web_browser import CONTRASTS, Pages

pytestmark = test_web_browser.pytestmark
address, browser, pages = (
    test_web_browser.address,
    test_web_browser.browser,
    test_web_browser.pages,
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of three incidents that two reports each tell."""
    with open_record(tmp_path_factory.mktemp("drawn") / "record.db", create=True) as record:
        for found in incident_reports.findings():
            record.add_findings(found, CODER)
        yield record


@pytest.fixture(scope="module")
def paths(filled: Record) -> dict[str, str]:
    """The pages of the dispute about a cause and of its incident."""
    cause = next(d for d in disputes(filled) if d.dispute.attribute == "cause")
    return {"incident": f"/incidents/{cause.incident}", "dispute": f"/disputes/{cause.id}"}


@pytest.mark.parametrize("name", ["incident", "dispute"])
def test_no_page_is_wider_than_the_window(pages: Pages, paths: dict[str, str], name: str) -> None:
    for width in (320, 390, 768, 1280):
        page = pages.open(paths[name], viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["incident", "dispute"])
def test_texts_stand_out_with_all_words_open(
    pages: Pages, paths: dict[str, str], name: str, scheme: str
) -> None:
    page = pages.open(paths[name], color_scheme=scheme)
    page.evaluate("document.querySelectorAll('main details').forEach((d) => d.open = true)")
    found = page.evaluate(CONTRASTS)
    assert [f for f in found if f[0] < 4.5] == []


def test_the_words_of_a_position_open_by_keyboard(pages: Pages, paths: dict[str, str]) -> None:
    page = pages.open(paths["dispute"])
    first = page.locator(".held details").first
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert first.locator("mark.m-held").is_visible()
    first.locator("a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/*#e-*")


def test_a_column_of_accounts_is_named_where_columns_are_stacked(
    pages: Pages, paths: dict[str, str]
) -> None:
    page = pages.open(paths["incident"], viewport={"width": 390, "height": 800})
    cell = page.locator(".accounts td[data-label='Volga Wire']").first
    told = cell.evaluate("(e) => getComputedStyle(e, '::before').content")
    assert "Volga Wire" in told


def test_an_origin_leads_to_its_reasons(pages: Pages, paths: dict[str, str]) -> None:
    page = pages.open(paths["incident"])
    page.locator("svg.origins a[href^='#o-']").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".rests > li:target").count() == 1
