"""The committed style and script are what their sources give."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
STATIC = ROOT / "src" / "dragoman" / "web" / "static"


def test_the_build_is_of_the_present_sources() -> None:
    digest = hashlib.sha256()
    for path in sorted((WEB / "src").iterdir()):
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    built = (STATIC / "built-from.txt").read_text(encoding="utf-8").strip()
    assert built == digest.hexdigest(), "run scripts/pages and commit src/dragoman/web/static"


@pytest.mark.skipif(
    not (shutil.which("npm") and (WEB / "node_modules").is_dir()),
    reason="needs Node and web/node_modules; scripts/pages installs them",
)
def test_building_again_gives_the_same() -> None:
    done = subprocess.run(
        [ROOT / "scripts" / "pages", "--check"],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_build_asks_for_nothing_from_elsewhere() -> None:
    for path in STATIC.iterdir():
        text = path.read_text(encoding="utf-8")
        for sign in ("@import", "url(", "eval(", "import(", "https:"):
            assert sign not in text, path.name
        assert text.count("http:") == text.count("http://www.w3.org/2000/svg")


def test_the_lock_names_no_registry_and_pins_every_package() -> None:
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: p for name, p in lock["packages"].items() if name}
    assert packages
    assert all("resolved" not in p and "integrity" in p for p in packages.values())
