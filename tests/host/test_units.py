import pytest

from recon.host import Host
from recon.model import UnitDefinition
from tests.host.plugins import Sum, declaring

TUB = UnitDefinition(name="tub", words=("tub",), signs=("tb",), kind="mass", factor=28, unit="pound")
KEG = UnitDefinition(name="keg", words=("keg",), signs=("kg",), kind="volume", factor=58, unit="liter")


def test_a_plugin_adds_units():
    host = Host([declaring(recon_units=[TUB, UnitDefinition(name="ton", words=("tun",))])])
    assert [str(owned) for owned in host.units] == ["unit tub of example_plugin", "unit ton of example_plugin"]
    assert host.findings == ()


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ("tub", "unit str of example_plugin has no text 'name'"),
        (Sum(), "unit Sum of example_plugin is no UnitDefinition"),
        (KEG, "unit keg of example_plugin is left out: the sign 'kg' means kilogram of recon-figures"),
        (UnitDefinition(name="tub"), "unit tub of example_plugin has neither words nor signs"),
        (
            UnitDefinition(name="tub", words=("tub",), kind="mass", unit="liter"),
            "unit tub of example_plugin is no mass: 'liter' cannot be converted to kilogram",
        ),
    ],
)
def test_a_unit_that_cannot_be_is_refused_and_the_others_stand(declared, words):
    host = Host([declaring(recon_units=[declared, UnitDefinition(name="box", signs=("bx",), kind="other")])])
    [finding] = host.findings
    assert finding.code == "RX903"
    assert finding.message.startswith(words)
    assert [owned.key for owned in host.units] == ["box"]


def test_of_two_plugins_that_claim_one_sign_both_are_named():
    other = declaring(recon_units=[UnitDefinition(name="tablet", signs=("tb",), kind="other")])
    other.__name__ = "other_plugin"
    host = Host([declaring(recon_units=[TUB]), other])
    [finding] = host.findings
    assert finding.message == (
        "unit tablet of other_plugin is left out: the sign 'tb' means tub of example_plugin already"
    )
    assert [owned.key for owned in host.units] == ["tub"]


def test_of_two_plugins_that_define_one_unit_both_are_named():
    other = declaring(recon_units=[TUB])
    other.__name__ = "other_plugin"
    [finding] = Host([declaring(recon_units=[TUB]), other]).findings
    assert finding.message == "unit 'tub' of other_plugin is left out: example_plugin has one of that name"
