# SPDX-License-Identifier: EUPL-1.2
"""The sample plans of every released version of the journal, and how what they say is compared."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NAMES = sorted(path.name for path in HERE.glob("v*") if path.is_dir())
SAYS = "says.json"


def copy_of(name: str, folder: Path) -> tuple[Path, dict[str, Any]]:
    """Copy a sample into a folder; return the plan's own folder, and what the sample said when it was made."""
    said: dict[str, Any] = json.loads((HERE / name / SAYS).read_text(encoding="utf-8"))
    plan = folder / "plan"
    shutil.copytree(HERE / name, plan, ignore=shutil.ignore_patterns(SAYS))
    return plan, said


def lost(before: Any, after: Any, place: str = "") -> Iterator[str]:
    """Yield where something said before is missing or another now; what is new is no loss."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key, value in before.items():
            if key in after:
                yield from lost(value, after[key], f"{place}/{key}")
            else:
                yield f"{place}/{key} is gone"
    elif place.startswith("/found/") and isinstance(after, list):
        yield from (f"{place}: {item} is not found any more" for item in before if item not in after)
    elif before != after:
        yield f"{place}: {before!r} became {after!r}"
