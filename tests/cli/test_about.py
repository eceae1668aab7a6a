import tomllib

import pytest

from recon.checks import BUILTIN
from recon.errors import UsageError
from recon.evidence.rules import RULES as EVIDENCE_RULES
from recon.machinery import RULES
from recon.running.configuration import load_config, toml_value


@pytest.mark.parametrize("code", [one.code for one in (*BUILTIN, *EVIDENCE_RULES, *RULES)])
def test_every_code_is_explained(recon, code):
    result = recon("rule", code.lower())
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code} ")
    assert len(result.stdout.splitlines()) >= 3


def test_a_rule_shows_what_its_example_finds(recon):
    shown = recon("rule", "RC101").stdout
    assert "\npasses:\n" in shown
    assert "\nfound:\n" in shown
    assert "\n    → " in shown


def test_a_code_there_is_not(recon):
    result = recon("rule", "QQ999")
    assert result.exit_code == 2
    assert "there is no code 'QQ999'; recon rule --all lists them" in result.stderr
    assert "did you mean RC102" in recon("rule", "RC112").stderr


@pytest.mark.parametrize("arguments", [["plugins"], ["plugins", "list"]])
def test_plugins_are_listed(recon, arguments):
    shown = recon(*arguments).stdout
    rows = [line.split() for line in shown.splitlines()]
    assert ["recon-figures", "reader", "text", ".txt", ".md"] in [
        [cell for cell in row if cell[0] != "0"] for row in rows
    ]


def test_config_prints_what_is_in_force_as_toml(recon, folder):
    (folder / "recon.toml").write_text('select = ["RC1"]\nfail-on = "warning"\nreconciler = ["latest"]\n')
    shown = recon("config").stdout
    assert shown.startswith(f"# {folder}/recon.toml\n")
    table = tomllib.loads(shown)["tool"]["recon"]
    assert (table["select"], table["fail-on"], table["reconciler"]) == (["RC1"], "warning", ["latest"])
    assert table["extractor"] == "recon"


def test_config_prints_the_rules_as_they_were_given(recon, folder):
    told = 'extend-ignore = ["RC2"]\n[severity]\nRC102 = "warning"\n[per-path."wire/**"]\nignore = ["RC1"]\n'
    (folder / "recon.toml").write_text(told)
    shown = recon("config").stdout
    (folder / "recon.toml").write_text(shown.replace("tool.recon.", "").replace("[tool.recon]", ""))
    assert recon("config").stdout == shown
    table = tomllib.loads(shown)["tool"]["recon"]
    assert (table["severity"], table["per-path"]) == ({"RC102": "warning"}, {"wire/**": {"ignore": ["RC1"]}})


def test_configuration_is_the_default_of_the_command_line(recon, folder):
    (folder / "pyproject.toml").write_text('[tool.recon]\nignore = ["RC1"]\n')
    assert recon("check", "news").exit_code == 0
    assert recon("check", "news", "--ignore", "RC2").exit_code == 1


