"""What the tables and the encoder find, put together into the acts of a text.

The encoder decides what is an act, of which type, and who is party to it; frames add the finer
code, the context, and a party that the encoder leaves open. An act that only a frame finds is kept
where the encoder does not hold it unlikely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words

from dragoman.coding.acts import Act, framed, parted
from dragoman.coding.completion import completed
from dragoman.coding.encoder import Reading
from dragoman.coding.encoder_readings import Readings
from dragoman.coding.ends import is_reached
from dragoman.coding.factuality import factuality
from dragoman.coding.frames import Frame, noun_classes, plain_frame
from dragoman.coding.laid_to import is_laid
from dragoman.coding.learned import Proposal, likelihood, proposals
from dragoman.coding.noacts import names_no_act
from dragoman.coding.own_subject import is_violence
from dragoman.coding.participants import Cast
from dragoman.coding.roles import Trigger
from dragoman.coding.sides import sides
from dragoman.coding.silences import is_unsaid
from dragoman.coding.steps import Kept, Missed, Reason, Weighed
from dragoman.coding.triggers import Match, trigger_of
from dragoman.language.analysis import Analysis
from dragoman.model.ontology import Factuality

# These were chosen on the part of the corpus that is for choosing: F1 of acts with their type is
# highest there, and where several are alike, precision.
# An act that only a frame finds is kept where the encoder gives the word at least this likelihood.
KEPT = 0.5
# Less sure than these of an act's type, the encoder yields to a frame that fits the same word: in
# the whole, and in the type alone, where a table's row can be read and corrected.
YIELDED = 0.6
DOUBTED = 0.95
# An act that no frame fits is told from here on.
TOLD_ALONE = 0.8
# From here on the encoder's factuality is righter than the rules', in the same part of the corpus.
CERTAIN = 0.6


def weighed(analysis: Analysis, cast: Cast, readings: Readings) -> Weighed:
    """Every act of the text that somebody is told to do or to suffer, in text order; and what was
    taken for an act and is not told."""
    by_frames = framed(analysis, cast)
    if not readings.made:
        return _weighed([_used(act, cast) or Kept(act, None, act) for act in by_frames])
    held: dict[int, list[Act]] = defaultdict(list)
    for act in by_frames:
        held[act.trigger.token.sent.start].append(act)
    found: list[Kept | Missed] = []
    asked = [s for s in analysis.doc.sents if held[s.start] or cast.meets(s)]
    for sentence in asked:
        if (reading := readings.of(sentence)) is not None:
            found += _of_sentence(sentence, reading, held[sentence.start], cast)
    return _weighed(found, frozenset(s.start for s in asked))


def _weighed(found: Sequence[Kept | Missed], asked: frozenset[int] = frozenset()) -> Weighed:
    """What is kept in text order, each act with the parties that its neighbours tell."""
    kept = [each for each in found if isinstance(each, Kept)]
    kept.sort(key=lambda k: (k.act.trigger.token.i, k.act.match.type))
    whole = completed([k.act for k in kept])
    return Weighed(
        tuple(replace(k, act=act) for k, act in zip(kept, whole, strict=True)),
        tuple(each for each in found if isinstance(each, Missed)),
        asked,
    )


def _of_sentence(
    sentence: Words, reading: Reading, by_frames: Sequence[Act], cast: Cast
) -> Iterator[Kept | Missed]:
    at = {act.trigger.token.i: act for act in by_frames}
    taken: dict[int, Proposal] = {}
    barred: set[int] = set()
    for proposal in proposals(sentence, reading):
        beside = next((at[t.i] for t in proposal.words if t.i in at), None)
        if any(names_no_act(t, cast) for t in proposal.words):
            yield Missed(proposal.token, Reason.NO_USE, proposal, beside)
            barred.update(t.i for t in proposal.words)
            continue
        if beside is None and proposal.probability < TOLD_ALONE:
            reason = Reason.UNSURE
            yield Missed(proposal.token, reason, proposal, None, proposal.probability, TOLD_ALONE)
            continue
        taken.update((t.i, proposal) for t in proposal.words)
        if beside is not None and proposal.probability < YIELDED:
            yield Kept(_peopled(beside, proposal, cast), proposal, beside)
        else:
            yield Kept(_learned(_settled(proposal, beside), beside, cast), proposal, beside)
    for act in by_frames:
        if act.trigger.token.i not in taken and act.trigger.token.i not in barred:
            yield _used(act, cast) or _alone(act, taken, reading)


def _peopled(act: Act, proposal: Proposal, cast: Cast) -> Act:
    """The act of a frame; where it tells nobody, one that is denied has the encoder's parties."""
    if act.actor.spans or act.recipient.spans or factuality(act.trigger) != "denied":
        return act
    actor, recipient = parted(act.match, *sides(proposal, act.trigger, act, cast))
    return replace(act, actor=actor, recipient=recipient)


