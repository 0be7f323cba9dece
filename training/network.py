"""The network: an encoder with a head for each thing that it tells of a word."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.labels import CUES, FACTS, FINDINGS, MODES, ROLES, TYPES

WIDTH = 128  # of the vectors in which acts and their parties are compared


class Reader(nn.Module):  # type: ignore[misc]  # torch has no types here
    """Tells of each word which act it names, and of each two words who acts on whom.

    In: `ids` and `mask`, (texts, words); `marks`, 0 for a word, 1 and 2 for the words of a marked
    actor and recipient. Out: scores before softmax, by word: types (texts, words, 17), modes,
    factuality; by two words: roles (texts, 7, words, words), before sigmoid; by text: the type of
    the act between the marked two (texts, 17), and a vector by which texts are alike (texts, size);
    by word: cues by stance (texts, words, 14), other findings by kind.
    """

    def __init__(self, encoder: BertModel, width: int = WIDTH) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.mix = nn.Sequential(nn.Linear(size, size), nn.GELU())
        self.types = nn.Linear(size, len(TYPES))
        self.modes = nn.Linear(size, len(MODES))
        self.facts = nn.Linear(size, len(FACTS))
        self.told = nn.Sequential(nn.Linear(size, size), nn.GELU())
        self.cues = nn.Linear(size, len(CUES))
        self.findings = nn.Linear(size, len(FINDINGS))
        self.acts = nn.Linear(size, len(ROLES) * width)
        self.parties = nn.Linear(size, len(ROLES) * width)
        self.bias = nn.Parameter(torch.full((len(ROLES),), -3.0))
        self.between = nn.Sequential(
            nn.Linear(3 * size, size), nn.GELU(), nn.Dropout(0.1), nn.Linear(size, len(TYPES))
        )
        self.width = width

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        """See the class."""
        seen = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=marks)
        words = self.drop(seen.last_hidden_state)
        mixed, told = self.drop(self.mix(words)), self.drop(self.told(words))
        return (
            self.types(mixed),
            self.modes(mixed),
            self.facts(mixed),
            self._roles(words),
            self.between(self._pooled(words, marks)),
            _mean(seen.last_hidden_state, mask),
            self.cues(told),
            self.findings(told),
        )

    def _roles(self, words: Tensor) -> Tensor:
        texts, length, _ = words.shape
        shape = (texts, length, len(ROLES), self.width)
        acts = self.acts(words).view(shape).transpose(1, 2)
        parties = self.parties(words).view(shape).transpose(1, 2)
        scores = acts @ parties.transpose(2, 3) / self.width**0.5
        return scores + self.bias.view(1, -1, 1, 1)

    def _pooled(self, words: Tensor, marks: Tensor) -> Tensor:
        parts = [words[:, 0]]
        for mark in (1, 2):
            held = (marks == mark).unsqueeze(-1).to(words.dtype)
            parts.append((words * held).sum(1) / held.sum(1).clamp(min=1.0))
        return torch.cat(parts, dim=-1)


def _mean(words: Tensor, mask: Tensor) -> Tensor:
    """The mean vector of a text's words, of length one."""
    held = mask.unsqueeze(-1).to(words.dtype)
    return nn.functional.normalize((words * held).sum(1), dim=-1)


def new_reader(folder: str) -> Reader:
    """A reader on pretrained weights, with a third kind of mark beside BERT's two."""
    encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
    known = encoder.embeddings.token_type_embeddings.weight.data
    table = nn.Embedding(3, known.shape[1])
    table.weight.data.copy_(torch.stack([known[0], known[0], known[0]]))
    table.weight.data[1:] += 0.02 * torch.randn_like(table.weight.data[1:])
    encoder.embeddings.token_type_embeddings = table
    encoder.config.type_vocab_size = 3
    return Reader(encoder)
