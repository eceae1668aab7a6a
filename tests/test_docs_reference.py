"""Everything that exists has its place in the documentation, and no page tells of what does not."""

import ast
import datetime as dt
import inspect
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

import recon
import recon.testing
from recon import api, exports, hooks, intake, model, readers, tables
from recon.api.options import CheckOptions, ReconcileOptions
from recon.checks import BUILTIN as CHECKS
from recon.cli.app import app
from recon.crosschecks.catalogue import RULES as CROSS_RULES
from recon.engine import Plan, chosen_extractor, discover, reconcile, work_on
from recon.evidence.rules import RULES as EVIDENCE_RULES
from recon.machinery import RULES
from recon.model import Document, RelationKind
from recon.reports import findings_data, series_data
from recon.running.configuration import DEFINITION, KNOWN, UNIT_KEYS
from recon.testing.cases import WANTED
from tests import codes
from tests.pages import DOCS, FENCE, PAGES, named, page, rows, section

# Everything that exists


OF_A_HOOK = [
    "The object", "When it is called", "An example", "Options", "When it fails", "Time", "What is tried",
]  # fmt: skip


@pytest.mark.parametrize("name", [name for name in vars(hooks) if name.startswith("recon_")])
def test_every_hook_has_its_page_and_signature(name):
    text = page(f"reference/hooks/{name}.md")
    assert text.startswith(f"# {name}\n")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == OF_A_HOOK
    assert f"](hooks/{name}.md)" in page("reference/hooks.md")
    assert "```pycon\n" in section(text, "## An example")
    signature = inspect.getsource(getattr(hooks, name)).splitlines()[1].rstrip(":")
    assert f"\n{signature}: ...\n" in text
    protocol = getattr(model, re.search(r"Iterable\[(\w+)\]", signature)[1])
    for field in fields(protocol) if is_dataclass(protocol) else ():
        assert f"    {field.name}: " in text
    for key, member in vars(protocol).items():
        if isinstance(member, property):
            assert f"    {key}: " in text
        elif inspect.isfunction(member) and not key.startswith("_"):
            assert inspect.getsource(member) in text


def test_every_public_name_is_in_the_reference():
    text = page("reference/hooks.md") + page("reference/python.md").replace("(", "`(")
    assert [name for name in recon.__all__ if f"`{name}`" not in text] == []


@pytest.mark.parametrize("kind", [api.Articles, api.Extraction, api.Checked, api.Reconciled, api.Quantity])
def test_every_step_is_told_with_what_it_has_and_takes(kind):
    text = section(page("reference/python.md"), f"## {kind.__name__}")
    told = {name.partition("(")[0] for name in re.findall(r"`([^`]+)`", text)}
    behind = {"run", "of", "lexicon"}
    public = {name for name in (*vars(kind), *kind.__annotations__) if not name.startswith("_")} - behind
    assert public - told == set()
    for name in public:
        function = getattr(kind, name, None)
        if inspect.isfunction(function):
            parameters = inspect.signature(function).parameters
            [signature] = re.findall(rf"`{name}\(([^`]*)\)`", text)
            assert [one.partition("=")[0].lstrip("*") for one in signature.split(", ") if one not in ("*", "")] == [
                one for one in parameters if one != "self"
            ] or "forms" in signature


@pytest.mark.parametrize(
    ("heading", "options"), [("check", CheckOptions), ("reconcile", ReconcileOptions)], ids=["check", "reconcile"]
)
def test_every_option_of_a_step_is_told(heading, options):
    text = section(page("reference/python.md"), f"## Options of {heading}")
    assert {name for name in options.__annotations__ if f"`{name}`" not in text} == set()


def test_every_name_of_the_testing_module_is_in_its_how_to():
    text = page("how-to/test-a-plugin.md")
    assert [name for name in recon.testing.__all__ if not re.search(rf"\b{name}\b", text)] == []
    keys = section(text, "## Case files")
    assert [key for key in (*WANTED["findings"], *WANTED["estimates"]) if f"`{key}`" not in keys] == []


CODES = {one.code: one for one in (*CHECKS, *CROSS_RULES, *EVIDENCE_RULES, *RULES)}


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_page_and_row(code):
    text = page(f"codes/{code}.md")
    assert text.startswith(f"# {code} {CODES[code].name}\n")
    assert f"| [{code}]({code}.md) | {CODES[code].name} | {CODES[code].severity}" in page("codes/index.md")
    for example in ("ok", "not_ok"):
        assert getattr(CODES[code], example, "").replace("\n\n", "\n>\n> ") in text


def test_the_pages_of_codes_say_what_their_rules_do():
    wrong = [path.name for path, page in codes.wanted().items() if path.read_text(encoding="utf-8") != page]
    assert wrong == [], "python -m tests.codes --write"


def test_no_page_is_about_a_code_there_is_not():
    assert {path.stem for path in (DOCS / "codes").glob("R*.md")} == set(CODES)


def shown(command):
    """What a command's --help says: its arguments, its options by their text, the commands below it."""
    text = CliRunner().invoke(app, [*command.split()[1:], "--help"], prog_name="recon").output
    usage, _, rest = text.partition("\n")
    arguments = set(re.findall(r"[A-Z]+", usage)) - {"U", "OPTIONS", "COMMAND", "ARGS"}
    options, _, below = rest.partition("\nOptions:\n")[2].partition("\nCommands:\n")
    entries = [" ".join(entry.split()) for entry in re.split(r"^  (?=-)", options, flags=re.MULTILINE)[1:]]
    return arguments, entries, re.findall(r"^  (\w+)", below, re.MULTILINE)


