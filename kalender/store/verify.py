# SPDX-License-Identifier: EUPL-1.2
"""Whether a plan file is what it says: every hash, every link of the history, every row equal to a rebuild."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator

from kalender.domain.frozen import frozen
from kalender.domain.journal.changeset import BadChangeset, Changeset, encode, parse
from kalender.domain.refusal import Refused
from kalender.store.connection import Connection
from kalender.store.journal import Journal, chunks
from kalender.store.rows.projection import Projection

Progress = Callable[[int, int], None]

MOST = 200
"""Problems named of one kind; a thousand more say nothing new."""

_AT_ONCE = 40
"""Changesets read at once: of the largest ones 20,000 records, which no other thread waits for."""


@frozen
class Problem:
    """Something that does not hold. kind: file, changeset, chain, tips, pending, rows, search; where: what it is about."""

    kind: str
    where: str


@frozen
class Verification:
    """What a check of the whole plan found."""

    changesets: int
    posts: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Tell whether everything holds."""
        return not self.problems


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


def verify(
    copy: Connection, plan: str, projected: Callable[[Connection], Projection], progress: Progress = _silent
) -> Verification:
    """Check a copy of a plan file that nobody else uses; projected: makes what derives the rows of a connection.

    progress: told (changesets and records done, of all); it may raise to stop.
    """
    journal = Journal(copy)
    found = list(file_problems(copy))
    changesets = posts = 0
    try:
        with copy.decoding():
            changesets, records = journal.count(), len(journal.records())
            posts = int(copy.sql("SELECT count(*) FROM record WHERE kind = 'post' AND deleted = 0")[0][0])
            of = changesets + records
            if journal.device_is_doubtful():
                found.append(Problem(kind="file", where="device"))
            found += history_problems(copy, journal, plan, lambda done, _of: progress(done, of))
            found += _index_problems(copy)
            found += _row_problems(copy, projected, lambda done, _of: progress(changesets + done, of))
            progress(of, of)
    except Refused as refusal:  # the pages themselves, or what they say, lead nowhere
        if not found:
            found.append(Problem(kind="file", where=_cause(refusal)))
    return Verification(changesets=changesets, posts=posts, problems=tuple(_few(found)))


def _cause(refusal: Refused) -> str:
    cause = refusal.__cause__
    return f"{type(cause).__name__}: {cause}" if cause is not None else str(refusal)


def _few(found: list[Problem]) -> Iterator[Problem]:
    """Yield each problem once, and of each kind no more than can be read."""
    told: Counter[str] = Counter()
    for problem in dict.fromkeys(found):
        told[problem.kind] += 1
        if told[problem.kind] <= MOST:
            yield problem


def file_problems(on: Connection) -> Iterator[Problem]:
    """Yield what SQLite finds wrong with the pages of a file."""
    try:
        for row in on.sql("PRAGMA integrity_check(20)"):
            if row[0] != "ok":
                yield Problem(kind="file", where=str(row[0]))
    except Refused as refusal:
        yield Problem(kind="file", where=_cause(refusal))


def history_problems(
    on: Connection, journal: Journal, plan: str, progress: Progress = _silent
) -> Iterator[Problem]:
    """Yield changesets whose bytes do not fit their id, or that build on something missing; and wrong tips.

    Kept are texts and tuples of texts, which the garbage collector does not walk: it would stop the window meanwhile.
    """
    known: set[str] = set()
    heads: dict[str, tuple[str, ...]] = {}
    members: set[str] = set()
    seqs = journal.seqs()
    for some in chunks(seqs, _AT_ONCE):
        progress(len(known), len(seqs))
        read = journal.read(some, plan)
        for seq in some:
            changeset = read[seq]
            if not _is_its_own(changeset):
                yield Problem(kind="changeset", where=changeset.id)
            if not known.issuperset(changeset.deps):
                yield Problem(kind="chain", where=changeset.id)
            for op in changeset.ops:
                if not members.issuperset(f"{parent} {op.record}" for parent in op.parents):
                    yield Problem(kind="chain", where=f"{changeset.id} {op.record}")
                left = (id_ for id_ in heads.get(op.record, ()) if id_ not in op.parents)
                heads[op.record] = (*left, changeset.id)
                members.add(f"{changeset.id} {op.record}")
            known.add(changeset.id)
    if len(members) != on.sql("SELECT count(*) FROM op")[0][0]:
        yield Problem(kind="chain", where="op")
    yield from _tip_problems(on, heads)
    for id_, body in journal.waiting().items():
        try:
            parse(body, id_)
        except BadChangeset:
            yield Problem(kind="pending", where=id_)


def _is_its_own(changeset: Changeset) -> bool:
    """Tell whether a changeset is what its id says: the hash of its bytes; nothing else can have been written under it."""
    try:
        return hashlib.sha256(encode(changeset)).hexdigest() == changeset.id
    except UnicodeEncodeError:
        return False


