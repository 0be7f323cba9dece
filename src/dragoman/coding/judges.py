"""Who of those cited can judge, and by which name; visits and influences cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.coding.attribution_spans import phrase
from dragoman.coding.participants import Cast
from dragoman.coding.syntax import children, is_passive
from dragoman.language.analysis import Analysis
from dragoman.language.quotes_tables import speech_nouns
from dragoman.language.source_tables import nameless
from dragoman.model.actor import Mention, Source
from dragoman.model.attribution import Attribution

_PERSONAL = frozenset({"he", "she"})


def can_judge(source: Source, analysis: Analysis, cast: Cast) -> bool:
    """False for things that only point to something: "this escalation", "Chad's influence".

    A source nobody names is somebody who judges.
    """
    head = source_head(source, analysis)
    if head is None:
        return True
    if head.pos_ in ("PROPN", "PRON") or cast.named(head) is not None:
        return True
    lemma = head.lemma_.lower()
    return lemma in nameless() or lemma in speech_nouns() or bool(children(head, "appos"))


def by_name(source: Source, analysis: Analysis, cast: Cast) -> Source:
    """The source under the full name of the person it is: without title, office or apposition.

    "Prime Minister Ona Petraitė of Lithuania", "Petraitė" and "she" come to "Ona Petraitė". A
    pronoun for a body gets the body's name; whoever else is cited keeps the words of the text.
    """
    head = source_head(source, analysis)
    if head is None:
        return source
    meant = [cast.named(t) for t in (head, *children(head, "appos"))]
    persons = [m for m in meant if m is not None and m.name and m.kind == "person"]
    bodies = _stood_for(head, cast) if head.pos_ == "PRON" else []
    name = next((m.name for m in (*persons, *bodies)), None)
    return replace(source, text=name, kind="named") if name else source


def only_estimates(held: Attribution, verb: Token, words: Sequence[Token]) -> bool:
    """True where the cue is the estimate itself, said of who acts: "Chad is poised to sign".

    "Is expected to sign" tells of somebody who expects, though nobody is named.
    """
    first, last = words[0].idx, words[-1].idx + len(words[-1].text)
    shared = held.cue.start < last and first < held.cue.end
    if held.source.text is None:  # "little reason to think", by nobody in particular
        return shared and any(t.tag_ == "TO" and t in words for t in words[-1].lefts)
    return shared and verb.dep_ == "xcomp" and verb.head.i <= words[-1].i and not _thinks(verb.head)


def expecting_by(word: Token, cast: Cast) -> Source | None:
    """Who "expects" or "feared", where the verb that estimates has somebody as its subject."""
    if word.pos_ != "VERB" or is_passive(word):
        return None
    doers = [s for s in children(word, "nsubj") if s.pos_ in ("NOUN", "PROPN")]
    if not doers:
        return None
    span = phrase(doers[0], word)
    mentions = cast.of(doers[0])
    codes = [c for m in mentions for c in m.codes]
    kind = "named" if any(m.name for m in mentions) else "unnamed"
    return Source(codes[0] if codes else None, span.of(cast.text), span, kind)


def _thinks(verb: Token) -> bool:
    """True for an active verb: "expects to", as against "is set to", "is poised to"."""
    helped = any(c.dep_ in ("auxpass", "aux") and c.lemma_ == "be" for c in verb.children)
    return verb.pos_ == "VERB" and not helped


def _stood_for(pronoun: Token, cast: Cast) -> list[Mention]:
    mention = cast.named(pronoun)
    named = mention is not None and mention.name and pronoun.lower_ not in _PERSONAL
    return [mention] if named and mention is not None else []


def source_head(source: Source, analysis: Analysis) -> Token | None:
    """The word that the source's words hang on."""
    if source.span is None:
        return None
    words = analysis.doc.char_span(source.span.start, source.span.end, alignment_mode="expand")
    return words.root if words else None
