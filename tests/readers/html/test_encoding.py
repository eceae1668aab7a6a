import pytest

from recon.readers.html.encoding import decoded, encoded

TEXT = "Some “1,200” people – the mayor’s number – lost £3 million in Värn"


@pytest.mark.parametrize(
    ("data", "encoding", "whence"),
    [
        (TEXT.encode(), "utf-8", "its bytes"),
        (b'<meta charset="utf-8">' + TEXT.encode(), "utf-8", "meta charset"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", "first bytes"),
        (TEXT.encode("utf-16"), "utf-16-le", "first bytes"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", "first bytes"),
        ("<p>".encode("utf-16-le") + TEXT.encode("utf-16-le"), "utf-16-le", "first bytes"),
        ("<p>".encode("utf-16-be") + TEXT.encode("utf-16-be"), "utf-16-be", "first bytes"),
        (b"<meta charset=iso-8859-1>" + TEXT.encode("cp1252"), "cp1252", "meta charset"),
        (
            b"<meta http-equiv=x content='text/html; charset=windows-1252'>" + TEXT.encode("cp1252"),
            "cp1252",
            "meta charset",
        ),
        (b'<?xml version="1.0" encoding="ISO-8859-15"?>' + "Värn".encode("iso-8859-15"), "iso8859-15", "meta charset"),
        (b"<meta charset=iso-8859-1>" + TEXT.encode(), "utf-8", "its bytes"),  # saved anew, in UTF-8
        (b"<meta charset=klingon>" + TEXT.encode(), "utf-8", "its bytes"),
        ((TEXT * 20).encode("cp1252"), "cp1252", "its bytes"),
    ],
)
def test_the_encoding_and_where_it_is_from(data, encoding, whence):
    read = decoded(data)
    assert (read.encoding, read.whence) == (encoding, whence)
    assert "V\u00e4rn" in read.text
    assert encoded(read.text, encoding) == data


@pytest.mark.parametrize(
    ("data", "served", "encoding", "whence"),
    [
        ("<meta charset=utf-8>Łódź".encode("iso-8859-2"), "ISO-8859-2", "iso8859-2", "HTTP header"),
        ("<p>Łódź".encode("iso-8859-2"), "iso-8859-2", "iso8859-2", "HTTP header"),
        ("<p>Łódź".encode(), "iso-8859-1", "utf-8", "its bytes"),
        ("<meta charset=utf-8>Łódź €".encode() + b"\x93", "iso-8859-1", "utf-8", "meta charset"),
        ("<meta charset=windows-1252>“Värn".encode("cp1252"), "utf-8", "cp1252", "meta charset"),
        ("<p>“Värn".encode("utf-16"), "iso-8859-1", "utf-16-le", "first bytes"),
        ("<meta charset=windows-1252>“Värn".encode("cp1252"), "klingon", "cp1252", "meta charset"),
    ],
)
def test_what_the_server_said_goes_before_what_the_page_declares(data, served, encoding, whence):
    read = decoded(data, served)
    assert (read.encoding, read.whence) == (encoding, whence)
    assert encoded(read.text, encoding) == data


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 9, b"<meta charset=utf-8>\xff\xfe\x80", b"\xff\xfea", b"\xed\xa0\x80"]
)
def test_no_bytes_fail(data):
    read = decoded(data)
    assert isinstance(read.text, str)


def test_a_wrong_byte_is_found_again():
    data = "<meta charset=utf-8>é".encode() + b"\x93x"
    read = decoded(data)
    at = next(i for i, letter in enumerate(read.text) if "\ud800" <= letter <= "\udfff")
    assert len(encoded(read.text[:at], read.encoding)) == data.index(b"\x93")
