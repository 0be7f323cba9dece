"""Role paths of frames, walked on the parse: which tokens stand where around a trigger.

Paths for verbs: `subj`, `obj`, `obj.of` (whose the object is), `dative`, any preposition, `xcomp`,
`ccomp`, `that` (a clause of content only), `comp.subj` (the subject of the clause below),
`comp.obj`, `above` (the verb that a participle goes with). Paths for nouns: `poss`, `left`
(adjectives and compounds before it), `adjective` (the former alone), `support` (the subject of its
support verb), `undergoer` (that subject where it suffers the act: "came under attack"),
`support.obj`, `copula` (who is said to be so: "is ready"), `xcomp`, `comp.subj`, `comp.obj`,
`comp.to` (whom the clause below is about), any preposition on the noun or its support verb;
`under`, the verb of the clause that it stands in; `laid`, to whom it is laid by nobody named;
`called`, the verb by which something is called so ("described the raid as an attack"). For both:
`words`, every word of the act's own clause but its subject; `clause`, that too; `sentence`, every
word of its sentence; `nouns`, the nouns of that.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from dragoman.coding.frames import Need, noun_classes
from dragoman.coding.laid_to import ROLE as LAID
from dragoman.coding.laid_to import laid_to
from dragoman.coding.participants import NOBODY, Cast, Participants, gather
from dragoman.coding.syntax import (
    called_by,
    children,
    clause_head,
    conjuncts,
    left_modifiers,
    objects,
    own_words,
    prepositional,
    subjects,
)

NOUNS = ("NOUN", "PROPN")
# Roles in which somebody's thing acts for him: "Norwegian helicopters".
OWNED = ("subj", LAID)


class Trigger:
    """A word that may name an act, with the support verb that carries it, if any."""

    def __init__(self, token: Token, support: Token | None = None, undergone: bool = False) -> None:
        self.token = token
        self.support = support
        self.undergone = undergone

    @property
    def is_verb(self) -> bool:
        """True where the trigger itself is a verb."""
        return self.token.pos_ in ("VERB", "AUX")

    @property
    def anchor(self) -> Token:
        """The verb whose tense and modality the act takes; the noun itself without a support."""
        return self.support or self.token

    def tokens(self, role: str) -> list[Token]:
        """Tokens in a simple role (no dots); see the module's list."""
        if role in ("words", "clause"):
            return own_words(self.token, self.support, subject=role == "clause")
        if role in ("sentence", "nouns"):
            return [t for t in self.token.sent if role == "sentence" or t.pos_ in NOUNS]
        return self._verb_role(role) if self.is_verb else self._noun_role(role)

    def _verb_role(self, role: str) -> list[Token]:
        verb = self.token
        read: dict[str, Callable[[], list[Token]]] = {
            "subj": lambda: subjects(verb),
            "obj": lambda: objects(verb),
            "above": lambda: [verb.head] if verb.dep_ in ("advcl", "conj", "acl") else [],
            "dative": lambda: [
                t for d in children(verb, "dative") if d.pos_ != "ADP" for t in conjuncts(d)
            ],
            "xcomp": lambda: children(verb, "xcomp"),
            "ccomp": lambda: children(verb, "ccomp", "advcl"),
            "that": lambda: children(verb, "ccomp"),
            "comp.subj": lambda: [s for c in self._complements() for s in subjects(c)],
            "comp.obj": lambda: [o for c in self._complements() for o in objects(c)],
        }
        return read[role]() if role in read else self._prepositional(role)

    def _prepositional(self, preposition: str) -> list[Token]:
        """On the verb, else on its object ("imposed a ban on"), else in the clause below it."""
        below = self._complements()
        held = objects(self.token)
        qualified = [c for o in held for c in children(o, "acl")]
        places = [[self.token], held, below, [o for c in below for o in objects(c)], qualified]
        for hosts in places:
            found = [t for host in hosts for t in prepositional(host, preposition)]
            if found:
                return found
        return []

    def _complements(self) -> list[Token]:
        direct = children(self.token, "xcomp", "ccomp")
        return direct + [
            p for prep in children(self.token, "prep") for p in children(prep, "pcomp")
        ]

    def _noun_role(self, role: str) -> list[Token]:
        noun = self.token
        read: dict[str, Callable[[], list[Token]]] = {
            "poss": lambda: [c for t in children(noun, "poss") for c in conjuncts(t)],
            "left": lambda: [t for t in left_modifiers(noun) if t.dep_ != "poss"],
            "adjective": lambda: [t for t in left_modifiers(noun) if t.dep_ == "amod"],
            "support": self._support_subjects,
            "undergoer": lambda: (
                subjects(self.support) if self.support is not None and self.undergone else []
            ),
            "by": lambda: self._beside_noun("by") or (
                self._beside_noun("from") if self.undergone else []
            ),
            "support.obj": lambda: objects(self.support) if self.support is not None else [],
            "copula": lambda: subjects(noun.head) if noun.dep_ in ("acomp", "attr") else [],
            "xcomp": lambda: children(noun, "xcomp"),
            "under": lambda: [clause_head(noun)],
            LAID: lambda: laid_to(noun),
            "called": lambda: called_by(noun),
            "comp.subj": lambda: [s for c in self._below_noun() for s in subjects(c)],
            "comp.obj": lambda: [o for c in self._below_noun() for o in objects(c)],
            "comp.to": lambda: [
                t for c in self._below_noun() for host in (c, *objects(c))
                for p in ("to", "with", "from") for t in prepositional(host, p)
            ],
        }  # fmt: skip
        return read[role]() if role in read else self._beside_noun(role)

    def _below_noun(self) -> list[Token]:
        return children(self.token, "acl", "ccomp", "xcomp")

    def _beside_noun(self, preposition: str) -> list[Token]:
        hosts = [self.token, *prepositional(self.token, "of")]  # "a note of protest to Rome"
        hosts += [self.support] if self.support is not None else []
        return next((found for h in hosts if (found := prepositional(h, preposition))), [])

    def _support_subjects(self) -> list[Token]:
        if self.support is None or self.undergone:
            return []
        return subjects(self.support)


