# SPDX-License-Identifier: EUPL-1.2
"""What the window says and offers while the disk does not take what was done: nothing typed is let go of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from kalender.domain.refusal import RefusalKind, Refused
from kalender.ui.shell.frame.topbar import Saving
from kalender.ui.shell.window import MainWindow
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.toast import announce
from kalender.wording.tr import tr
from kalender.wording.trouble.unsaved import why_uncropped, why_unsaved, why_unwritten

GONE = frozenset({RefusalKind.PLAN_VANISHED, RefusalKind.PLAN_REPLACED})
"""The plan file is not where it was: only another place helps."""

CROP = "crop"
"""Page on which pictures are cut."""

TYPED, PLAN = "unsaved-text", "unwritten-plan"
"""Keys of the two lines above the pages."""


class Unsaved(QObject):
    """Hears of every write that failed and every one that did not.

    words: what is typed and not saved as a text to keep, empty where there is nothing. elsewhere: the plan is to be
    saved in this folder.
    """

    elsewhere = Signal(object)

    def __init__(self, window: MainWindow, theme: Theme, words: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._theme, self._words = window, theme, words
        self._shown: dict[str, RefusalKind] = {}
        self._typed: dict[str, Refused] = {}

    def refused(self, refusal: Refused) -> None:
        """A change was not taken; whoever made it says why, and where the file is gone this says what helps."""
        if refusal.kind in GONE:
            self._tell(
                PLAN, refusal, why_unwritten(refusal), tr("An anderem Ort speichern …"), self.ask_place
            )
            self._window.set_saving(Saving.FAILED)

    def written(self) -> None:
        """A change was taken."""
        self._take(PLAN)

    def typing(self, page: str, refusal: Refused | None) -> None:
        """What is typed on a page cannot be saved, or can be again."""
        self._typed.pop(page, None)
        if refusal is None:
            if not self._typed:
                self._take(TYPED)
            return
        self._typed[page] = refusal
        why = why_uncropped if page == CROP else why_unsaved
        words, link = why(refusal), tr("Text in eine Datei sichern …")
        self._tell(TYPED, refusal, words, link, self.ask_file)
        self._window.set_saving(Saving.FAILED if refusal.kind in GONE else Saving.UNSAVED)

    def _tell(self, key: str, refusal: Refused, words: str, link: str, clicked: Callable[[], object]) -> None:
        """Show a line unless it stands there already: who is about to press its link must find it again."""
        if self._shown.get(key) is refusal.kind:
            return
        self._shown[key] = refusal.kind
        severity = "err" if refusal.kind in GONE else "warn"
        self._window.notices.tell(key, words, severity=severity, link=link, clicked=clicked, closable=False)
        announce(self._window, words, urgent=True)

    def _take(self, key: str) -> None:
        if self._shown.pop(key, None) is not None:
            self._window.notices.take(key)

    # Ways out

    def ask_file(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask for a file and put what is not saved into it; then hears that it lies there."""
        dialog = QFileDialog(self._window, tr("Text in eine Datei sichern"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(tr("Text (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(tr("Nicht gespeicherter Text.txt"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._keep(Path(name), then))
        dialog.open()

    def _keep(self, path: Path, then: Callable[[], object]) -> None:
        try:
            path.write_text(self._words(), encoding="utf-8")
        except OSError as error:
            said = tr("Die Datei „{name}“ wurde nicht geschrieben ({why}). Wählen Sie einen anderen Ort.")
            self._window.warn(said.format(name=path.name, why=error.strerror or error))
            return
        self._window.say(tr("Ihr Text liegt jetzt auch in „{name}“.").format(name=path.name))
        then()

    def ask_place(self) -> None:
        """Ask for a folder in which the plan is saved anew."""
        dialog = QFileDialog(self._window, tr("Plan an einem anderen Ort speichern"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.elsewhere.emit(Path(name)))
        dialog.open()

    def ask_leave(self, leave: Callable[[], object]) -> QDialog:
        """Ask what becomes of a text that cannot be saved before the window closes; leave: close without it."""
        from kalender.ui.widgets.feedback.dialog import Sheet

        theme, refusal = self._theme, next(iter(self._typed.values()), None)
        dialog = Sheet(theme, self._window, title=tr("Noch nicht gespeichert"), width=560)
        cut = set(self._typed) == {CROP}
        title = (
            tr("Ihr Zuschnitt ist noch nicht gespeichert")
            if cut
            else tr("Ihr Text ist noch nicht gespeichert")
        )
        dialog.body.addWidget(Text(theme, title, "title-2", wrap=True))
        if refusal is not None:
            words = why_uncropped(refusal) if cut else why_unsaved(refusal)
            dialog.body.addWidget(Text(theme, words, "body", ink="text-2", wrap=True))

        def leaving() -> None:
            dialog.accept()
            leave()

        def keeping() -> None:
            dialog.accept()
            self.ask_file(leave)

        discard = dialog.add_button(tr("Ohne Speichern schließen"), leaving, closes=False)
        dialog.buttons.removeWidget(discard)
        dialog.buttons.insertWidget(0, discard)
        dialog.add_button(tr("Abbrechen"), dialog.reject, closes=False)
        keep = dialog.add_button(tr("Text in eine Datei sichern …"), keeping, kind=Kind.PRIMARY, closes=False)
        keep.setDefault(True)
        dialog.open()
        keep.setFocus()
        return dialog
