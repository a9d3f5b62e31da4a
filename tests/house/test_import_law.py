# SPDX-License-Identifier: EUPL-1.2
"""Who may import whom, as pyproject.toml says it, and that the law has seen the whole house."""

import ast
import re
import subprocess
import sys
from pathlib import Path

from tests.places import ROOT, tracked

MODULES = [path for path in tracked(".py") if path.is_relative_to(ROOT / "kalender")]


def test_every_contract_of_the_import_law_is_kept() -> None:
    linter = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as law; law()"]
    done = subprocess.run(
        [*linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    kept = re.search(r"Contracts: (\d+) kept, 0 broken", said)
    seen = re.search(r"Analyzed (\d+) files, (\d+) dependencies", said)
    assert kept, said
    assert int(kept[1]) >= 6
    assert seen, said
    assert int(seen[1]) >= len(MODULES) > 100
    assert int(seen[2]) > 500


def test_the_domain_needs_nothing_but_python_and_dateutil() -> None:
    allowed = sys.stdlib_module_names | {"kalender", "dateutil"}
    modules = [path for path in MODULES if path.is_relative_to(ROOT / "kalender" / "domain")]
    assert len(modules) > 10
    strange = {f"{path.name}: {name}" for path in modules for name in _imported(path) if name not in allowed}
    assert not strange


def test_only_jobs_start_threads_and_processes() -> None:
    """The store may hold a lock, and media says what a child process does; neither starts one."""
    starters = {"subprocess", "multiprocessing", "concurrent", "asyncio"}
    rooms = ("domain", "formats", "settings", "store", "exchange", "services", "wording", "cli", "ui", "app")
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in MODULES
        if path.relative_to(ROOT).parts[1] in rooms
        for name in _imported(path)
        if name in starters
    }
    assert not found


def _imported(path: Path) -> set[str]:
    """The top-level packages that a module imports anywhere in its text."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names.add((node.module or "").partition(".")[0])
    return names
