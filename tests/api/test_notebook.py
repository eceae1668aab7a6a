"""A notebook asks values for their HTML; IPython's own formatter is asked where it is installed."""

import os
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import recon
from recon.errors import UsageError

TEXT = (
    "About 30 people died in Varn, the mayor said. Later 45 people died in Varn, the ministry said. 16 km (16 miles)."
)


@pytest.fixture(scope="module")
def articles():
    return recon.read_text(TEXT, publisher="The Courier", published="2031-05-02")


def test_every_stage_has_its_html(articles):
    assert "The Courier" in articles._repr_html_()
    assert "<b>30</b>" in articles.extract()._repr_html_()
    assert "RC101" in articles.check()._repr_html_()
    made = articles.reconcile()
    assert "mayor" in made._repr_html_()
    assert "mayor" in next(iter(made))._repr_html_()


def test_a_series_with_enough_claims_has_a_chart_where_charts_can_be_drawn():
    pytest.importorskip("vl_convert")
    texts = [f"{n} people died in Varn, the mayor said." for n in (30, 45, 60)]
    documents = [
        next(iter(recon.read_text(text, id=f"{n}.txt", publisher="The Courier", published=f"2031-05-0{n + 1}")))
        for n, text in enumerate(texts)
    ]
    one = next(iter(recon.read_documents(documents).reconcile()))
    assert len(one) == 3
    assert "<svg" in one._repr_html_()
    assert "<svg" not in next(iter(recon.read_documents(documents[:2]).reconcile()))._repr_html_()


def test_plain_values_are_shown_on_demand(articles):
    made = articles.reconcile()
    extraction = articles.extract()
    documents = list(articles)
    for values, told in (
        (list(extraction), "30"),
        (next(iter(extraction)), "30"),
        (list(articles.check()), "RC101"),
        (next(iter(made)).series, "mayor"),
        (next(iter(made)).series.claims, "mayor"),
        (made.result.estimates, "latest"),
        (made.result, "mayor"),
    ):
        assert told in recon.show(values, documents)._repr_html_()
    assert "0 figures" in recon.show([]).html
    with pytest.raises(UsageError, match="all of one kind"):
        recon.show([next(iter(extraction)), made.result.estimates[0]])


class Formatter:
    """Keeps what is registered, as IPython's does."""

    def __init__(self):
        self.kinds = {}

    def for_type(self, kind, function):
        self.kinds[kind] = function


def test_the_extension_registers_plain_values(articles):
    formatter = Formatter()
    recon.load_ipython_extension(
        SimpleNamespace(display_formatter=SimpleNamespace(formatters={"text/html": formatter}))
    )
    figure = next(iter(articles.extract()))
    assert "30" in formatter.kinds[type(figure)](figure)
    result = articles.reconcile().result
    assert "mayor" in formatter.kinds[type(result)](result)


def test_ipython_takes_the_html_and_the_extension(articles):
    shells = pytest.importorskip("IPython.core.interactiveshell")
    assert isinstance(sys.modules["IPython"], ModuleType)
    shell = shells.InteractiveShell()
    data, _ = shell.display_formatter.format(articles.extract())
    assert "<b>30</b>" in data["text/html"]
    shell.run_line_magic("load_ext", "recon")
    data, _ = shell.display_formatter.format(next(iter(articles.extract())))
    assert "30" in data["text/html"]


def test_a_whole_notebook_runs_and_shows_its_tables(tmp_path):
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    (tmp_path / "a.txt").write_text(TEXT)
    notebook = nbformat.v4.new_notebook()
    cells = (
        "import recon\narticles = recon.read('a.txt')",
        "articles.check()",
        "made = articles.reconcile()\nmade",
        "%load_ext recon\nnext(iter(articles.extract()))",
    )
    notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    root = str(Path(__file__).parents[2])
    there = {"metadata": {"path": str(tmp_path)}}
    client = nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources=there)
    client.execute(env={**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path])})
    shown = [
        output["data"].get("text/html", "") for cell in notebook.cells for output in cell.outputs if "data" in output
    ]
    assert [told in html for told, html in zip(("RC101", "mayor", "<b>30</b>"), shown, strict=True)] == [True] * 3
