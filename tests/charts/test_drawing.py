"""Charts as SVG elements for a page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from recon.charts import drawn
from recon.testing import claim, series

pytest.importorskip("vl_convert")


def test_every_point_is_a_link_that_says_its_sentence():
    one = series([claim(40, doc="a.txt", bound="at_least"), claim(60, doc="b.txt")], title="People missing")
    links = {each.id: f"#c{place}" for place, each in enumerate(one.claims)}
    sentences = {each.id: f"Sentence {place}." for place, each in enumerate(one.claims)}
    root = ElementTree.fromstring(drawn(one, [], links=links, sentences=sentences))
    anchors = list(root.iter("{http://www.w3.org/2000/svg}a"))
    assert [each.get("href") for each in anchors] == ["#c0", "#c1"]
    assert anchors[0].get("aria-label") == ("at least 40 · published 15 Jan 2024 · The Courier: “Sentence 0.”")
    assert anchors[0][0].text == anchors[0].get("aria-label")
