from __future__ import annotations

import json
import subprocess
import sys

import pytest

from benchmarks import suite
from benchmarks.process import CommandError, cost, environment, output, worker
from benchmarks.stats import exponent, sample


def test_a_sample_has_its_best_median_and_worst() -> None:
    taken = sample([3.0, 1.0, 2.0])
    assert (taken.best, taken.median, taken.worst, taken.runs) == (1, 2, 3, 3)
    assert taken.less(0.5).median == 1.5
    assert taken.less(5).best == 0.001


@pytest.mark.parametrize("power", [0.5, 1, 1.5, 2])
def test_the_exponent_of_a_power(power: float) -> None:
    sizes = [1000 * 2**k for k in range(6)]
    assert exponent(sizes, [3e-6 * size**power for size in sizes]) == pytest.approx(power)


def test_one_disturbed_timing_does_not_make_the_exponent() -> None:
    sizes = [2**k for k in range(12)]
    taken = [float(size) for size in sizes]
    taken[9] *= 3
    assert exponent(sizes, taken) == pytest.approx(1, abs=0.1)


def test_too_few_sizes_tell_nothing() -> None:
    assert exponent([5, 5], [1, 2]) is None
    assert exponent([], []) is None


def test_growth_is_judged_by_the_longest() -> None:
    sizes = [1000 * 2**k for k in range(10)]
    fixed = [1e-3 + 1e-12 * size**2 for size in sizes]  # flat at first, then quadratic
    assert suite.tail_exponent(sizes, fixed) > 1.25
    assert suite.tail_exponent(sizes, [1e-9 * size for size in sizes]) is None  # too brief to tell


def test_the_cost_of_a_command_is_its_own_and_its_childrens() -> None:
    burn = "import time\nwhile time.process_time() < 0.2: pass\nx = b'7' * 60_000_000"
    used = cost([sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])"])
    assert used.cpu >= 0.2
    assert used.wall >= 0.2
    assert used.peak >= 60_000_000


def test_a_command_that_fails_or_hangs_is_named() -> None:
    with pytest.raises(CommandError, match="ended with 3: why"):
        cost([sys.executable, "-c", "import sys; print('why', file=sys.stderr); sys.exit(3)"])
    with pytest.raises(CommandError, match="ended with -9"):
        cost([sys.executable, "-c", "import time; time.sleep(60)"], seconds=0.3)
    with pytest.raises(CommandError, match=r"stopped after 0\.5 s") as stopped:
        output([sys.executable, "-c", "import time; print(7, flush=True); time.sleep(60)"], seconds=0.5)
    assert stopped.value.printed.strip() == "7"
    with pytest.raises(CommandError, match="does not run: No such file"):
        output(["/nowhere/python"])


def test_a_document_that_grows_is_timed_at_each_length() -> None:
    printed = output(worker("length", "1", "8192", "digits", "1,1,1,…"))
    rows = [json.loads(line) for line in printed.splitlines()]
    assert [row["name"] for row in rows] == ["digits", "1,1,1,…"]
    assert rows[0]["sizes"] == [4096, 8192]


def test_contenders_need_nothing_of_recon() -> None:
    alone = "import sys; from benchmarks import worker; assert not any(m.split('.')[0] == 'recon' for m in sys.modules)"
    subprocess.run([sys.executable, "-c", alone], check=True, env=environment())
