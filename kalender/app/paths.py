# SPDX-License-Identifier: EUPL-1.2
"""Where this computer keeps preferences, cache, logs, and plans by default."""

from __future__ import annotations

import os
from pathlib import Path

from kalender.domain.frozen import frozen

HOME_VARIABLE = "KALENDER_HOME"
"""Puts everything into one folder, e.g. for a portable installation on a stick and for tests."""

SAMPLE_MARK = "BEISPIEL.txt"
"""A file in the folder of the sample plan: whoever opens it lets the clock stand at its today()."""


@frozen
class Paths:
    """Folders of this user; none of them need exist yet."""

    config: Path
    cache: Path
    logs: Path
    documents: Path
    spare: tuple[Path, ...] = ()

    @property
    def homes(self) -> tuple[Path, ...]:
        """Where plans may lie, the best first: the documents of many offices are synchronised."""
        return self.documents, *self.spare

    @property
    def preferences(self) -> Path:
        """The file of the preferences."""
        return self.config / "kalender.toml"

    @property
    def formats(self) -> Path:
        """The user's own changes to platforms and formats."""
        return self.config / "formats"

    @property
    def format_copy(self) -> Path:
        """What was read of platforms and formats, for a quicker start."""
        return self.cache / "formats.json"

    @property
    def thumbnails(self) -> Path:
        """Small pictures, made again when they are gone."""
        return self.cache / "thumbnails"


def passing() -> Path:
    """Return a place for small pictures where nobody named one."""
    from tempfile import gettempdir

    return Path(gettempdir()) / "kalender-thumbnails"


def paths() -> Paths:
    """Return the folders of this user."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        base = Path(home)
        return Paths(
            config=base / "config", cache=base / "cache", logs=base / "logs", documents=base / "plans"
        )
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("Kalender", appauthor=False)
    return Paths(
        config=Path(dirs.user_config_dir),
        cache=Path(dirs.user_cache_dir),
        logs=Path(dirs.user_log_dir),
        documents=Path(dirs.user_documents_dir) / "Kalender",
        spare=(Path.home() / "Kalender", Path(dirs.user_data_dir) / "plans"),
    )
