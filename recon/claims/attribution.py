"""The stage itself: each quantity of a document becomes a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from recon.claims import asof
from recon.claims.chain import Voice, name_chain
from recon.claims.ellipses import antecedent, leans
from recon.claims.headings import Days, days_of
from recon.claims.outcomes import losses
from recon.claims.places import place, scope
from recon.claims.status import measure, status
from recon.claims.subjects import subject, toll
from recon.claims.voices import Scene, scene
from recon.geography import ADJECTIVES, COUNTRY, COUNTRY_OF
from recon.model import NO_QUANTITY, Claim, Document, Figure, OriginBasis

FIGURE_FIELDS = tuple(field.name for field in fields(Figure))
FULL_STOP = re.compile(r"[.!?…][\"”’')]*$")
LEAD_PARAGRAPHS = 2
LEAD_UTTERANCES = 40
FEW = 10
"""Numbers below this are printed of too many things to be known again by themselves."""
NEAR = 2
UNITS_NEAR = 5
"""Sentences back to what a number without a noun counts on; sums and areas are fewer in a text than counts."""
CONTEXT = 700
"""Characters of the text before a sentence that may say of what and where an elliptical number is."""


UNIONS = frozenset({"United Nations", "European Union"})
"""What speaks as a country does and counts no dead of its own."""
ARMY = re.compile(
    r"\s(?:of (?:its|their) )?([A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:soldiers?|troops|servicemen|fighters|personnel)\b"
)
"""Whose soldiers they are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A claim with what it rests on, while headlines still wait for the sentence that tells them."""

    claim: Claim
    voice: Voice
    lead: bool


def attribute(document: Document, figures: Sequence[Figure]) -> tuple[Claim, ...]:
    """One claim for each figure that is a quantity, in the order given; its id is the figure's, `series` is empty."""
    quantities = [figure for figure in figures if figure.kind not in NO_QUANTITY]
    if not quantities:
        return ()
    read = scene(document)
    leads, days = _leads(read), days_of(read.page.utterances, document.published)
    readings = _counted_on([_read(document, figure, read, leads, days) for figure in quantities], read)
    return tuple(_inherit(reading, readings) if reading.lead else reading.claim for reading in readings)


def _leads(read: Scene) -> frozenset[int]:
    """The utterances of title, headline and the first two paragraphs of running text."""
    found: set[int] = set()
    paragraphs: set[int] = set()
    for utterance in read.page.utterances:
        running = utterance.part == "body" and bool(FULL_STOP.search(utterance.text)) and utterance.text.count(" ") > 7
        if running:
            paragraphs.add(utterance.paragraph)
        if len(paragraphs) > LEAD_PARAGRAPHS or len(found) > LEAD_UTTERANCES:
            break
        found.add(utterance.index)
    return frozenset(found)


def _read(document: Document, figure: Figure, read: Scene, leads: frozenset[int], days: Days) -> Reading:
    voice = read.voice(figure.part, figure.start)
    index = read.page.at(figure.part, figure.start)
    dated = days.at(index)
    chain, said_by, origin, basis = name_chain(voice, document.publisher)
    base = {name: getattr(figure, name) for name in FIGURE_FIELDS}
    claim = Claim(
        **base,
        said_by=said_by,
        chain=chain,
        origin=origin,
        origin_basis=basis,
        subject=figure.noun.lower(),
        published=document.published,
        publisher=document.publisher,
    )
    if index < 0:
        return Reading(_dated(claim, dated), voice, lead=False)
    utterance = read.page.utterances[index]
    text, start, end = utterance.text, figure.start - utterance.start, figure.end - utterance.start
    before = (
        document.text[max(document.body_start, utterance.start - CONTEXT) : utterance.start]
        if figure.part == "body"
        else ""
    )
    cues = (voice.told.cue,) if voice.told else ()
    held = status(text, start, end, cues=cues)
    if voice.told and figure.noun and 0 < voice.told.start - figure.end < 6 and figure.noun in voice.told.source:
        figure = replace(figure, noun="")  # "the 14 the organisers spoke of": whoever speaks is not counted
    what = subject(figure, text, start, end, before, read.known.halves)
    claim = replace(
        claim,
        status=held,
        measure=measure(text, start, end, figure.unit),
        subject=what,
        place=place(
            text,
            (start, end),
            read.places,
            before=before,
            skip=_speakers_ground(read, index, figure.start),
            jurisdiction=_jurisdiction(voice, text[end:]) if toll(what) or losses(figure.noun, text, start) else "",
        ),
        scope=scope(text, end),
    )
    when = _as_of(document, claim, read, index, voice, dated)
    return Reading(_dated(claim, when), voice, lead=index in leads and not voice.recalled)


