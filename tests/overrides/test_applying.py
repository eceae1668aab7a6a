"""What overrides do to claims, series, relations and estimates, and how they survive what changes around them."""

import pytest

from recon.errors import UsageError
from tests.overrides.conftest import NEWS, id_of

VARN = ["30", "45", "45", "900"]
READ = [["$12 million"], ["120"], VARN]


def claim_of(result, id_):
    return next(claim for one in result.series for claim in one.claims if claim.id == id_)


def series_of(result, id_):
    return next(one for one in result.series if any(claim.id == id_ for claim in one.claims))


def told(result, code):
    return [one.message for one in result.findings if one.code == code]


def edited(doc, old, new):
    """The news with one article changed."""
    outlet, day, text = NEWS[doc]
    assert old in text
    return {**NEWS, doc: (outlet, day, text.replace(old, new))}


def test_without_overrides_nothing_is_decided(run, together):
    result = run()
    assert together(result) == READ
    assert (result.overrides, result.findings) == ((), ())


@pytest.mark.parametrize(
    ("values", "field", "wanted"),
    [
        ("as_of = 2031-05-01", "as_of_start", "2031-05-01"),
        ("as_of = 2031-05-01", "as_of_basis", "stated"),
        ('as_of = "unknown"', "as_of_end", "None"),
        ('as_of = "unknown"', "as_of_basis", "unknown"),
        ('status = "forecast"', "status", "forecast"),
        ('measure = "increment"', "measure", "increment"),
        ('place = "Holm"', "place", "Holm"),
        ('subject = "dead"', "subject", "dead"),
        ('scope = "including the mayor"', "scope", "including the mayor"),
        ('origin = "Fire Service"', "chain", "('The Courier', 'Fire Service')"),
        ('origin = "Fire Service"', "said_by", "Fire Service"),
        ('origin = "Fire Service"', "origin_basis", "named"),
        ('origin = "The Courier"', "origin_basis", "outlet"),
        ('origin = "The Courier"', "said_by", "mayor"),
        ('said_by = "the duty officer"', "origin", "the duty officer"),
        ('said_by = "the duty officer"\norigin = "Fire Service"', "chain",
         "('The Courier', 'Fire Service', 'the duty officer')"),
        ('chain = ["The Courier", "Night Wire", "Fire Service"]', "origin", "Fire Service"),
        ('chain = ["The Courier", "Night Wire", "an officer"]\norigin = "Night Wire"', "said_by", "an officer"),
    ],
)  # fmt: skip
def test_a_value_is_set(run, values, field, wanted):
    result = run(f"[[set]]\nclaim = @a.txt:30@\n{values}\nwhy = 'so'\n")
    assert str(getattr(claim_of(result, id_of("a.txt:30")), field)) == wanted
    (one,) = result.overrides
    assert (one.verb, one.file, one.line, one.why) == ("set", "recon.overrides.toml", 1, "so")
    assert one.claims == (id_of("a.txt:30"),)
    assert ", read as " in one.what
    assert result.findings == ()


def test_what_is_set_acts_before_claims_are_aligned(run, together):
    assert together(run("[[set]]\nclaim = @d.txt:900@\nplace = 'Holm'\nwhy = 'x'\n")) == [
        ["$12 million"], ["120", "900"], ["30", "45", "45"],
    ]  # fmt: skip


def test_estimates_and_relations_follow(run):
    key = series_of(run(), id_of("a.txt:30")).key
    before = [(one.by, one.high) for one in run().estimates if one.series == key]
    result = run("[[set]]\nclaim = @d.txt:900@\nstatus = 'denied'\nwhy = 'they took it back'\n")
    after = [(one.by, one.high) for one in result.estimates if one.series == key]
    assert ("range", 900.0) in before
    assert ("range", 900.0) not in after
    denied = [one.kind for one in result.relations if id_of("d.txt:900") in (one.a, one.b)]
    assert "conflict" not in denied
    assert "updated" not in denied


def test_setting_what_is_read_already_is_no_decision(run):
    result = run("[[set]]\nclaim = @a.txt:30@\nplace = 'Varn'\nstatus = 'observed'\nas_of = 2031-05-02\n")
    assert (result.overrides, result.findings) == ((), ())
    assert result.series == run().series


