# SPDX-License-Identifier: EUPL-1.2
"""A disk that keeps what was synced and loses whatever it likes of the rest when the power goes."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.recording import Did

MODES = ("nothing", "everything", "some", "torn 512", "torn 4096", "names first")
"""What of the unsynced survives: nothing, all, some of it in any order, parts of writes, all names and no bytes."""


@dataclass(slots=True)
class _Change:
    """Something that is not on the disk yet. node: the file or folder it belongs to, and whose sync brings it there."""

    node: int
    at: int = 0
    data: bytes | None = None
    name: str = ""
    target: int | None = None
    old: tuple[int, str] | None = None

    @property
    def is_name(self) -> bool:
        return bool(self.name)


@dataclass(slots=True)
class _Lasting:
    """What is on the disk: bytes of files and names in folders."""

    files: dict[int, bytearray] = field(default_factory=dict)
    folders: dict[int, dict[str, int]] = field(default_factory=dict)

    def copy(self) -> "_Lasting":
        files = {node: bytearray(data) for node, data in self.files.items()}
        return _Lasting(files, {node: dict(names) for node, names in self.folders.items()})

    def take(self, change: _Change) -> None:
        if change.is_name:
            names = self.folders.setdefault(change.node, {})
            if change.old is not None:
                self.folders.setdefault(change.old[0], {}).pop(change.old[1], None)
            if change.target is None:
                names.pop(change.name, None)
            else:
                names[change.name] = change.target
        elif change.data is None:
            data = self.files.setdefault(change.node, bytearray())
            del data[change.at :]
            data.extend(bytes(change.at - len(data)))
        else:
            data = self.files.setdefault(change.node, bytearray())
            end = change.at + len(change.data)
            data.extend(bytes(max(0, end - len(data))))
            data[change.at : end] = change.data


class Platter:
    """Follows what was done. lasting(): what is there if the power goes now."""

    ROOT = 0

    def __init__(self, home: Path) -> None:
        self._next = 1
        self._disk = _Lasting(folders={self.ROOT: {}})
        self._live: dict[Path, int] = {Path(): self.ROOT}
        self._open: list[_Change] = []
        self._folders = {self.ROOT}
        for path in sorted(home.rglob("*")):
            short = path.relative_to(home)
            node = self._new(folder=path.is_dir())
            self._live[short] = node
            self._disk.folders[self._live[short.parent]][short.name] = node
            if path.is_file():
                self._disk.files[node] = bytearray(path.read_bytes())

    def _new(self, *, folder: bool) -> int:
        self._next += 1
        node = self._next
        if folder:
            self._folders.add(node)
            self._disk.folders[node] = {}
        else:
            self._disk.files[node] = bytearray()
        return node

    def do(self, did: Did) -> None:
        """Follow one thing."""
        path = did.path
        match did.what:
            case "make" | "folder" if path not in self._live:
                node = self._new(folder=did.what == "folder")
                self._live[path] = node
                self._open.append(_Change(self._live[path.parent], name=path.name, target=node))
            case "write":
                self._open.append(_Change(self._live[path], did.at, did.data))
            case "size":
                self._open.append(_Change(self._live[path], did.at))
            case "sync":
                self._synced(self._live[path])
            case "rename":
                self._renamed(path, did.other)
            case "remove":
                self._live.pop(path)
                self._open.append(_Change(self._live[path.parent], name=path.name))

    def _renamed(self, path: Path, other: Path) -> None:
        node = self._live[path]
        for item in [item for item in self._live if item.is_relative_to(path)]:
            self._live[other / item.relative_to(path)] = self._live.pop(item)
        old = (self._live[path.parent], path.name)
        self._open.append(_Change(self._live[other.parent], name=other.name, target=node, old=old))

    def _synced(self, node: int) -> None:
        left = []
        for change in self._open:
            mine = change.node == node or (change.old is not None and change.old[0] == node)
            if mine:
                self._disk.take(change)
            else:
                left.append(change)
        self._open = left

    @property
    def unsynced(self) -> int:
        """How many changes the power would endanger now."""
        return len(self._open)

    def lasting(self, mode: str, chance: random.Random) -> dict[Path, bytes]:
        """Return files and their bytes as they are after the power went. mode: one of MODES."""
        disk = self._disk.copy()
        for change in self._open:
            for part in _survivors(change, mode, chance):
                disk.take(part)
        return dict(_walk(disk, self.ROOT, Path()))


def _survivors(change: _Change, mode: str, chance: random.Random) -> list[_Change]:
    match mode:
        case "everything":
            return [change]
        case "names first":
            return [change] if change.is_name else []
        case "some":
            return [change] if chance.random() < 0.5 else []
        case "torn 512" | "torn 4096" if change.data is not None:
            size = int(mode.split()[1])
            starts = [at for at in range(0, len(change.data), size) if chance.random() < 0.5]
            return [_Change(change.node, change.at + at, change.data[at : at + size]) for at in starts]
        case "torn 512" | "torn 4096":
            return [change] if chance.random() < 0.5 else []
        case _:
            return []


def _walk(disk: _Lasting, folder: int, path: Path) -> list[tuple[Path, bytes]]:
    found: list[tuple[Path, bytes]] = []
    for name, node in disk.folders.get(folder, {}).items():
        if node in disk.folders:
            found += _walk(disk, node, path / name)
        elif node in disk.files:
            found.append((path / name, bytes(disk.files[node])))
    return found
