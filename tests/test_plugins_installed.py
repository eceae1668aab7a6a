"""Plugins as users have them: installed distributions that the command line finds, whatever is wrong with one of
them."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAD = "---\nsource: {}\ndate: 2031-05-0{}\n---\n"
NEWS = {
    "a.txt": HEAD.format("Coastal Radio", 2) + "At least 40 people died in the flood in Varn, the mayor said.\n",
    "b.txt": HEAD.format("Varn Post", 3) + "The flood in Varn killed 52 people, the mayor said.\n",
}
WORKING = """
import recon

class Broken:
    name = "broken"
    def reconcile(self, series):
        raise ValueError("no luck today")

@recon.hookimpl
def recon_reconcilers():
    return [Broken()]
"""


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def unlucky(tmp_path):
    """Put a distribution `recon-unlucky 0.3` whose module has a text on a path of its own."""

    def put(text):
        site = tmp_path / "site"
        info = site / "recon_unlucky-0.3.dist-info"
        info.mkdir(parents=True)
        (site / "unlucky.py").write_text(text)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: recon-unlucky\nVersion: 0.3\n")
        (info / "entry_points.txt").write_text("[recon]\nunlucky = unlucky\n")
        return site

    return put


def run(*command, path=(), cwd=None):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, path))}
    return subprocess.run([*map(str, command)], env=environment, cwd=cwd, capture_output=True, text=True, check=False)


def reconciled(site, news):
    done = run(sys.executable, "-m", "recon", "reconcile", news, "--format", "json", path=(site, ROOT))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("raise RuntimeError('no luck today')", "RuntimeError: no luck today"),
        ("import a_module_there_is_not", "a_module_there_is_not"),
        ("import sys; sys.exit(7)", "SystemExit: 7"),
    ],
)
def test_a_plugin_that_fails_to_load_is_named_and_the_run_goes_on(unlucky, news, text, because):
    whole = reconciled(unlucky(text), news)
    [finding] = [one for one in whole["findings"] if one["code"].startswith("RX")]
    assert "recon-unlucky 0.3" in finding["message"]
    assert because in finding["message"]
    assert {estimate["by"] for one in whole["series"] for estimate in one["estimates"]} >= {"latest", "range"}


def test_a_plugin_that_fails_at_work_is_named_with_its_object_and_series_and_the_run_goes_on(unlucky, news):
    whole = reconciled(unlucky(WORKING), news)
    found = [one["message"] for one in whole["findings"] if one["code"].startswith("RX")]
    assert len(found) == len(whole["series"])
    for message, one in zip(sorted(found), sorted(whole["series"], key=lambda one: one["key"]), strict=True):
        assert "reconciler broken of recon-unlucky 0.3" in message
        assert one["key"] in message
        assert "ValueError: no luck today" in message
    assert {estimate["by"] for one in whole["series"] for estimate in one["estimates"]} >= {"latest", "range"}


@pytest.mark.skipif(not find_spec("hatchling"), reason="hatchling builds the wheels; it is in the dev group")
def test_the_plugins_of_the_repository_are_built_installed_and_at_work(tmp_path, news):
    pip = sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"
    names = "commodities", "consensus", "example", "exchange-rates", "policies"
    plugins = (ROOT / "plugins" / f"recon-{name}" for name in names)
    for source in (ROOT, *plugins):
        built = run(*pip, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", tmp_path, source)
        assert built.returncode == 0, built.stderr
    assert run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv").returncode == 0
    python = tmp_path / "venv" / "bin" / "python"
    wheels = sorted(tmp_path.glob("*.whl"))
    assert [wheel.name.split("-")[0] for wheel in wheels] == [
        "recon_commodities",
        "recon_consensus",
        "recon_example",
        "recon_exchange_rates",
        "recon_figures",
        "recon_policies",
    ]
    installed = run(*pip, "--python", python, "install", "--no-deps", "--no-index", *wheels)
    assert installed.returncode == 0, installed.stderr

    [site] = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    dependencies = [folder for folder in sys.path if Path(folder).name == "site-packages"]
    (site / "dependencies.pth").write_text("\n".join(dependencies))
    recon = tmp_path / "venv" / "bin" / "recon"
    listed = run(recon, "plugins", cwd=tmp_path)
    assert listed.returncode == 0, listed.stderr
    [row] = [line for line in listed.stdout.splitlines() if "earliest" in line]
    assert row.split()[0] == "recon-example"
    assert {"0.1.0", "reconciler"} <= set(row.split())

    done = run(recon, "reconcile", news, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    estimates = [estimate for one in json.loads(done.stdout)["series"] for estimate in one["estimates"]]
    assert {"consensus", "acled", "airwars", "ucdp"} <= {one["by"] for one in estimates}
    [unit] = [line.split() for line in listed.stdout.splitlines() if "forty_foot_equivalent" in line]
    assert (unit[0], unit[3]) == ("recon-commodities", "unit")
    assert " ".join(unit[5:]) == "forty-foot equivalent unit = 2 twenty_foot_equivalent"
    (news / "c.txt").write_text("The mill bought 100 bushels of wheat (3.7 metric tons).\n", encoding="utf-8")
    checked = run(recon, "check", news / "c.txt", "--format", "json", cwd=tmp_path)
    [conversion] = [one for one in json.loads(checked.stdout) if one["code"] == "RC101"]
    assert "100 bushels of wheat" in conversion["message"]
    (news / "d.txt").write_text(HEAD.format("Varn Post", 4).replace("2031", "2024") + "It cost €2,000 (US$2,560).\n")
    checked = run(recon, "check", news / "d.txt", "--select", "XR", "--format", "json", cwd=tmp_path)
    assert "XR101" in [one["code"] for one in json.loads(checked.stdout)], checked.stderr
    assert "the first of 2 counts" in {one["why"].split(", by")[0] for one in estimates if one["by"] == "earliest"}
