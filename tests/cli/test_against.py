import json

import pytest

DRAFT = (
    "Twelve people were killed by a landslide in Orsted, police said. The town has 9,300 inhabitants.\n\n"
    "The road to Orsted is 40 km (25 miles) long.\n"
)
HEAD = "---\npublisher: Orsted Herald\ndate: {}\n---\n"
FIRST = HEAD.format("2031-06-02") + "Twelve people were killed by a landslide in Orsted, police said.\n"
NEWER = HEAD.format("2031-06-04") + "The death toll from the landslide in Orsted has risen to 19, police said.\n"


@pytest.fixture
def desk(folder):
    """A draft beside a folder of two articles."""
    (folder / "draft.md").write_text(DRAFT)
    (folder / "wires").mkdir()
    (folder / "wires" / "1.md").write_text(FIRST)
    return folder


def codes(result):
    return [(row["code"], row["line"]) for row in json.loads(result.stdout)]


def test_every_figure_of_the_draft_gets_one_verdict(desk, recon):
    result = recon("check", "draft.md", "--against", "wires", "--format", "json")
    assert result.exit_code == 0
    assert codes(result) == [("RC501", 1), ("RC506", 1), ("RC506", 3), ("RC506", 3)]
    first = json.loads(result.stdout)[0]
    assert first["message"] == "“Twelve” is supported by wires/1.md:5"
    assert "(police, Orsted Herald, 2 June 2031)" in first["working"]
    assert first["figures"] == ["draft.md#body:0-6", "wires/1.md#body:50-56"]


def test_several_paths_are_one_body_of_evidence(desk, recon):
    (desk / "newer.md").write_text(NEWER)
    result = recon("check", "draft.md", "--against", "wires", "--against", "newer.md", "--format", "json")
    assert codes(result)[0] == ("RC503", 1)


def test_the_text_shows_notes_and_a_tally(desk, recon):
    shown = recon("check", "draft.md", "--against", "wires").stdout
    assert "RC501 info “Twelve” is supported by wires/1.md:5" in shown
    assert shown.endswith("Against 1 document: 1 supported, 3 not found.\n")


def test_severities_and_exit_status(desk, recon):
    (desk / "wires" / "1.md").write_text(FIRST.replace("Twelve", "Twenty"))
    assert recon("check", "draft.md", "--against", "wires").exit_code == 1
    assert recon("check", "draft.md", "--against", "wires", "--severity", "RC5=info").exit_code == 0
    assert recon("check", "draft.md", "--against", "wires", "--ignore", "RC504").exit_code == 0


def test_a_comment_and_a_baseline_suppress(desk, recon):
    (desk / "draft.md").write_text("<!-- recon: ignore RC506: from the census -->\n\n" + DRAFT)
    result = recon("check", "draft.md", "--against", "wires", "--format", "json", "--hide-suppressed")
    assert codes(result) == [("RC501", 3), ("RC506", 5), ("RC506", 5)]
    recon("check", "draft.md", "--against", "wires", "--write-baseline", "known.json")
    result = recon("check", "draft.md", "--against", "wires", "--baseline", "known.json", "--format", "json")
    assert all(row["suppressed"] for row in json.loads(result.stdout))


def test_the_draft_is_no_evidence_for_itself(desk, recon):
    (desk / "wires" / "draft.md").write_text(DRAFT)
    result = recon("check", "draft.md", "--against", "wires", "--against", "draft.md", "--format", "json")
    assert codes(result)[0] == ("RC501", 1)
    assert "wires/draft.md is a draft that is checked, and no evidence; it is left out" in result.stderr
    alone = recon("check", "draft.md", "--against", "draft.md")
    assert alone.exit_code == 2
    assert "--against draft.md: holds only the drafts themselves" in alone.stderr


@pytest.mark.parametrize(
    ("against", "message"),
    [
        ("nowhere", "--against nowhere: "),
        ("empty", "--against empty: holds no article; put files of"),
        ("-", "--against reads files and folders"),
    ],
)
def test_evidence_with_nothing_to_read_is_an_error(desk, recon, against, message):
    (desk / "empty").mkdir()
    result = recon("check", "draft.md", "--against", against)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_evidence_that_cannot_be_read_is_a_finding(desk, recon):
    (desk / "wires" / "2.txt").write_bytes(b"\xff\xfe\x00")
    result = recon("check", "draft.md", "--against", "wires", "--format", "json")
    assert result.exit_code == 1
    assert codes(result)[-1][0] == "RX901" or "RX901" in {code for code, _ in codes(result)}


def test_rules_of_the_evidence_need_evidence(desk, recon):
    result = recon("check", "draft.md", "--select", "RC5")
    assert result.exit_code == 2
    assert "name that with --against PATH" in result.stderr
    result = recon("check", "draft.md", "--against", "wires", "--select", "RC1")
    assert result.exit_code == 2
    assert "add --extend-select RC5" in result.stderr
    result = recon("check", "draft.md", "--against", "wires", "--select", "RC5", "--format", "json")
    assert {code for code, _ in codes(result)} == {"RC501", "RC506"}


def test_a_draft_from_standard_input(desk, recon):
    result = recon("check", "-", "--against", "wires", "--format", "json", stdin=DRAFT)
    assert codes(result)[0] == ("RC501", 1)


def test_any_number_of_jobs_gives_the_same_bytes(desk, process):
    runs = [
        process("check", "draft.md", "--against", "wires", "--format", "sarif", "--jobs", jobs).communicate()[0]
        for jobs in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert "RC501" in runs[0].decode()


def test_evidence_that_cannot_be_weighed_is_told(desk, recon, monkeypatch):
    def fail(*_):
        raise ValueError("out of reach")

    monkeypatch.setattr("recon.evidence.dossier.judge", fail)
    result = recon("check", "draft.md", "--against", "wires")
    assert result.exit_code == 1
    assert "failed on draft.md: ValueError: out of reach" in result.stderr
    assert "RX904 error" in result.stdout
