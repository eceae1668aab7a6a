"""Overrides as the user meets them: where the file is found, what is printed, what goes to stderr."""

import json

import pytest

FOLD = '[[fold]]\nname = "Ada Lindqvist"\nalso = ["mayor"]\nwhy = "she is the mayor"\n'
SPLIT = (
    '[[split]]\nclaim = { id = "news/b.txt#body:9-11", text = "45", words = "At least 45 people are missing" }\n'
    'why = "all of the valley"\n'
)
STALE = '[[note]]\nclaim = { id = "news/a.txt#body:90-92", text = "77" }\nwhy = "x"\n'


def whole(recon, *arguments):
    done = recon("reconcile", "news", "--format", "json", *arguments)
    return json.loads(done.stdout)


def decided(recon, *arguments):
    return [one["verb"] for one in whole(recon, *arguments)["overrides"]]


def test_the_file_is_found_in_the_working_directory(recon, folder):
    assert decided(recon) == []
    (folder / "recon.overrides.toml").write_text(FOLD)
    assert decided(recon) == ["fold"]
    assert decided(recon, "--ignore-overrides") == []


def test_the_file_beside_the_configuration_and_the_one_it_names(recon, folder, monkeypatch):
    (folder / "recon.overrides.toml").write_text(FOLD)
    (folder / "desk.toml").write_text(SPLIT)
    (folder / "recon.toml").write_text("")
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    done = recon("reconcile", "../news", "--format", "json")
    (one,) = json.loads(done.stdout)["overrides"]
    assert (one["verb"], one["file"], one["line"]) == ("fold", "../recon.overrides.toml", 1)
    (folder / "recon.toml").write_text('overrides = "desk.toml"\n')
    (one,) = json.loads(recon("reconcile", "../news", "--format", "json").stdout)["overrides"]
    # Its document is called by the path from the file, as it was read from the folder above.
    assert (one["verb"], one["claims"]) == ("split", ["../news/b.txt#body:9-11"])


def test_the_option_goes_before_the_configuration(recon, folder):
    (folder / "recon.toml").write_text('overrides = "none.toml"\n')
    (folder / "mine.toml").write_text(SPLIT)
    assert decided(recon, "--overrides", "mine.toml") == ["split"]
    done = recon("reconcile", "news")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "none.toml: there is no such file" in done.stderr


def test_they_are_shown_where_they_act(recon, folder):
    (folder / "recon.overrides.toml").write_text(FOLD + SPLIT)
    shown = recon("reconcile", "news").stdout
    assert "“mayor” is Ada Lindqvist: she is the mayor (recon.overrides.toml:1)" in " ".join(shown.split())
    assert "split off from “Missing in Varn”: all of the valley (recon.overrides.toml:5)" in " ".join(shown.split())
    assert "[1]*" in shown
    assert "2 overrides act; a * stands beside what was decided by hand." in shown
    key = whole(recon)["overrides"][1]
    assert len(key["left"]) == 2
    series = next(one["key"] for one in whole(recon)["series"] if one["claims"][0]["id"] == "news/b.txt#body:9-11")
    shown = recon("reconcile", "news", "--explain", series).stdout
    assert "    override    split: split off from “Missing in Varn”: all of the valley" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_what_is_left_out_is_told(recon, folder):
    (folder / "recon.overrides.toml").write_text("[[leave-out]]\nsource = 'Varn Post'\nwhy = 'it makes things up'\n")
    done = recon("reconcile", "news")
    assert "left out: 2 claims of Varn Post: it makes things up (recon.overrides.toml:1)" in done.stdout
    assert "45" not in done.stdout


