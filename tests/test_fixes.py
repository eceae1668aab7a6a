from hypothesis import given
from hypothesis import strategies as st

from recon.fixes import rewritten, safe_fixes
from recon.model import Finding, Fix, Suppression


def finding(fix, suppressed=None):
    return Finding(code="ZZ101", name="n", severity="error", doc="a", message="m", fix=fix, suppressed=suppressed)


def test_only_what_is_safe_and_not_suppressed_is_made_in_order_and_once():
    one, two = Fix(start=5, end=5, replacement="b", safe=True), Fix(start=1, end=2, replacement="a", safe=True)
    found = [finding(one), finding(two), finding(one), finding(Fix(start=0, end=1, replacement="x")), finding(None)]
    hidden = finding(Fix(start=3, end=3, replacement="c", safe=True), Suppression(by="file", where="f"))
    assert safe_fixes([*found, hidden]) == [two, one]


def test_of_two_that_overlap_the_earlier_is_made():
    fixes = [
        Fix(start=1, end=4, replacement="X"),
        Fix(start=3, end=6, replacement="Y"),
        Fix(start=6, end=6, replacement="Z"),
    ]
    assert rewritten("abcdefg", fixes) == ("aXefZg", 2)
    assert rewritten("ab", [Fix(start=1, end=9, replacement="X")]) == ("ab", 0)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.text(max_size=3))))
def test_what_is_not_in_a_fix_stays(text, told):
    fixes = [Fix(start=min(a, b), end=max(a, b), replacement=new, safe=True) for a, b, new in told]
    new, made = rewritten(text, safe_fixes(map(finding, fixes)))
    assert made <= len(fixes)
    assert made or new == text