def _speakers_ground(read: Scene, index: int, offset: int) -> list[tuple[int, int]]:
    """The stretches of a sentence that say where its speakers are: "officials in Derby said", "he said in Derby"."""
    base, last = read.page.utterances[index].start, read.page.utterances[index].end
    found = []
    for n in read.by_utterance[index]:
        one = read.told[n]
        opens = one.start if one.wraps else base
        found.append((opens - base, max(one.end, one.cue_end) - base))
        if one.wraps and offset < one.start:
            found.append((one.start - base, last - base))
    return found


def _jurisdiction(voice: Voice, after: str) -> str:
    """The country whose soldiers are counted ("100 Chilean soldiers"), else that whose authorities tell a toll: Chilean
    officials count Chile's dead."""
    army = ARMY.match(after)
    if army and army[1] in ADJECTIVES:
        return COUNTRY_OF[army[1]]
    match = COUNTRY.match(voice.told.source.removeprefix("The ").removeprefix("the ")) if voice.told else None
    name = COUNTRY_OF[match[0]] if match else ""
    return "" if name in UNIONS else name


def _dated(claim: Claim, when: asof.AsOf) -> Claim:
    return replace(claim, as_of_start=when.start, as_of_end=when.end, as_of_text=when.text, as_of_basis=when.basis)


def _as_of(document: Document, claim: Claim, read: Scene, index: int, voice: Voice, dated: asof.AsOf) -> asof.AsOf:
    utterance = read.page.utterances[index]
    text, published = utterance.text, document.published
    start, end = claim.start - utterance.start, claim.end - utterance.start
    times = asof.times_of(text)
    if times:
        spoken = asof.all_speech_times(text, utterance.start, tuple(read.told[n] for n in read.by_utterance[index]))
        given = asof.stated(text, start, end, spoken, published, claim.status, times)
        if given is not None:
            return given
    if voice.told is not None:
        for told in (voice.told, *read.telling_before(voice.number)):
            where = read.page.utterances[told.utterance]
            mine = asof.speech_times(where.text, where.start, told, asof.times_of(where.text))
            speech = asof.spoken_on(mine, published)
            if speech is not None:
                return asof.superseded(speech, text, start)
    return asof.superseded(dated, text, start)


def _counted_on(readings: list[Reading], read: Scene) -> list[Reading]:
    """Numbers without a noun take the subject of the number before, in their sentence or the two before it."""
    found: list[Reading] = []
    earlier: list[tuple[int, tuple[str, str, str]]] = []
    for one in readings:
        reading, claim = one, one.claim
        index = read.page.at(claim.part, claim.start)
        if not claim.subject and index >= 0:
            utterance = read.page.utterances[index]
            if leans(claim, utterance.text, claim.start - utterance.start, claim.end - utterance.start):
                near = [row for at, row in earlier if index - (NEAR if claim.kind == "count" else UNITS_NEAR) <= at]
                claim = replace(claim, subject=antecedent(claim.kind, claim.unit, near))
                reading = replace(reading, claim=claim)
        if claim.subject:
            earlier.append((index, (claim.kind, claim.unit, claim.subject)))
            del earlier[:-8]
        found.append(reading)
    return found


def _inherit(reading: Reading, readings: Sequence[Reading]) -> Claim:
    """A number of the headline or the lead that nobody tells is told where the text says it again with its speaker."""
    claim = reading.claim
    if reading.voice.speakers:
        return claim
    for other in readings:
        if other.voice.speakers and other.claim.id != claim.id and _same_count(claim, other.claim):
            told = other.claim
            basis: OriginBasis = "outlet" if told.origin_basis == "outlet" else "inferred"
            claim = replace(claim, said_by=told.said_by, chain=told.chain, origin=told.origin, origin_basis=basis)
            if claim.as_of_basis in {"published", "unknown"}:
                claim = replace(
                    claim,
                    as_of_start=told.as_of_start,
                    as_of_end=told.as_of_end,
                    as_of_text=told.as_of_text,
                    as_of_basis=told.as_of_basis,
                    status=told.status if claim.status == "observed" else claim.status,
                )
            return replace(claim, place=told.place or claim.place, subject=claim.subject or told.subject)
    return claim


def _same_count(claim: Claim, other: Claim) -> bool:
    if claim.kind != other.kind or claim.unit != other.unit or claim.value is None or claim.value != other.value:
        return False
    titled = claim.part == "title" and claim.subject == other.subject and toll(claim.subject)
    if claim.value < FEW and not titled:
        return False
    if claim.subject and other.subject:
        return claim.subject == other.subject or claim.subject.split()[-1] == other.subject.split()[-1]
    return True
