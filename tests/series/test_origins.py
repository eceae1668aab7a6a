from dataclasses import replace

from recon.series import align
from recon.testing import claim


def test_a_name_with_and_without_its_article_is_one_origin():
    one = claim(12, id="a", doc="a", origin="Evening Star", chain=("Varn Post", "Evening Star"))
    other = replace(one, id="b", doc="b", origin="The Evening Star", chain=("Coastal Radio", "The Evening Star"))
    found = [made for series in align([one, other]) for made in series.claims]
    assert {made.origin for made in found} == {"The Evening Star"}
    assert {made.chain[-1] for made in found} == {"The Evening Star"}


def test_other_names_stay():
    one = claim(12, id="a", doc="a", origin="Harbour Office")
    other = replace(one, id="b", doc="b", origin="Harbour Office of Varn")
    assert {made.origin for series in align([one, other]) for made in series.claims} == {one.origin, other.origin}
