"""A throw-away PostgreSQL server for the tests, of the binaries that Debian installs."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

GIVEN = "DRAGOMAN_TEST_POSTGRES"


def binaries() -> Path | None:
    """The folder of the newest server installed."""
    found = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda p: float(p.parent.name), default=None)


def absent(why: str) -> None:
    """No server: a failure where all must be tested, a skip elsewhere."""
    why = f"{why}; install the package postgresql, or give a server's URL in ${GIVEN}"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


@contextmanager
def server() -> Iterator[str]:
    """The URL, ending in "/", of a server whose databases may be made at will."""
    if given := os.environ.get(GIVEN):
        yield given.rstrip("/") + "/"
        return
    folder = binaries()
    if folder is None:
        absent("there is no PostgreSQL server")
        return
    # PostgreSQL refuses to run as root, so Debian's own user runs it then.
    user = "postgres" if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    if user:
        shutil.chown(home, user)
    data = str(home / "data")
    try:
        _run(user, folder / "initdb", "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
        log = str(home / "log")
        _run(user, folder / "pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start")
        try:
            owner = user or getpass.getuser()
            yield f"postgresql+psycopg://{owner}@/?host={home}"
        finally:
            _run(user, folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(user: str | None, program: Path, *arguments: str) -> None:
    done = subprocess.run(
        [str(program), *arguments],
        user=user,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd="/",
        text=True,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(f"{program.name} failed: {done.stdout}")