def test_the_nearest_file_counts_and_recon_toml_before_pyproject(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert load_config(inner).source in ("", load_config(tmp_path).source)
    (tmp_path / "pyproject.toml").write_text('[tool.recon]\nselect = ["RC1"]\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    assert load_config(inner).source == str(tmp_path / "pyproject.toml")
    (tmp_path / "recon.toml").write_text('select = ["RC2"]\n[reconcilers.x]\nshare = 0.5\n')
    found = load_config(inner)
    assert (found.select, found.reconcilers) == (("RC2",), {"x": {"share": 0.5}})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("selct = []", "recon knows no key 'selct'; it knows select, ignore"),
        ('select = "RC1"', "select is a list of texts, not 'RC1'"),
        ('fail-on = "never"', "fail-on is one of error, warning, info, not 'never'"),
        ("preview = 1", "preview is true or false, not 1"),
        ("reconcilers = 1", "reconcilers is a table for each reconciler, not 1"),
        ("select = [", "not TOML: "),
        ("units = 1", "units is a table, not 1"),
        ("[units]\nforbid = []", "units has no key 'forbid'; it has allow, deny, prefer, define"),
        ('[units]\ndeny = "m"', "units.deny is a list of texts, not 'm'"),
        ("[units.define]\ntub = 1", "units.define is a table for each unit, not {'tub': 1}"),
        (
            "[units.define.tub]\nword = []",
            "units.define.tub has no key 'word'; it has words, signs, kind, factor, unit",
        ),
        ('[units.define.tub]\nwords = "tub"', "units.define.tub.words is a list of texts, not 'tub'"),
        ('[units.define.tub]\nfactor = "2"', "units.define.tub.factor is a number, not '2'"),
        ("[units.define.tub]\nkind = 1", "units.define.tub.kind is a text, not 1"),
    ],
)
def test_a_configuration_that_is_wrong_is_named(tmp_path, text, words):
    (tmp_path / "recon.toml").write_text(text)
    with pytest.raises(UsageError) as caught:
        load_config(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}/recon.toml: ")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[reconcilers.median]\nshare = 1", "there is no reconciler 'median'"),
        ("[reconcilers.latest]\nno_such_option = 1", "reconciler 'latest' has no option 'no_such_option'"),
    ],
)
def test_options_there_are_not_stop_reconcile_and_config(recon, folder, text, words):
    (folder / "recon.toml").write_text(text)
    for arguments in (["reconcile", "news"], ["config"]):
        result = recon(*arguments)
        assert result.exit_code == 2
        assert f"{folder}/recon.toml: " in result.stderr
        assert words in result.stderr


UNITS = """
[units]
deny = ["stone", "m"]
prefer = ["AUD"]

[units.define.tub]
words = ["tub of butter/tubs of butter"]
kind = "mass"
factor = 50
unit = "pound"

[units.define.metric_ton]
signs = ["t"]
"""


def test_config_prints_the_units_as_they_were_given(recon, folder):
    (folder / "recon.toml").write_text(UNITS)
    shown = recon("config")
    assert shown.exit_code == 0, shown.stderr
    table = tomllib.loads(shown.stdout)["tool"]["recon"]["units"]
    assert (table["allow"], table["deny"], table["prefer"]) == ([], ["stone", "m"], ["AUD"])
    assert table["define"]["tub"]["words"] == ["tub of butter/tubs of butter"]
    assert (table["define"]["tub"]["factor"], table["define"]["metric_ton"]["signs"]) == (50, ["t"])
    before = load_config(folder)
    (folder / "recon.toml").unlink()
    (folder / "pyproject.toml").write_text(shown.stdout)
    assert load_config(folder).units == before.units


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '[units]\ndeny = ["stnoe"]',
            "units.deny: there is no unit, kind, word or sign 'stnoe'; did you mean 'stone'?",
        ),
        (
            '[units.define.tub]\nsigns = ["kg"]\nkind = "other"',
            "units.define.tub: the sign 'kg' means kilogram of recon-figures",
        ),
    ],
)
def test_units_that_cannot_be_stop_every_command(recon, folder, text, words):
    (folder / "recon.toml").write_text(text)
    for arguments in (["extract", "news"], ["check", "news"], ["reconcile", "news"], ["config"]):
        result = recon(*arguments)
        assert result.exit_code == 2
        assert f"{folder}/recon.toml: {words}" in result.stderr


@pytest.mark.parametrize("command", ["extract", "check", "reconcile", "rule", "config", "plugins"])
def test_every_command_says_what_it_is_for_with_an_example(recon, command):
    shown = recon(command, "--help").stdout
    assert f"\n  recon {command}" in shown


def test_version(recon):
    assert recon("--version").stdout.startswith("recon ")


@pytest.mark.parametrize("value", [True, 3, 0.25, 'a "word"', ["a", "b"], {"The Courier": 2.0, "b": [1]}, []])
def test_values_are_printed_as_toml(value):
    assert tomllib.loads(f"x = {toml_value(value)}") == {"x": value}
