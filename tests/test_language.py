import json

import pytest

from recon import language
from recon.engine import discover
from recon.intake import read
from recon.language import UNKNOWN, foreign
from recon.model import Document
from recon.source_map import SourceMap

TEXTS = {
    "German": "Bei dem Hochwasser in der Region sind nach Angaben der Behörden mindestens 1.200 Menschen obdachlos "
    "geworden. Das teilte der Landrat am Dienstag mit. Die Feuerwehr war mit 300 Leuten im Einsatz, und "
    "in den Dörfern am Fluss war am Abend noch kein Strom. Viele Straßen blieben gesperrt, sagte ein "
    "Sprecher.",
    "French": "Au moins 1 200 personnes ont perdu leur maison dans les inondations qui ont touché la région, ont "
    "annoncé mardi les autorités. Les pompiers étaient engagés avec 300 hommes et, dans les villages au "
    "bord de la rivière, il n’y avait toujours pas de courant le soir.",
    "Russian": "По меньшей мере 1200 человек остались без крова в результате наводнения в регионе, сообщили во "
    "вторник власти. Пожарные работали силами 300 человек, а в деревнях у реки вечером все еще не было "
    "света. Многие дороги закрыты.",
    "Japanese": (
        "地域の洪水で少なくとも1200人が家を失ったと当局が火曜日に発"
        "表した。消防は300人態勢で活動し、川沿いの村では停電が続く。"
    )
    * 5,
}
ENGLISH = {
    "prose": "At least 1,200 people have lost their homes in a flood in the north, officials said. " * 4,
    "scores": "Varn 3, Ostle 1. Karmel 2, Denton 2. Hartwell 4, Brimley 0. Norwick 1, Polham 1. Velmar 3, Tenby 2. "
    "Attendance 12,400. Referee J. Halton, assistants P. Morne, K. Dell. Booked: Rennick 34, Solby 51, "
    "Trevane 77.",
    "results": "Revenue rose 12% to $4.2 billion; net income $310 million vs $280 million a year ago; diluted "
    "earnings per share $1.12 vs $1.01; operating margin 14.2%; cash from operations $620 million; "
    "guidance raised: growth 9% to 11%",
    "capitals": "FLOOD IN VARN LEAVES 40 MISSING. AT LEAST 1,200 PEOPLE LOST THEIR HOMES WHEN DAMS FAILED, OFFICIALS "
    "SAID. RESCUERS WITH 300 MEN WERE AT WORK ALL NIGHT, AND IN VILLAGES ALONG RIVERS THERE WAS NO POWER,"
    " A SPOKESMAN SAID.",
    "short": "Mindestens 1.200 Menschen sind obdachlos.",
    "headline": "Varn flood: 1,200 dead, 40 missing, 3 held; rivers up 3.5m",
    "table": "District | Dead | Injured\n\n" + "\n\n".join(f"{town} | {n} | {3 * n}" for n, town in enumerate(
        "Varn Ostle Tarn Querfurt Ölsnitz Weißwasser Kirchheim Niederau Oberau Unterau Mittelau Dorfstadt".split())),
    "list": "- 40 dead\n- 1,200 displaced\n- 12 boats lost\n- 14 villages cut off\n- 85 soldiers sent\n- 9 shut",
    "names": "Killed: Jan Kowalski, 40; Maria Nowak, 35; Piotr Wiśniewski, 12; Anna Wójcik, 6; Krzysztof Kamiński, 44; "
    "Agnieszka Lewandowska, 29; Tomasz Zieliński, 50; Barbara Szymańska, 71; Andrzej Woźniak, 33.",
    "quoted": "Le ministre said on Tuesday: «Nous sommes en deuil, 40 personnes mortes» and left the room at noon.",
    "greek": "Rates of β-thalassaemia and α-synuclein rose 12% in Varn",
}  # fmt: skip
SHORT = {
    "German": "Bei dem Hochwasser sind mindestens 1.200 Menschen obdachlos geworden, teilte der Landrat mit.",
    "French": "Au moins 1.200 personnes ont perdu leur maison dans les inondations, ont annoncé mardi les autorités.",
    "Spanish": "Al menos 1.200 personas han perdido su casa en las inundaciones, informaron las autoridades.",
    "Russian": "Без крова остались 1200 человек, сообщили власти",
    "Chinese": "至少1200人无家可归",
    "Arabic": "1200 شخص بلا مأوى",
}
CAPITALS = (
    "VARN, 6. MAI - BEI DEM HOCHWASSER SIND MINDESTENS 1.200 MENSCHEN OBDACHLOS GEWORDEN, TEILTE DER LANDRAT "
    "MIT. DIE FEUERWEHR WAR MIT 300 LEUTEN IM EINSATZ, UND IN DEN DÖRFERN AM FLUSS WAR AM ABEND NOCH KEIN STROM."
)


@pytest.mark.parametrize("name", TEXTS)
def test_another_language_is_named(name):
    assert foreign(Document(id="a", text=TEXTS[name])) == name


@pytest.mark.parametrize("name", SHORT)
def test_a_sentence_is_enough_and_of_another_script_a_headline(name):
    assert foreign(Document(id="a", text=SHORT[name])) == name


def test_a_wire_in_capitals_is_judged_as_any_other():
    assert foreign(Document(id="a", text=CAPITALS)) == "German"


@pytest.mark.parametrize("name", ENGLISH)
def test_english_goes_on_and_what_is_too_short_to_tell(name):
    assert foreign(Document(id="a", text=ENGLISH[name])) == ""


def test_what_somebody_wrote_is_believed_and_what_a_page_says_is_not():
    assert foreign(Document(id="a", text=TEXTS["German"], language="en-GB")) == ""
    assert foreign(Document(id="a", text=ENGLISH["prose"], language="de")) == "German"
    source = SourceMap(runs=b"")
    assert foreign(Document(id="a", text=TEXTS["German"], language="en", source=source)) == "German"
    assert foreign(Document(id="a", text=ENGLISH["prose"], language="de", source=source)) == ""


def test_without_the_library_a_language_is_set_aside_and_not_named(monkeypatch):
    monkeypatch.setattr(language, "find_spec", lambda name: None)
    assert [foreign(Document(id="a", text=text)) for text in TEXTS.values()] == [UNKNOWN] * len(TEXTS)
    assert {foreign(Document(id="a", text=text)) for text in ENGLISH.values()} == {""}
    assert foreign(Document(id="a", text=SHORT["Russian"])) == UNKNOWN


def test_a_document_in_another_language_is_a_finding_in_its_place(tmp_path):
    rows = [{"id": "de", "text": TEXTS["German"]}, {"id": "en", "text": ENGLISH["prose"]}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    found, document = read([str(tmp_path / "a.jsonl")], discover().readers)
    assert document.id == "en"
    assert (found.code, found.severity, found.doc) == ("RX912", "warning", "de")
    assert found.message == "de: is in German, for which recon has no grammar, and is set aside"
