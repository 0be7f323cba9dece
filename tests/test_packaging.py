"""The wheel: what is in it, and that it works alone in an empty environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "dragoman"
LIMIT_MB = 950


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """What `command` answered; fails with what it said when it failed."""
    done = subprocess.run(  # type: ignore[call-overload]  # options are passed on as they come
        [str(part) for part in command], capture_output=True, text=True, check=False, **options
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("dragoman-*.whl")
    return built


@pytest.fixture(scope="module")
def alone(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and what it pins, and nothing else."""
    venv = tmp_path_factory.mktemp("alone") / "venv"
    uv = Path(sys.executable).parent / "uv"
    run(uv, "venv", "--python", sys.executable, venv)
    install = (uv, "pip", "install", "--python", venv / "bin" / "python")
    run(*install, "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt")
    run(*install, "--no-deps", wheel)
    return venv


def dragoman(venv: Path, *arguments: str, given: str = "") -> str:
    """What the installed program prints, away from the checkout and its settings."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("DRAGOMAN", "PYTHON"))}
    program = venv / "bin" / "dragoman"
    return run(program, *arguments, input=given, cwd=venv.parent, env=environment).stdout


def test_everything_that_the_package_has_is_in_the_wheel(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    own = {
        f"dragoman/{path.relative_to(SOURCE).as_posix()}"
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert own - packed == set()
    for kind in ("data/ontology/plover.tsv", "record/migrations/", "web/static/"):
        assert any(name.startswith(f"dragoman/{kind}") for name in packed), kind
    assert any(name.endswith((".html", ".jinja")) for name in packed), "no templates"
    notices = {name.rpartition("/")[2] for name in packed if ".dist-info/licenses/" in name}
    assert notices == {"LICENSE", "NOTICE"}


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    for name in zipfile.ZipFile(wheel).namelist():
        assert name.startswith("dragoman"), name
        assert not {"tests", "gold", "examples", "node_modules"} & set(name.split("/")), name


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [n for n in archive.namelist() if n.endswith(".dist-info/METADATA")]
    metadata = archive.read(name).decode()
    for line in ("Name: dragoman", "License-Expression: Apache-2.0", "Requires-Python: >=3.11"):
        assert line in metadata.splitlines()


def test_it_shows_its_help_in_an_empty_environment(alone: Path) -> None:
    shown = dragoman(alone, "--help")
    for command in ("add", "code", "chronology", "serve"):
        assert command in shown


def test_it_codes_a_sentence_in_an_empty_environment(alone: Path) -> None:
    sentence = (
        "Azerbaijan summoned the Russian ambassador on June 28 and protested against the raid."
    )
    printed = dragoman(
        alone, "code", "-", "--date", "2025-06-29", "--format", "jsonl", given=sentence
    )
    (report,) = map(json.loads, printed.splitlines())
    assert report["text"] == sentence
    assert report["date"]["start"] == "2025-06-29"
    events = [e for e in report["events"] if any(a.startswith("AZE") for a in e["actor"])]
    assert events
    for event in events:
        start, end = event["span"]
        assert sentence[start:end]
        assert event["when"]["start"] == "2025-06-28"


def test_the_install_stays_small(alone: Path) -> None:
    size = sum(p.lstat().st_size for p in alone.rglob("*") if p.is_file() and not p.is_symlink())
    assert size < LIMIT_MB * 1_000_000, f"{size / 1_000_000:.0f} MB"
