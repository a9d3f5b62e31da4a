# SPDX-License-Identifier: EUPL-1.2
"""Checks the plan beside the window and shows what was found: what is wrong, what it means, what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.jobs.jobs import Job, Jobs
from kalender.services.verifying import Examination, Verifying
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.keeping import verification
from kalender.wording.keeping.verification import Block
from kalender.wording.tr import tr

_SHOWN = 20
"""Places named in the window; the copied report names all."""

_HISTORY = frozenset({"file", "changeset", "chain", "tips"})
"""Troubles of what nothing can be derived from anew."""


class PlanCheck(QObject):
    """One check of one open plan; lives as long as its window."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        jobs: Jobs,
        verifying: Verifying,
        *,
        mend: Callable[[], object] | None,
        failed: Callable[[BaseException], object],
        rescue: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(window)
        self._rescue = rescue
        self._theme, self._window, self._jobs = theme, window, jobs
        self._verifying, self._mend, self._failed = verifying, mend, failed
        self._job: Job | None = None
        self.running = False
        """Whether a check is under way."""
        self.result: CheckResult | None = None

    def start(self) -> None:
        """Check the plan, unless that is going on already."""
        if self.running:
            return
        self.running = True
        self._job = self._jobs.run(
            tr("Plan wird überprüft"),
            lambda job: self._verifying.run(job.report),
            done=self._done,
            failed=self._end_failed,
            cancelled=self._ended,
        )

    def stop(self) -> None:
        """End a check: its plan is about to close."""
        self.running = False
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self.running = False

    def _end_failed(self, error: BaseException) -> None:
        wanted, self.running = self.running, False
        if wanted:
            self._failed(error)

    def _done(self, found: Examination) -> None:
        wanted, self.running = self.running, False
        if wanted:
            self.result = CheckResult(self._theme, self._window, found, mend=self._mend, rescue=self._rescue)
            self.result.open()


class CheckResult(Sheet):
    """What a check found. mend: has the rows derived anew, where that is all there is to do; None: it may only be read.

    rescue: shows what can be saved where the history itself is damaged.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        found: Examination,
        *,
        mend: Callable[[], object] | None,
        rescue: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(theme, parent, title=tr("Plan überprüfen"), width=480 if found.ok else 640)
        self.found = found
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        role = "ok" if found.ok else "err"
        row.addWidget(Symbol(theme, SEVERITY[role], role, size=26), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addWidget(Text(theme, verification.title(found), "title-3", wrap=True))
        column.addWidget(Text(theme, verification.summary(found), ink="text-2", wrap=True))
        if found.strays:
            column.addWidget(Text(theme, verification.strays(found), ink="text-2", wrap=True))
        row.addLayout(column, 1)
        self.body.addLayout(row)
        if not found.ok:
            self.body.addWidget(_Troubles(theme, verification.blocks(found)), 1)
        self.setAccessibleName(verification.title(found))
        self.setAccessibleDescription("\n".join(verification.report(found)))
        if not found.ok or found.strays:
            self.copy = self.add_button(tr("Bericht kopieren"), self._copy, closes=False)
        close = self.add_button(tr("Schließen"))
        if mend is not None and not found.ok and {item.kind for item in found.troubles} <= {"rows", "search"}:
            self.mend = self.add_button(tr("Neu berechnen"), mend, kind=Kind.PRIMARY)
        if rescue is not None and not _HISTORY.isdisjoint(item.kind for item in found.troubles):
            self.rescue = self.add_button(tr("Retten …"), rescue, kind=Kind.PRIMARY)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(verification.report(self.found)))


class _Troubles(QScrollArea):
    """The troubles, one below the other."""

    def __init__(self, theme: Theme, blocks: tuple[Block, ...]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Was gefunden wurde"))
        self.setMinimumHeight(theme.px(min(420, 110 * len(blocks))))
        inner = Ground(theme, "bg-surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.px(42), theme.px(8), theme.px(8), 0)
        column.setSpacing(theme.px(16))
        for block in blocks:
            column.addLayout(_block(theme, block))
        column.addStretch(1)
        self.setWidget(inner)


def _block(theme: Theme, block: Block) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(4))
    column.addWidget(Text(theme, block.what, weight=600, wrap=True))
    column.addWidget(Text(theme, block.means, wrap=True))
    column.addWidget(Text(theme, block.now, wrap=True))
    for line in block.where[:_SHOWN]:
        text = Text(theme, f"• {line}", "small", ink="text-2", wrap=True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column.addWidget(text)
    if len(block.where) > _SHOWN:
        more = tr("und {count} weitere Stellen").format(count=len(block.where) - _SHOWN)
        column.addWidget(Text(theme, more, "small", ink="text-2"))
    return column