def test_names_are_folded(run):
    toml = "[[fold]]\nname = 'Harbour Office'\nalso = ['harbor  office', 'the wharf']\nwhy = 'one body'\n"
    result = run(toml)
    folded = claim_of(result, id_of("c.txt:120"))
    assert (folded.chain, folded.origin) == (("Night Wire", "Harbour Office"), "Harbour Office")
    assert [one.what for one in result.overrides] == ["“harbor office” is Harbour Office"]
    assert told(result, "RX909") == ["fold: no claim here has the speaker 'the wharf'"]
    assert {one.severity for one in result.findings} == {"info"}


@pytest.mark.parametrize(
    ("fold", "field", "wanted"),
    [
        ("name = 'Lower Varn'\nalso = ['Varn']\nof = 'place'", "place", "Lower Varn"),
        ("name = 'lost'\nalso = ['missing']\nof = 'subject'", "subject", "lost"),
        ("name = 'Courier Group'\nalso = ['The Courier']", "publisher", "Courier Group"),
    ],
)
def test_places_subjects_and_outlets_are_folded_too(run, fold, field, wanted):
    result = run(f"[[fold]]\n{fold}\nwhy = 'x'\n")
    assert getattr(claim_of(result, id_of("a.txt:30")), field) == wanted


@pytest.mark.parametrize(
    ("what", "gone"),
    [
        ("source = 'rumour daily'", ["900"]),
        ("source = 'Harbor Office'", ["120"]),
        ("doc = 'c.txt'", ["120", "45"]),
        ("doc = '[cd].txt'", []),
        ("doc = '?.txt'", ["$12 million", "120", "30", "45", "45", "900"]),
        ("claim = @d.txt:900@", ["900"]),
    ],
)
def test_sources_documents_and_claims_are_left_out(run, what, gone):
    result = run(f"[[leave-out]]\n{what}\nwhy = 'x'\n")
    left = [claim.text for one in result.series for claim in one.claims]
    everything = [claim.text for one in run().series for claim in one.claims]
    assert sorted([*left, *gone]) == sorted(everything)
    assert len(result.overrides) == (1 if gone else 0)


def test_a_source_takes_with_it_what_was_folded_or_set_to_it(run, together):
    toml = """[[leave-out]]
source = "Rumour Mill"
[[fold]]
name = "Rumour Mill"
also = ["Rumour Daily"]
[[set]]
claim = @a.txt:30@
origin = "Rumour Mill"
"""
    assert together(run(toml)) == [["$12 million"], ["120"], ["45", "45"]]


def test_series_are_merged_split_and_moved(run, together):
    merged = run("[[merge]]\nclaims = [@a.txt:30@, @c.txt:120@]\nwhy = 'one valley'\n")
    assert together(merged) == [["$12 million"], ["120", *VARN]]
    assert merged.overrides[0].what == "2 series made one: “Missing in Varn” and “Missing in Holm”"
    split = run("[[split]]\nclaims = [@d.txt:900@]\nwhy = 'all of the coast'\n")
    assert together(split) == [["$12 million"], ["120"], ["30", "45", "45"], ["900"]]
    assert split.overrides[0].left == tuple(claim.id for claim in series_of(split, id_of("a.txt:30")).claims)
    moved = run("[[move]]\nclaim = @d.txt:900@\nto = @c.txt:120@\nwhy = 'Holm'\n")
    assert together(moved) == [["$12 million"], ["120", "900"], ["30", "45", "45"]]
    assert moved.overrides[0].what == "moved here from “Missing in Varn”"


def test_every_claim_stays_in_one_series_with_its_key_and_in_order(run):
    result = run("[[merge]]\nclaims = [@a.txt:30@, @c.txt:120@]\n[[split]]\nclaims = [@d.txt:900@]\n")
    ids = [claim.id for one in result.series for claim in one.claims]
    assert len(ids) == len(set(ids)) == 6
    assert all(claim.series == one.key for one in result.series for claim in one.claims)
    assert len({one.key for one in result.series}) == len(result.series)
    for one in result.series:
        days = [claim.as_of_end for claim in one.claims]
        assert days == sorted(days)
    for estimate in result.estimates:
        home = {claim.id for one in result.series if one.key == estimate.series for claim in one.claims}
        assert set(estimate.support) <= home


def test_series_that_nobody_touched_are_as_they_were(run):
    before = {one.title: [claim.id for claim in one.claims] for one in run().series}
    result = run("[[split]]\nclaims = [@d.txt:900@]\n")
    after = {one.title: [claim.id for claim in one.claims] for one in result.series}
    assert before["Missing in Holm"] == after["Missing in Holm"]


