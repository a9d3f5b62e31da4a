# SPDX-License-Identifier: EUPL-1.2
"""The foot of the review: approve exactly what is shown, or ask for a change with a reason."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kalender.domain.refusal import RefusalKind, Refused
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Painted, Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.paint.emblems import seal
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class _Reason(QPlainTextEdit):
    sent = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Send with Ctrl+Enter, leave with Esc; Tab leaves the field as in a form."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class DecisionBar(Ground):
    """Emits approve_wanted, urgent_wanted(reason) and change_wanted(comment); asks once before the first approval."""

    approve_wanted = Signal()
    urgent_wanted = Signal(str)
    change_wanted = Signal(str)
    asked_off = Signal()

    def __init__(self, theme: Theme, *, ask: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-subtle", edges="t", line="line", parent=parent)
        self._themed = theme
        self._ask = ask
        self._edition = 1
        self._urgent = False
        self.covers = Text(theme, "", "small", ink="text-2", wrap=True, rich=True)
        self.approve = Button(
            theme, tr("Freigeben"), icon="ri.shield-check-line", kind=Kind.PRIMARY, size=Size.TALL, keys="F",
            clicked=self.start_approve,
        )  # fmt: skip
        self.change = Button(
            theme, tr("Änderung erbitten …"), icon="ri.arrow-go-back-line", size=Size.TALL, keys="A",
            clicked=self.start_change,
        )  # fmt: skip
        self.urgent = Button(
            theme, tr("Eilfreigabe …"), kind=Kind.QUIET, size=Size.DENSE, clicked=self.start_urgent
        )
        self._seal = Painted(
            theme, QSize(20, 20), lambda painter, rect: seal(painter, theme, 0, 0, rect.width(), valid=True)
        )
        self._locked = Symbol(theme, "ri.lock-line", "text-2", size=18)
        self._pages: list[QWidget] = []
        self._pages.append(self._deciding(theme))
        self._pages.append(self._asking(theme))
        self._pages.append(self._explaining(theme))
        layout = spaced(theme, QVBoxLayout(self), (18, 12, 18, 14))
        for page in self._pages:
            layout.addWidget(page)
        self._turn(0)
        self.restyle()
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Give the field the font and height of the text size."""
        self.reason.setFont(self._themed.font("body"))
        self.reason.setFixedHeight(self._themed.px(84))

    def _deciding(self, theme: Theme) -> QWidget:
        page = QWidget()
        column = spaced(theme, QVBoxLayout(page), gap=8)
        says = spaced(theme, QHBoxLayout(), gap=8)
        says.addWidget(self._seal, 0, Qt.AlignmentFlag.AlignTop)
        says.addWidget(self._locked, 0, Qt.AlignmentFlag.AlignTop)
        says.addWidget(self.covers, 1)
        column.addLayout(says)
        self._buttons = spaced(theme, QVBoxLayout(), gap=8)
        self._buttons.addWidget(self.approve, 1)
        self._buttons.addWidget(self.change, 1)
        column.addLayout(self._buttons)
        column.addWidget(self.urgent, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def set_broad(self, broad: bool) -> None:
        """Put the two decisions side by side, or one below the other."""
        self._buttons.setDirection(
            QBoxLayout.Direction.LeftToRight if broad else QBoxLayout.Direction.TopToBottom
        )

    def _asking(self, theme: Theme) -> QWidget:
        page = QWidget()
        column = spaced(theme, QVBoxLayout(page), gap=8)
        self._question = Text(theme, "", "title-3", wrap=True)
        self.never = CheckBox(theme, tr("Nicht mehr fragen"))
        self.sure = Button(
            theme, "", icon="ri.shield-check-line", kind=Kind.PRIMARY, size=Size.TALL, clicked=self._sure
        )
        back = Button(theme, tr("Zurück"), size=Size.NORMAL, clicked=self.reset)
        column.addWidget(self._question)
        column.addWidget(
            Text(
                theme,
                tr("Danach verlässt genau diese Fassung das Haus, keine andere."),
                "small",
                ink="text-2",
                wrap=True,
            )
        )
        column.addWidget(self.never)
        column.addWidget(self.sure)
        column.addWidget(back)
        return page

    def _explaining(self, theme: Theme) -> QWidget:
        page = QWidget()
        column = spaced(theme, QVBoxLayout(page), gap=6)
        self._reason_label = Text(theme, "", "small", weight=600)
        self.reason = _Reason()
        self.reason.setTabChangesFocus(True)
        self._reason_label.setBuddy(self.reason)
        self._missing = Text(theme, "", "small", ink="err", wrap=True)
        self._missing.setVisible(False)
        self.send = Button(theme, "", kind=Kind.PRIMARY, clicked=self._send)
        self.send.setToolTip(tr("Strg Enter"))
        back = Button(theme, tr("Abbrechen"), clicked=self.reset)
        self.reason.sent.connect(self._send)
        self.reason.left.connect(self.reset)
        self.reason.textChanged.connect(lambda: self._missing.setVisible(False))
        row = QHBoxLayout()
        row.addWidget(back)
        row.addWidget(self.send, 1)
        column.addWidget(self._reason_label)
        column.addWidget(self.reason)
        column.addWidget(self._missing)
        column.addLayout(row)
        return page

    def show_state(
        self,
        edition: int,
        channels: int,
        refusal: Refused | None,
        *,
        why_no_change: str,
        keep: bool = False,
    ) -> None:
        """Show what can be decided. refusal: why the acting person cannot approve, or None.

        why_no_change: why no change can be asked for, or an empty text;
        keep: it is the same content as before, so that an open question or reason stays open.
        """
        self._edition = edition
        scope = (
            tr("auf ihrem Kanal") if channels == 1 else tr("auf allen {count} Kanälen").format(count=channels)
        )
        self._seal.setVisible(refusal is None)
        self._locked.setVisible(refusal is not None)
        if refusal is None:
            self.covers.setText(
                tr("Ihre Freigabe <b>gilt für genau diese Fassung</b> (Fassung {edition}) {scope}.").format(
                    edition=edition, scope=scope
                )
            )
            self.approve.allow()
        else:
            words = sentence(refusal).replace(" " + tr("Es wurde nichts entschieden."), "")
            self.covers.setText(escape(words, quote=False))
            self.approve.refuse(words)
        self.urgent.setVisible(
            refusal is not None and refusal.kind in {RefusalKind.OWN_WORK, RefusalKind.NOT_REQUESTED}
        )
        if why_no_change:
            self.change.refuse(why_no_change)
        else:
            self.change.allow()
        if not keep:
            self.reason.clear()
            self.reset()

    def ask_first(self, *, on: bool) -> None:
        """Ask before an approval from now on, or no more."""
        self._ask = on

    def start_approve(self) -> None:
        """Approve, after asking the first time."""
        if not self.approve.isEnabled():
            return
        if not self._ask:
            self.approve_wanted.emit()
            return
        words = tr("Fassung {edition} freigeben").format(edition=self._edition)
        self._question.setText(words + "?")
        self.sure.set_words(words)
        self._turn(1)
        self.sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sure(self) -> None:
        if self.never.isChecked():
            self._ask = False
            self.asked_off.emit()
        self.reset()
        self.approve_wanted.emit()

    def start_change(self) -> None:
        """Open the field for what should be different."""
        if self.change.isEnabled():
            self._explain(tr("Was soll geändert werden?"), tr("Änderung erbitten"), urgent=False)

    def start_urgent(self) -> None:
        """Open the field for the reason of an urgent approval."""
        self._explain(
            tr("Warum kann niemand sonst freigeben? Die Begründung wird festgehalten."),
            tr("Eilfreigabe erteilen"),
            urgent=True,
        )

    def _explain(self, label: str, verb: str, *, urgent: bool) -> None:
        self._urgent = urgent
        self._reason_label.setText(label)
        self.reason.setAccessibleName(label)
        self.send.set_words(verb)
        self._missing.setVisible(False)
        self._turn(2)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self) -> None:
        words = self.reason.toPlainText().strip()
        if not words:
            missing = tr("Bitte schreiben Sie einen Satz dazu.")
            self._missing.setText(missing)
            self._missing.setVisible(True)
            self.reason.setAccessibleDescription(missing)
            return
        self.reason.clear()
        self.reset()
        (self.urgent_wanted if self._urgent else self.change_wanted).emit(words)

    def _turn(self, page: int) -> None:
        for number, part in enumerate(self._pages):
            part.setVisible(number == page)

    def reset(self) -> None:
        """Show the two decisions again; what was written stays until it is sent."""
        self._turn(0)
