import datetime as dt
import zipfile

import pytest

from recon.readers.formats import DocxReader

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Sitrep</dc:title><dcterms:created>2031-05-01T08:00:00Z</dcterms:created>"
    "<dcterms:modified>2031-05-05T08:00:00Z</dcterms:modified></cp:coreProperties>"
)


def text(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner, style=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inner}</w:p>"


@pytest.fixture
def read(tmp_path, found):
    def read(body, **parts):
        path = tmp_path / "a.docx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
            for name, content in parts.items():
                folder = "docProps" if name == "core" else "word"
                file.writestr(f"{folder}/{name}.xml", content)
        return found(DocxReader(), path)

    return read


def test_headings_paragraphs_and_tables_row_by_row(read):
    def cell(words):
        return f"<w:tc>{paragraph(text(words))}</w:tc>"

    table = "".join(
        f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in (("District", "Killed"), ("Varn", "12"), ("Tarn", ""))
    )
    (document,) = read(
        paragraph(text("Floods: 40 dead"), "Title")
        + paragraph(text("Some 1.3 million ") + text("people fled."))
        + paragraph(text("Casualties"), "Heading2")
        + f"<w:tbl>{table}</w:tbl>"
        + "<w:sdt><w:sdtContent>" + paragraph(text("In a form.")) + "</w:sdtContent></w:sdt>"
    )  # fmt: skip
    assert document.text == (
        "# Floods: 40 dead\n\nSome 1.3 million people fled.\n\nCasualties\n\n"
        "District | Killed\nVarn | 12\nTarn\n\nIn a form."
    )
    assert document.title == "Floods: 40 dead"
    assert document.text[document.title_start :].startswith(document.title)
    assert document.text[document.body_start :].startswith("Some 1.3 million")


def test_what_was_deleted_moved_or_hidden_is_not_read(read):
    (document,) = read(
        paragraph(
            text("At least ")
            + "<w:del><w:r><w:delText>40</w:delText></w:r></w:del>"
            + f"<w:ins>{text('62')}</w:ins>"
            + text(" people died")
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> or 99</w:t></w:r>"
            + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE 7</w:instrText></w:r>'
            + text(".")
        )
        + paragraph(f"<w:moveFrom>{text('Moved away: 5.')}</w:moveFrom>")
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph(text("88")) + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    assert document.text == "At least 62 people died."


def test_notes_and_boxes_stand_behind_their_paragraph_once(read):
    box = f"<w:txbxContent>{paragraph(text('In a box.'))}</w:txbxContent>"
    note = f'<w:footnote w:id="2">{paragraph(text("By the ministry."))}</w:footnote>'
    notes = f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>"
    (document,) = read(
        paragraph(
            text("Forty")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            + f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
            + text(" died.")
        )
        + paragraph(text("Next.")),
        footnotes=notes,
    )
    assert document.text == "Forty died.\n\nBy the ministry.\n\nIn a box.\n\nNext."


def test_when_the_file_was_begun_is_not_when_it_was_published(read):
    (document,) = read(paragraph(text("Forty died.")), core=CORE)
    assert (document.published, document.modified, document.fetched) == (None, dt.date(2031, 5, 5), None)
    assert document.dates_from == (
        ("published", "docProps/core.xml created 2031-05-01, when the file was begun, is not used"),
        ("modified", "docProps/core.xml modified"),
    )
    assert (document.title, document.title_start) == ("Sitrep", None)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "not DOCX"),
        (b"hello", "not DOCX"),
        (b"PK\x03\x04" + b"x" * 500, "not DOCX"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 500, "encrypted, or a .doc of old"),
    ],
)
def test_what_is_no_docx_is_one_line(tmp_path, found, content, problem):
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    (error,) = found(DocxReader(), path)
    assert error.problem.startswith(problem)


def test_a_truncated_file(tmp_path, found, read):
    read(paragraph(text("Forty died. " * 1000)))
    path = tmp_path / "a.docx"
    path.write_bytes(path.read_bytes()[:-40])
    (error,) = found(DocxReader(), path)
    assert error.problem.startswith("not DOCX")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<!--" + " " * 60_000_000 + "-->", "its word/document.xml unpacks to more than 40 MB"),
        ("<w:p>" * 1000, "damaged in word/document.xml: elements more than 250 deep"),
        ("</x>", "damaged in word/document.xml: not XML (mismatched tag at column "),
        ("", "holds no text"),
    ],
)
def test_a_hostile_or_empty_document_is_one_line(read, body, problem):
    (error,) = read(body)
    assert error.problem.startswith(problem)


def test_a_zip_of_something_else(tmp_path, found):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.txt", "x")
    (error,) = found(DocxReader(), path)
    assert error.problem == "holds no Word document"


@pytest.mark.parametrize("raised", ['<w:vertAlign w:val="superscript"/>', '<w:position w:val="8"/>'])
def test_a_raised_number_is_no_digit_of_the_one_before_it(read, raised):
    def mark(words):
        return f"<w:r><w:rPr>{raised}</w:rPr><w:t>{words}</w:t></w:r>"

    (document,) = read(
        paragraph(
            text("Some 40") + mark("1") + mark(",2") + text(" people fled 25 km") + mark("2") + text(" of floods.")
        )
    )
    assert document.text == "Some 40 people fled 25 km² of floods."
