# SPDX-License-Identifier: EUPL-1.2
"""Where pictures with a person were and will be shown, and the revocation that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.rights.consent import Consent
from kalender.services.consents.uses import Use
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.day import DayButton
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.rights.consents import revoking_words, use_words, uses_text
from kalender.wording.tr import tr

HIGH = 260


class UsesDialog(Sheet):
    """Every use, what is out first. open_post: opens one; revoke: enters the revocation on a day, None only shows."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        consent: Consent,
        uses: Sequence[Use],
        channel: Callable[[str], str],
        open_post: Callable[[str], object],
        today: date,
        revoke: Callable[[date], object] | None = None,
    ) -> None:
        heading = (tr("Widerruf von {name}") if revoke else tr("Wo {name} zu sehen ist")).format(
            name=consent.name
        )
        super().__init__(theme, parent, title=heading, width=560)
        self._uses, self._channel, self._open = uses, channel, open_post
        self.body.addWidget(Text(theme, heading, "title-2", wrap=True))
        self.words = Text(
            theme, revoking_words(uses) if revoke or not uses else "", "body", ink="text-2", wrap=True
        )
        self.body.addWidget(self.words)
        self.words.setVisible(bool(self.words.text()))
        self.day = DayButton(theme, tr("Widerrufen am"), today, self)
        self.day.setAutoDefault(False)
        self.day.setVisible(revoke is not None)
        if revoke is not None:
            row = spaced(theme, QHBoxLayout(), gap=8)
            row.addWidget(Text(theme, tr("Widerrufen am"), "body"))
            row.addWidget(self.day)
            row.addStretch(1)
            self.body.addLayout(row)
        self.links: list[Link] = []
        if uses:
            self.body.addWidget(self._list())
        self.body.addStretch(1)
        if uses:
            text = uses_text(consent, uses, channel)
            self.copy = self.add_button(
                tr("Liste kopieren"), lambda: QGuiApplication.clipboard().setText(text), closes=False
            )
        self.close_ = self.add_button(tr("Abbrechen") if revoke else tr("Schließen"))
        if revoke is not None:
            self.go = self.add_button(
                tr("Widerruf eintragen"), lambda: revoke(self.day.day), kind=Kind.PRIMARY
            )

    def _list(self) -> QScrollArea:
        theme = self.theme
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Verwendungen"))
        ground = Ground(theme, "bg-surface")
        column = spaced(theme, QVBoxLayout(ground), (0, 4, 8, 4), 4)
        out = [use for use in self._uses if use.out]
        coming = [use for use in self._uses if not use.out]
        for heading, items, icon, ink in (
            (tr("Schon draußen, bitte dort herausnehmen"), out, "ri.error-warning-fill", "warn"),
            (tr("Geplant"), coming, "ri.timer-line", "text-2"),
        ):
            if not items:
                continue
            column.addWidget(SectionHeader(theme, heading, note=str(len(items))))
            for use in items:
                column.addLayout(self._row(use, icon, ink))
        column.addStretch(1)
        area.setWidget(ground)
        area.setFixedHeight(min(theme.px(HIGH), ground.sizeHint().height() + theme.px(4)))
        return area

    def _row(self, use: Use, icon: str, ink: str) -> QHBoxLayout:
        theme = self.theme
        row = spaced(theme, QHBoxLayout(), gap=10)
        row.addWidget(Symbol(theme, icon, ink, size=14), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        said = use_words(use, self._channel)
        title = use.title or tr("Ohne Titel")
        if use.trashed:
            words.addWidget(Text(theme, title, "body", wrap=True))
        else:
            link = Link(
                theme, title if len(title) <= 60 else f"{title[:59]}…", clicked=partial(self._go_to, use.post)
            )
            link.setAccessibleName(tr("{title}, {said}, öffnen").format(title=title, said=said))
            self.links.append(link)
            words.addWidget(link)
        words.addWidget(Text(theme, said, "small", ink="text-2", wrap=True))
        if use.address or use.folder:
            words.addWidget(Text(theme, use.address or use.folder, "small", ink="text-2", wrap=True))
        row.addLayout(words, 1)
        return row

    def _go_to(self, post: str) -> None:
        self.close()
        self._open(post)
