# SPDX-License-Identifier: EUPL-1.2
"""What the rows depend on beside the journal, as one hash: the table layout, the deriving code, the formats."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import CodeType

from kalender.domain.format import Format, Platform

DERIVING = (
    "kalender.domain.journal.record",
    "kalender.domain.journal.beginning",
    "kalender.domain.journal.merge",
    "kalender.domain.text.sentences",
    "kalender.domain.covered",
    "kalender.domain.content",
    "kalender.domain.crop",
    "kalender.domain.stage",
    "kalender.domain.card",
    "kalender.domain.post",
    "kalender.domain.picture",
    "kalender.domain.plan",
    "kalender.domain.talk.threads",
    "kalender.store.tables.counted",
    "kalender.store.tables.laid_out",
    "kalender.store.rows.cards",
    "kalender.store.rows.conflicts",
    "kalender.store.rows.filling",
    "kalender.store.rows.projection",
    "kalender.store.rows.search",
    "kalender.store.rows.states",
    "kalender.store.rows.steps",
    "kalender.store.rows.vocabulary",
)
"""Modules whose code decides what a row says: another release of one of them means a rebuild."""


def fingerprint(formats: Mapping[str, Format], platforms: Mapping[str, Platform]) -> str:
    """Return the hash that says whether the rows of a plan file were derived just so."""
    found = hashlib.sha256(_code_hash())
    for values in (formats, platforms):
        for id_ in sorted(values):
            found.update(repr(values[id_]).encode())
    return found.hexdigest()


@cache
def _code_hash() -> bytes:
    found = hashlib.sha256()
    for name in DERIVING:
        for piece in _text(name):
            found.update(piece)
    return found.digest()


def _text(name: str) -> Iterable[bytes]:
    """Return the source of a module, which is quickest; in a bundle without sources what its code does."""
    module = sys.modules.get(name)
    spec = module.__spec__ if module is not None else importlib.util.find_spec(name)
    loader = spec.loader if spec is not None else None
    get_data = getattr(loader, "get_data", None)
    if get_data is not None and spec is not None and spec.origin is not None:
        try:
            return (get_data(spec.origin),)
        except OSError:
            pass  # a bundle without sources
    get_code = getattr(loader, "get_code", None)
    code = get_code(name) if get_code is not None else None
    return _pieces(code if isinstance(code, CodeType) else None)


def _pieces(code: CodeType | None) -> Iterator[bytes]:
    """Yield what code does, without where it lies: instructions, names and constants."""
    if code is None:
        return
    yield code.co_code
    yield repr((code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)).encode()
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _pieces(constant)
        elif isinstance(constant, frozenset):
            yield repr(sorted(map(repr, constant))).encode()
        else:
            yield repr(constant).encode()
