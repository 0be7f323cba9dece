"""Ids that are hashes of content: the same content has the same id wherever it is made."""

from __future__ import annotations

import hashlib

# 80 bits: a chance of about 1e-7 that any two of 500 million ids collide.
ID_LENGTH = 20


def content_id(*parts: object) -> str:
    """Lower-case hex id of `parts`; each part is told apart from its neighbours."""
    digest = hashlib.sha256()
    for part in parts:
        data = str(part).encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()[:ID_LENGTH]
