import io
from dataclasses import dataclass

import pytest

from recon.builtin import BUILTIN
from recon.errors import ReadError
from recon.hooks import hookimpl
from recon.host import Host
from recon.intake import MOST_FAILURES, read
from recon.model import Document, Finding


@dataclass(frozen=True)
class Pages:
    """A reader of .page files that gives what it is told to."""

    given: tuple = ()
    name: str = "pages"
    suffixes: tuple[str, ...] = (".page",)

    def read(self, path):
        for one in self.given:
            if isinstance(one, Exception):
                raise one
            yield one


def readers(*given):
    class Plugin:
        @hookimpl
        def recon_readers(self):
            return [Pages(given)]

    return Host([*BUILTIN, Plugin()]).readers


def read_all(*paths, given=(), stdin=b"", name="-"):
    return list(read(paths, readers(*given), io.BytesIO(stdin), name))


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("---\ntitle: Own title\n---\nText.")
    (tmp_path / "b.txt").write_text("Text.")
    (tmp_path / "p.page").write_text("")
    return tmp_path


def test_what_is_known_beside_fills_in_what_the_file_leaves_out(folder):
    (folder / "documents.csv").write_text("path,title,publisher\na.txt,Other,Post\nb.txt,Headline with 30,Post\n")
    first, second = read_all("a.txt", "b.txt")
    assert (first.title, first.publisher) == ("Own title", "Post")
    assert first.title_start is not None
    assert (second.title, second.title_start) == ("Headline with 30", None)


def test_a_file_that_cannot_be_read_is_an_error_in_its_place(folder):
    (folder / "a.txt").write_bytes(b"ok\n\xff")
    bad, good = read_all("a.txt", "b.txt")
    assert good.id == "b.txt"
    assert str(bad) == "a.txt:2: not UTF-8 (byte 0xff, 3 bytes into the file); save it as UTF-8"


@pytest.mark.parametrize(
    ("name", "stdin", "ids"),
    [
        ("-", b"Text.", ["-"]),
        ("draft.md", b"---\ntitle: A\n---\nText.", ["draft.md"]),
        ("x.jsonl", b'{"id":"q","text":""}', ["q"]),
    ],
)
def test_standard_input(name, stdin, ids):
    assert [document.id for document in read_all("-", "-", stdin=stdin, name=name)] == ids


@pytest.mark.parametrize(("name", "stdin"), [("d.txt", b"\xff"), ("d.doc", b"x"), ("d.jsonl", b"{")])
def test_errors_of_standard_input_go_by_its_name(name, stdin):
    (error,) = read_all("-", stdin=stdin, name=name)
    assert error.path == name


def test_an_id_given_twice_is_told_of(folder):
    for name in ("one", "two"):
        (folder / f"{name}.jsonl").write_text('{"id": "a", "text": ""}\n')
    document, error = read_all("one.jsonl", "two.jsonl")
    assert (document.id, error.path) == ("a", "two.jsonl")
    assert "the id 'a' stands in one.jsonl already" in error.problem


def test_a_plugin_reads_its_suffix():
    document = Document(id="p1", text="Text.")
    assert read_all("p.page", given=[document]) == [document]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (KeyError("k"), "reader pages of test_intake failed on p.page: KeyError: 'k'"),
        ("text", "reader pages of test_intake on p.page: it gave a str, not a Document"),
        (Document(id="", text=""), "it gave a document without an id"),
        (Document(id="x", text=None), "is no plain text"),
        (Document(id="x", text="", published="2024-05-02"), "no datetime.date"),
        (Document(id="x", text="", body_start=1), "body_start lies outside"),
        (Document(id="x", text="", pages=(-1,)), "pages are no tuple"),
    ],
)
def test_a_plugin_that_fails_is_named_and_the_next_file_is_read(given, words):
    finding, document = read_all("p.page", "b.txt", given=[given])
    assert isinstance(finding, Finding)
    assert finding.code == "RX904"
    assert words in finding.message.replace("tests.engine.", "")
    assert document.id == "b.txt"


def test_a_reader_that_fails_for_ever_is_stopped():
    class Failing(Pages):
        def read(self, path):
            return map(self._fail, iter(int, 1))

        def _fail(self, _):
            raise ReadError("p.page", "bad record", "mend it", 1)

    class Plugin:
        @hookimpl
        def recon_readers(self):
            return [Failing()]

    found = list(read(["p.page"], Host([Plugin()]).readers))
    assert len(found) == MOST_FAILURES + 1
    assert "the rest is left out" in found[-1].remedy


def test_many_failures_among_more_documents_do_not_end_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    record = '{"id": 1, "text": "Forty died."}\n{"id": 1}\n'
    rows = (record.replace("1", str(n)) for n in range(1, 1_501))
    (tmp_path / "a.jsonl").write_text("".join(rows))
    found = list(read(["a.jsonl"], Host(BUILTIN).readers))
    assert sum(isinstance(item, Document) for item in found) == 1_500
    assert sum(isinstance(item, ReadError) for item in found) == 1_500


def test_parts_of_standard_input_go_by_its_name():
    stdin = io.BytesIO(b"text\nForty died.\nFifty died.\n")
    items = list(read(["-"], Host(BUILTIN).readers, stdin, "wire.csv"))
    assert [item.id for item in items] == ["wire.csv#row=1", "wire.csv#row=2"]
    (error,) = read(["-"], Host(BUILTIN).readers, io.BytesIO(b"none"), "a.warc.gz")
    assert str(error).startswith("a.warc.gz: not WARC")
