"""Who speaks: the verb or phrase that brings a quotation in, and the name behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dragoman.language.actor_tables import titles
from dragoman.language.folding import plain_marks
from dragoman.language.quotes_tables import quoting_verbs, speech_nouns, speech_verbs, venues
from dragoman.language.reporting_participles import told_above

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# How many words may stand between a quotation and its cue.
FAR = 30
# How many verbs up a subject may be found ("had wanted to go on to say").
CLIMB = 4
# A name follows its title within so many words ("Mayor of London X").
TITLE_REACH = 5
# No name with its titles has more words than this to either side of one of them.
LONGEST_NAME = 20
_LINKS = frozenset({"advcl", "xcomp", "conj", "ccomp", "pcomp", "prep", "parataxis", "dep", "acl"})
_CUT = frozenset({"relcl", "appos", "acl", "punct", "advcl", "conj", "cc", "parataxis"})


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that brings a quotation in, and the speaker's head word (None: not said)."""

    token: Token
    speaker: Token | None


def cue_of(token: Token) -> Cue | None:
    """The cue that `token` is: a reporting verb, or 'according' to somebody."""
    if cites(token):
        return Cue(token, _according(token))
    if token.pos_ in {"VERB", "AUX"} and not quoting_verbs().isdisjoint(_lemmas(token)):
        return Cue(token, subject_of(token))
    return None


def cites(token: Token) -> bool:
    """True for the word of 'according to'."""
    return token.lower_ == "according"


def noun_cue_of(token: Token) -> Cue | None:
    """The cue that a noun for things said is: 'a letter urging', 'the minister's claim'."""
    if token.pos_ == "NOUN" and token.lemma_.lower() in speech_nouns():
        return Cue(token, _owner(token))
    return None


def colon_cue_of(token: Token) -> Cue | None:
    """Any verb with a subject, where a colon brings the words in: 'X took another view:'."""
    if token.pos_ in {"VERB", "AUX"} and (subject := subject_of(token)):
        return Cue(token, subject)
    return None


def reports(verb: Token) -> bool:
    """True for a verb that reports what somebody says or thinks, in quotation marks or not."""
    return any(n in speech_verbs() for n in _lemmas(verb))


def _lemmas(verb: Token) -> list[str]:
    """The verb, and the verb with its particle."""
    lemma = verb.lemma_.lower()
    parts = [c.lower_ for c in verb.children if c.dep_ in {"prt", "prep"}]
    return [lemma, *(f"{lemma} {p}" for p in parts)]


def _according(token: Token) -> Token | None:
    for child in token.doc[token.i + 1 : token.i + 3]:
        for noun in child.children:
            if noun.dep_ in {"pobj", "obl"}:
                return noun
    return None


def _owner(noun: Token) -> Token | None:
    """Who speaks in it: its owner, who sent it, or else the thing itself."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None and noun.dep_ in {"dobj", "obj"}:
        owner = subject_of(noun.head)
    return owner or noun


def nearest_name(tokens: Sequence[Token]) -> Token | None:
    """The head of the first name, pronoun or noun among `tokens`."""
    for token in tokens:
        if token.pos_ in {"PROPN", "PRON", "NOUN"}:
            while token.head.i > token.i and token.dep_ in {"compound", "amod", "poss", "nmod"}:
                token = token.head  # noqa: PLW2901  # climbing to the head of the same phrase
            return token
    return None


def subject_of(cue: Token) -> Token | None:
    """The subject of a verb, or of the verb that it hangs on ('He left, saying ...').

    Of a passive the agent: what 'was announced' does not speak, who 'was quoted as saying' does.
    """
    verb = told_above(cue) or cue
    for _ in range(CLIMB):
        for child in verb.children:
            if child.dep_ == "nsubjpass" and verb.i == cue.i:
                return _agent(verb)
            if child.dep_ in SUBJECTS:
                return _antecedent(child)
        if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN"}:
            return verb.head
        if verb.dep_ not in _LINKS or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _agent(verb: Token) -> Token | None:
    """Who a passive says did it: 'was said by X'."""
    for by in (c for c in verb.children if c.dep_ == "agent"):
        return next(iter(by.children), None)
    return None


def _antecedent(subject: Token) -> Token:
    """For 'who' the noun that its clause hangs on."""
    if subject.tag_ in {"WP", "WDT"} and subject.head.dep_ == "relcl":
        return subject.head.head
    return subject


def speaker_text(head: Token) -> str:
    """The speaker's name as the text has it, or the words that describe him."""
    if head.pos_ == "PROPN":
        name = name_at(head)
        return (name.lower() in titles() and _person_after(head)) or name
    if person := _person_after(head):
        return person
    if head.dep_ in {"nmod", "compound"} and head.head.pos_ == "PROPN" and head.head.i > head.i:
        return _called(head)
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":  # 'the envoy, X'
            return name_at(child)
    phrase = [t for t in head.subtree if not _cut_off(t, head)]
    words = head.doc[phrase[0].i : phrase[-1].i + 1].text if phrase else head.text
    return words.removesuffix("'s").removesuffix("’s").strip()


