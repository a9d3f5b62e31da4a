# SPDX-License-Identifier: EUPL-1.2
"""Asks why a finding is left as it is, and shows what was left, folded away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.domain.frozen import frozen
from kalender.domain.rules.finding import Finding
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.saved import EntryLine
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.findings import words
from kalender.wording.tr import tr


@frozen
class LeftNotice:
    """A finding that was left as it is. said: who, when and why; back: shows it again."""

    title: str
    said: str
    back: Callable[[], object] = field(compare=False)


class LeaveDialog(Sheet):
    """must: a reason is needed, because the rule blocks. done: with the reason."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        finding: Finding,
        *,
        must: bool,
        done: Callable[[str], object],
    ) -> None:
        super().__init__(theme, parent, title=tr("So lassen"), width=460)
        self.body.addWidget(Text(theme, tr("So lassen?"), "title-2"))
        self.body.addWidget(Text(theme, words(finding), "body", weight=600, wrap=True))
        self.body.addWidget(
            Text(
                theme,
                tr(
                    "Der Befund steht danach unter „Bewusst so“, mit Ihrem Namen. Wer freigibt, sieht das. "
                    "Ändert sich die Stelle, kommt er wieder."
                ),
                "small",
                ink="text-2",
                wrap=True,
            )
        )
        label = tr("Grund") if must else tr("Grund, freiwillig")
        self.reason = EntryLine(theme, hint=label, name=label)
        self.body.addWidget(self.reason)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(
            tr("So lassen"), lambda: done(self.reason.text().strip()), kind=Kind.PRIMARY
        )
        self.go.setDefault(True)
        if must:
            self.go.setEnabled(False)
            self.reason.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


class LeftBox(Ground):
    """The folded part "Bewusst so"; opened remembers whether it is open."""

    def __init__(
        self, theme: Theme, notices: Sequence[LeftNotice], *, opened: bool, toggled: Callable[[bool], object]
    ) -> None:
        super().__init__(theme, "bg-surface", edges="b")
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(4), px(8), px(4))
        column.setSpacing(px(2))
        title = tr("Bewusst so: {n}").format(n=len(notices))
        self.fold = Button(
            theme,
            title,
            icon="ri.check-double-line",
            role="text-2",
            kind=Kind.QUIET,
            size=Size.DENSE,
            arrow=True,
        )
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.inner = QWidget()
        lines = QVBoxLayout(self.inner)
        lines.setContentsMargins(px(34), 0, 0, px(6))
        lines.setSpacing(px(2))
        self.backs: list[Button] = []
        for notice in notices:
            lines.addWidget(Text(theme, notice.title, "body", weight=600, wrap=True))
            lines.addWidget(Text(theme, notice.said, "small", ink="text-2", wrap=True))
            back = Button(theme, tr("Wieder anzeigen"), kind=Kind.QUIET, size=Size.DENSE, clicked=notice.back)
            back.setAccessibleDescription(notice.title)
            self.backs.append(back)
            lines.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.inner)
        self.inner.setVisible(opened)

        def toggle() -> None:
            shown = self.inner.isHidden()
            self.inner.setVisible(shown)
            toggled(shown)

        self.fold.clicked.connect(toggle)
