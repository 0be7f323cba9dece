"""Who stands where around a word: roles read off the dependency parse.

Labels are those of the ClearNLP scheme that spaCy's English models use. A role gives tokens; a
token says nothing yet of who is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.language.quotes_tables import speech_verbs

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative"})
# What hangs on a word and speaks of something else.
_OTHER_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "xcomp", "parataxis", "appos", "punct"})
# How far a subject is looked for up a chain of clauses that share it.
MAX_CHAIN = 6
# Who may stand before a hyphen, as the parser has it.
HYPHENS = ("-", "–")
BEFORE_HYPHEN = ("npadvmod", "compound", "amod", "nmod")


def children(token: Token, *labels: str) -> list[Token]:
    """Children of `token` under any of `labels`, in text order."""
    return [c for c in token.children if c.dep_ in labels]


def conjuncts(token: Token) -> list[Token]:
    """`token` and what is joined to it by "and" or a hyphen ("US-Chinese"), in text order."""
    found = [*_hyphened(token), token]
    for child in children(token, "conj", "appos"):
        # the parser takes the second of three or more for an apposition
        if child.dep_ == "conj" or children(child, "cc", "conj"):
            found.extend(conjuncts(child))
    return found


def _hyphened(token: Token) -> list[Token]:
    """Who stands before the hyphen of a nationality or a name: "the U.S.-Israeli raid"."""
    doc, hyphen = token.doc, token.i - 1
    if token.pos_ not in ("ADJ", "PROPN") or hyphen < 1 or doc[hyphen].text not in HYPHENS:
        return []
    before = doc[hyphen - 1]
    return [before] if before.head == token and before.dep_ in BEFORE_HYPHEN else []


def is_passive(verb: Token) -> bool:
    """True for a passive verb form, also the bare participle after a noun ("men held in Kyiv")."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "csubjpass", "agent") for c in verb.children):
        return True
    if verb.dep_ in ("acl", "advcl"):
        return verb.tag_ == "VBN" and not children(verb, "aux")
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, "aux", "nsubj"):
        return is_passive(verb.head)
    return False


def subjects(verb: Token) -> list[Token]:
    """Who does what the verb says: heads of noun phrases, conjuncts included."""
    if is_passive(verb):
        return [
            x for a in children(verb, "agent") for p in children(a, "pobj") for x in conjuncts(p)
        ]
    return [x for s in _doer(verb, 0) for x in conjuncts(s)]


def objects(verb: Token) -> list[Token]:
    """To whom it is done: direct objects, or the subject of a passive."""
    if is_passive(verb):
        return [x for s in _passive_subject(verb) for x in conjuncts(s)]
    found = [x for o in children(verb, "dobj", "dative") for x in conjuncts(o) if o.pos_ != "ADP"]
    for clause in children(verb, "ccomp"):
        # "urged Moscow to act": the parser often hangs the person asked below the clause
        if clause.tag_ == "VB" and any(c.tag_ == "TO" for c in clause.children):
            found += [x for s in children(clause, "nsubj") for x in conjuncts(s)]
    if not found and verb.dep_ == "relcl" and _object_gap(verb):
        return conjuncts(verb.head)
    return [_antecedent(t) for t in found]


def prepositional(token: Token, preposition: str) -> list[Token]:
    """Objects of `preposition` hung on `token`; "against" finds "as well as against" too."""
    found = []
    for prep in children(token, "prep", "dative", "prt", "agent"):
        for link in [prep, *children(prep, "prep", "conj")]:
            if link.lower_ == preposition:
                found += [x for p in children(link, "pobj") for x in conjuncts(p)]
    return found


def particle_of(verb: Token, particle: str) -> bool:
    """True when the verb carries the particle, adverb or preposition(s) of a phrasal verb."""
    words = particle.split()
    near = [
        c for c in verb.children if c.i > verb.i and c.dep_ in ("prt", "advmod", "prep", "npadvmod")
    ]
    if any(c.lower_ == words[0] and c.i - verb.i <= 6 for c in near):
        rest = words[1:]
        return not rest or any(t.lower_ == rest[0] for t in verb.subtree if t.i > verb.i)
    nxt = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return nxt is not None and nxt.lower_ == words[0] and nxt.tag_ != "TO" and len(words) == 1


def is_reported(verb: Token) -> bool:
    """True for a clause that somebody is told to have said: its "would" is a future then."""
    above = verb.head
    if verb.dep_ == "conj" and above.pos_ in ("VERB", "AUX"):
        return is_reported(above)
    past = above.tag_ in ("VBD", "VBN")
    return verb.dep_ == "ccomp" and past and above.lemma_.lower() in speech_verbs()


