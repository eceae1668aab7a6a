import json

import pytest


def reconciled(recon, *arguments):
    return json.loads(recon("reconcile", "news", "--format", "json", *arguments).stdout)


def test_every_claim_is_in_one_series_and_every_reference_is_a_claim(recon):
    whole = reconciled(recon)
    claims = [row for one in whole["series"] for row in one["claims"]]
    ids = [row["id"] for row in claims]
    assert len(set(ids)) == len(ids) == 6
    assert all(row["series"] == one["key"] for one in whole["series"] for row in one["claims"])
    for relation in whole["relations"]:
        assert {relation["a"], relation["b"]} <= set(ids)
    for one in whole["series"]:
        for estimate in one["estimates"]:
            assert set(estimate["support"]) <= set(ids)
            assert estimate["by"]


def test_documents_carry_what_is_known_of_them(recon):
    whole = reconciled(recon)
    assert [(one["id"], one["publisher"], one["published"]) for one in whole["documents"]] == [
        ("news/a.txt", "The Courier", "2024-05-02"),
        ("news/b.txt", "Varn Post", "2024-05-04"),
    ]


def test_findings_are_those_of_the_checks_and_of_the_machinery(recon, folder):
    (folder / "news" / "c.txt").write_bytes(b"\xff")
    assert [one["code"] for one in reconciled(recon)["findings"]] == ["RC101", "RX901"]


def test_text_goes_from_each_number_to_its_place(recon):
    shown = recon("reconcile", "news").stdout
    assert "news/a.txt:6:7" in shown
    assert "news/b.txt:1:10" in shown
    assert "~30" in shown
    assert "≥45" in shown
    assert shown.endswith("1 error within single articles: recon check shows it.\n")


def test_explain_shows_one_series_with_its_sentences(recon):
    whole = reconciled(recon)
    key = max(whole["series"], key=lambda one: len(one["claims"]))["key"]
    shown = recon("reconcile", "news", "--explain", key).stdout
    assert "“At least 45 people are missing in Varn, the mayor said on Friday.”" in shown
    assert [one["key"] for one in reconciled(recon, "--explain", key)["series"]] == [key]


def test_explain_tells_where_the_dates_of_a_document_are_from(recon, folder):
    for name, tag in (
        (
            "known",
            '<meta property="article:published_time" content="2024-05-03"><meta name="lastmod" content="2024-01-02">',
        ),
        ("saved", "<!-- Page saved with SingleFile\nsaved date: Sat May 04 2024 10:00:00 -->"),
    ):
        text = (
            "<p>At least 45 people are missing in Varn, the mayor said on Friday. The search goes on by night.</p>" * 3
        )
        (folder / f"{name}.html").write_text(f"<html><head>{tag}</head><body><h1>Varn</h1>{text}</body></html>")
    [key] = {
        one["key"]
        for one in json.loads(recon("reconcile", "known.html", "saved.html", "--format", "json").stdout)["series"]
    }
    shown = " ".join(recon("reconcile", "known.html", "saved.html", "--explain", key).stdout.split())
    assert (
        "dates published 2024-05-03, meta article:published_time; modified: not used: meta lastmod 2024-01-02" in shown
    )
    assert "dates fetched 2024-05-04, comment of SingleFile" in shown


def test_a_series_there_is_not_is_refused_with_its_likes(recon):
    result = recon("reconcile", "news", "--explain", "mising")
    assert result.exit_code == 2
    assert "there is no series 'mising'" in result.stderr


def test_only_the_reconcilers_asked_for(recon):
    made = {
        one["by"] for series in reconciled(recon, "--reconciler", "latest")["series"] for one in series["estimates"]
    }
    assert made == {"latest"}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["news"], 0),
        (["news", "--fail-on", "error"], 1),
        (["news/b.txt", "--fail-on", "warning"], 0),
        (["news", "--reconciler", "none"], 2),
        (["none.txt"], 2),
    ],
)
def test_the_exit_status(recon, arguments, status):
    assert recon("reconcile", *arguments).exit_code == status


def test_what_does_not_add_up_across_articles_stands_with_its_series(recon, folder):
    head = "---\nsource: {}\ndate: 2031-03-0{}\n---\n"
    (folder / "fall").mkdir()
    for day, number in ((4, 42), (5, 24)):
        text = f"The flood in Varn killed {number} people, police said.\n"
        (folder / "fall" / f"{day}.txt").write_text(head.format("The Courier", day) + text)
    done = recon("reconcile", "fall")
    assert "RC401         [1] [2]  falls from 42 on 4 March 2031 (police) to 24" in done.output
    assert "two digits swapped" in done.output
    assert recon("reconcile", "fall", "--fail-on", "warning").exit_code == 1
    (folder / "recon.toml").write_text('ignore = ["RC4"]\n')
    assert "RC401" not in recon("reconcile", "fall").output
    refused = recon("check", "fall", "--select", "RC401")
    assert refused.exit_code == 2
    assert "recon reconcile" in refused.output


def test_a_known_revision_explains_a_fall_and_one_of_nothing_is_told(recon, folder):
    (folder / "fall").mkdir()
    for day, number in ((4, 42), (5, 24)):
        head = f"---\nsource: The Courier\ndate: 2031-03-0{day}\n---\n"
        text = f"{head}The flood in Varn killed {number} people, police said.\n"
        (folder / "fall" / f"{day}.txt").write_text(text)
    entry = '[[revision]]\nseries = "{}"\ndate = 2031-03-05\nreason = "names stood twice"\n'
    (folder / "revisions.toml").write_text(entry.format("dead-varn") + entry.format("dead-holm"))
    done = recon("reconcile", "fall")
    assert "explained: names stood twice" in done.output
    assert "revisions.toml:5: no series 'dead-holm' has a number of 2031-03-05; it explains nothing" in done.output
    assert recon("reconcile", "fall", "--fail-on", "warning").exit_code == 0
    assert recon("reconcile", "fall", "--revisions", "none.toml").exit_code == 2
