"""What the encoder tells of a text's sentences, each read when it is first asked for."""

from __future__ import annotations

from spacy.tokens import Span as Words

from dragoman.coding.encoder import Reading, read


class Readings:
    """The readings of one text; none are made where the encoder is off."""

    def __init__(self, encoder: bool = True) -> None:
        self.made = encoder
        self._known: dict[int, Reading] = {}

    def of(self, sentence: Words) -> Reading | None:
        """The reading of a sentence of the text, None where the encoder is off."""
        if not self.made:
            return None
        if sentence.start not in self._known:
            self._known[sentence.start] = read(sentence)
        return self._known[sentence.start]