def own_words(token: Token, support: Token | None = None, subject: bool = False) -> list[Token]:
    """What stands in a word's own clause, its support verb's too; without who acts unless asked."""
    return [t for head in (token, support) if head is not None for t in _words_of(head, subject)]


def _words_of(head: Token, subject: bool) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ not in _OTHER_CLAUSES and (subject or child.dep_ not in SUBJECTS):
            yield child
            yield from _words_of(child, subject)


def clause_head(token: Token) -> Token:
    """The verb (or root) of the clause that `token` stands in."""
    for ancestor in (token, *token.ancestors):
        if ancestor.pos_ in ("VERB", "AUX") or ancestor.dep_ == "ROOT":
            return ancestor
    return token


def called_by(noun: Token) -> list[Token]:
    """The verb by which something is called `noun`: "called it an attack", "described as one"."""
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ == "oprd":
        return [noun.head]
    link = noun.head
    return [link.head] if noun.dep_ == "pobj" and link.lower_ == "as" else []


def left_modifiers(noun: Token) -> Iterator[Token]:
    """Words before a noun that may name whose it is: possessors, adjectives, compounds."""
    for child in noun.lefts:
        if child.dep_ in ("poss", "amod", "compound", "nmod", "nummod"):
            yield child
            yield from _hyphened(child)
            if child.dep_ != "poss":
                yield from left_modifiers(child)
                yield from (c for c in child.children if c.dep_ == "conj")
            else:
                yield from (c for c in child.children if c.dep_ == "conj")


def _doer(verb: Token, depth: int) -> list[Token]:
    own = [_antecedent(t) for t in children(verb, "nsubj", "csubj")]
    if own or depth > MAX_CHAIN:
        return own
    if verb.dep_ == "relcl":
        return [] if _object_gap(verb) else [verb.head]
    if verb.dep_ == "acl":
        return [verb.head] if verb.tag_ == "VBG" else _control(verb, depth)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _passive_subject(verb.head) if is_passive(verb.head) else _doer(verb.head, depth + 1)
    # a finite clause has a subject of its own, even if the parser missed it
    finite = verb.dep_ in ("ccomp", "advcl") and verb.tag_ in ("VBD", "VBZ", "VBP")
    controlled = verb.dep_ in ("xcomp", "ccomp", "advcl", "oprd", "pcomp")
    return _control(verb, depth) if controlled and not finite else []


def _control(verb: Token, depth: int) -> list[Token]:
    """The subject that a clause without one takes from the clause above it."""
    above = verb.head
    if verb.dep_ == "pcomp":
        above = above.head
    if verb.dep_ == "pcomp" and above.dep_ == "dobj" and above.head.pos_ == "VERB":
        # "accused Yerevan of sabotaging", where the parser hangs "of" on the name
        charged = above.pos_ == "PROPN" or _charges(above.head)
        return [above] if charged else _doer(above.head, depth + 1)
    if above.pos_ in ("NOUN", "PROPN"):
        owners = children(above, "poss")
        if owners or verb.dep_ == "pcomp":  # "restrictions on flying": nobody is said to fly
            return owners
        return _doer(clause_head(above), depth + 1)
    if verb.dep_ in ("xcomp", "pcomp") and (controlled := children(above, "dobj")):
        # "ordered troops to fire", "accused Kyiv of shelling": the object does it
        return controlled
    if is_passive(above):
        return _passive_subject(above)
    return _doer(above, depth + 1) if above.pos_ in ("VERB", "AUX", "ADJ") else []


def _charges(verb: Token) -> bool:
    """True for verbs by which somebody is charged with what follows ("accused the army of")."""
    return speech_verbs().get(verb.lemma_.lower()) == "alleges"


def _passive_subject(verb: Token) -> list[Token]:
    own = children(verb, *PASSIVE_SUBJECTS)
    if own:
        return [_antecedent(t) for t in own]
    if verb.dep_ in ("acl", "relcl"):
        return [verb.head]
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return _passive_subject(verb.head) or _doer(verb.head, 1)
    return []


def _antecedent(token: Token) -> Token:
    """For a relative pronoun, the noun that it stands for."""
    if token.tag_ in ("WDT", "WP") or (token.lower_ == "that" and token.dep_ == "nsubj"):
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return ancestor.head
    return token


def _object_gap(verb: Token) -> bool:
    """True when a relative clause has its own subject, so that the noun above is its object."""
    own = children(verb, "nsubj")
    return any(t.tag_ not in ("WDT", "WP") and t.lower_ != "that" for t in own)
