"""The pages in a real browser: with and without script, by keyboard, in both modes, any width."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dragoman.record import Filters, Record, open_record
from dragoman.web import create_app
from tests import web_samples

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium"),
]

# Of every text on the page, the contrast with what is behind it (WCAG 2.2, 1.4.3).
CONTRASTS = """
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [x, y, z]) => [r*a + x*(1-a), g*a + y*(1-a), b*a + z*(1-a), 1];
  const light = (c) => { const v = c.slice(0, 3).map((n) => n / 255)
    .map((n) => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
  const behind = (e) => { const stack = []; for (let n = e; n; n = n.parentElement)
    stack.push(rgba(getComputedStyle(n).backgroundColor));
    return stack.reverse().reduce((under, c) => over(c, under), [255, 255, 255, 1]); };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !e.checkVisibility({opacityProperty: true})) continue;
    if (e.closest('svg title, script, style')) continue;
    const style = getComputedStyle(e), back = behind(e);
    const ink = over(rgba(e instanceof SVGElement ? style.fill : style.color), back);
    const [a, b] = [light(ink), light(back)].sort((x, y) => y - x);
    found.push([(a + 0.05) / (b + 0.05), walk.currentNode.data.trim().slice(0, 40), e.className]);
  }
  return found.sort((x, y) => x[0] - y[0]);
}
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record with the samples in it."""
    with open_record(tmp_path_factory.mktemp("browser") / "record.db", create=True) as record:
        web_samples.fill(record)
        yield record


@pytest.fixture(scope="module")
def ids(filled: Record) -> dict[str, str]:
    """The ids of the depot report and of the strike in it."""
    strike = filled.events(Filters(outlets=("Sample Gazette",), types=("ASSAULT",)))[0]
    return {"report": str(strike["report"]), "event": str(strike["id"])}


@pytest.fixture(scope="module")
def address(filled: Record) -> Iterator[str]:
    """Where the pages are served, on a free port."""
    config = uvicorn.Config(create_app(filled), port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield made
        made.close()


class Pages:
    """Opens pages that fail the test when the browser complains or anything goes elsewhere."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address, self.complaints = address, list[str]()
        self._browser, self._open = browser, list[Any]()

    def open(self, path: str, **options: Any) -> Page:
        """A new page at `path`, in a context of its own."""
        context = self._browser.new_context(**{"reduced_motion": "reduce", **options})
        self._open.append(context)
        page = context.new_page()
        page.on("console", lambda m: self.complaints.append(f"{path}: {m.text}"))
        page.on("pageerror", lambda e: self.complaints.append(f"{path}: {e}"))
        page.on("request", lambda r: self._check(r.url))
        page.on("dialog", lambda d: self.complaints.append(f"{path} opened a dialog: {d.message}"))
        page.goto(self.address + path)
        return page

    def close(self) -> None:
        """Close all pages."""
        for context in self._open:
            context.close()

    def _check(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.complaints.append(f"asked elsewhere: {url}")


@pytest.fixture
def pages(browser: Browser, address: str) -> Iterator[Pages]:
    """Pages that are closed after the test, which fails on any complaint."""
    made = Pages(browser, address)
    yield made
    made.close()
    assert made.complaints == []


PATHS = (
    "/", "/chronology?factuality=all", "/reports", "/reports/{report}", "/events/{event}",
    "/incidents", "/incidents/{event}", "/disputes",
    "/actors", "/actors/AZE", "/attributions", "/quotes", "/quotes?speaker=H%C3%BCseyn+Example",
    "/speakers", "/judgements", "/authors", "/silences", "/ties",
    "/reports/{report}?layers=sayings&layers=silences&layers=ties&layers=judgements",
    "/search?q=ukraine", "/about", "/api",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_drawn_without_complaint_at_any_width(
    pages: Pages, ids: dict[str, str], path: str
) -> None:
    for width in (320, 768, 1440):
        page = pages.open(path.format(**ids), viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_texts_stand_out_from_the_paper(
    pages: Pages, ids: dict[str, str], path: str, scheme: str
) -> None:
    page = pages.open(path.format(**ids), color_scheme=scheme)
    found = page.evaluate(CONTRASTS)
    assert found
    assert [f for f in found if f[0] < 4.5] == []


@pytest.mark.parametrize("path", PATHS)
def test_every_control_has_a_name(pages: Pages, ids: dict[str, str], path: str) -> None:
    page = pages.open(path.format(**ids))
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll('input, select, button, a')].filter((e) =>
        e.type !== 'hidden' && !e.labels?.length && !e.ariaLabel && !e.textContent.trim())
        .map((e) => e.outerHTML)"""
    )
    assert unnamed == []


def test_keys_go_through_the_entries(pages: Pages) -> None:
    page = pages.open("/chronology")
    opened = "document.activeElement.closest('.entry')?.innerText ?? ''"
    page.keyboard.press("j")
    first = page.evaluate(opened)
    page.keyboard.press("j")
    second = page.evaluate(opened)
    assert first
    assert second not in ("", first)
    page.keyboard.press("k")
    assert page.evaluate(opened) == first
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/*")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("j? Odesa")
    assert page.input_value("#find") == "j? Odesa"


def test_the_list_of_keys_opens_and_closes(pages: Pages) -> None:
    page = pages.open("/")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    assert not page.is_visible("#keys")


def test_filters_answer_as_they_are_changed(pages: Pages) -> None:
    page = pages.open("/chronology", viewport={"width": 1440, "height": 900})
    assert page.locator(".entry").count() == 11
    page.select_option("select[name=actor]", "RUS")
    page.wait_for_url("**/chronology?actor=RUS")
    expect(page.locator(".entry")).to_have_count(6)
    page.check("input[name=type][value=ASSAULT]")
    page.wait_for_url("**/chronology?actor=RUS&type=ASSAULT")
    expect(page.locator(".entry")).to_have_count(2)
    assert page.locator("input[value=ASSAULT]").is_checked()
    assert page.evaluate("document.activeElement.value") == "ASSAULT"
    twin = page.locator("[data-twins] a").first.get_attribute("href")
    assert twin == "/chronology.json?actor=RUS&type=ASSAULT"
    page.go_back()
    expect(page.locator(".entry")).to_have_count(6)
    page.go_back()
    expect(page.locator(".entry")).to_have_count(11)


def test_typing_in_a_filter_keeps_what_is_typed(pages: Pages) -> None:
    page = pages.open("/chronology", viewport={"width": 1440, "height": 900})
    page.locator("input[name=place]").press_sequentially("Odesa", delay=30)
    page.wait_for_url("**/chronology?place=Odesa")
    expect(page.locator(".entry")).to_have_count(2)
    assert page.input_value("input[name=place]") == "Odesa"


def test_a_wrong_filter_says_so(pages: Pages) -> None:
    page = pages.open("/reports")
    page.fill("input[name=since]", "2025-09-01")
    page.fill("input[name=until]", "2025-01-01")
    expect(page.locator(".note")).to_contain_text("leaves no day")
    assert page.locator("h1").count() == 1
    pages.complaints = [c for c in pages.complaints if "400" not in c]


def test_without_script_all_of_it_works(pages: Pages, ids: dict[str, str]) -> None:
    page = pages.open(
        "/chronology", java_script_enabled=False, viewport={"width": 1440, "height": 900}
    )
    assert not page.is_visible("#theme")
    page.select_option("select[name=actor]", "RUS")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**actor=RUS**")
    assert page.locator(".entry").count() == 6
    page.goto(f"{pages.address}/reports/{ids['report']}")
    assert page.locator(".card[data-layer=events]").first.is_visible()
    page.uncheck("#layer-events")
    assert not page.locator(".card[data-layer=events]").first.is_visible()
    page.check("#layer-sayings")
    assert page.locator(".card[data-layer=sayings]").first.is_visible()


def test_rows_and_marks_point_at_each_other(pages: Pages, ids: dict[str, str]) -> None:
    page = pages.open(f"/reports/{ids['report']}", viewport={"width": 1440, "height": 900})
    card = page.locator(f"#c-{ids['event']}")
    card.hover()
    assert page.locator(".m.m-act.lit").first.inner_text() == "struck"
    page.locator("mark", has_text="telephoned").hover()
    lit = page.locator(".card.lit")
    assert any("Azerbaijan (government)" in text for text in lit.all_inner_texts())
    card.click(position={"x": 2, "y": 2})
    assert page.url.endswith(f"#e-{ids['event']}")


def test_a_link_to_a_row_opens_the_report_at_its_words(pages: Pages, ids: dict[str, str]) -> None:
    page = pages.open(f"/reports/{ids['report']}#e-{ids['event']}")
    style = "getComputedStyle(document.querySelector(':target ~ mark')).outlineStyle"
    assert page.evaluate(style) == "solid"


def test_layers_follow_into_the_address(pages: Pages, ids: dict[str, str]) -> None:
    page = pages.open(f"/reports/{ids['report']}")
    page.check("#layer-actors")
    assert re.search(r"layers=events&.*layers=actors|layers=actors", page.url)
    page.reload()
    assert page.is_checked("#layer-actors")


def test_the_theme_follows_the_system_until_one_is_chosen(pages: Pages) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light = pages.open("/", color_scheme="light").evaluate(paper)
    page = pages.open("/", color_scheme="dark")
    dark = page.evaluate(paper)
    assert light != dark
    page.click("#theme")
    assert page.inner_text("#theme") == "Light"
    assert page.evaluate(paper) == light
    page.goto(f"{pages.address}/about")
    assert page.evaluate(paper) == light
    page.click("#theme")
    page.click("#theme")
    assert page.inner_text("#theme") == "System"
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate(paper) == dark


def test_focus_is_seen_and_the_text_can_be_skipped_to(pages: Pages) -> None:
    page = pages.open("/chronology")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    width = "parseFloat(getComputedStyle(document.activeElement).outlineWidth)"
    assert page.evaluate(width) >= 2


def test_print_leaves_the_controls_out(pages: Pages) -> None:
    page = pages.open("/chronology", viewport={"width": 1440, "height": 900})
    page.emulate_media(media="print")
    assert not page.is_visible(".ask")
    assert not page.is_visible(".top")
    assert page.is_visible(".entry")


def test_a_hostile_report_runs_nothing(pages: Pages) -> None:
    page = pages.open("/search?q=moscow")
    page.get_by_role("link", name='<script>alert("title")</script>').click()
    page.wait_for_url("**/reports/*")
    assert "<b>loudly</b>" in page.inner_text(".reading")


@pytest.mark.parametrize("height", [600, 900])
def test_what_sends_the_filters_is_in_sight(pages: Pages, height: int) -> None:
    page = pages.open("/chronology", viewport={"width": 1440, "height": height})
    button = page.locator(".fields button.main").bounding_box()
    assert button
    assert button["y"] + button["height"] <= height


def test_a_row_of_what_is_said_leads_to_its_words(pages: Pages) -> None:
    page = pages.open("/silences?actor=AZE")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/*#e-*")
    style = "getComputedStyle(document.querySelector(':target ~ .m-silence')).outlineStyle"
    assert page.evaluate(style) == "solid"
    card = page.locator(".card.silences")
    card.hover()
    assert page.locator(".m-silence.lit").first.inner_text() == "The ministry gave no answer."


def test_what_is_said_is_narrowed_as_filters_are_changed(pages: Pages) -> None:
    page = pages.open("/attributions", viewport={"width": 1440, "height": 900})
    expect(page.locator(".entry")).to_have_count(3)
    page.locator("input[name=source]").press_sequentially("official", delay=30)
    page.wait_for_url("**/attributions?source=official")
    expect(page.locator(".entry")).to_have_count(1)
    assert page.input_value("input[name=source]") == "official"
    page.goto(f"{pages.address}/judgements")
    page.select_option("select[name=kind]", "warning")
    page.wait_for_url("**/judgements?kind=warning")
    expect(page.locator(".entry")).to_have_count(1)
    page.get_by_role("link", name="kind: warning").click()
    page.wait_for_url("**/judgements")
    assert page.locator(".entry").count() == 2


@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_bounds_of_a_probability_are_drawn(pages: Pages, forced: str) -> None:
    page = pages.open("/judgements?kind=assessment", forced_colors=forced)
    line, bar = (page.locator(f".chance {part}").bounding_box() for part in ("svg", "rect"))
    assert line
    assert bar
    assert (bar["x"] - line["x"]) / line["width"] == pytest.approx(0.05, abs=0.01)
    assert bar["width"] / line["width"] == pytest.approx(0.15, abs=0.01)
    colour = page.evaluate("getComputedStyle(document.querySelector('.chance rect')).fill")
    assert colour != page.evaluate("getComputedStyle(document.body).backgroundColor")
