"""The documentation is true: its commands print what it says, its code runs, and nothing that exists is left out."""

import ast
import datetime as dt
import doctest
import inspect
import re
import shlex
import sys
import tomllib
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

import recon
import recon.testing
from recon import api, exports, hooks, intake, model, readers, tables
from recon.api.options import CheckOptions, ReconcileOptions
from recon.builtin import BUILTIN
from recon.checks import BUILTIN as CHECKS
from recon.cli.app import app
from recon.conformance import outcomes
from recon.crosschecks.catalogue import RULES as CROSS_RULES
from recon.engine import Plan, chosen_extractor, discover, reconcile, work_on
from recon.evidence.rules import RULES as EVIDENCE_RULES
from recon.host import Host
from recon.machinery import RULES
from recon.model import Document, RelationKind
from recon.reports import findings_data, series_data
from recon.running.configuration import DEFINITION, KNOWN, UNIT_KEYS, load_config
from recon.testing.cases import WANTED
from recon.vocabulary import lexicon_of
from tests import codes

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("README.md"), *(path for path in DOCS.rglob("*.md") if "examples" not in path.parts)])
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CUT = "…"
"""A line that stands for any lines left out."""


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def named(path):
    return path.relative_to(ROOT).as_posix()


def told(path, *languages):
    """The fenced blocks of a page whose info string is one of some, each with its line and that."""
    text = path.read_text(encoding="utf-8")
    found = ((text.count("\n", 0, match.start()) + 1, match[1].strip(), match[2]) for match in FENCE.finditer(text))
    return [one for one in found if one[1] in languages]


def blocks(path, *languages):
    """The same without their language."""
    return [(line, body) for line, _, body in told(path, *languages)]


def section(text, heading):
    """What stands under a heading, up to the next of its level or above."""
    level = heading.partition(" ")[0]
    match = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, f"no heading {heading!r}"
    return match[1]


def rows(text):
    """The names in code at the head of each row of the tables in a text."""
    cells = (line.strip().split(" | ")[0] for line in text.splitlines() if line.strip().startswith("| `"))
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


# Commands


@cache
def commands(path):
    """(line, command, expected output) of each command in the page's console blocks."""
    found = []
    for start, body in blocks(path, "console"):
        for number, line in enumerate(body.splitlines(), start + 1):
            if line.startswith("$ "):
                found.append((number, line.removeprefix("$ "), []))
            elif found:
                found[-1][2].append(line)
    return found


CONSOLE = [path for path in PAGES if commands(path)]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """recon and the plugins of the repository as distributions, those that are not installed by metadata alone."""
    site = tmp_path_factory.mktemp("site")
    added = [str(site)]
    for project in [ROOT / "pyproject.toml", *sorted(ROOT.glob("plugins/*/pyproject.toml"))]:
        told = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
        name, version = told["name"], told["version"]
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            info = site / f"{name.replace('-', '_')}-{version}.dist-info"
            info.mkdir()
            (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            points = told.get("entry-points", {}).get("recon", {})
            (info / "entry_points.txt").write_text("\n".join(["[recon]", *(f"{k} = {v}" for k, v in points.items())]))
            added.append(str(project.parent))
    with pytest.MonkeyPatch.context() as patch:
        for folder in added:
            patch.syspath_prepend(folder)
        patch.chdir(ROOT)
        yield


@pytest.fixture(scope="module")
def run(installed):
    """What a command prints on a terminal's two streams, and its status; each command is run once."""

    @cache
    def run(command):
        done = CliRunner().invoke(app, shlex.split(command)[1:], prog_name="recon", catch_exceptions=False)
        return done.output, done.exit_code

    return run


def same(expected, printed):
    """Whether the lines are those printed, but for the lines left out."""
    lines = "".join(r"(?:.*\n)*?" if line == CUT else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(lines, printed) is not None


def trimmed(lines):
    """The lines without the blank ones at their end."""
    return lines[: max((i for i, line in enumerate(lines, 1) if line.strip()), default=0)]


@pytest.mark.parametrize("path", CONSOLE, ids=named)
def test_commands_print_what_the_page_says(run, path):
    status = 0
    for line, command, expected in commands(path):
        wanted, where = trimmed(expected), f"{named(path)}:{line}: $ {command}"
        if command == "echo $?":
            assert wanted == [str(status)], where
        elif command.startswith("recon "):
            output, status = run(command)
            printed = "".join(f"{one}\n" for one in trimmed(output.splitlines()))
            assert same(wanted, printed), f"{where} prints\n{printed}"


def test_lines_are_compared_whole():
    assert same(["a", CUT, "d"], "a\nb\nc\nd\n")
    assert same(["a", CUT], "a\n")
    assert not same(["a", CUT, "d"], "a\nb\n")
    assert not same(["a"], "a b\n")


# Code


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, "python", "pycon")], ids=named)
def test_code_runs(monkeypatch, tmp_path, path):
    """The python blocks of a page are a module, one after the other; its sessions print what they say, its tests pass.

    What its hooks declare is taken in, and keeps the contract.
    """
    for name in ("docs", "seeds"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    module = ModuleType(f"page_{path.stem.replace('-', '_')}")
    # A dataclass with postponed annotations looks its module up, and so does what is sent to another process.
    monkeypatch.setitem(sys.modules, module.__name__, module)
    for line, language, body in told(path, "python", "pycon"):
        if language == "pycon":
            session(module, body, path, line)
        else:
            exec(compile("\n" * line + body, str(path), "exec"), vars(module))
    for title, function in sorted(vars(module).items()):
        if title.startswith("test_"):
            function()
    if any(title.startswith("recon_") for title in vars(module)):
        host = discover([module])
        assert [one.message for one in host.findings] == []
        own = [owned for owned in host.objects() if owned.owner.distribution == module.__name__]
        assert own
        assert [(str(one.owned), one.trial, one.problem) for one in outcomes(own) if one.problem] == []


def session(module, body, path, line):
    """Run a session of the interpreter, and compare what it prints."""
    test = doctest.DocTestParser().get_doctest(body, vars(module), named(path), str(path), line)
    told = []
    doctest.DocTestRunner(verbose=False).run(test, out=told.append, clear_globs=False)
    assert told == [], "".join(told)
    vars(module).update(test.globs)


@pytest.mark.parametrize("path", [path for path in PAGES if blocks(path, "toml")], ids=named)
def test_configuration_shown_is_one_that_recon_takes(tmp_path, path):
    for _, body in blocks(path, "toml"):
        (tmp_path / "pyproject.toml").write_text(body, encoding="utf-8")
        lexicon_of(Host(BUILTIN), load_config(tmp_path).units, body)


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
    told = re.sub(r"\s+", " ", page("how-to/read-your-own-articles.md"))
    sources = [*Path(readers.__file__).parent.glob("*.py"), Path(intake.__file__)]
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
