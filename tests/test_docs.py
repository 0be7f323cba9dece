"""The docs keep up with the code: every command, option, setting and table has its entry."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from typer.main import get_command

from dragoman.cli.main import app

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "dragoman"
GUIDE = ROOT / "docs" / "guide"
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "examples" / "README.md"])
LINK = re.compile(r"!?\[[^\]]+\]\(([^)\s]+)\)")

_FIRST = get_command(app).commands  # type: ignore[attr-defined]  # a group has them
COMMANDS = _FIRST | {
    f"{name} {below}": command
    for name, group in _FIRST.items()
    for below, command in getattr(group, "commands", {}).items()
}


def commands_page() -> str:
    """The reference of commands and settings."""
    return (GUIDE / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    page = commands_page()
    assert f"`dragoman {name}" in page
    options = {o for p in COMMANDS[name].params for o in p.opts if o.startswith("--")}
    missing = [o for o in options - {"--help"} if not re.search(rf"`{o}\b", page)]
    assert missing == []


def test_every_setting_is_documented() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    settings = set(re.findall(r"\"(DRAGOMAN_[A-Z]+)\"", code))
    assert settings
    assert [s for s in settings if f"`{s}`" not in commands_page()] == []


def test_every_table_is_listed_as_it_says() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "table_list.py"))
    page = (GUIDE / "tables.md").read_text(encoding="utf-8")
    assert script["page"](page) == page, "run: make docs"


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    broken = []
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        file, _, anchor = target.partition("#")
        if file.startswith(("http:", "https:")):
            continue
        found = path.parent / file if file else path
        if not found.exists() or (anchor and anchor not in anchors(found)):
            broken.append(target)
    assert broken == []


def anchors(page: Path) -> set[str]:
    """The anchors that a page's headings get."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}


def test_every_page_of_the_guide_is_listed() -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    listed = {(ROOT / "docs" / target).resolve() for target in LINK.findall(index)}
    pages = {path.resolve() for path in (ROOT / "docs").glob("*/*.md")}
    decisions = {path for path in pages if path.parent.name == "decisions"}
    assert sorted(pages - decisions - listed) == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("0*.md")}
