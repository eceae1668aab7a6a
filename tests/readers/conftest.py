import pytest

from recon.errors import ReadError


@pytest.fixture
def found():
    """What a reader makes of a file: documents and errors, as somebody gets them who goes on after an error."""

    def found(reader, path):
        items, documents = [], None
        while True:
            try:
                documents = iter(reader.read(path)) if documents is None else documents
                items.append(next(documents))
            except StopIteration:
                return items
            except ReadError as error:
                items.append(error)
                if documents is None:
                    return items

    return found
