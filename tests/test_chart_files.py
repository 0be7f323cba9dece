"""Charts as files: a PNG has the words of its drawing, or says why it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.model.errors import InputError
from dragoman.web import chart_files
from dragoman.web.chart_files import write_chart


def test_a_png_has_its_words(tmp_path: Path) -> None:
    for name, foot in (("with", ["Words that are told"]), ("without", [" "])):
        write_chart(tmp_path / f"{name}.png", [], foot)
    assert (tmp_path / "with.png").read_bytes() != (tmp_path / "without.png").read_bytes()


def test_without_a_font_a_png_is_refused_and_svg_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart_files, "_has_words", lambda: False)
    with pytest.raises(InputError, match="no font that charts know is installed"):
        write_chart(tmp_path / "c.png", [], ["Words"])
    write_chart(tmp_path / "c.svg", [], ["Words"])
    assert "Words" in (tmp_path / "c.svg").read_text(encoding="utf-8")