def test_a_split_off_claim_can_be_a_target_and_a_part_of_a_merge(run, together):
    toml = "[[split]]\nclaim = @d.txt:900@\n[[move]]\nclaim = @b.txt:45@\nto = @d.txt:900@\n"
    assert together(run(toml)) == [["$12 million"], ["120"], ["30", "45"], ["45", "900"]]
    toml = "[[split]]\nclaim = @d.txt:900@\n[[merge]]\nclaims = [@d.txt:900@, @c.txt:120@]\n"
    assert together(run(toml)) == [["$12 million"], ["120", "900"], ["30", "45", "45"]]


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        (
            "[[split]]\nclaim = @d.txt:900@\n[[merge]]\nclaims = [@d.txt:900@, @a.txt:30@]\n",
            "recon.overrides.toml:1 and line 3: a split takes claims apart that a merge brings together",
        ),
        (
            (
                "[[merge]]\nclaims = [@d.txt:900@, @c.txt:120@]\n[[split]]\nclaim = @d.txt:900@\n"
                "[[merge]]\nclaims = [@c.txt:120@, @a.txt:30@]\n"
            ),
            "recon.overrides.toml:3 and line 5: a split takes claims apart",
        ),
        (
            "[[merge]]\nclaims = [@a.txt:30@, @a.txt:$12 million@]\n",
            "recon.overrides.toml:1: “30” (count) and “$12 million” (USD) cannot be one quantity",
        ),
        ("[[move]]\nclaim = @a.txt:$12 million@\nto = @a.txt:30@\n", "take one out of the move"),
        ("[[split]]\nclaims = [@a.txt:$12 million@, @a.txt:30@]\n", "take one out of the split"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_lines(run, toml, words):
    with pytest.raises(UsageError) as error:
        run(toml)
    assert words in str(error.value)


def test_two_names_of_one_claim_contradict_each_other_too(run):
    news = edited("a.txt", "About", "Officially, about")
    # The first entry was written before the edit, the second after it.
    later = f"{{ id = '{id_of('a.txt:30', news)}', text = '30' }}"
    toml = f"[[set]]\nclaim = @a.txt:30@\nplace = 'X'\n[[set]]\nclaim = {later}\nplace = 'Y'\n"
    with pytest.raises(UsageError, match="line 4: place of “30” is set to two values"):
        run(toml, news, NEWS)


# What changes around them


def test_new_articles_leave_them_standing(run, together):
    news = {**NEWS, "e.txt": ("Varn Post", "2031-05-09", "Some 50 people are missing in Varn, the mayor said.")}
    result = run("[[split]]\nclaim = @d.txt:900@\nwhy = 'x'\n", news)
    assert together(result) == [["$12 million"], ["120"], ["30", "45", "45", "50"], ["900"]]
    assert result.findings == ()


@pytest.mark.parametrize(
    ("old", "new", "by"),
    [
        ("About", "UPDATE 2. About", "by its words"),
        ("are missing", "are still missing", None),
        ("About 30 people", "Officials now fear that about 30 people", "by its words"),
        ("About", "Three villages, 30 farms. About", "by its words"),
    ],
)  # fmt: skip
def test_a_claim_that_has_moved_is_found_again_by_its_words(run, old, new, by):
    news = edited("a.txt", old, new)
    result = run("[[set]]\nclaim = @@a.txt:30@@\nplace = 'Nether Varn'\nwhy = 'x'\n", news, NEWS)
    (one,) = result.overrides
    assert claim_of(result, one.claims[0]).noun == "people"
    assert claim_of(result, one.claims[0]).place == "Nether Varn"
    where = one.claims[0]
    told_ = [f"set: “30” was found again {by} at {where}; correct its id"] if by else []
    assert told(result, "RX910") == told_
    assert {one.severity for one in result.findings} <= {"info"}


def test_a_number_alone_is_found_again_with_a_warning(run):
    result = run("[[set]]\nclaim = @a.txt:30@\nplace = 'X'\nwhy = 'x'\n", edited("a.txt", "About", "Now about"), NEWS)
    (one,) = result.findings
    assert (one.code, one.severity, one.doc, one.line) == ("RX910", "warning", "recon.overrides.toml", 1)
    assert "by its number alone" in one.message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("30", "40", "“30” is not printed in a.txt any more: “40” stands there"),
        ("About 30", "About thirty-one", "“30” is not printed in a.txt any more"),
        ("About 30 people", "Now 30 boats and 30 people", "“30” may be any of 2 in a.txt now"),
        (NEWS["a.txt"][2], "Nothing is known.", "“30” is not printed in a.txt any more"),
    ],
)
def test_another_number_never_takes_the_place(run, together, old, new, words):
    news = edited("a.txt", old, new)
    result = run("[[set]]\nclaim = @a.txt:30@\nplace = 'X'\nwhy = 'x'\n", news, NEWS)
    (one,) = result.findings
    assert (one.code, one.severity, one.line) == ("RX909", "warning", 1)
    assert words in one.message
    assert result.overrides == ()
    assert "X" not in {claim.place for series in result.series for claim in series.claims}


