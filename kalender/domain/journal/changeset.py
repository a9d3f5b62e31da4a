# SPDX-License-Identifier: EUPL-1.2
"""A changeset: one action of a person, immutable, named by the SHA-256 of its own canonical JSON."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, cast

from kalender.domain.frozen import frozen
from kalender.domain.journal.record import Json

VERSION = 1
"""The version this program writes; a higher one is refused, never guessed at."""

MOST_OPS = 500
"""Records in one changeset; a larger action is split into linked ones (see Label.FIRST)."""

FIRST = "@first"
"""Fact of a label that names the first changeset of the same action."""

UNDOES = "@undoes"
"""Fact of a label that lists the changesets an undo or redo takes back."""

_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_ID = re.compile(r"[0-9a-f]{64}")
_RECORD = re.compile(r"[a-z]+/[^/\x00]+")
_FIELDS = frozenset({"v", "plan", "dev", "by", "at", "label", "deps", "ops"})


class BadChangeset(ValueError):  # noqa: N818 - names the thing, as Refused does
    """Bytes that are no changeset: not canonical, of an unknown version, or not the content their name says."""


@frozen
class Op:
    """What a changeset does to one record. parents: changesets that were this record's heads for the writer."""

    record: str
    parents: tuple[str, ...] = ()
    sets: Mapping[str, Json] = field(default_factory=dict)
    deleted: bool = False


@frozen
class Changeset:
    """One action. at: the writer's local clock, ISO; it decides nothing but what is shown first.

    label: a code under "k" plus facts for its sentence. deps: changesets this one follows on the same device.
    id: 64 hex digits, computed by sealed() and parse().
    """

    v: int = VERSION
    plan: str
    dev: str
    by: str
    at: str
    label: Mapping[str, Json]
    deps: tuple[str, ...] = ()
    ops: tuple[Op, ...] = ()
    id: str


def canonical(value: Json) -> bytes:
    """Return canonical JSON: keys sorted by code point, no spaces, UTF-8."""
    return _canonical(value).encode()


def sealed(
    *,
    plan: str,
    dev: str,
    by: str,
    at: str,
    label: Mapping[str, Json],
    deps: Iterable[str] = (),
    ops: Iterable[Op] = (),
) -> Changeset:
    """Return a changeset with its id. Text that is no valid Unicode is made so (lone surrogates become U+FFFD)."""
    ordered = tuple(sorted(ops, key=lambda op: op.record))
    try:
        return _sealed(plan, dev, by, at, label, tuple(sorted(deps)), ordered)
    except UnicodeEncodeError:
        valid = tuple(
            Op(record=op.record, parents=op.parents, sets=_valid(op.sets), deleted=op.deleted)
            for op in ordered
        )
        return _sealed(plan, dev, by, at, _valid(label), tuple(sorted(deps)), valid)


def _sealed(
    plan: str, dev: str, by: str, at: str, label: Any, deps: tuple[str, ...], ops: tuple[Op, ...]
) -> Changeset:
    draft = Changeset(plan=plan, dev=dev, by=by, at=at, label=label, deps=deps, ops=ops, id="")
    body = canonical(as_json(draft))
    return Changeset(
        plan=plan, dev=dev, by=by, at=at, label=label, deps=deps, ops=ops, id=hashlib.sha256(body).hexdigest()
    )


def _valid(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, Mapping):
        return {_valid(key): _valid(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_valid(item) for item in value]
    return value


def op_json(op: Op) -> dict[str, Json]:
    """Return an op as it stands in the canonical JSON."""
    body: dict[str, Json] = {"p": [*sorted(op.parents)], "s": dict(op.sets)}
    if op.deleted:
        body["d"] = 1
    return body


def as_json(changeset: Changeset) -> dict[str, Json]:
    """Return a changeset as JSON values, without its id."""
    return {
        "v": changeset.v,
        "plan": changeset.plan,
        "dev": changeset.dev,
        "by": changeset.by,
        "at": changeset.at,
        "label": dict(changeset.label),
        "deps": [*sorted(changeset.deps)],
        "ops": {op.record: op_json(op) for op in changeset.ops},
    }


def encode(changeset: Changeset) -> bytes:
    """Return the bytes whose SHA-256 is the id of a changeset."""
    return canonical(as_json(changeset))


def parse(body: bytes, expected: str | None = None) -> Changeset:
    """Return the changeset in canonical bytes; expected: the id it was announced under.

    Raises BadChangeset for other bytes than encode() writes, an unknown version, or a hash that does not fit.
    """
    id_ = hashlib.sha256(body).hexdigest()
    if expected is not None and id_ != expected:
        raise BadChangeset(f"the content is not that of {expected[:12]}")
    try:
        found = json.loads(body, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise BadChangeset(f"not JSON: {error}") from error
    if not isinstance(found, dict) or "v" not in found:
        raise BadChangeset("not a changeset")
    if found["v"] != VERSION or type(found["v"]) is not int:
        raise BadChangeset(f"version {found['v']} is not known here")
    if found.keys() != _FIELDS or not all(
        isinstance(found[name], str) for name in ("plan", "dev", "by", "at")
    ):
        raise BadChangeset("fields are missing or of another type")
    label, ops = found["label"], found["ops"]
    if not isinstance(label, dict) or not isinstance(label.get("k"), str):
        raise BadChangeset("the label has no code")
    if not isinstance(ops, dict) or len(ops) > MOST_OPS:
        raise BadChangeset("too many records, or none that could be read")
    changeset = Changeset(
        plan=found["plan"],
        dev=found["dev"],
        by=found["by"],
        at=found["at"],
        label=label,
        deps=_ids(found["deps"]),
        ops=tuple(parse_op(record, op) for record, op in sorted(ops.items())),
        id=id_,
    )
    try:
        if encode(changeset) != body:
            raise BadChangeset("not in canonical form")
    except UnicodeEncodeError as error:
        raise BadChangeset("text that is no valid Unicode") from error
    return changeset


def _no_float(text: str) -> Json:
    raise ValueError(f"{text} is no value of the journal")


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise BadChangeset("ids are no list")
    for item in value:
        if not isinstance(item, str) or not _ID.fullmatch(item):
            raise BadChangeset("an id is no SHA-256")
    return tuple(cast("list[str]", value))


def parse_op(record: str, body: object) -> Op:
    """Return an op from its JSON; raises BadChangeset where it is none."""
    if not _RECORD.fullmatch(record):
        raise BadChangeset(f"{record!r} names no record")
    if (
        not isinstance(body, dict)
        or not body.keys() <= {"p", "s", "d"}
        or not isinstance(body.get("s"), dict)
    ):
        raise BadChangeset(f"the change of {record} cannot be read")
    if body.get("d", 1) != 1:
        raise BadChangeset(f"the deletion of {record} cannot be read")
    return Op(record=record, parents=_ids(body.get("p")), sets=body["s"], deleted="d" in body)
