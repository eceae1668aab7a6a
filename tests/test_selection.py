import pytest

from recon.errors import UsageError
from recon.selection import Layer, PathRules, Selection, fits, nearest, refuse_unknown, strength, unknown

NAMES = {
    "RC101": "conversion-mismatch",
    "RC102": "conversion-cut",
    "RC201": "parts-exceed-whole",
    "ZZ101": "track",
    "RX901": "unreadable-document",
}


def on(*layers, paths=(), doc=""):
    selection = Selection(names=NAMES, layers=layers, paths=paths, folder="/nowhere")
    return [code for code in NAMES if code != "RX901" and selection.applies(code, doc)]


@pytest.mark.parametrize(
    ("layers", "codes"),
    [
        ([], ["RC101", "RC102", "RC201", "ZZ101"]),
        ([Layer(select=("RC1",), fresh=True)], ["RC101", "RC102"]),
        ([Layer(select=("conversion-cut",), fresh=True)], ["RC102"]),
        ([Layer(select=("ALL",), ignore=("RC",), fresh=True)], ["ZZ101"]),
        ([Layer(ignore=("RC1",))], ["RC201", "ZZ101"]),
        ([Layer(select=("RC101",), ignore=("RC1",))], ["RC101", "RC201", "ZZ101"]),
        ([Layer(select=("RC1",), ignore=("RC101",), fresh=True)], ["RC102"]),
        ([Layer(select=("RC1",), ignore=("RC1",), fresh=True)], []),
        ([Layer(select=("RC1",), fresh=True), Layer(select=("ZZ",))], ["RC101", "RC102", "ZZ101"]),
        ([Layer(ignore=("RC101",)), Layer(select=("RC101",))], ["RC101", "RC102", "RC201", "ZZ101"]),
        ([Layer(select=("RC101",)), Layer(ignore=("RC",))], ["ZZ101"]),
        ([Layer(select=("rc1",), fresh=True)], ["RC101", "RC102"]),
    ],
)
def test_the_most_exact_selector_of_the_last_layer_decides(layers, codes):
    assert on(*layers) == codes


def test_the_machinery_is_told_unless_it_is_ignored():
    assert Selection(names=NAMES, layers=(Layer(select=("RC1",), fresh=True),)).applies("RX901", "a.txt")
    assert not Selection(names=NAMES, layers=(Layer(ignore=("RX9",)),)).applies("RX901")


def test_paths_have_rules_of_their_own():
    paths = (
        PathRules(pattern="wire/**", layer=Layer(ignore=("RC102",))),
        PathRules(pattern="*.md", layer=Layer(select=("ZZ",), fresh=True)),
    )
    base = Layer(select=("RC1",), fresh=True)
    assert on(base, paths=paths, doc="a.txt") == ["RC101", "RC102"]
    assert on(base, paths=paths, doc="wire/2/a.txt") == ["RC101"]
    assert on(base, paths=paths, doc="wire/a.md") == ["ZZ101"]
    assert Selection(names=NAMES, layers=(base,), paths=paths).somewhere("ZZ101")
    assert not Selection(names=NAMES, layers=(base,), paths=paths).somewhere("RC201")


@pytest.mark.parametrize(
    ("pattern", "doc", "expected"),
    [
        ("wire/*.txt", "wire/a.txt", True),
        ("wire/*.txt", "wire/b/a.txt", False),
        ("wire/**", "wire/b/a.txt", True),
        ("wire", "wire/b/a.txt", True),
        ("wire/", "wire/b/a.txt", True),
        ("wire", "rewire/a.txt", False),
        ("./wire", "wire/a.txt", True),
        ("**/a.txt", "a.txt", True),
        ("**/b/*.txt", "wire/b/a.txt", True),
        ("a?.txt", "old/a1.txt", True),
        ("a.txt", "axtxt", False),
        ("record-*", "record-17", True),
        ("人口/*", "人口/a.txt", True),
        ("[a].txt", "a.txt", False),
    ],
)
def test_patterns(pattern, doc, expected):
    assert fits(pattern, doc) is expected


def test_paths_count_from_the_folder_of_the_configuration(tmp_path, monkeypatch):
    (tmp_path / "desk" / "wire").mkdir(parents=True)
    (tmp_path / "desk" / "wire" / "a.txt").write_text("")
    monkeypatch.chdir(tmp_path / "desk" / "wire")
    assert fits("wire/*.txt", "a.txt", str(tmp_path / "desk"))
    assert fits("wire/*.txt", str(tmp_path / "desk" / "wire" / "a.txt"), str(tmp_path / "desk"))
    assert not fits("wire/*.txt", "a.txt", str(tmp_path))


def test_severities_by_the_most_exact_selector_and_the_last():
    told = (("RC1", "info"), ("RC101", "warning"), ("RC1", "error"))
    selection = Selection(names=NAMES, severities=told)
    assert [selection.severity(code, "info") for code in ("RC101", "RC102", "RC201")] == ["warning", "error", "info"]


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("RC111", "did you mean RC101"),
        ("conversion-cuts", "did you mean conversion-cut (RC102)"),
        ("QQ", "recon rule --all lists them"),
        ("", "recon rule --all lists them"),
    ],
)
def test_what_names_nothing_is_refused_with_the_nearest(selector, hint):
    assert hint in unknown(selector, NAMES)
    with pytest.raises(UsageError, match=r"recon\.toml: no rule has the code or name"):
        refuse_unknown(["RC1", selector], NAMES, "recon.toml")


def test_nearest_names_each_rule_once():
    assert nearest("TRACK", NAMES) == "did you mean track (ZZ101)?"


def test_a_longer_code_is_no_beginning():
    assert strength("RC1011", "RC101", "conversion-mismatch") == -1
    assert strength("conversion", "RC101", "conversion-mismatch") == -1
