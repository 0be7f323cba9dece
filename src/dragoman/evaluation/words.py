"""Figures in words for people."""

from __future__ import annotations

from dragoman.model.rows import Json


def number(value: float | None) -> str:
    """A figure for people: shares to three decimals, kilometres whole; "" for none."""
    if value is None:
        return ""
    return f"{value:.3f}" if value <= 1 else f"{value:,.0f}"


def peer_words(peer: Json | None) -> str:
    """A peer for people: its value, its name, and on what where that is something else."""
    if peer is None:
        return ""
    on = f" ({peer['on']})" if peer["on"] else ""
    return f"{number(peer['value'])} {peer['name']}{on}"
