# SPDX-License-Identifier: EUPL-1.2
"""Where tests find what they read: the clone, its tracked files, and the corpus of foreign files beside it."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("KALENDER_CORPUS") or ROOT.parent / "shared" / "corpus")
NO_CORPUS = "there is no ../shared/corpus beside the clone and KALENDER_CORPUS names no folder"


def corpus_files(kind: str) -> list[Path]:
    """Every file of one kind (`images`, `tables`, `text` …) in a fixed order; empty where there is no corpus."""
    return sorted(path for path in (CORPUS / kind).rglob("*") if path.is_file())


def tracked(*suffixes: str) -> list[Path]:
    """The files that git knows, new ones included and ignored ones not, in the order of their names."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    return [
        path
        for name in sorted(set(names))
        if (path := ROOT / name).is_file() and name.endswith(suffixes or "")
    ]
