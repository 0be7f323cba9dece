"""The corpus as `dragoman explain` looks texts up in it: `python -m training.likeness`.

Writes data/encoder/alike.npz for the network that lies beside it; to be run after each training.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.coding.likeness import INDEX, Known, write_index
from training.texts import Text, read_corpus

FOLDER = Path(__file__).parent.parent / "src" / "dragoman" / "data" / "encoder"


def known(text: Text) -> Known:
    """The text with the types of its acts, each once."""
    types = dict.fromkeys(told.type for told in text.told)
    return Known(text.id, text.text, tuple(types))  # type: ignore[arg-type]  # the corpus's types


def main() -> None:
    """The command."""
    texts = [known(text) for text in read_corpus()]
    path = FOLDER / INDEX
    write_index(path, texts)
    sys.stdout.write(f"{len(texts):,} texts in {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
