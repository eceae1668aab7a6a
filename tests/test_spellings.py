import pytest

from recon.spellings import initials, one_person, sounded

SAME = [
    ("Kim Yong-bok", "Kim Young Bok"),
    ("Kim Yong-bok", "Kim Yongbok"),
    ("Kim Yong-bok", "KIM Yeong-bok"),
    ("Ri Chol-su", "Ri Chul Soo"),
    ("Park Myong-ho", "Park Myung-ho"),
    ("Choe Tong-il", "Choe Dong-il"),
]
OTHERS = [
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong-un", "Kim Jong-nam"),
    ("Kim Yo-jong", "Kim Yong-bok"),
    ("Kim Yong-bok", "Kim Yong-ho"),
    ("Kim Yong-bok", "Lee Yong-bok"),
    ("Kim Yong-bok", "Kim Bok-yong"),
    ("George W. Bush", "George H. Bush"),
    ("George W. Bush", "George Bush"),
    ("Ana Silva", "Ana Silvo"),
    ("Per Dahl", "Per Dohl"),
    ("Hans Peter Bohr", "Hans Peter Buhr"),
    ("Jean-Paul Marat", "Jean-Pol Marat"),
    ("Lee Min-ho", "Lee Min-hyo"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_romanisations_of_one_name_sound_alike(one, other):
    assert sounded(one) == sounded(other) != ""
    assert one_person([one, other])


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_do_not(one, other):
    assert sounded(one) != sounded(other) or not sounded(one) or not one_person([one, other])


def test_initials_leave_out_what_links():
    assert initials("National Intelligence Service") == "NIS"
    assert initials("Office for the Coordination of Harbour Affairs") == "OCHA"
    assert initials("Centre for Self-Help") == "CSH"
