# SPDX-License-Identifier: EUPL-1.2
"""What a child did to its files, read from a log of strace: every write with its bytes, every sync, rename and removal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_CALLS = (
    "openat", "close", "lseek", "write", "pwrite64", "writev", "pwritev", "sendfile", "copy_file_range", "ftruncate",
    "truncate", "fallocate", "fsync", "fdatasync", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
    "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "sendto",
)  # fmt: skip
OPTIONS = ("-y", "-xx", "-s", "100000000", f"--trace={','.join(_CALLS)}")
"""Options of strace under which read() understands the log."""

_CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)(?:<([^>]*)>)?")
_FILE = re.compile(r"^(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_BEGUN, _RESUMED = " <unfinished ...>", re.compile(r"^<\.\.\. \w+ resumed>")
_SILENT = frozenset({"close", "lseek"})


@dataclass(frozen=True, slots=True)
class Did:
    """One thing that was done. what: write, size, sync, make, folder, rename, remove, or said (to the parent).

    path, other: inside the home; at: offset of a write or new size; data: bytes written or said.
    """

    what: str
    path: Path = Path()
    at: int = 0
    data: bytes = b""
    other: Path = Path()


def read(log: Path, home: Path) -> list[Did]:
    """Return what was done inside a home, in order. Raises ValueError for a call that is not understood."""
    return list(_Reader(home).read(log))


class _Reader:
    def __init__(self, home: Path) -> None:
        self._home = home
        self._at: dict[int, int] = {}

    def read(self, log: Path) -> Iterator[Did]:
        begun: dict[str, str] = {}
        for written in log.read_text(encoding="ascii").splitlines():
            thread, _, line = written.partition(" ")
            line = line.strip()
            if line.endswith(_BEGUN):
                begun[thread] = line.removesuffix(_BEGUN)
                continue
            resumed = _RESUMED.match(line)
            if resumed:
                line = begun.pop(thread) + line[resumed.end() :]
            found = _CALL.match(line)
            if found is None:
                if line.startswith(("+++", "---")):
                    continue
                raise ValueError(f"not understood: {line[:200]}")
            name, arguments, result, _path = found.groups()
            if int(result) >= 0:
                yield from self._one(name, arguments, int(result))

    def _one(self, name: str, arguments: str, result: int) -> Iterator[Did]:
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments)]
        if name == "sendto":
            yield Did("said", data=texts[0])
            return
        on = _FILE.match(arguments)
        handle = int(on[1]) if on else -1
        path = _unhexed(on[2]) if on else None
        if name == "openat":
            yield from self._opened(_path(texts[0]), arguments, result)
        elif name == "lseek":
            self._at[handle] = result
        elif path is not None and self._inside(path):
            yield from self._to_file(name, handle, path, texts, arguments, result)
        elif texts and on is None:
            yield from self._to_name(name, [_path(text) for text in texts])

    def _opened(self, path: Path, arguments: str, handle: int) -> Iterator[Did]:
        self._at[handle] = 0
        if self._inside(path):
            if "O_APPEND" in arguments or "O_TMPFILE" in arguments:
                raise ValueError(f"not understood: openat {path}")
            if "O_CREAT" in arguments:
                yield Did("make", self._short(path))
            if "O_TRUNC" in arguments:
                yield Did("size", self._short(path), 0)

    def _to_file(
        self, name: str, handle: int, path: Path, texts: list[bytes], arguments: str, result: int
    ) -> Iterator[Did]:
        short = self._short(path)
        match name:
            case "write":
                at = self._at.get(handle, 0)
                self._at[handle] = at + result
                yield Did("write", short, at, texts[0][:result])
            case "pwrite64":
                yield Did("write", short, int(arguments.rsplit(",", 1)[1]), texts[0][:result])
            case "ftruncate":
                yield Did("size", short, int(arguments.rsplit(",", 1)[1]))
            case "fsync" | "fdatasync":
                yield Did("sync", short)
            case _ if name not in _SILENT:
                raise ValueError(f"not understood: {name} {path}")

    def _to_name(self, name: str, paths: list[Path]) -> Iterator[Did]:
        if not any(self._inside(path) for path in paths):
            return
        short = [self._short(path) for path in paths]
        match name:
            case "rename":
                yield Did("rename", short[0], other=short[1])
            case "unlink" | "rmdir":
                yield Did("remove", short[0])
            case "mkdir":
                yield Did("folder", short[0])
            case _:
                raise ValueError(f"not understood: {name} {paths}")

    def _inside(self, path: Path) -> bool:
        return path.is_relative_to(self._home) and path != self._home

    def _short(self, path: Path) -> Path:
        return path.relative_to(self._home)


def _path(text: bytes) -> Path:
    return Path(text.decode())


def _unhexed(text: str) -> Path:
    return _path(bytes.fromhex(text.replace("\\x", ""))) if text.startswith("\\x") else Path(text)
