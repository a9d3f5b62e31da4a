# SPDX-License-Identifier: EUPL-1.2
"""What the person does in the fields of a post, turned into verbs of the services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kalender.domain.crop import Own
from kalender.domain.plan import Meeting
from kalender.domain.post import Post, Version
from kalender.services.editing import Editing
from kalender.services.templates.cabinet import Cabinet
from kalender.ui.editor.fields.own import CROPS, LABELS
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage

DEFAULTS: dict[str, Any] = {"hidden": (), "first_comment": ""}
"""What a version says where it has nothing of its own; None for every other field."""


class FieldVerbs:
    """Listens to the fields and acts. stock: builds what is at hand for writing, at its first use."""

    def __init__(self, page: EditorPage, editing: Editing, stock: Callable[[], Cabinet] | None) -> None:
        self._page = page
        self._editing = editing
        self._stock = stock
        session, fields = page.session, page.column.fields
        fields.join(self._offers, self._meetings, self._meeting, page.name_of)
        fields.typed.connect(lambda name, text: session.type("field", name, text))
        fields.left.connect(session.flush)
        fields.topic_chosen.connect(lambda topic: self.set(topic=topic))
        fields.chosen.connect(lambda name, value: self.set(**{name: value}))
        fields.own.typed.connect(self._type_own)
        fields.own.left.connect(session.flush)
        fields.own.dated.connect(self._date)
        fields.own.reset_wanted.connect(self.reset)
        fields.checklist.ticked.connect(
            lambda id_, done: self._todo(lambda stock: stock.checklists.tick(session.id, id_, done=done))
        )
        fields.checklist.added.connect(
            lambda text: self._todo(lambda stock: stock.checklists.add(session.id, [text]))
        )
        fields.checklist.removed.connect(
            lambda id_: self._todo(lambda stock: stock.checklists.remove(session.id, id_))
        )
        fields.todo_fold.setVisible(stock is not None)

    def set(self, **values: Any) -> None:
        """Set fields of the post."""
        self._page.session.do(lambda: self._editing.set_fields(self._page.session.id, **values))

    def show(self, post: Post, version: Version | None) -> None:
        """Show the fields of a post, and those of the channel in front."""
        fields, today = self._page.column.fields, self._page.today()
        fields.show_post(post, today)
        name = self._page.marks[version.id].label if version and version.id in self._page.marks else ""
        fields.show_version(version, name, today)

    # What is offered

    def _offers(self, field: str) -> Sequence[str]:
        return self._stock().lists.offers(field) if self._stock is not None else ()

    def _meetings(self) -> Sequence[Meeting]:
        if self._stock is None:
            return ()
        planned = self._page.session.post.planned
        return self._stock().lists.meetings(planned.date() if planned else self._page.today())

    def _meeting(self, id_: str) -> Meeting | None:
        return self._stock().lists.meeting(id_) if self._stock is not None and id_ else None

    # What one channel has of its own

    def _type_own(self, kind: str, text: str) -> None:
        if self._page.session.post.version(self._page.key) is not None:
            self._page.session.type(kind, self._page.key, text)

    def _date(self, moment: datetime | None) -> None:
        version = self._page.session.post.version(self._page.key)
        if version is not None:
            self._page.session.do(
                lambda: self._editing.set_version_fields(self._page.session.id, version.id, planned=moment)
            )

    def reset(self, field: str) -> None:
        """Let one field of the channel in front follow the post again."""
        session = self._page.session
        if not session.flush():
            return
        version = session.post.version(self._page.key)
        if version is None:
            return
        if field == CROPS:
            crops: dict[tuple[str, str, str], Own | None] = {
                (version.id, item.attachment, item.format): None for item in version.placements
            }
            done = session.do(lambda: self._editing.set_crops(session.id, crops))
        else:
            done = session.do(lambda: self._editing.reset(session.id, version.id, field))
        if done:
            label = tr(LABELS[field])
            self._page.said.emit(tr("{field} wieder wie im Beitrag").format(field=label))

    def _todo(self, verb: Callable[[Cabinet], object]) -> None:
        stock = self._stock
        if stock is not None and self._page.session.id:
            self._page.session.do(lambda: verb(stock()))
