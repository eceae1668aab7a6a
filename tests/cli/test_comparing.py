"""recon verify and recon diff."""

import json

import pytest


@pytest.fixture(params=["jsonl", "csv", "parquet", "json"])
def saved(request, folder, recon):
    """What a run wrote of the folder news."""
    name = f"saved.{request.param}"
    command = ["reconcile"] if request.param == "json" else ["extract"]
    done = recon(*command, "news", "--format", request.param, "--output", name)
    assert done.exit_code == 0
    return name


def edit(folder, name, *changes):
    path = folder / "news" / name
    text = path.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text)


def test_verify_of_what_stands(saved, recon):
    done = recon("verify", saved, "news", "--exit-code")
    assert done.exit_code == 0
    assert "figures, each where it stood.\n" in done.output


def test_verify_tells_what_moved_and_exits_with_1_where_asked(saved, folder, recon):
    edit(folder, "a.txt", ("About 30 people", "On Monday about 30 people"))
    edit(folder, "b.txt", ("At least 45", "At least 50"))
    done = recon("verify", saved, "news")
    assert done.exit_code == 0
    assert "moved to" in done.output
    assert "now “50” stands there" in done.output
    assert all(len(line) <= 80 for line in done.output.splitlines())
    told = recon("verify", saved, "news", "--format", "json", "--exit-code")
    assert told.exit_code == 1
    rows = {(row["doc"], row["text"]): row for row in json.loads(told.stdout)["moved"]}
    assert rows["news/b.txt", "45"] | {"id": ""} == {
        "id": "", "doc": "news/b.txt", "part": "body", "start": 9, "end": 11, "text": "45", "problem": "text",
        "found": "50", "now": None,
    }  # fmt: skip
    lake = rows["news/a.txt", "16 km"]
    text = (folder / "news" / "a.txt").read_text()
    assert text[lake["now"]["start"] : lake["now"]["end"]] == "16 km"


def test_verify_of_a_document_that_is_not_given(saved, recon):
    done = recon("verify", saved, "news/b.txt", "--exit-code")
    assert done.exit_code == 1
    assert "news/a.txt\n  its document is not among those given: " in done.output


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("news/a.txt", "give a file that recon extract --output"),
        ("news", "give a file that recon extract --output"),
        ("nothing.jsonl", "no such file or directory; see that it is there"),
    ],
)
def test_verify_of_what_is_no_saved_run(file, told, recon):
    done = recon("verify", file, "news")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert told in done.stderr


def test_verify_without_documents(folder, recon):
    recon("extract", "news", "--format", "jsonl", "--output", "saved.jsonl")
    (folder / "none").mkdir()
    assert recon("verify", "saved.jsonl", "none").exit_code == 2


def copied(folder):
    (folder / "later").mkdir()
    for path in (folder / "news").iterdir():
        (folder / "later" / path.name).write_text(path.read_text())


def test_diff_of_two_folders(folder, recon):
    copied(folder)
    assert recon("diff", "later", "news", "--exit-code").output == "No number moved: 6 numbers as before.\n"
    edit(folder, "b.txt", ("The dam cost $12 million.", ""), ("At least 45 people", "At least 50 people"))
    done = recon("diff", "later", "news", "--exit-code")
    assert done.exit_code == 1
    assert done.output == (
        "later/b.txt → news/b.txt\n"
        "  ≥45 → ≥50 people  (1:10)\n"
        "  - At least [45] people are missing in Varn, the mayor said on Friday.\n"
        "  + At least [50] people are missing in Varn, the mayor said on Friday.\n"
        "  - $12 million dam  (1:80)\n"
        "  - The dam cost [$12 million].\n"
        "\n"
        "1 changed, 1 gone; 4 as before.\n"
    )
    told = json.loads(recon("diff", "later", "news", "--format", "json").stdout)
    (document,) = told["documents"]
    assert [(row["change"], row["differs"]) for row in document["changes"]] == [("changed", ["number"]), ("gone", [])]
    assert document["changes"][0]["new"]["sentence"].startswith("At least 50")
    assert document["changes"][1]["new"] is None
    assert told["standing"] == 4


def test_diff_of_saved_figures_with_the_articles_of_today(folder, recon):
    recon("extract", "news", "--format", "csv", "--output", "saved.csv")
    edit(folder, "a.txt", ("About 30 people", "About 35 people"))
    done = recon("diff", "saved.csv", "news")
    assert "~30 → ~35 people" in done.output
    assert "1 changed; 5 as before." in done.output


def test_diff_of_two_reconciliations(folder, recon):
    recon("reconcile", "news", "--format", "json", "--output", "old.json")
    assert recon("diff", "old.json", "old.json", "--exit-code").output == "Nothing moved.\n"
    edit(folder, "b.txt", ("At least 45 people", "Yesterday, said Red Cross officials, 52 people"))
    (folder / "news" / "c.txt").write_text("In Varn 61 people are missing, the mayor said on Sunday.\n")
    recon("reconcile", "news", "--format", "json", "--output", "new.json")
    done = recon("diff", "old.json", "new.json", "--exit-code")
    assert done.exit_code == 1
    assert "+ 61, " in done.output
    assert "≥45 → 52" in done.output
    assert all(len(line) <= 80 for line in done.output.splitlines())
    told = json.loads(recon("diff", "old.json", "new.json", "--format", "json").stdout)
    (missing,) = (one for one in told["series"] if any(claim["text"] == "61" for claim in one["added"]))
    assert any("number" in one["differs"] for one in missing["changed"])
    assert {one["by"] for one in missing["estimates"]} >= {"latest", "range"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("news/a.txt", "nothing.txt", "nothing.txt: cannot be read"),
        ("old.json", "news", "is a reconciliation and the other is not"),
        ("-", "news/a.txt", "recon diff reads no standard input"),
        ("news/a.txt", "none", "none: holds no article"),
        ("latin.txt", "news/a.txt", "latin.txt:1: not UTF-8"),
    ],
)
def test_diff_of_what_cannot_be_compared(old, new, told, folder, recon):
    (folder / "none").mkdir()
    (folder / "latin.txt").write_bytes(b"Twelve people died in a caf\xe9.")
    recon("reconcile", "news", "--format", "json", "--output", "old.json")
    done = recon("diff", old, new)
    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_diff_says_of_a_modelled_estimate_that_it_is(folder, recon):
    recon("reconcile", "news", "--format", "json", "--output", "old.json")
    run = json.loads((folder / "old.json").read_text())
    estimate = run["series"][0]["estimates"][-1]
    estimate |= {"low": 11.0, "best": 15.5, "high": 21.0, "modelled": ["low", "best", "high"]}
    (folder / "new.json").write_text(json.dumps(run, indent=1))
    assert "→ 15.5 modelled (11–21)" in recon("diff", "old.json", "new.json").stdout
    assert '"modelled": [' in recon("diff", "old.json", "new.json", "--format", "json").stdout
    estimate["modelled"] = ["worst"]
    (folder / "new.json").write_text(json.dumps(run, indent=1))
    done = recon("diff", "old.json", "new.json")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "it is not clear what was modelled" in done.stderr