def _tip_problems(on: Connection, heads: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    stored: dict[str, tuple[str, ...]] = {}
    for record, id_ in on.sql("SELECT record, id FROM tip ORDER BY record, id"):
        stored[record] = (*stored.get(record, ()), id_.hex())
    for record in sorted(heads.keys() | stored.keys()):
        if tuple(sorted(heads.get(record, ()))) != stored.get(record, ()):
            yield Problem(kind="tips", where=record)


def _index_problems(copy: Connection) -> Iterator[Problem]:
    """Yield where the full-text index does not hold exactly the words of its rows."""
    try:
        with copy.transaction():
            copy.sql("INSERT INTO search (search) VALUES ('integrity-check')")
    except Refused:
        yield Problem(kind="search", where="index")


def _row_problems(
    on: Connection, projected: Callable[[Connection], Projection], progress: Progress
) -> Iterator[Problem]:
    """Yield the rows that a rebuild from the journal would write otherwise."""
    copy = on.twin()
    try:
        with copy.roomy(), copy.transaction():
            projected(copy).rebuild(progress, whole=True)
        for name, question in _VIEWS.items():
            differing = _differing(on, copy, question)
            for where in sorted(differing, key=repr):
                yield Problem(kind="search" if name == "search" else "rows", where=f"{name} {where}")
        yield from _search_problems(on, copy)
    finally:
        copy.close()


def _search_problems(on: Connection, copy: Connection) -> Iterator[Problem]:
    """Yield where the index answers otherwise than one made anew; FTS5 checks what it holds, not how it gets there."""
    copy.sql("CREATE VIRTUAL TABLE temp.term USING fts5vocab('main', 'search', 'row')")
    terms = [str(row[0]).replace('"', '""') for row in copy.each("SELECT term FROM temp.term")]
    asked = [f'"{term}"' for term in terms[:: 1 + len(terms) // _ASKED]]
    beginnings = sorted({term[:length] for term in terms for length in (2, 3)})
    asked += [f'"{term}"*' for term in beginnings[:: 1 + len(beginnings) // _ASKED]]
    if any(on.sql(_ANSWER, (one,)) != copy.sql(_ANSWER, (one,)) for one in asked):
        yield Problem(kind="search", where="index")


def _differing(on: Connection, copy: Connection, question: str) -> set[object]:
    """Return the first column of the rows that are not as often in one plan as in the other.

    Rows are compared by their hashes first, so that a large plan need not be held in memory twice.
    """
    count = Counter(map(hash, on.each(question)))
    count.subtract(map(hash, copy.each(question)))
    wrong = {key for key, left in count.items() if left}
    if not wrong:
        return set()
    return {row[0] for plan in (on, copy) for row in plan.each(question) if hash(row) in wrong}


_ASKED = 4_000
"""Words, and beginnings of words, asked of the index: what is lost of it is a page with hundreds of them."""

_ANSWER = "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT 20)"

_VIEWS = {
    "record": "SELECT ref, kind, deleted, clean, state FROM record",
    "card": (
        "SELECT id, title, planned, zone, stage, flags, channels, own, topic, responsible, picture, pictures, labels, "
        "embargo, hold, digest, reason, waiting_since, approved_by, approved_at, published, delivered, links, "
        "comments, last_comment, missing_alt, series, event, language, doc >> 24, doc & 0xffffff = n FROM card"
    ),
    "word": "SELECT word, posts FROM word",
    "tally": "SELECT month, stage, flags, posts FROM tally",
    "facet": "SELECT stage, flags, topic, responsible, channels, posts, f > 0 FROM facet",
    "mark": (
        "SELECT c.id, m.stage, f.stage, f.flags, f.topic, f.responsible, f.channels FROM mark m "
        "LEFT JOIN card c ON c.doc = m.doc LEFT JOIN facet f ON f.f = m.f"
    ),
    "labelled": "SELECT c.id, l.label FROM labelled l LEFT JOIN card c ON c.doc = l.doc",
    "link": "SELECT r.ref, l.target FROM link l LEFT JOIN record r ON r.n = l.n",
    "decided": "SELECT r.ref, d.day FROM decided d LEFT JOIN record r ON r.n = d.n",
    "conflict": "SELECT r.ref, c.key, c.kind, c.body FROM conflict c LEFT JOIN record r ON r.n = c.n",
    "search": (
        "SELECT c.id, s.title, s.text, s.channel, s.notes, s.comments, s.place, s.labels, s.spelled "
        "FROM search s LEFT JOIN card c ON c.doc = s.rowid"
    ),
    "step": "SELECT hex(c.id), s.stack FROM step s LEFT JOIN changeset c ON c.seq = s.seq",
    "step_part": "SELECT seq, step FROM step_part",
}
"""What the rows say, without the numbers a rebuild may give otherwise."""
