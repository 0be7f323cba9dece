"""Texts as tensors: words of the encoder's vocabulary, and the labels of each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.labels import CUES, FACTS, FINDINGS, MODES, ROLES, TYPES
from training.pair_types import pair_type
from training.passages import Named, Sentence
from training.texts import Pair, Text, Told

LONGEST = 128
# The share of the marked texts that one pass takes.
MARKED = 1.0
# No label: padding, and words on which the corpus says nothing.
SILENT = -100


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some texts; see `network.Reader` for the first three."""

    ids: Tensor
    mask: Tensor
    marks: Tensor
    types: Tensor
    modes: Tensor
    facts: Tensor
    roles: Tensor
    between: Tensor
    cues: Tensor
    findings: Tensor

    def on(self, device: str) -> Batch:
        """The same tensors on a device."""
        return Batch(*(getattr(self, f.name).to(device) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Item:
    """A text, and the act whose parties are marked in it, if any, with what it tells of them; or a
    sentence of a passage."""

    text: Text | Sentence
    act: Told | None = None
    between: str | None = None


def items(texts: Sequence[Text], sentences: Sequence[Sentence]) -> list[Item]:
    """Each text unmarked, and again for every act of it that somebody does to somebody."""
    found = [*map(Item, texts), *map(Item, sentences)]
    pairs = ((t, a) for t in texts for a in t.told if a.actor and a.recipient)
    found += [Item(t, a, kind) for t, a in pairs if (kind := pair_type(a, t))]
    return found


def shuffled(pool: list[Item], size: int, seed: int) -> Iterator[list[Item]]:
    """`pool` in batches of texts of like length, shuffled, with a share of the marked."""
    order = random.Random(seed)  # noqa: S311  # a shuffle that can be repeated
    pool = [i for i in pool if i.act is None or order.random() < MARKED]
    noisy = sorted(pool, key=lambda i: (i.act is None, len(i.text.text) + order.random() * 40))
    groups = [noisy[i : i + size] for i in range(0, len(noisy), size)]
    order.shuffle(groups)
    yield from groups


def batch(group: Sequence[Item], tokenizer: Tokenizer) -> Batch:
    """The tensors of a group of items."""
    coded = tokenizer.encode_batch([i.text.text for i in group])
    length = min(LONGEST, max(len(c.ids) for c in coded))
    shape = (len(group), length)
    ids, mask, marks = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    types, modes, facts, cues, findings = (torch.full(shape, SILENT) for _ in range(5))
    roles = torch.full((len(group), len(ROLES), length, length), -1.0)
    between = torch.full((len(group),), SILENT)
    for row, (item, code) in enumerate(zip(group, coded, strict=True)):
        n = min(length, len(code.ids))
        ids[row, :n] = torch.tensor(code.ids[:n])
        mask[row, :n] = 1
        places = list(code.offsets[:n])
        if isinstance(item.text, Sentence):
            cues[row, 1 : n - 1] = findings[row, 1 : n - 1] = 0
            for named in item.text.cues:
                put_named(named, CUES, cues[row], roles[row], places)
            for named in item.text.findings:
                put_named(named, FINDINGS, findings[row], roles[row], places)
        elif item.act is None:
            types[row, 1 : n - 1] = 0
            labels = Labels(types[row], modes[row], facts[row], roles[row])
            for told in item.text.told:
                labels.put(told, places)
        elif item.between:
            between[row] = TYPES.index(item.between)
            for mark, spans in ((1, item.act.actor), (2, item.act.recipient)):
                marks[row, covered(spans, places)] = mark
    return Batch(ids, mask, marks, types, modes, facts, roles, between, cues, findings)


def put_named(
    named: Named, names: Sequence[str], labels: Tensor, roles: Tensor, places: Sequence[Pair]
) -> None:
    """Label the words of a cue or another finding, and those that stand to them in a role."""
    words = covered(named.words, places)
    labels[words] = names.index(named.label)
    for role, spans in named.roles.items():
        held = covered(spans, places)
        for word in words:
            roles[ROLES.index(role), word, 1 : len(places) - 1] = 0.0
            roles[ROLES.index(role), word, held] = 1.0


def covered(spans: Sequence[Pair], places: Sequence[Pair]) -> list[int]:
    """The words that lie within one of `spans`."""
    return [
        i for i, (a, b) in enumerate(places) if b > a and any(s < b and a < e for s, e in spans)
    ]


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one text, to be filled act by act."""

    types: Tensor
    modes: Tensor
    facts: Tensor
    roles: Tensor

    def put(self, told: Told, places: Sequence[Pair]) -> None:
        """Label the words of an act; `places` are the character ranges of all words."""
        words = covered([told.predicate], places)
        self.types[words] = TYPES.index(told.type)
        self.modes[words] = MODES.index(f"{told.type}/{told.mode or ''}")
        self.facts[words] = FACTS.index(told.factuality)
        for role, spans in enumerate((told.actor, told.recipient, told.source)):
            held = covered(spans, places)
            for word in words:
                self.roles[role, word, 1 : len(places) - 1] = 0.0
                self.roles[role, word, held] = 1.0