def test_the_same_number_in_other_words_is_another_claim(run):
    news = edited("a.txt", NEWS["a.txt"][2], "In all, 30 boats sank off the coast on Monday night.")
    result = run("[[set]]\nclaim = @@a.txt:30@@\nplace = 'X'\nwhy = 'x'\n", news, NEWS)
    assert result.overrides == ()
    assert "stands in the words “About 30 people are missing" in told(result, "RX909")[0]


def test_the_same_number_at_the_same_place_in_other_words_is_another_claim(run):
    news = edited("a.txt", NEWS["a.txt"][2], "About 30 boats sank off the coast on Monday night.")
    result = run("[[set]]\nclaim = @@a.txt:30@@\nplace = 'X'\nwhy = 'x'\n", news, NEWS)
    assert (result.overrides, len(told(result, "RX909"))) == ((), 1)


def test_a_document_of_another_run_says_nothing_of_an_entry(run):
    """A run over one folder must not call stale what another folder has; a file that is gone is gone."""
    here = {name: NEWS[name] for name in ("a.txt", "b.txt")}
    toml = "[[split]]\nclaim = { id = 'record-7#body:1-3', text = '30' }\nwhy = 'x'\n"
    assert run(toml, here).findings == ()
    assert told(run("[[split]]\nclaim = @c.txt:120@\nwhy = 'x'\n", here, NEWS), "RX909") == [
        "split: there is no c.txt any more; correct the entry or take it out"
    ]


def test_a_merge_of_which_one_article_is_not_there_joins_the_rest(run, together, tmp_path):
    (tmp_path / "d.txt").write_text("there, but not read in this run")
    here = {name: NEWS[name] for name in ("a.txt", "c.txt")}
    result = run("[[merge]]\nclaims = [@a.txt:30@, @c.txt:120@, @d.txt:900@]\nwhy = 'x'\n", here, NEWS)
    assert together(result) == [["$12 million"], ["120", "30", "45"]]
    assert result.findings == ()


def test_an_override_that_acts_says_why_or_is_told(run):
    result = run("[[split]]\nclaim = @d.txt:900@\n[[set]]\nclaim = @a.txt:30@\nplace = 'Varn'\n")
    (one,) = result.findings
    assert (one.code, one.severity, one.line) == ("RX911", "warning", 1)
    assert one.message == 'the split gives no reason; write why = "…"'


def test_two_numbers_of_one_sentence_are_told_apart_by_the_words_around_them(run):
    news = {"a.txt": ("The Courier", "2031-05-02", ("Of the crew 30 people died in the harbour at Varn and far away "
                      "on the other shore of the wide lake 30 people are missing."))}  # fmt: skip
    after = {"a.txt": (*news["a.txt"][:2], f"Correction added. {news['a.txt'][2]}")}
    first = news["a.txt"][2].index("30")
    words = "Of the crew 30 people died in the harbour at"
    ref = f"{{ id = 'a.txt#body:{first}-{first + 2}', text = '30', words = '{words}' }}"
    result = run(f"[[set]]\nclaim = {ref}\nplace = 'X'\nwhy = 'x'\n", after)
    (one,) = result.overrides
    assert one.claims == (f"a.txt#body:{first + 18}-{first + 20}",)


def test_same_bytes_whatever_the_order_of_articles(run):
    toml = "[[merge]]\nclaims = [@a.txt:30@, @c.txt:120@]\nwhy = 'x'\n[[fold]]\nname = 'H'\nalso = ['Harbor Office']\n"
    assert run(toml) == run(toml)
