"""Twice the articles take twice the time: claims are blocked before they are compared, and large series are not
related pair by pair."""

import datetime as dt
import gc
import time
import tracemalloc
from itertools import islice
from random import Random

import pytest

from benchmarks.stories import stories
from recon.model import Document
from recon.series import align, relate
from recon.series import copies as find_copies
from recon.series.copies import shingles
from recon.testing import claim

SYLLABLES = "ka lo mi ra ten vor sal dun bri mar ost hel wen tor gar pol nim cas der fel".split()
SCENE = (
    "The Varn dam above the Marost valley broke in Tarnmouth, and Governor Berg called the Helwen Guard to Tarnmouth."
)
FIRST = dt.date(2031, 5, 1)


def name(rng):
    return "".join(rng.choice(SYLLABLES) for _ in range(3)).capitalize()


def one_story(number, rng):
    """One flood told by as many outlets."""
    return f"The flood in Tarnmouth killed {40 + rng.randrange(200)} people, {name(rng)} said. {SCENE}", "Tarnmouth"


def many_stories(number, rng):
    """A story for every article."""
    place = name(rng)
    words = " ".join(name(rng) for _ in range(40))
    return f"The storm in {place} killed {2 + rng.randrange(200)} people. They knew {words} well.", place


def copies(number, rng):
    """One text in every outlet."""
    return "The flood in Tarnmouth killed 48 people, Mayor Ada Lindqvist said.", "Tarnmouth"


def batch(size, make):
    documents, claims = [], []
    for number in range(size):
        rng = Random(number)
        text, place = make(number, rng)
        day = FIRST + dt.timedelta(days=number * 30 // size)
        documents.append(Document(id=f"{number}.txt", text=text, publisher=f"{name(rng)} Post", published=day))
        printed = next(word for word in text.split() if word.isdigit())
        claims.append(
            claim(
                float(printed), doc=f"{number}.txt", start=text.index(printed), text=printed, noun="people",
                subject="dead", place=place, origin=name(rng) if make is one_story else "", published=day,
                as_of_start=day, as_of_end=day, sentence_start=0, sentence_end=len(text), step=1.0,
            )
        )  # fmt: skip
    return claims, documents


def seconds(claims, documents):
    gc.collect()  # of what other tests have left
    begun = time.process_time()
    relate(align(claims, documents), documents)
    return time.process_time() - begun


@pytest.mark.parametrize("make", [one_story, many_stories, copies])
def test_time_grows_with_the_articles(make):
    small, large = batch(150, make), batch(900, make)
    seconds(*small)  # what is remembered of words is remembered for both
    # Pair by pair, six times the articles would take 36 times as long; a busy machine alone makes three of one.
    assert min(seconds(*large) for _ in range(3)) < 6 * 4 * max(seconds(*small) for _ in range(3))


def test_what_is_kept_of_an_article_is_little():
    claims, documents = batch(400, many_stories)
    align(*batch(50, many_stories))  # what is remembered of words is no part of it
    tracemalloc.start()
    series = align(claims, documents)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(series) == len(claims)
    assert kept < 6_000 * len(claims)


def test_what_only_one_text_has_is_not_kept_to_find_copies():
    documents = [Document(id=row["id"], text=row["text"]) for row in islice(stories(), 300)]
    words = sum(len(document.text.split()) for document in documents)
    list(shingles(documents[0].text))
    tracemalloc.start()
    find_copies(documents)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 45 * words


@pytest.mark.parametrize("make", [one_story, copies])
def test_relations_grow_with_the_articles(make):
    claims, documents = batch(400, make)
    series = align(claims, documents)
    assert [len(one.claims) for one in series] == [400]
    assert len(relate(series, documents)) <= 10 * len(claims)


def test_a_small_series_keeps_every_pair():
    claims, documents = batch(80, copies)
    assert len(relate(align(claims, documents), documents)) == 80 * 79 / 2


def test_in_a_large_series_repeats_go_back_to_the_first_and_an_origin_to_what_it_said_before():
    claims, documents = batch(300, one_story)
    of = {one.id: one for one in claims}
    last = documents[-1].published
    early, late = (claim(977.0, doc=doc, start=3, subject="dead", place="Tarnmouth", origin="Governor Berg",
                         published=day, as_of_start=day, as_of_end=day)
                   for doc, day in (("0.txt", FIRST), ("299.txt", last)))  # fmt: skip
    found = relate(align([*claims, early, late], documents), documents)
    assert [one.kind for one in found if {one.a, one.b} == {early.id, late.id}] == ["restated"]
    first = {}
    for one in sorted(claims, key=lambda one: (one.as_of_end, one.id)):
        first.setdefault(one.value, one.id)
    told = {frozenset((one.a, one.b)) for one in found if one.kind in ("restated", "same")}
    again = [one for one in claims if first[one.value] != one.id]
    assert again
    assert all(frozenset((first[of[one.id].value], one.id)) in told for one in again)
