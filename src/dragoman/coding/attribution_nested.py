"""What stands in the content of another attribution and adds nobody to it.

"He said he believed that ..." has one source, and so has "she said it was suspected that ...". The
outer row tells whose word it is; the inner one is folded into it, and leaves it its stance. Whoever
is cited by name, office or state within what another says keeps a row: that is a chain.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.coding.attribution_drafts import Draft
from dragoman.coding.participants import Cast
from dragoman.coding.stances import stance_of
from dragoman.language.source_tables import nameless


def fold_nested(drafts: dict[int, Draft], cast: Cast) -> None:
    """Drops the drafts, keyed by their cue's token, that only repeat the source around them."""
    for i in [i for i, d in drafts.items() if any(_is_part(d, o) for o in drafts.values())]:
        del drafts[i]
    for i, draft in sorted(drafts.items(), key=lambda pair: _length(pair[1])):
        outer = _around(draft, drafts)
        if outer is None or draft.through or not _adds_nobody(draft, outer, cast):
            continue
        if outer.stance is None and _opens(draft, outer):
            outer.stance = stance_of(draft.found, cast)
        del drafts[i]


def _is_part(draft: Draft, other: Draft) -> bool:
    """True for the "expressed" of a cue that is "expressed anger at"."""
    words, whole = ({w.i for w in d.found.words} for d in (draft, other))
    return words < whole and not draft.quotation and not draft.through


def _around(draft: Draft, drafts: dict[int, Draft]) -> Draft | None:
    """The innermost attribution in whose content the cue of `draft` stands."""
    at = draft.found.token.idx
    holding = [
        d
        for d in drafts.values()
        if d is not draft and any(s.start <= at < s.end for s in d.contents)
    ]
    return min(holding, key=_length, default=None)


def _length(draft: Draft) -> int:
    return draft.contents[-1].end - draft.contents[0].start


def _adds_nobody(draft: Draft, outer: Draft, cast: Cast) -> bool:
    """True for no source, the one around it, or somebody of whom nothing is known."""
    source = draft.source
    if source.span is None or (source.actor and source.actor == outer.source.actor):
        return True
    if any(t.morph.get("Person", []) == ["1"] for t in draft.found.sources):
        return True  # "we believe": whoever speaks around it
    if source.actor is not None or source.kind == "named" or source.access is not None:
        return False
    return not any(_may_be_cited(token, cast) for token in draft.found.sources)


def _may_be_cited(head: Token, cast: Cast) -> bool:
    """True for "the minister", "two officials": people on whose word something may rest."""
    mention = cast.named(head)
    person = mention is not None and mention.kind == "person"
    return head.pos_ != "PRON" and (person or head.lemma_.lower() in nameless())


def _opens(draft: Draft, outer: Draft) -> bool:
    """True where the inner cue is the head of what the outer one says."""
    return any(draft.found.token == content for content in outer.found.contents)