def _called(noun: Token) -> str:
    """What something is with what it is called: 'TG channel “Northern Light”'."""
    doc, last = noun.doc, noun.head.i
    marked = last + 1 < len(doc) and doc[last + 1].is_quote and doc[last + 1].text not in "“«"
    first = min((t.i for t in noun.lefts if t.dep_ != "det"), default=noun.i)
    return doc[first : last + 1 + marked].text


def goes_by_name(noun: Token) -> bool:
    """True for a channel or paper whose name in marks stands behind it, however it is parsed."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in speech_nouns():
        return False
    after = noun.doc[noun.i + 1 : noun.i + 3]
    return len(after) > 1 and after[0].is_quote and after[1].text[:1].isupper()


def called_in(noun: Token) -> str:
    """The name in marks behind a channel or paper, without the marks."""
    last = noun.i + 2
    for token in noun.doc[last : last + LONGEST_NAME]:
        if token.is_quote:
            break
        last = token.i
    return noun.doc[noun.i + 2 : last + 1].text


def _person_after(head: Token) -> str | None:
    """The person whose title or description `head` is: 'opponent MP X', 'Mayor of London X'."""
    for token in head.doc[head.i + 1 : head.i + TITLE_REACH]:
        if token.ent_type_ == "PERSON" and token.ent_iob_ == "B":
            last = max(t.i for t in head.doc[token.i :][:4] if t.ent_type_ == "PERSON")
            return name_at(head.doc[last])
        if token.pos_ not in {"PROPN", "ADP"} or token.is_sent_start:
            return None
    return None


def _cut_off(token: Token, head: Token) -> bool:
    """True for what only adds to the description: clauses, appositions, brackets."""
    while token.i not in {head.i, token.head.i}:
        if token.dep_ in _CUT and not (token.dep_ == "punct" and token.text in {"-", "'", "’"}):
            return True
        token = token.head
    return False


def name_at(head: Token) -> str:
    """The run of name words that ends at `head` or goes on behind it, without titles."""
    doc = head.doc
    sentence = head.sent
    first = max(sentence.start, head.i - LONGEST_NAME)
    last = min(sentence.end, head.i + LONGEST_NAME)
    start, end = head.i, head.i + 1
    while start > first and _joins(doc[start - 1], sentence):
        start -= 1
    while end < last and doc[end].pos_ == "PROPN":
        end += 1
    words = list(doc[start:end])
    words = words[_titles_end(words) :]
    return doc[words[0].i : words[-1].i + 1].text.removesuffix("'s").removesuffix("’s")


def _joins(token: Token, sentence: Span) -> bool:
    linked = token.pos_ == "PROPN" or token.text in {"-", "."}
    return linked and sentence.start <= token.head.i < sentence.end


def _titles_end(words: list[Token]) -> int:
    """How many words go before the name: up to the last title ('US President')."""
    for end in range(len(words) - 1, 0, -1):
        for start in range(max(0, end - 5), end):
            phrase = plain_marks(" ".join(w.text for w in words[start:end]).lower())
            if phrase in titles() or phrase.rstrip(".") in titles():
                return end
    return 0


def venue_in(text: str) -> str | None:
    """The venue that the words around a cue name."""
    lower = f" {plain_marks(text.lower())} "
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
