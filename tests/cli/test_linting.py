"""recon check as a linter: what is selected, suppressed, known, and rewritten."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest

WRONG = "The lake is 16 km (16 miles) long."
ROOT = Path(__file__).parents[2]


@pytest.fixture
def check(recon):
    """The findings of a check, and its exit status."""

    def run(*arguments):
        done = recon("check", *arguments, "--format", "json")
        return json.loads(done.stdout), done.exit_code

    return run


def codes(findings):
    return [one["code"] + ("-" if "suppressed" in one else "") for one in findings]


def config(folder, text):
    (folder / "recon.toml").write_text(text, encoding="utf-8")


# Selecting


@pytest.mark.parametrize(
    ("told", "arguments", "found"),
    [
        ("", [], ["RC101", "RC102"]),
        ('select = ["RC102"]', [], ["RC102"]),
        ('select = ["RC102"]', ["--extend-select", "RC101"], ["RC101", "RC102"]),
        ('select = ["RC102"]', ["--select", "conversion-mismatch"], ["RC101"]),
        ('ignore = ["RC1"]', ["--extend-select", "RC102"], ["RC102"]),
        ('extend-ignore = ["RC101"]', [], ["RC102"]),
        ("", ["--extend-ignore", "conversion-cut"], ["RC101"]),
        ("", ["--select", "ALL", "--ignore", "RC102"], ["RC101"]),
        ('[per-path."c*"]\nignore = ["RC101"]', [], ["RC102"]),
        ('[per-path."c*"]\nselect = ["RC101"]', ["--select", "RC2"], ["RC101"]),
        ("", ["--per-path-ignore", "c*.txt:RC101,RC102"], []),
        ("", ["--per-path-ignore", "other/**:RC101"], ["RC101", "RC102"]),
    ],
)
def test_what_is_selected(check, folder, told, arguments, found):
    (folder / "c.txt").write_text(f"{WRONG}\nThe ferry sails 62 km (38 miles) each way.")
    config(folder, told)
    assert codes(check("c.txt", *arguments)[0]) == found


@pytest.mark.parametrize(
    ("told", "arguments", "status"),
    [
        ("", [], 1),
        ('[severity]\nRC1 = "warning"', [], 0),
        ('[severity]\nRC1 = "warning"', ["--fail-on", "warning"], 1),
        ('[severity]\nRC1 = "warning"', ["--severity", "RC101=error"], 1),
        ("", ["--severity", "conversion-mismatch=info"], 0),
    ],
)
def test_severities(recon, folder, told, arguments, status):
    config(folder, told)
    assert recon("check", "news", *arguments).exit_code == status


@pytest.mark.parametrize(
    ("told", "arguments", "words"),
    [
        ('select = ["RC111"]', [], "recon.toml: no rule has the code or name 'RC111'; did you mean RC101"),
        ('[severity]\nRC111 = "info"', [], "recon.toml: no rule has the code or name 'RC111'"),
        ('[severity]\nRC101 = "fatal"', [], "severity is a table of codes, each error, warning or info"),
        ('[per-path."a"]\nignore = ["conversions-cut"]', [], "did you mean conversion-cut (RC102)"),
        ('[per-path."a"]\nseverity = 3', [], "per-path.\"a\" has no key 'severity'; it has select, ignore"),
        ('[per-path]\na = ["RC1"]', [], 'per-path."a" is a table of select and ignore'),
        ('[per-path."a"]\nselect = "RC1"', [], "select is a list of texts"),
        ("", ["--extend-ignore", "RC111"], "did you mean RC101"),
        ("", ["--severity", "RC101"], "--severity 'RC101' is not of the form RC102=warning"),
        ("", ["--severity", "RC101=bad"], "--severity takes error, warning, info, not 'bad'"),
        ("", ["--severity", "RC111=info"], "did you mean RC101"),
        ("", ["--per-path-ignore", "RC101"], "is not of the form wire/**:RC102"),
        ("", ["--per-path-ignore", "a:RC111"], "did you mean RC101"),
        ('baseline = "none.json"', [], "none.json: there is no such file"),
        ('suppressions = "none.toml"', [], "none.toml: there is no such file"),
        ("", ["--baseline", "news/a.txt"], "news/a.txt: not JSON"),
        ("", ["--write-baseline", "news/a.txt"], "is one of the files to read"),
        ("", ["--write-baseline", "none/b.json"], "none/b.json: cannot be written"),
        ("", ["--write-baseline", "b.json", "--ignore-suppressions"], "leave out --ignore-suppressions"),
    ],
)
def test_what_is_refused_is_one_line(recon, folder, told, arguments, words):
    config(folder, told)
    done = recon("check", "news", *arguments)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
    assert done.stdout == ""


# Suppressing


def test_a_comment_suppresses_and_stays_in_json(recon, check, folder):
    (folder / "c.md").write_text(f"{WRONG} <!-- recon: ignore RC101: a quotation -->\n")
    findings, status = check("c.md")
    assert (codes(findings), status) == (["RC101-"], 0)
    assert findings[0]["suppressed"] == {"by": "comment", "where": "c.md:1", "reason": "a quotation"}
    assert recon("check", "c.md").stdout == "Nothing to report in 1 document; 1 suppressed.\n"
    assert recon("check", "c.md", "--format", "github").stdout == ""
    assert check("c.md", "--hide-suppressed") == ([], 0)
    findings, status = check("c.md", "--ignore-suppressions")
    assert (codes(findings), status) == (["RC101"], 1)


def test_a_comment_of_windows_lines_and_what_stands_in_its_words(check, folder):
    text = f"\ufeffTitle\r\n\r\n<!-- recon: ignore RC1: he says 3 km (3 miles) -->\r\n{WRONG}\r\n\r\n{WRONG}\r\n"
    (folder / "c.md").write_bytes(text.encode())
    assert codes(check("c.md")[0]) == ["RC101-", "RC101"]


@pytest.mark.parametrize(
    ("comment", "arguments", "found"),
    [
        ("ignore RC101, RC201: x", [], ["RC101-", "RX906"]),
        ("ignore RC101, RC201: x", ["--select", "RC1"], ["RC101-"]),
        ("ignore RC101, RC201: x", ["--ignore", "RX906"], ["RC101-"]),
        ("ignore RC101", [], ["RC101-", "RX907"]),
        ("ignore", [], ["RC101", "RX908"]),
        ("ignore RC999: x", [], ["RC101", "RX908"]),
    ],
)
def test_comments_that_are_idle_unreasoned_or_unclear_are_told(check, folder, comment, arguments, found):
    (folder / "c.md").write_text(f"{WRONG} <!-- recon: {comment} -->\n")
    findings, status = check("c.md", *arguments)
    assert sorted(codes(findings)) == found
    assert {one["severity"] for one in findings if one["code"].startswith("RX")} <= {"warning"}
    assert status == ("RC101" in found)
    assert check("c.md", *arguments, "--fail-on", "warning")[1] == (found != ["RC101-"])


def test_the_machinery_on_comments_can_be_given_another_severity(check, folder):
    (folder / "c.md").write_text(f"{WRONG} <!-- recon: ignore RC101 -->\n")
    assert check("c.md", "--severity", "RX907=error")[1] == 1


def test_where_a_check_failed_nothing_is_called_unused(check, folder, monkeypatch):
    info = folder / "site" / "failing-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: failing\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[recon]\nfailing = failing_plugin\n")
    (folder / "site" / "failing_plugin.py").write_text(
        "import recon\nclass Failing:\n"
        "    code, name, severity, ok, not_ok = 'FA101', 'failing', 'info', 'Three.', 'Four.'\n"
        "    def check(self, document, figures):\n        raise ValueError\n"
        "@recon.hookimpl\ndef recon_checks():\n    return [Failing()]\n"
    )
    monkeypatch.syspath_prepend(str(folder / "site"))
    (folder / "c.md").write_text("Four. <!-- recon: ignore failing: x -->\n")
    assert codes(check("c.md")[0]) == ["RX904"]


SUPPRESSED = '[[suppress]]\ndoc = "news/a.txt"\ncode = "RC101"\ntext = "16 km (16 miles)"\nreason = "quoted"\n'


def test_the_suppressions_file_is_found_and_survives_edits_elsewhere(check, folder):
    (folder / "recon.suppressions.toml").write_text(SUPPRESSED)
    findings, status = check("news")
    assert (codes(findings), status) == (["RC101-"], 0)
    assert findings[0]["suppressed"] == {"by": "file", "where": "recon.suppressions.toml:1", "reason": "quoted"}
    article = folder / "news" / "a.txt"
    article.write_text(article.read_text().replace("About", "New.\n\nMore.\nAbout"))
    assert codes(check("news")[0]) == ["RC101-"]
    article.write_text(article.read_text().replace("16 km (16", "17 km (17"))
    assert codes(check("news")[0]) == ["RC101", "RX906"]
    assert check("news/b.txt") == ([], 0), "what was not read is not unused"
    article.unlink()
    assert codes(check("news")[0]) == ["RX906"], "what is not there any more is"


def test_the_suppressions_file_beside_the_configuration_counts_from_there(check, folder, monkeypatch):
    config(folder, 'suppressions = "known.toml"')
    (folder / "known.toml").write_text(SUPPRESSED)
    monkeypatch.chdir(folder / "news")
    findings, _ = check("a.txt")
    assert codes(findings) == ["RC101-"]
    assert findings[0]["suppressed"]["where"] == "../known.toml:1"


def test_a_record_is_suppressed_by_its_id(check, folder):
    (folder / "r.jsonl").write_text(json.dumps({"id": "a1", "text": WRONG, "title": WRONG}) + "\n")
    assert codes(check("r.jsonl")[0]) == ["RC101", "RC101"]
    (folder / "recon.suppressions.toml").write_text(SUPPRESSED.replace("news/a.txt", "a1"))
    assert codes(check("r.jsonl")[0]) == ["RC101-", "RC101-"]


def test_reconcile_heeds_them_too(recon, folder):
    (folder / "recon.suppressions.toml").write_text(SUPPRESSED)
    done = recon("reconcile", "news", "--format", "json", "--fail-on", "error")
    assert (codes(json.loads(done.stdout)["findings"]), done.exit_code) == (["RC101-"], 0)


# A baseline


def test_a_baseline_survives_moves_and_tells_what_is_new_and_gone(check, recon, folder):
    (folder / "c.txt").write_text(f"{WRONG} And {WRONG}")
    done = recon("check", "news", "c.txt", "--write-baseline", "b.json")
    assert (done.exit_code, done.stdout) == (0, "Nothing to report in 3 documents; 3 suppressed.\n")
    assert done.stderr == "recon: 3 findings known from now on, in b.json\n"
    assert '"text": "16 km (16 miles", "count": 2}' in (folder / "b.json").read_text()
    known = ("news", "c.txt", "--baseline", "b.json")
    (folder / "c.txt").write_text(f"New.\n\n{WRONG}\nAnd {WRONG}")
    assert (codes(check(*known)[0]), check(*known)[1]) == (["RC101-"] * 3, 0)
    (folder / "c.txt").write_text(f"{WRONG} {WRONG} {WRONG}")
    assert codes(check(*known)[0]) == ["RC101-", "RC101-", "RC101", "RC101-"]
    (folder / "c.txt").write_text(WRONG)
    findings, status = check(*known)
    assert (codes(findings), status) == (["RX906", "RC101-", "RC101-"], 0)
    assert findings[0]["message"].startswith("1 known finding is no longer found")
    assert findings[0]["working"] == 'c.txt: RC101 "16 km (16 miles"'
    assert check("c.txt", "--baseline", "b.json", "--select", "RC2") == ([], 0)
    assert check("news/b.txt", "--baseline", "b.json") == ([], 0)


def test_a_baseline_written_anew_keeps_what_was_not_looked_at(recon, folder):
    (folder / "c.txt").write_text(f"{WRONG}\nThe ferry sails 62 km (38 miles) each way.")
    recon("check", "news", "c.txt", "--write-baseline", "b.json")
    whole = (folder / "b.json").read_text()
    recon("check", "c.txt", "--select", "RC102", "--write-baseline", "b.json")
    assert (folder / "b.json").read_text() == whole
    (folder / "news" / "a.txt").unlink()
    (folder / "c.txt").write_text("Mended.")
    recon("check", "c.txt", "--write-baseline", "b.json")
    assert json.loads((folder / "b.json").read_text()) == {"recon-baseline": 1, "findings": []}


def test_a_configured_baseline_counts_from_its_own_folder(recon, check, folder, monkeypatch):
    recon("check", "news", "--write-baseline", "b.json")
    config(folder, 'baseline = "b.json"')
    monkeypatch.chdir(folder / "news")
    assert codes(check("a.txt")[0]) == ["RC101-"]


def test_what_has_its_reason_elsewhere_is_no_part_of_a_baseline(recon, folder):
    (folder / "recon.suppressions.toml").write_text(SUPPRESSED)
    recon("check", "news", "--write-baseline", "b.json")
    assert json.loads((folder / "b.json").read_text())["findings"] == []


# Fixing


@pytest.fixture
def fixing(folder, monkeypatch):
    """The check of recon-example, which offers a safe rewrite, and articles it has something to say of."""
    info = folder / "site" / "recon_example-0.1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: recon-example\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("[recon]\nexample = recon_example\n")
    shutil.copytree(ROOT / "plugins" / "recon-example" / "recon_example", folder / "site" / "recon_example")
    monkeypatch.syspath_prepend(str(folder / "site"))
    monkeypatch.delitem(sys.modules, "recon_example", raising=False)
    (folder / "wire").mkdir()
    (folder / "wire" / "a.md").write_bytes(
        "\ufeffThe bridge costs $5 to $10 million,\r\nthe 湖 road €3 to €4 billion.".encode()
    )
    (folder / "wire" / "b.txt").write_text("Between 2 and 3 million came.\n")
    return ["wire", "--select", "EX101", "--preview"]


def test_fix_is_off_unless_asked_for(recon, folder, fixing):
    before = (folder / "wire" / "a.md").read_bytes()
    done = recon("check", *fixing)
    assert "wire/a.md:1:19: EX101 warning [*]" in done.stdout
    assert done.stdout.endswith("3 warnings in 2 documents; [*] 3 fixable with --fix.\n")
    assert (folder / "wire" / "a.md").read_bytes() == before


def test_fix_keeps_line_ends_byte_order_mark_and_mode(recon, folder, fixing):
    (folder / "wire" / "a.md").chmod(0o640)
    done = recon("check", *fixing)
    done = recon("check", *fixing, "--fix", "--fail-on", "warning")
    assert (done.exit_code, done.stdout) == (0, "Nothing to report in 2 documents.\n")
    assert done.stderr == "recon: 3 fixes made in 2 files\n"
    assert (folder / "wire" / "a.md").read_bytes().decode() == (
        "\ufeffThe bridge costs $5 million to $10 million,\r\nthe 湖 road €3 billion to €4 billion."
    )
    assert (folder / "wire" / "a.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (folder / "wire").iterdir()) == ["a.md", "b.txt"]
    assert recon("check", *fixing, "--fix").stderr == ""


def test_diff_prints_what_would_change_and_changes_nothing(recon, folder, fixing):
    done = recon("check", "wire/b.txt", *fixing[1:], "--diff")
    assert done.exit_code == 1
    assert done.stdout == (
        "--- wire/b.txt\n+++ wire/b.txt\n@@ -1 +1 @@\n"
        "-Between 2 and 3 million came.\n+Between 2 million and 3 million came.\n"
    )
    assert (folder / "wire" / "b.txt").read_text() == "Between 2 and 3 million came.\n"
    assert "\n\\ No newline at end of file\n" in recon("check", *fixing, "--diff").stdout
    clean = recon("check", "news/b.txt", *fixing[1:], "--diff")
    assert (clean.exit_code, clean.stdout) == (0, "")


def test_standard_input_is_compared_and_never_rewritten(recon, fixing):
    arguments = ["--stdin-filename", "wire/b.txt", *fixing[1:]]
    done = recon("check", "-", *arguments, "--diff", stdin="From 3 to 4 million came.\n")
    assert "+From 3 million to 4 million came.\n" in done.stdout
    refused = recon("check", "-", *arguments, "--fix", stdin="From 3 to 4 million came.\n")
    assert refused.exit_code == 2
    assert "standard input" in refused.stderr


def test_records_and_what_is_suppressed_are_left_as_they_are(recon, folder, fixing):
    record = json.dumps({"id": "a1", "text": "Between 2 and 3 million came."}) + "\n"
    (folder / "wire" / "r.jsonl").write_text(record)
    (folder / "wire" / "a.md").write_text("Some $5 to $10 million. <!-- recon: ignore EX101: so said -->\n")
    done = recon("check", *fixing, "--fix")
    assert "recon: a1: is not a text file as it was read, and is left as it is\n" in done.stderr
    assert (folder / "wire" / "r.jsonl").read_text() == record
    assert "$5 to $10" in (folder / "wire" / "a.md").read_text()
    assert "2 million and 3 million" in (folder / "wire" / "b.txt").read_text()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_cannot_be_written_is_one_line(recon, folder, fixing):
    (folder / "wire").chmod(0o500)
    done = recon("check", *fixing, "--fix")
    (folder / "wire").chmod(0o700)
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_what_is_on_trial_is_refused_without_preview(recon, fixing):
    done = recon("check", "wire", "--select", "bare-range")
    assert done.exit_code == 2
    assert "'bare-range' selects only what is on trial, EX101; add --preview" in done.stderr
    assert "EX101" not in recon("check", "wire").stdout


# Rules


def test_all_rules_are_listed_with_those_of_plugins(recon, fixing):
    rows = [line.split() for line in recon("rule", "--all").stdout.splitlines()]
    assert ["EX101", "bare-range", "warning", "preview"] in [row[:4] for row in rows]
    told = json.loads(recon("rule", "--all", "--format", "json").stdout)
    assert [one["code"] for one in told] == sorted(one["code"] for one in told)
    assert all(one["meaning"] and one["uri"] for one in told)


def test_a_rule_is_known_by_its_name_and_as_a_page(recon, fixing):
    assert recon("rule", "Conversion-Mismatch").stdout == recon("rule", "RC101").stdout
    page = recon("rule", "EX101", "--format", "markdown").stdout
    assert page.startswith(
        "# EX101 bare-range\n\nSeverity: warning. On trial: runs with `--preview` only.\n\n## What it finds\n"
    )
    assert page.endswith("## Passing\n\n> The bridge will cost $5 million to $10 million.\n")
    for arguments in ([], ["RC101", "--all"]):
        assert recon("rule", *arguments).exit_code == 2


def test_sarif_declares_every_rule(recon, fixing):
    (run,) = json.loads(recon("check", "news", "--format", "sarif").stdout)["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(rules) >= {"EX101", "RC101", "RC102", "RC201", "RC203", "RX901", "RX906"}
    assert not rules["EX101"]["defaultConfiguration"]["enabled"]


def test_a_closed_pipe_ends_a_diff_quietly(process, folder):
    (folder / "many.txt").write_text("\n\n".join([WRONG] * 3000))
    running = process("check", "many.txt")
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait() == 1
