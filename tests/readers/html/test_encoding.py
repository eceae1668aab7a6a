import pytest

from recon.readers.html.encoding import decoded, encoded

TEXT = "Some “1,200” people – the mayor’s number – lost £3 million in Värn"


@pytest.mark.parametrize(
    ("data", "encoding", "whence"),
    [
        (TEXT.encode(), "utf-8", "its bytes"),
        (b'<meta charset="utf-8">' + TEXT.encode(), "utf-8", "meta charset"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", "byte-order mark"),
        (TEXT.encode("utf-16"), "utf-16-le", "byte-order mark"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", "byte-order mark"),
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
