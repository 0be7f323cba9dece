"""The corpus as it is learned from: texts, and what each of their words is."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent.parent / "corpus"
# Tenths of the topics that are kept from training: to choose by, and to measure on.
CHOSEN_BY, MEASURED_ON = frozenset({8}), frozenset({9})
# The second annotation, which is only set against the first.
SECOND = "second.jsonl"
Pair = tuple[int, int]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """An annotated act: spans of its words, and what it is."""

    predicate: Pair
    actor: tuple[Pair, ...]
    recipient: tuple[Pair, ...]
    source: tuple[Pair, ...]
    type: str
    mode: str | None
    factuality: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the corpus with its acts."""

    id: str
    text: str
    topic: str
    told: tuple[Told, ...]

    @property
    def file(self) -> str:
        """What its file's texts have before the number in their ids."""
        return self.id.rpartition("-")[0]


def span(text: str, said: str) -> Pair:
    """Where `said` stands in `text`: whole words; `#2` after them names the second time."""
    words, _, turn = said.rpartition("#") if re.search(r"#\d+$", said) else (said, "", "1")
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return places[int(turn) - 1]


def read_corpus(folder: Path = CORPUS) -> list[Text]:
    """Every text of `folder`'s JSON Lines, in order of files and lines."""
    return [_text(json.loads(line)) for line in _lines(folder)]


def _lines(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.jsonl")):
        if file.name != SECOND:
            yield from file.read_text("utf-8").splitlines()


def _text(row: Json) -> Text:
    return Text(row["id"], row["text"], row["topic"], told_of(row["text"], row["events"]))


def told_of(text: str, events: Iterable[Json]) -> tuple[Told, ...]:
    """The annotated acts of a text."""
    return tuple(_told(text, event) for event in events)


def _told(text: str, event: Json) -> Told:
    def spans(names: Iterable[str]) -> tuple[Pair, ...]:
        return tuple(span(text, name) for name in names)

    return Told(
        predicate=span(text, event["predicate"]),
        actor=spans(event["actor"]),
        recipient=spans(event["recipient"]),
        source=spans([event["source"]] if event["source"] else []),
        type=event["type"],
        mode=event["mode"],
        factuality=event["factuality"],
    )


def part(text: Text) -> str:
    """`train`, `dev` or `test`: by the topic, so that no text is measured beside its like."""
    return part_of(text.topic)


def part_of(topic: str) -> str:
    """The part of the corpus in which texts on a topic are."""
    tenth = hashlib.sha256(topic.casefold().encode()).digest()[0] % 10
    return "dev" if tenth in CHOSEN_BY else "test" if tenth in MEASURED_ON else "train"
