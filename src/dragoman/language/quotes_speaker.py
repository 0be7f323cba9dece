"""Who speaks: the verb or phrase that brings a quotation in, and the name behind it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.language.actor_tables import titles
from dragoman.language.folding import fold
from dragoman.language.places_tables import adjectives
from dragoman.language.quotes_tables import speech_nouns, speech_verbs, venues

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# How many words may stand between a quotation and its cue.
FAR = 30
_LINKS = frozenset({"advcl", "xcomp", "conj", "ccomp", "pcomp", "prep", "parataxis", "dep", "acl"})
_CUT = frozenset({"relcl", "appos", "acl", "punct", "advcl", "conj", "cc", "parataxis"})


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that brings a quotation in, and the speaker's head word (None: not said)."""

    token: Token
    speaker: Token | None


def cue_of(token: Token) -> Cue | None:
    """The cue that `token` is: a reporting verb, 'according' to, or a noun for things said."""
    lemma = token.lemma_.lower()
    if token.lower_ == "according":
        return Cue(token, _according(token))
    if token.pos_ in {"VERB", "AUX"} and (lemma in speech_verbs() or _phrasal(token)):
        return Cue(token, subject_of(token))
    if token.pos_ == "NOUN" and lemma in speech_nouns():
        return Cue(token, _owner(token))
    return None


def _phrasal(verb: Token) -> bool:
    parts = (c.lower_ for c in verb.children if c.dep_ in {"prt", "prep"})
    return any(f"{verb.lemma_.lower()} {p}" in speech_verbs() for p in parts)


def _according(token: Token) -> Token | None:
    for child in token.doc[token.i + 1 : token.i + 3]:
        for noun in child.children:
            if noun.dep_ in {"pobj", "obl"}:
                return noun
    return None


def _owner(noun: Token) -> Token | None:
    """'the ministry's statement' speaks for the ministry; 'a statement' for itself."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    return owner or noun


def subject_of(verb: Token) -> Token | None:
    """The subject of `verb`, or of the verb that it hangs on ('He left, saying ...')."""
    seen = 0
    while seen < 4:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return _antecedent(child)
        if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head
        if verb.dep_ not in _LINKS or verb.head.i == verb.i:
            return None
        verb, seen = verb.head, seen + 1
    return None


def _antecedent(subject: Token) -> Token:
    """For 'who' the noun that its clause hangs on."""
    if subject.tag_ in {"WP", "WDT"} and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def speaker_text(head: Token) -> str:
    """The speaker's name as the text has it, or the words that describe him."""
    if head.pos_ == "PROPN":
        return name_at(head)
    phrase = [t for t in head.subtree if not _cut_off(t, head)]
    return head.doc[phrase[0].i : phrase[-1].i + 1].text.strip() if phrase else head.text


def _cut_off(token: Token, head: Token) -> bool:
    """True for what only adds to the description: clauses, appositions, brackets."""
    while token.i != head.i and token.head.i != token.i:
        if token.dep_ in _CUT and not (token.dep_ == "punct" and token.text in {"-", "'", "’"}):
            return True
        token = token.head
    return False


def name_at(head: Token) -> str:
    """The run of name words that ends at `head` or goes on behind it, without titles."""
    doc = head.doc
    start, end = head.i, head.i + 1
    while start > 0 and _joins(doc[start - 1], head):
        start -= 1
    while end < len(doc) and _goes_on(doc[end], head):
        end += 1
    words = list(doc[start:end])
    while len(words) > 1 and _is_title(words):
        words = words[_title_length(words) :]
    return doc[words[0].i : words[-1].i + 1].text.removesuffix("'s").removesuffix("’s")


def _joins(token: Token, head: Token) -> bool:
    linked = token.pos_ == "PROPN" or (token.text in {"-", "."} and token.i > 0)
    return linked and token.sent == head.sent and (token.head.sent == head.sent)


def _goes_on(token: Token, head: Token) -> bool:
    return token.pos_ == "PROPN" and token.sent == head.sent


def _title_length(words: list[Token]) -> int:
    """How many words at the start are a title or a nationality; 0 when none."""
    for size in range(min(5, len(words) - 1), 0, -1):
        phrase = " ".join(w.text for w in words[:size]).lower()
        if phrase in titles() or phrase.rstrip(".") in titles() or fold(phrase) in adjectives():
            return size
    return 0


def _is_title(words: list[Token]) -> bool:
    return _title_length(words) > 0


def venue_in(text: str) -> str | None:
    """The venue that the words around a cue name."""
    lower = f" {text.lower()} "
    for phrase, venue in venues():
        at = lower.find(phrase)
        if at > 0 and not lower[at - 1].isalnum() and not lower[at + len(phrase)].isalnum():
            return venue
    return None


def full_names(doc: Doc) -> list[tuple[int, str]]:
    """Names of two words and more with where they stand, for surnames to be told by."""
    found: list[tuple[int, str]] = []
    for entity in doc.ents:
        if entity.label_ in {"PERSON", "ORG", "NORP", "GPE", "FAC"} and len(entity) > 1:
            last = entity[-1] if entity[-1].pos_ == "PROPN" else entity[-2]
            if last.pos_ == "PROPN":
                found.append((entity.start_char, name_at(last)))
    for chunk in doc.noun_chunks:
        if chunk.root.pos_ == "PROPN" and len(chunk) > 1:
            found.append((chunk.start_char, name_at(chunk.root)))
    return sorted((at, name) for at, name in set(found) if " " in name)
