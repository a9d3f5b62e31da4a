# SPDX-License-Identifier: EUPL-1.2
"""The locks are whole, hashed, free of addresses, and hold for the systems on which the program is used."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.places import ROOT

TARGETS = {
    "windows": {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
    },
    "macos": {
        "sys_platform": "darwin",
        "platform_system": "Darwin",
        "os_name": "posix",
        "platform_machine": "arm64",
    },
}
PLATFORMS = {"windows": "win_amd64", "macos": "macosx_14_0_arm64"}


def locked(name: str) -> dict[str, list[str]]:
    """The requirements of a lock, each with its hashes."""
    text = (ROOT / "packaging" / "lock" / f"{name}.txt").read_text(encoding="ascii")
    lines = text.replace("\\\n", " ").splitlines()
    return {
        head.strip(): hashes.split() for head, _, hashes in (line.partition(" --hash=") for line in lines)
    }


def environment(system: str, version: str) -> dict[str, str]:
    """What the markers of a lock ask about a computer."""
    python = {"python_version": version, "python_full_version": f"{version}.0"}
    kind = {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    return {**TARGETS[system], **python, **kind}


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_locked_package_has_a_version_and_hashes_and_no_address(name: str) -> None:
    lock = locked(name)
    assert len(lock) > 20
    for head, hashes in lock.items():
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", head)
        assert hashes
        assert all(re.fullmatch(r"(--hash=)?sha256:[0-9a-f]{64}", one) for one in hashes)
    assert "://" not in (ROOT / "packaging" / "lock" / f"{name}.txt").read_text(encoding="ascii")


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    dev = locked("dev")
    assert not [head for head, hashes in locked("run").items() if dev.get(head) != hashes]


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("system", list(TARGETS))
def test_the_lock_holds_what_pyproject_asks_for(system: str, version: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [Requirement(text) for text in project["project"]["dependencies"]]
    place = environment(system, version)
    pinned = {canonicalize_name(one.name): one for one in _for(place, "run")}
    for wish in asked:
        if wish.marker is None or wish.marker.evaluate(place):
            (pin,) = pinned[canonicalize_name(wish.name)].specifier
            assert wish.specifier.contains(pin.version), wish


@pytest.mark.network
@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.11", "3.13"])
@pytest.mark.parametrize("system", list(TARGETS))
def test_every_package_of_the_program_comes_as_a_wheel(system: str, version: str, tmp_path: Path) -> None:
    """Pip reads markers for its own system, so they are settled here; nothing is installed."""
    wanted = {f"{one.name}{one.specifier}" for one in _for(environment(system, version), "run")}
    lines = [
        f"{head.partition(' ;')[0]} {' '.join('--hash=' + one.removeprefix('--hash=') for one in hashes)}"
        for head, hashes in locked("run").items()
        if head.partition(" ;")[0] in wanted
    ]
    assert len(lines) == len(wanted)
    listing = tmp_path / "lock.txt"
    listing.write_text("\n".join(lines), encoding="ascii")
    pip = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--quiet"]
    target = [
        "--target",
        str(tmp_path / "never"),
        "--platform",
        PLATFORMS[system],
        "--python-version",
        version,
    ]
    whole = ["--only-binary=:all:", "--require-hashes", "--progress-bar=off", "-r", str(listing)]
    done = subprocess.run([*pip, *target, *whole], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (tmp_path / "never").exists()


def _for(place: dict[str, str], name: str) -> list[Requirement]:
    every = [Requirement(head) for head in locked(name)]
    return [one for one in every if one.marker is None or one.marker.evaluate(place)]