def _used(act: Act, cast: Cast) -> Missed | None:
    """What a frame finds where a table knows the use of the word for no act."""
    token = act.trigger.token
    return Missed(token, Reason.NO_USE, None, act) if names_no_act(token, cast) else None


def _alone(act: Act, taken: Mapping[int, Proposal], reading: Reading) -> Kept | Missed:
    """An act that only a frame finds."""
    token = act.trigger.token
    if act.trigger.anchor.i in taken:
        return Missed(token, Reason.PART, None, act, other=taken[act.trigger.anchor.i].token)
    likely = likelihood(token, reading)
    if likely < KEPT and not (_plain(act) or _deadly(act) or is_laid(act.frame)):
        return Missed(token, Reason.UNLIKELY, None, act, likely, KEPT)
    return Kept(act, None, act)


def _plain(act: Act) -> bool:
    """True for a noun that names an act by itself, wherever it stands, with somebody known."""
    token = act.trigger.token
    names = token.lemma_.lower() in noun_classes()["plainact"] and token.dep_ != "compound"
    return names and bool(act.actor.codes or act.recipient.codes)


def _deadly(act: Act) -> bool:
    """True where people suffer an act of force in an attack: "nine were killed in a raid"."""
    trigger = act.trigger
    if act.match.type != "ASSAULT" or not trigger.is_verb:
        return False
    if any(n.role == "in" and n.lemmas and not n.negated for n in act.frame.needs):
        return True  # a frame that asks for the attack
    verbs = (trigger.token, *(t for t in trigger.token.conjuncts if t.pos_ == "VERB"))
    return any(is_violence(t) for verb in verbs for t in Trigger(verb).tokens("in"))


def _settled(proposal: Proposal, beside: Act | None) -> Proposal:
    """The proposal with the type of a frame at the same word, where the encoder is in doubt."""
    if beside is None or proposal.probability >= DOUBTED:
        return proposal
    return replace(proposal, type=beside.match.type, mode=beside.frame.mode)


def _learned(proposal: Proposal, beside: Act | None, cast: Cast) -> Act:
    """The act that the encoder proposes, with what a frame at the same word knows of it."""
    same = beside if beside is not None and beside.match.type == proposal.type else None
    frame = _frame(proposal, same)
    trigger = same.trigger if same is not None else trigger_of(proposal.token)
    match = Match(trigger, frame, proposal.type)
    actor, recipient = parted(match, *sides(proposal, trigger, same, cast))
    return Act(match, actor, recipient, _factuality(proposal, trigger), proposal.probability)


def _factuality(proposal: Proposal, trigger: Trigger) -> Factuality:
    """The encoder's; where it is in doubt, what words say: a modal verb, a negation, an "if"."""
    said = factuality(trigger)
    if "planned" in (said, proposal.factuality) and is_reached(trigger.anchor, proposal.type):
        return "happened"
    if "negated" in (said, proposal.factuality) and is_unsaid(trigger.anchor):
        return "happened"
    if (said, proposal.factuality) == ("possible", "denied"):  # who does not deny it
        return said
    if said == "happened" or proposal.certainty >= CERTAIN:
        return proposal.factuality
    return said


def _frame(proposal: Proposal, same: Act | None) -> Frame:
    plain = plain_frame(proposal.token.lemma_.lower(), proposal.type, proposal.mode)
    if same is None:
        return plain
    kept = same.frame if same.frame.mode is not None or proposal.mode is None else plain
    return replace(kept, context=same.frame.context)
