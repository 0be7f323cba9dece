"""How long a dyad's page and a network take on a record of many imported events, and the memory.

    python -m benchmarks.measures --events 1000000 --folder /some/folder

Makes (or takes again) a record of synthetic events between states, as busy as real archives are:
pairs by Zipf's law over thirty years, a file a million events. Prints a line a figure.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import httpx
import numpy as np
import polars as pl
from fastapi import FastAPI

from dragoman.engine.measures import network_ask
from dragoman.engine.networks import network
from dragoman.language.actor_tables import states
from dragoman.model.cameo import cameo_facts
from dragoman.model.event_tables import EventSource
from dragoman.record import Record, open_record
from dragoman.web import create_app

FIRST, DAYS = date(1995, 1, 1), 11_000
CHUNK = 1_000_000
# How often the busiest pair is met before the next: pairs of real archives fall off so.
ZIPF = 0.7
# Outlets that publish the stories, busy and quiet ones as pairs are.
OUTLETS = 300
TIMES = 7


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--events", type=int, default=CHUNK)
    asked.add_argument("--folder", type=Path, required=True)
    given = asked.parse_args()
    path = given.folder / f"events-{given.events}.db"
    new = not path.exists()
    with open_record(path, create=True) as record:
        if new:
            _say(f"import: {_timed(lambda: fill(record, given.events)):.0f} s")
        _say(f"record: {path.stat().st_size / 1e6:,.0f} MB")
        app, pair = create_app(record), busiest()
        for period in ("month", "week"):
            address = f"/dyads/{pair[0]}-{pair[1]}?period={period}"
            _report(f"page of the busiest dyad by {period}", partial(page, app, address))
        quiet = f"/dyads/{pair[0]}-{_codes()[60]}"
        _report("page of a quiet dyad", lambda: page(app, quiet))
        ask = network_ask(until="2020-01-01", days=365)
        _report("network of a year", lambda: network(record, ask))
        _report("page of the network of a year", lambda: page(app, "/network?until=2020-01-01"))
    _say(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most")


def fill(record: Record, events: int) -> None:
    """Put so many synthetic events in, a file a million."""
    for n, start in enumerate(range(0, events, CHUNK)):
        frame = made(min(CHUNK, events - start), n)
        first, last = frame["day"].min(), frame["day"].max()
        assert isinstance(first, date) and isinstance(last, date)  # noqa: S101  # every row has one
        told = f"synthetic {n}"
        source = EventSource(told, "icews", told, "", "", told, told, "", first, last)
        record.add_event_table(source, frame, {"rows": frame.height, "left_out": []})


def made(events: int, n: int) -> pl.DataFrame:
    """Synthetic events of a file; the same number gives the same events."""
    random = np.random.default_rng(n)
    codes = _codes()
    pairs = [(a, b) for a in codes[:120] for b in codes[:120] if a != b]
    weight = 1 / np.arange(1, len(pairs) + 1) ** ZIPF
    which = random.choice(len(pairs), events, p=weight / weight.sum())
    acts = np.array([c for c, f in cameo_facts().items() if f.type])
    often = 1 / np.arange(1, len(acts) + 1) ** ZIPF
    days = (np.datetime64(FIRST) + random.integers(0, DAYS, events)).astype("datetime64[D]")
    a, b = (np.array([pair[side] for pair in pairs])[which] for side in (0, 1))
    found = pl.DataFrame({
        "row": np.arange(1, events + 1), "key": np.arange(n * CHUNK, n * CHUNK + events),
        "day": days, "a": a, "b": b,
        "code": random.permutation(acts)[random.choice(len(acts), events, p=often / often.sum())],
        "reports": random.poisson(4, events) + 1,
    })  # fmt: skip
    texts = ("actor_name", "recipient_name", "link", "place")
    outlets = 1 / np.arange(1, OUTLETS + 1) ** ZIPF
    told = random.choice(OUTLETS, events, p=outlets / outlets.sum())
    names = np.array([f"Outlet {n}" for n in range(OUTLETS)])
    return found.with_columns(
        pl.col("key").cast(pl.String).str.zfill(9), pl.col("day").alias("published"),
        (pl.col("a") + "GOV").alias("actor"), (pl.col("b") + "GOV").alias("recipient"),
        pl.lit(1).alias("outlets"), pl.Series("publisher", names[told]),
        *(pl.lit(None, pl.String).alias(t) for t in texts),
    )  # fmt: skip


def busiest() -> tuple[str, str]:
    """The pair that is met most often."""
    return _codes()[0], _codes()[1]


def page(app: FastAPI, path: str) -> None:
    """Ask for a page and get all of it."""

    async def asked() -> None:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            (await client.get(path)).raise_for_status()

    asyncio.run(asked())


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _codes() -> list[str]:
    return [state.code for state in states() if state.until is None]


def _report(name: str, run: Callable[[], object]) -> None:
    """The median of several runs: by the clock, and what the processor took."""
    run()
    runs = [_twice(run) for _ in range(TIMES)]
    clock, spent = (sorted(times)[TIMES // 2] * 1000 for times in zip(*runs, strict=True))
    _say(f"{name}: {clock:.0f} ms by the clock, {spent:.0f} ms of processor time")


def _twice(run: Callable[[], object]) -> tuple[float, float]:
    spent = time.process_time()
    clock = _timed(run)
    return clock, time.process_time() - spent


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