def cli(command="recon"):
    """Every command, with all below it."""
    yield command
    for below in shown(command)[2]:
        yield from cli(f"{command} {below}")


@pytest.mark.parametrize("command", list(cli()))
def test_every_command_and_option_has_its_row(command):
    text = section(page("reference/command-line.md"), f"## {command}")
    documented = {line.split(" | ")[0]: line for line in text.splitlines() if line.startswith("| `")}
    arguments, entries, _ = shown(command)
    known = set(arguments)
    for entry in entries:
        names = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", re.split(r" [A-Z<\[]", entry)[0]))
        known |= names
        if "--help" in names and command != "recon":
            continue
        [row] = [line for head, line in documented.items() if names <= set(re.findall(r"`([^`]+)`", head))]
        choices = re.search(r"[<\[]([a-z|]+\|[a-z|]+)[>\]]", entry)
        defaults = re.findall(r"\[default: ([^\];]+)", entry)
        for word in [*(choices[1].split("|") if choices else []), *defaults]:
            assert f"`{word}`" in row
    written = {word for head in documented for word in re.findall(r"`(--?[^`]+|[A-Z]+)`", head)}
    values = set(re.findall(r" ([A-Z]+) ", " ".join(entries)))
    assert arguments <= written <= known | values


@pytest.mark.parametrize("name", exports.TABLES)
def test_every_column_has_its_row_with_its_type(name):
    text = section(page("reference/tables.md"), f"## {name}")
    written = re.findall(r"^\| `(\w+)` \| (\w+) \|", text, re.MULTILINE)
    columns = exports.TABLES[name]
    known = {key: columns[key] for key in columns if key not in tables.FIGURES} if name == "claims" else columns
    assert written == list(known.items())


def test_what_extract_adds_to_the_figures_is_told():
    text = section(page("reference/tables.md"), "## figures")
    added = [name for name in tables.EXTRACTED if name not in tables.FIGURES]
    assert added == [name for name in ("source_start", "source_end") if f"`{name}`" in text]


def test_every_bound_kind_and_json_key_is_told():
    text = page("reference/tables.md")
    conventions = section(text, "## Conventions")
    words = [*model.Bound.__args__, *model.Kind.__args__]
    assert [word for word in words if f"`{word}`" not in conventions] == []
    assert rows(section(text, "## The JSON of check")) == {*findings_data.KEYS, *findings_data.EXTRA_KEYS}
    of_reconcile = section(text, "## The JSON of reconcile")
    assert rows(of_reconcile) == {
        "documents", "series", "relations", "findings", "overrides", *series_data.ESTIMATE_KEYS,
    }  # fmt: skip
    assert [key for key in series_data.DOCUMENT_KEYS if f"`{key}`" not in of_reconcile] == []


def test_every_configuration_key_has_its_row():
    text = page("reference/configuration.md")
    assert rows(text) == {*KNOWN, *(f"units.{key}" for key in UNIT_KEYS)}
    assert [key for key in DEFINITION if f"`{key}`" not in section(text, "## Units")] == []


def test_every_message_of_the_readers_is_told():
    """Each problem that a reader names, the parts of it that are always the same."""
    pages = ("how-to/read-your-own-articles.md", "how-to/read-reports-tables-feeds-and-archives.md")
    told = re.sub(r"\s+", " ", "".join(map(page, pages)))
    sources = [*Path(readers.__file__).parent.rglob("*.py"), Path(intake.__file__)]
    missing = [part for path in sorted(sources) for part in _problems(path) if part not in told]
    assert missing == []


def _problems(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        texts = []
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("ReadError", "FieldError"):
            texts = node.args[1:2]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "problem":
            texts = [node.value]
        for text in texts:
            parts = text.values if isinstance(text, ast.JoinedStr) else [text]
            yield from (part.value.strip() for part in parts if isinstance(part, ast.Constant) and len(part.value) > 5)


# Examples of the relations


@pytest.mark.parametrize("kind", RelationKind.__args__)
def test_every_relation_has_its_heading_and_an_example_of_it(kind):
    text = section(page("reference/relations.md"), f"## {kind}")
    printed = re.findall(r"^> ([^,]+), (\d{4}-\d\d-\d\d): (.+)$", text, re.MULTILINE)
    assert printed
    documents = tuple(
        Document(id=f"{index}", text=words, publisher=outlet, published=dt.date.fromisoformat(day))
        for index, (outlet, day, words) in enumerate(printed)
    )
    worked = work_on(Plan(extractor=chosen_extractor(discover(), ""), attribute=True), documents)
    found = reconcile(documents, worked.claims, ()).relations
    assert [relation.kind for relation in found] == [kind]


def test_no_heading_is_about_a_relation_there_is_not():
    assert re.findall(r"^## (\w+)", page("reference/relations.md"), re.MULTILINE) == list(RelationKind.__args__)


# Links


@pytest.mark.parametrize("path", PAGES, ids=named)
def test_links_lead_somewhere(path):
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    dead = []
    for link in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", text):
        target, _, anchor = link.partition("#")
        file = (path.parent / target) if target else path
        if not file.exists() or (anchor and anchor not in anchors(file)):
            dead.append(link)
    assert dead == []


def anchors(path):
    """The anchors that GitHub gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_is_on_the_map():
    linked = {(DOCS / link).resolve() for link in re.findall(r"\]\(([^)#]+\.md)", page("index.md"))}
    pages = {path for path in PAGES if DOCS in path.parents and path.parent.name != "codes"}
    assert pages - linked == {DOCS / "index.md"}