def test_a_stale_entry_is_told_with_its_line_and_counts_where_asked(recon, folder):
    (folder / "recon.overrides.toml").write_text(FOLD + STALE)
    done = recon("reconcile", "news")
    line = "recon.overrides.toml:5: note: “77” is not printed in news/a.txt any more; correct the entry or take it out"
    assert (done.exit_code, done.stderr.strip()) == (0, f"recon: {line}")
    assert line in " ".join(done.stdout.split())
    assert done.stdout.endswith("1 error within single articles: recon check shows it.\n")
    (one,) = [one for one in whole(recon)["findings"] if one["code"].startswith("RX")]
    assert (one["code"], one["severity"], one["doc"], one["line"]) == ("RX909", "warning", "recon.overrides.toml", 5)
    assert recon("reconcile", "news/b.txt", "--fail-on", "warning").exit_code == 0
    (folder / "recon.toml").write_text('ignore = ["RC", "RX909"]\n')
    assert recon("reconcile", "news", "--fail-on", "warning").exit_code == 0
    (folder / "recon.toml").write_text('ignore = ["RC"]\n')
    assert recon("reconcile", "news", "--fail-on", "warning").exit_code == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"\xff\xfe", "not UTF-8; save it as UTF-8"),
        (b"[[set]]\nspeaker = 3\n", ":1: set has no key 'speaker'; did you mean said_by?"),
        (b"a" + b".a" * 200_000 + b" = 1", "more than 64 dots in what is no text"),
        (b"\x00\x01", "not TOML"),
    ],
)
def test_a_file_that_cannot_be_followed_is_one_line(recon, folder, text, words):
    (folder / "recon.overrides.toml").write_bytes(text)
    done = recon("reconcile", "news")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("recon: recon.overrides.toml")
    assert words in done.stderr


def test_a_folder_of_that_name(recon, folder):
    (folder / "recon.overrides.toml").mkdir()
    assert "recon.overrides.toml: is a directory" in recon("reconcile", "news").stderr


def test_the_template_of_the_command_line_changes_nothing(recon, folder):
    before = recon("reconcile", "news", "--format", "json").stdout
    text = recon("reconcile", "news", "--edit").stdout
    lines = [line[1:] if line[:1] == "#" and line[1:2].strip() else line for line in text.splitlines()]
    (folder / "recon.overrides.toml").write_text("\n".join(lines))
    assert recon("reconcile", "news", "--format", "json").stdout == before


def test_the_template_is_narrowed(recon):
    assert recon("reconcile", "news", "--edit").stdout.count("# ====") == 4
    assert recon("reconcile", "news", "--edit", "--match", "dam").stdout.count("# ====") == 1
    key = whole(recon)["series"][0]["key"]
    assert recon("reconcile", "news", "--edit", "--explain", key).stdout.count("# ====") == 1


def test_a_template_takes_the_place_of_no_decisions(recon, folder):
    assert recon("reconcile", "news", "--edit", "--output", "mine.toml").exit_code == 0
    done = recon("reconcile", "news", "--edit", "--output", "mine.toml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "mine.toml is there already and may hold decisions" in done.stderr


def test_the_template_calls_documents_by_their_paths_from_the_file(recon, folder, monkeypatch):
    (folder / "recon.toml").write_text("")
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    text = recon("reconcile", "../news", "--edit").stdout
    assert '{ id = "news/b.txt#body:9-11"' in text
    assert '{ id = "../news' not in text


def test_match_and_order(recon):
    series = [one["key"] for one in whole(recon)["series"]]
    matched = [one["key"] for one in whole(recon, "--match", "VARN", "--match", "missing")["series"]]
    assert set(matched) < set(series)
    assert whole(recon, "--match", "courier", "--match", "qqq")["series"] == []
    done = recon("reconcile", "news", "--match", "qqq")
    assert "no series names qqq" in done.stderr
    assert done.stdout.startswith("0 of 4 quantities")
    shown = recon("reconcile", "news", "--match", "missing").stdout
    assert "1 of 4 quantities are of this" in shown
    assert recon("reconcile", "news", "--order", "conflicts").exit_code == 0


def test_the_entries_of_the_docs_are_taken(tmp_path):
    import re  # noqa: PLC0415

    from recon.overrides import load_overrides  # noqa: PLC0415
    from tests.cli.conftest import ROOT  # noqa: PLC0415

    page = (ROOT / "docs" / "how-to" / "correct-a-series.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "recon.overrides.toml").write_text(block, encoding="utf-8")
    mine = load_overrides(tmp_path / "recon.overrides.toml")
    theirs = load_overrides(ROOT / "docs" / "examples" / "flood.overrides.toml")
    assert [(one.verb, one.refs, one.values, one.why) for one in mine] == [
        (one.verb, one.refs, one.values, one.why) for one in theirs
    ]