def meets(need: Need, trigger: Trigger, cast: Cast) -> bool:
    """True when the trigger's surroundings satisfy a frame's need."""
    if need.role == "support":
        lemma = trigger.support.lemma_.lower() if trigger.support is not None else ""
        held = bool(lemma) and (not need.lemmas or lemma in need.lemmas)
    elif need.role == "left":
        held = _left(trigger.token, need, cast)
    else:
        held = any(_fits(t, need, cast) for t in trigger.tokens(need.role))
    return held != need.negated


def _left(noun: Token, need: Need, cast: Cast) -> bool:
    return any(
        t.lemma_.lower() in need.lemmas
        or t.lower_ in need.lemmas
        or (need.actor and t.dep_ != "poss" and cast.is_actor(t))
        for t in left_modifiers(noun)
    )


def _fits(token: Token, need: Need, cast: Cast) -> bool:
    # "Norwegian helicopters": what acts may be somebody's thing; what is acted on is somebody
    if need.actor and (cast.is_actor(token) or (need.role in OWNED and cast.of(token))):
        return True
    named = cast.named(token)
    if named is not None and named.kind in need.kinds:
        return True
    if need.lemmas:
        return any(
            t.lemma_.lower() in need.lemmas or t.lower_ in need.lemmas for t in _meant(token)
        )
    return not (need.actor or need.kinds)


def _meant(token: Token) -> list[Token]:
    """The noun that says what is meant: for "a number of diplomats", the diplomats too."""
    if token.lemma_.lower() in noun_classes()["partitive"]:
        return [token, *prepositional(token, "of")]
    return [token]


def walk(path: tuple[str, ...], trigger: Trigger, cast: Cast) -> Participants:
    """The participants on the first step of `path` that has any."""
    for role in path:
        if role.endswith(".of"):
            tokens = trigger.tokens(role.removesuffix(".of"))
            found = gather(m for t in tokens for m in cast.owners(t))
        else:
            found = cast.people(trigger.tokens(role))
        if found:
            return found
    return NOBODY
