"""Figures for people: "at least 50", "10 %", "3 to 9 (“several”)"."""

from __future__ import annotations

from dragoman.model.rows import Json

# Units that are written as a sign.
_PERCENT = "percent"


def number(value: float | None) -> str:
    """With commas between thousands, and no decimals that say nothing."""
    if value is None:
        return "unknown"
    said = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"
    return said.replace("-", "−")


def amount(figure: Json, words: str = "") -> str:
    """How many, with the unit; `words` are the report's own, shown where they gave no digits."""
    low, high, unit = figure["low"], figure["high"], figure["unit"]
    if low is not None and high is not None:
        count = number(low) if low == high else f"{number(low)} to {number(high)}"
    elif low is not None:
        count = f"at least {number(low)}"
    else:
        count = f"at most {number(high)}" if high is not None else "a number not given"
    if unit == _PERCENT:
        count += " %"
    elif unit not in (None, "", figure["what"]):
        count += f" {unit}"
    vague = low != high and words and not any(c.isdigit() for c in words)
    return f"{count} (“{words}”)" if vague else count


def phrase(figure: Json, sep: str = ": ", words: str = "") -> str:
    """What is counted and how many: "detained: at least 50"; a percentage needs no name."""
    if figure["what"] == figure["unit"] == _PERCENT:
        return amount(figure, words)
    return f"{figure['what']}{sep}{amount(figure, words)}"


def own_words(figure: Json, row: Json) -> str:
    """The words of the figure, where they stand in the row's sentence; otherwise ""."""
    start, end = (offset - row["span"][0] for offset in figure["span"])
    sentence = row.get("sentence", "")
    return sentence[start:end] if 0 <= start <= end <= len(sentence) else ""
