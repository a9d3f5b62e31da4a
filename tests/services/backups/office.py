# SPDX-License-Identifier: EUPL-1.2
"""A plan with posts and originals, its backups, and a clock that is moved by hand."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kalender.domain.picture import Picture
from kalender.domain.post import Post
from kalender.services.acting.desk import Desk
from kalender.services.backups.backups import Backups
from kalender.services.backups.places import Places
from kalender.store.backup.folders import Hashes
from kalender.store.backup.info import BackupInfo, Reason
from kalender.store.plan_file import PlanFile
from tests.builders import NOW, a_desk, a_plan, a_post


@dataclass
class Office:
    """An open plan with its backups. now: what the clock says."""

    store: PlanFile
    desk: Desk
    backups: Backups
    places: Places
    now: datetime = NOW

    def write(self, post: str, text: str) -> None:
        """Write a post's text."""
        with self.desk.action("post.text") as act:
            act.put(replace(act.get(Post, post), text=text))

    def add(self, post: str, **fields: Any) -> None:
        """Make a post."""
        with self.desk.action("post.created") as act:
            act.put(a_post(post, **fields))

    def delete(self, post: str) -> None:
        """Put a post into the trash."""
        with self.desk.action("post.deleted") as act:
            act.delete(f"post/{post}")

    def picture(self, name: str) -> Path:
        """Put an original on the shelf and into the plan; return its file."""
        body = name.encode() * 500
        sha256 = hashlib.sha256(body).hexdigest()
        path = self.store.folder / "pictures" / sha256[:2] / f"{sha256}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
        with self.desk.action("picture.imported") as act:
            act.put(Picture(id=name, sha256=sha256, suffix="jpg", name=f"{name}.jpg", bytes=len(body)))
        return path

    def back_up(self, reason: Reason = Reason.MANUAL) -> BackupInfo:
        """Make a backup at the first place; a second later it is another one."""
        self.now += timedelta(seconds=1)
        (outcome, *_more) = self.backups.make(reason).outcomes
        assert outcome.info is not None, outcome.refusal
        return outcome.info

    def texts(self) -> dict[str, str]:
        """Return the texts of the posts that are not deleted."""
        return {item.id: item.text for item in self.store.all(Post)}

    def fresh(self) -> None:
        """Begin another sitting: nothing that was read is remembered."""
        self.backups._hashes = Hashes()


@contextmanager
def an_office(folder: Path, *, second: Path | None = None, posts: int = 3) -> Iterator[Office]:
    """Open a plan with posts p0, p1, … and one original."""
    store = a_plan(folder / "plan")
    desk = a_desk(store, *(a_post(f"p{n}", title=f"Beitrag {n}", text=f"Text {n}") for n in range(posts)))
    places = Places(first=folder / "Sicherungen", second=second)
    office = Office(store, desk, Backups(store, desk, lambda: office.now, lambda: office.places), places)
    office.picture("markt")
    try:
        yield office
    finally:
        store.close()
