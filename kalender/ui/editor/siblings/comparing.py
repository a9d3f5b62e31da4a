# SPDX-License-Identifier: EUPL-1.2
"""The sheet that shows what changed in an original since a sibling was matched with it, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kalender.domain.post import Post
from kalender.domain.text.compare import compare
from kalender.services.siblings.siblings import Change
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.diff import DiffView, shown
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr


def changed_words(then: Post, now: Post, channels: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield heading, words then and words now for everything a sibling follows and that is another now."""
    if then.text != now.text:
        yield tr("Basistext"), then.text, now.text
    before, after = ({item.id: item for item in post.versions} for post in (then, now))
    for id_ in dict.fromkeys([*after, *before]):
        old, new = before.get(id_), after.get(id_)
        name = channels.get(id_, id_)
        own = old.text if old else None, new.text if new else None
        if own[0] != own[1]:
            yield name, then.text if own[0] is None else own[0], now.text if own[1] is None else own[1]
        comments = old.first_comment if old else "", new.first_comment if new else ""
        if comments[0] != comments[1]:
            yield tr("Erster Kommentar, {channel}").format(channel=name), *comments
    alts = [
        {item.id: item.alt or "" for item in post.attachments if not item.decorative} for post in (then, now)
    ]
    for number, id_ in enumerate(dict.fromkeys([*alts[1], *alts[0]]), start=1):
        if alts[0].get(id_, "") != alts[1].get(id_, ""):
            name = tr("Alternativtext, Bild {n}").format(n=number)
            yield name, alts[0].get(id_, ""), alts[1].get(id_, "")


def change_sheet(
    theme: Theme, parent: QWidget, change: Change, channels: Mapping[str, str], matched: Callable[[], object]
) -> Sheet:
    """Return the sheet; matched: the sibling says it as well now. channels: names by id."""
    title = tr("Was sich im Original geändert hat")
    sheet = Sheet(theme, parent, title=title, width=640)
    sheet.body.addWidget(Text(theme, title, "title-2"))
    inner = Ground(theme, "bg-surface")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, theme.px(4), 0)
    column.setSpacing(theme.px(6))
    if change.then is None:
        words = tr("Der frühere Wortlaut steht nicht im Verlauf. So lautet das Original jetzt:")
        column.addWidget(Text(theme, words, "body", ink="text-2", wrap=True))
        column.addWidget(Text(theme, change.now.text, "reading", wrap=True))
    else:
        for heading, before, after in changed_words(change.then, change.now, channels):
            column.addWidget(Text(theme, heading, "small", ink="text-2", weight=600))
            view = DiffView(theme)
            view.set_segments(shown(compare(before, after)))
            column.addWidget(view)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setMinimumHeight(theme.px(240))
    area.setAccessibleName(title)
    area.setWidget(inner)
    sheet.body.addWidget(area, 1)
    sheet.add_button(tr("Passt wieder"), matched)
    sheet.add_button(tr("Text anpassen"), kind=Kind.PRIMARY)
    return sheet
