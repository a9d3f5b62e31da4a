# SPDX-License-Identifier: EUPL-1.2
"""The sheet that shows, before anything is written, what of a document goes where."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kalender.domain.post import Post
from kalender.services.intake.documents import DocumentPreview, DocumentReading
from kalender.services.pictures import RefusedPicture
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.intake import why
from kalender.wording.tr import tr

NAMES = {"title": "Titel", "text": "Text", "contact": "Kontakt", "source": "Zulieferndes Amt"}
SHOWN = 280
"""Letters of a value that stand in the sheet."""


class DocumentSheet(Sheet):
    """wanted: the document is to be taken. lines: what is shown, as (name, words)."""

    wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        reading: DocumentReading,
        preview: DocumentPreview,
        post: Post | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent, title=tr("Dokument übernehmen"), width=600)
        self.body.addWidget(Text(theme, reading.path.name, "title-2", wrap=True))
        into = (
            tr("In den Beitrag „{title}“. Was dort steht, bleibt.").format(
                title=post.title or tr("Ohne Titel")
            )
            if post is not None
            else tr("Als neue Idee in den Ideenkorb.")
        )
        self.body.addWidget(Text(theme, into, "body", ink="text-2", wrap=True))
        self.lines = _lines(reading, preview)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        for row, (name, words) in enumerate(self.lines):
            label, value = Text(theme, name, "small", ink="text-2"), Text(theme, words, "body", wrap=True)
            value.setAccessibleName(f"{name}: {words}")
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        self.body.addLayout(grid)
        for words in _left(reading, preview):
            self.body.addWidget(Banner(theme, words, severity="info", radius=6))
        self.cancel = self.add_button(tr("Abbrechen"))
        verb = tr("In den Beitrag übernehmen") if post is not None else tr("Als Idee übernehmen")
        self.take = self.add_button(verb, self.wanted.emit, kind=Kind.PRIMARY)
        self.take.setDefault(True)
        self.take.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the words need at this width: a dialog does not ask a grid for that by itself."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))


def _lines(reading: DocumentReading, preview: DocumentPreview) -> list[tuple[str, str]]:
    """Return what is taken, with names: the beginning of each field, and how many pictures."""
    found = []
    for field, words in preview.fields.items():
        if field == "text":
            text = reading.document.text
            count = tr("{n} Zeichen").format(n=f"{len(text):,}".replace(",", "."))
            name = tr("Text, unten angefügt") if preview.added else tr("Text")
            found.append((name, f"{_short(text)} ({count})"))
        else:
            found.append((tr(NAMES[field]), _short(words)))
    if reading.shown:
        one, many = tr("1 Bild aus dem Dokument"), tr("{n} Bilder aus dem Dokument")
        found.append((tr("Bilder"), one if reading.shown == 1 else many.format(n=reading.shown)))
    return found


def _left(reading: DocumentReading, preview: DocumentPreview) -> list[str]:
    """Return what is not taken, and why."""
    found = []
    if preview.kept:
        names = ", ".join(tr(NAMES[field]) for field in preview.kept)
        found.append(tr("Schon ausgefüllt und nicht geändert: {names}.").format(names=names))
    if reading.document.left:
        names = ", ".join(reading.document.left[:5]) + (" …" if len(reading.document.left) > 5 else "")
        found.append(tr("Nicht übernommen, weil es kein Bild ist: {names}.").format(names=names))
    found += [
        f"{path.name}: {why(item)}" for path, item in reading.pictures if isinstance(item, RefusedPicture)
    ][:3]
    return found


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + "…"
