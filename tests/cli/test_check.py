import json

import pytest


def test_text(recon):
    result = recon("check", "news")
    assert result.exit_code == 1
    first, gutter, second, third, *_ = result.stdout.splitlines()
    assert first.startswith("news/a.txt:6:66: RC101 error ")
    assert gutter == "  |"
    assert second.startswith("6 | ")
    assert set(third.lstrip(" |")) == {"^"}
    assert result.stdout.endswith("1 error in 2 documents.\n")


def test_json_has_all_and_spans_of_the_file(recon, folder):
    (finding,) = json.loads(recon("check", "news", "--format", "json").stdout)
    text = (folder / "news" / "a.txt").read_text()
    assert text[finding["start"] : finding["end"]].startswith("16 km (16 miles")
    assert finding["figures"][0].startswith("news/a.txt#body:")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["news/b.txt"], 0),
        (["news/b.txt", "--fail-on", "info"], 0),
        (["news", "--select", "RC2"], 0),
        (["news", "--select", "RC1,RC2"], 1),
        (["news", "--ignore", "RC101"], 0),
        (["news", "none.txt"], 1),
        (["news/b.txt", "none.txt"], 1),
        (["news/b.txt", "none.txt", "--ignore", "RX"], 0),
        (["none.txt"], 2),
        (["none.txt", "--ignore", "RX"], 2),
        (["news", "--select", "QQ1"], 2),
        (["news", "--fail-on", "never"], 2),
        ([], 2),
    ],
)
def test_the_exit_status(recon, arguments, status):
    assert recon("check", *arguments).exit_code == status


def test_notes_are_shown_only_in_detail(recon, folder):
    (folder / "c.txt").write_text("The ferry sails 62 km (38 miles) each way.")
    plain, detail = recon("check", "c.txt"), recon("check", "c.txt", "-v")
    assert "RC102" not in plain.stdout
    assert plain.stdout.endswith("; 1 note with --detail.\n")
    assert "RC102 info" in detail.stdout
    assert [one["code"] for one in json.loads(recon("check", "c.txt", "--format", "json").stdout)] == ["RC102"]
    assert (plain.exit_code, recon("check", "c.txt", "--fail-on", "info").exit_code) == (0, 1)


@pytest.mark.parametrize(
    ("name", "data", "line", "words"),
    [
        ("c.txt", b"ok\n\xff", 2, "not UTF-8"),
        ("c.md", b"---\ntitle: A\nnot a key\n---\n", 3, "not key: value"),
        ("c.jsonl", b'{"id": "x", "text": ""}\n{', 2, "not JSON"),
        ("c.jsonl", b'{"id": "x", "text": ""}\n{"id": "x", "text": ""}', 2, "line 1 already"),
        ("documents.csv", b"path\nabsent.txt\n", 2, "names 'absent.txt', which is not there"),
    ],
)
def test_a_document_that_cannot_be_read_is_a_finding_and_a_line(recon, folder, name, data, line, words):
    (folder / "news" / name).write_bytes(data)
    result = recon("check", "news", "--format", "json")
    assert result.exit_code == 1
    (mine,) = [one for one in json.loads(result.stdout) if one["code"] == "RX901"]
    assert (mine["severity"], mine["doc"], mine["line"]) == ("error", f"news/{name}", line)
    assert words in mine["message"]
    (told,) = result.stderr.splitlines()
    assert told == f"recon: news/{name}:{line}: {mine['message']}"


def test_findings_come_in_order(recon, folder):
    (folder / "news" / "0.txt").write_text("A path of 16 km (16 miles) and one of 8 km (8 miles).")
    found = json.loads(recon("check", "news/b.txt", "news/a.txt", "news/0.txt", "--format", "json").stdout)
    places = [(one["doc"], one["start"], one["code"]) for one in found]
    assert places == sorted(places)
    assert len(places) == 3


def test_github_and_sarif(recon):
    assert recon("check", "news", "--format", "github").stdout.startswith("::error file=news/a.txt,line=6,col=66,")
    log = json.loads(recon("check", "news", "--format", "sarif").stdout)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["RC101"]


def test_a_file_may_be_written(recon, folder):
    assert recon("check", "news", "--output", "found.txt").exit_code == 1
    assert "RC101 error" in (folder / "found.txt").read_text()


def test_a_selection_that_is_ignored_is_refused(recon):
    refused = recon("check", "news", "--select", "RC1", "--ignore", "RC1")
    assert refused.exit_code == 2
    assert "ignored too: RC101" in refused.stderr
