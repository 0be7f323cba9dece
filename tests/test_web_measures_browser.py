"""The pages of measures in a real browser: any width, both modes, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.record import Record, open_record
from tests import measure_samples, test_web_browser
from tests.test_web_browser import CONTRASTS, Pages
from tests.test_web_measures import PATHS

pytestmark = test_web_browser.pytestmark
address, browser, pages = (
    test_web_browser.address,
    test_web_browser.browser,
    test_web_browser.pages,
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of reports and an event file."""
    folder = tmp_path_factory.mktemp("drawn")
    with open_record(folder / "record.db", create=True) as record:
        measure_samples.fill(record, folder)
        yield record


@pytest.mark.parametrize("path", PATHS)
def test_no_page_is_wider_than_the_window(pages: Pages, path: str) -> None:
    for width in (320, 768, 1280):
        page = pages.open(path, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_texts_stand_out(pages: Pages, path: str, scheme: str) -> None:
    page = pages.open(path, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('main details').forEach((d) => d.open = true)")
    assert [f for f in page.evaluate(CONTRASTS) if f[0] < 4.5] == []


def test_a_period_of_the_chart_opens_its_acts_by_keyboard(pages: Pages) -> None:
    page = pages.open("/dyads/RUS-AZE")
    slot = page.locator("svg.chart a").first
    slot.focus()
    slot.press("Enter")
    page.wait_for_url("**/acts?since=*")
    assert "Acts of Russia" in page.inner_text("h1")


def test_the_bars_are_seen_in_both_modes(pages: Pages) -> None:
    for scheme in ("light", "dark"):
        page = pages.open("/dyads/RUS-AZE", color_scheme=scheme)
        fill = page.evaluate("getComputedStyle(document.querySelector('.chart .q4')).fill")
        sheet = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert fill not in ("none", sheet)


def test_an_actor_of_the_network_lights_its_lines_and_opens_by_keyboard(pages: Pages) -> None:
    page = pages.open("/network?until=2024-01-01")
    actor = page.locator("svg.chart a[data-e='RUS']")
    actor.focus()
    assert page.locator("svg.chart line.lit").count() > 0
    assert page.locator("svg.chart line.lit:not([data-e~='RUS'])").count() == 0
    actor.press("Enter")
    page.wait_for_url("**/network?*around=RUS*")


def test_a_tie_of_the_chart_goes_to_its_row_by_keyboard(pages: Pages) -> None:
    page = pages.open("/dyads/RUS-AZE")
    tie = page.locator("svg.chart a[href^='#t-']").first
    tie.focus()
    tie.press("Enter")
    page.wait_for_function("location.hash.startsWith('#t-')")
    assert page.locator(":target th").count() == 1
