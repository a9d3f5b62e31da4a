# SPDX-License-Identifier: EUPL-1.2
"""In which line of a file a problem lies, for the person who is to mend it."""

from __future__ import annotations

import re
from pathlib import Path

from kalender.formats.schema import Fault, Problem

_SAID = re.compile(r"at line (\d+)")
_HEAD = re.compile(r"^\s*\[\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\"'-]+?)\s*=")


def line_of(problem: Problem, folder: Path) -> int:
    """Return the line of a problem in its file, from 1; 0 where it has none: a missing key, a file that cannot be read.

    folder: where the file lies.
    """
    said = _SAID.search(problem.expected) if problem.fault is Fault.NOT_TOML else None
    if said is not None:
        return int(said.group(1))
    try:
        text = (folder / problem.file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return 0
    if problem.fault is Fault.NOT_TOML:
        return len(text.rstrip().splitlines())  # something was open when the file ended
    if not problem.key:
        return 0
    table = ""
    nearest = 0
    for number, line in enumerate(text.splitlines(), start=1):
        head = _HEAD.match(line)
        if head:
            table = head.group(1).replace('"', "").replace("'", "")
            path = table
        else:
            key = _KEY.match(line)
            if key is None:
                continue
            name = key.group(1).replace('"', "").replace("'", "")
            path = f"{table}.{name}" if table else name
        if path == problem.key:
            return number
        if problem.key.startswith(f"{path}."):
            nearest = number  # the table the key is missing in, or the one line that holds a whole table
    return nearest
