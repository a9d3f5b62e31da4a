# SPDX-License-Identifier: EUPL-1.2
"""Packages ready to post: built aside, read back, and only then given their name."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.domain.journal.record import Json
from kalender.domain.refusal import RefusalKind, Refused
from kalender.media.shelf import put_in_place, sync_folder

MANIFEST = "manifest.json"
MANIFEST_VERSION = 1
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""Every archive of the same files is the same, byte for byte."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@frozen
class ChannelContent:
    """What one channel gets: texts by file name, and pictures that are made by write(folder) -> names of files."""

    id: str
    folder: str
    texts: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...] = ()


@frozen
class PackageContent:
    """One post. record: facts for the manifest, which adds size and SHA-256 of every file."""

    post: str
    folder: str
    channels: tuple[ChannelContent, ...]
    record: dict[str, Json] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Finished:
    """A complete package beside its final place. files: by channel, relative to the package."""

    content: PackageContent
    part: Path
    place: Path
    files: dict[str, tuple[str, ...]]

    def put_in_place(self) -> None:
        """Give the package its name; an older one of that name goes only after this one is complete."""
        old = self.place.with_name(f"~{self.place.name}.{secrets.token_hex(4)}.old")
        with _worded():
            had = self.place.exists()
            if had:
                put_in_place(self.place, old)
            try:
                put_in_place(self.part, self.place)
            except OSError:
                if had:
                    put_in_place(old, self.place)
                raise
            sync_folder(self.place.parent)
            if had:
                shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Remove what was built and not put in place."""
        shutil.rmtree(self.part, ignore_errors=True)


Pictures = Callable[[Path], None]
"""Writes the pictures of a package into its channel folders; the names are those of ChannelContent.pictures."""


def build(content: PackageContent, out: Path, pictures: Pictures) -> Finished:
    """Build a package beside its final place in out, and verify it. Raises Refused DISK_FULL or WRITE_FAILED.

    Whatever pictures() raises comes through; nothing is left behind then.
    """
    part = out / f"~{content.folder[:40]}.{secrets.token_hex(4)}.part"
    try:
        with _worded():
            for channel in content.channels:
                (part / channel.folder).mkdir(parents=True)
                for name, text in channel.texts:
                    _write(part / channel.folder / name, text.encode("utf-8"))
        pictures(part)
        with _worded():
            files = _verified(content, part)
            for folder in [part, *(part / channel.folder for channel in content.channels)]:
                sync_folder(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return Finished(content=content, part=part, place=out / content.folder, files=files)


def _verified(content: PackageContent, part: Path) -> dict[str, tuple[str, ...]]:
    """Write the manifest of what really lies there; raises OSError where a file is missing or empty."""
    files: dict[str, tuple[str, ...]] = {}
    listed: list[Json] = []
    for channel in content.channels:
        wanted = [name for name, _text in channel.texts] + list(channel.pictures)
        for name in wanted:
            data = (part / channel.folder / name).read_bytes()
            if not data and name in channel.pictures:
                raise OSError(errno.EIO, "a picture of the package is empty", name)
            listed.append(
                {
                    "file": f"{channel.folder}/{name}",
                    "bytes": len(data),
                    "sha256": hashlib.sha256(data).hexdigest(),
                }
            )
        for name, text in channel.texts:
            if (part / channel.folder / name).read_bytes() != text.encode("utf-8"):
                raise OSError(errno.EIO, "a text of the package is not what was written", name)
        files[channel.id] = tuple(wanted)
    manifest: dict[str, Json] = {"v": MANIFEST_VERSION, **content.record, "files": listed}
    _write(
        part / MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
    )
    return files


def check(package: Path) -> list[str]:
    """Return what is wrong with a finished package: missing, changed or unlisted files; empty when it is whole."""
    try:
        manifest = json.loads((package / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return [MANIFEST]
    wrong = []
    listed = {MANIFEST}
    for entry in manifest["files"]:
        listed.add(entry["file"])
        try:
            data = (package / entry["file"]).read_bytes()
        except OSError:
            wrong.append(entry["file"])
            continue
        if hashlib.sha256(data).hexdigest() != entry["sha256"]:
            wrong.append(entry["file"])
    there = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    return sorted({*wrong, *(there - listed)})


def archive(out: Path, folders: Sequence[str], target: Path) -> Path:
    """Put finished packages into one ZIP file, always in the same order and with the same bytes; return it."""
    part = target.with_name(f"~{target.name}.{secrets.token_hex(4)}.part")
    try:
        with _worded():
            with zipfile.ZipFile(part, "x", zipfile.ZIP_DEFLATED) as packed:
                for path in _files(out, folders):
                    info = zipfile.ZipInfo(path.relative_to(out).as_posix(), ZIP_DATE)
                    info.compress_type = zipfile.ZIP_DEFLATED
                    info.external_attr = 0o644 << 16
                    packed.writestr(info, path.read_bytes())
            with part.open("rb") as file:
                os.fsync(file.fileno())
            put_in_place(part, target)
            sync_folder(out)
    finally:
        with suppress(OSError):  # what bears this name is no archive
            part.unlink(missing_ok=True)
    return target


def _files(out: Path, folders: Sequence[str]) -> Iterator[Path]:
    for folder in sorted(set(folders)):
        yield from (path for path in sorted((out / folder).rglob("*")) if path.is_file())


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _worded() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Refused(RefusalKind.DISK_FULL) from error
        raise Refused(RefusalKind.WRITE_FAILED, detail=error.strerror or str(error)) from error
