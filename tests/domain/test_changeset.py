# SPDX-License-Identifier: EUPL-1.2
"""Changesets: canonical bytes, their name, and what is refused."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.journal.changeset import MOST_OPS, BadChangeset, Op, encode, parse, sealed
from kalender.domain.journal.record import Json

GOLDEN = (
    b'{"at":"2026-12-01T09:00:00.000","by":"anna","deps":[],"dev":"laptop","label":{"k":"post.moved","title":"M\xc3\xa4rkte"},'
    b'"ops":{"post/1":{"d":1,"p":["'
    + b"a"
    * 64
    + b'"],"s":{}},"post/2":{"p":[],"s":{"planned":null,"title":"A"}}},'
    b'"plan":"plan","v":1}'
)


def example(**more: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLDEN)
    return {**found, **more}


def as_bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def test_the_bytes_are_frozen_and_the_id_is_their_hash() -> None:
    ops = [
        Op(record="post/2", sets={"title": "A", "planned": None}),
        Op(record="post/1", parents=("a" * 64,), deleted=True),
    ]
    made = sealed(
        plan="plan", dev="laptop", by="anna", at="2026-12-01T09:00:00.000", label={"k": "post.moved", "title": "Märkte"}, ops=ops
    )  # fmt: skip
    assert encode(made) == GOLDEN
    assert made.id == hashlib.sha256(GOLDEN).hexdigest()
    assert made.id.startswith("7121bd719caef")
    assert parse(GOLDEN, made.id) == made


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"v":1}',
        as_bytes(example(v=2)),
        as_bytes(example(v=True)),
        as_bytes(example(extra=1)),
        as_bytes(example(by=7)),
        as_bytes(example(label={"title": "x"})),
        as_bytes(example(deps=["abc"])),
        as_bytes(example(deps="abc")),
        as_bytes(example(ops=[])),
        as_bytes(example(ops={"post": {"p": [], "s": {}}})),
        as_bytes(example(ops={"post/1": {"p": [], "s": {"x": 1.5}}})),
        as_bytes(example(ops={"post/1": {"p": [], "s": []}})),
        as_bytes(example(ops={"post/1": {"p": [], "s": {}, "d": 0}})),
        as_bytes(example(ops={"post/1": {"p": [], "s": {}, "x": 1}})),
        as_bytes(example(ops={f"post/{n}": {"p": [], "s": {}} for n in range(MOST_OPS + 1)})),
        as_bytes(example(deps=["b" * 64, "a" * 64])),
        json.dumps(example()).encode(),
        GOLDEN.replace(b'"A"', b"NaN"),
        GOLDEN.replace(b'"A"', b'"\\ud800"'),
        GOLDEN + b" ",
        b'{"v":1,"v":1' + GOLDEN[6:],
        b"[" * 100_000,
    ],
)
def test_what_is_not_canonical_is_refused(body: bytes) -> None:
    with pytest.raises(BadChangeset):
        parse(body)


def test_other_content_under_a_known_name_is_refused() -> None:
    with pytest.raises(BadChangeset, match="not that of"):
        parse(GOLDEN, "0" * 64)


def test_text_that_is_no_unicode_is_made_so() -> None:
    made = sealed(
        plan="p", dev="d", by="b", at="", label={"k": "x"}, ops=[Op(record="post/1", sets={"t": "a\ud800b"})]
    )
    assert made.ops[0].sets == {"t": "a\ufffdb"}
    assert parse(encode(made), made.id) == made


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.text(), json_values, max_size=5), st.text())
def test_every_changeset_comes_back_as_it_was(sets: dict[str, Json], by: str) -> None:
    made = sealed(plan="p", dev="d", by=by, at="", label={"k": "x"}, ops=[Op(record="post/1", sets=sets)])
    assert parse(encode(made), made.id) == made
