import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from tests.archive.conftest import DRIVER, ROOT

OBJECTS = 100 * 2**20
"""Bytes of each node's object store, the least that Ray takes but for a little."""
LOOPBACK = "127.0.0.1"


@dataclass
class Nodes:
    """A cluster of separate raylets on this machine: a head without processors, and workers of one each."""

    cluster: object
    workers: list = field(default_factory=list)

    @property
    def address(self):
        return self.cluster.address

    def filled(self, number):
        """As many workers as that, new ones in the place of those that were killed."""
        while len(self.workers) < number:
            self.workers.append(
                self.cluster.add_node(num_cpus=1, object_store_memory=OBJECTS, node_ip_address=LOOPBACK, wait=True)
            )
        return self

    def kill(self, worker):
        """SIGKILL to a raylet and all processes below it."""
        for process in [raylet_of(worker), *below(raylet_of(worker))]:
            with suppress(psutil.NoSuchProcess):  # a worker whose raylet is gone may go first
                process.kill()
        self.workers.remove(worker)


def raylet_of(worker):
    return psutil.Process(worker.all_processes["raylet"][0].process.pid)


def below(process):
    return process.children(recursive=True)


def title_of(process):
    """How a process is called; "" where it is gone."""
    try:
        return " ".join(process.cmdline()).strip()
    except psutil.Error:
        return ""


def is_stopped_at_work(worker):
    """Stop the processes of a node that are at work, so that they still are when they are killed."""
    busy = [process for process in below(raylet_of(worker)) if is_work(title_of(process))]
    with suppress(psutil.NoSuchProcess):
        for process in busy:
            process.suspend()
    if any(is_work(title_of(process)) for process in busy):
        return True
    with suppress(psutil.NoSuchProcess):
        for process in busy:
            process.resume()
    return False


def is_work(title):
    """Ray gives a process the name of the task that it is at work on."""
    return title.startswith("ray::MapBatches(read)->MapBatches(extract)")


@dataclass
class Storage:
    """Object storage that speaks S3, with a bucket `archive`."""

    filesystem: object

    def files(self, folder):
        """The objects below a folder of the bucket, with their bytes."""
        from pyarrow import fs  # noqa: PLC0415

        selector = fs.FileSelector(f"archive/{folder}", recursive=True, allow_not_found=True)
        paths = sorted(one.path for one in self.filesystem.get_file_info(selector) if one.is_file)
        return {path.removeprefix(f"archive/{folder}/"): self.get(path) for path in paths}

    def get(self, path):
        with self.filesystem.open_input_stream(path, compression=None) as stream:
            return stream.read()

    def put(self, data, key):
        with self.filesystem.open_output_stream(f"archive/{key}", compression=None) as stream:
            stream.write(data)


@pytest.fixture(scope="session")
def storage_address():
    """A server of S3 on the loopback; where it is must be known before the nodes begin, whose workers use it."""
    pytest.importorskip("moto.server", reason="moto, which serves S3, is not installed")
    with socket.create_server((LOOPBACK, 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", LOOPBACK, "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://{LOOPBACK}:{port}"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {
            "AWS_ENDPOINT_URL": address,
            "AWS_ALLOW_HTTP": "true",
            "AWS_ACCESS_KEY_ID": "nobody",
            "AWS_SECRET_ACCESS_KEY": "nothing",
            "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }.items():
            patch.setenv(name, value)
        try:
            until(lambda: listens(port), 30)
            yield address
        finally:
            server.terminate()
            server.wait(10)


def listens(port):
    try:
        socket.create_connection((LOOPBACK, port), 1).close()
    except OSError:
        return False
    return True


@pytest.fixture
def storage(storage_address):
    """An empty bucket `archive`."""
    from pyarrow import fs  # noqa: PLC0415

    urllib.request.urlopen(urllib.request.Request(f"{storage_address}/moto-api/reset", method="POST"), timeout=10)
    urllib.request.urlopen(urllib.request.Request(f"{storage_address}/archive", method="PUT"), timeout=10)
    return Storage(fs.FileSystem.from_uri("s3://archive/")[0])


@pytest.fixture(scope="session")
def nodes(storage_address):
    """A cluster; its processes end with the tests, and it listens on the loopback alone."""
    pytest.importorskip("ray.data", reason="Ray is not installed")
    # A socket's path has 107 bytes at most, which a folder of pytest's own and Ray's names would fill.
    folder = Path(tempfile.mkdtemp(prefix="r-"))
    (folder / "ray").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_TMPDIR", str(folder))
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")  # by which Ray takes 127.0.0.1 at its word
        patch.setenv("RAY_health_check_period_ms", "500")  # a node that is gone is to be missed soon
        patch.setenv("RAY_health_check_failure_threshold", "3")
        patch.setenv("PYTHONPATH", str(ROOT))
        from ray.cluster_utils import Cluster  # noqa: PLC0415  (it reads the environment)

        head = {"num_cpus": 0, "object_store_memory": OBJECTS, "include_dashboard": False, "node_ip_address": LOOPBACK}
        cluster = Cluster(initialize_head=True, head_node_args=head)
        try:
            yield Nodes(cluster)
        finally:
            cluster.shutdown()
            left = [title for title in map(title_of, below(psutil.Process())) if str(folder) in title]
            shutil.rmtree(folder, ignore_errors=True)
    assert left == []


@pytest.fixture
def recon(tmp_path, monkeypatch, storage_address, request):
    """Run recon in the folder of the test, as a process with small shards; on the cluster with `engine`."""
    monkeypatch.chdir(tmp_path)

    def start(*arguments, engine=False, characters=20_000, **env):
        command = [sys.executable, "-c", DRIVER, str(characters), "-1", *arguments]
        if engine:
            command += ["--engine", "ray", "--ray-address", request.getfixturevalue("nodes").address]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **env}
        return subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
        )

    return start


@pytest.fixture
def extract(recon):
    """The same to its end: (status, stderr)."""

    def run(*arguments, **how):
        process = recon("extract", *arguments, **how)
        _, told = process.communicate(timeout=300)
        return process.returncode, told

    return run


def until(found, seconds=300):
    """What `found` gives, once it gives something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if there := found():
            return there
        time.sleep(0.02)
    raise AssertionError("it did not come to that")
