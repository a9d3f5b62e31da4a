# SPDX-License-Identifier: EUPL-1.2
"""The chosen step: when and who, which posts, what it changed, and whether it can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kalender.services.past.comparing import Difference
from kalender.services.past.taking_back import Outlook
from kalender.services.past.timeline import Step
from kalender.ui.past.changes import DifferenceList, Names
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Line, Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.link import Link
from kalender.wording.dates import moment_long
from kalender.wording.past.differences import kept_words
from kalender.wording.past.steps import outlook_words
from kalender.wording.tr import tr


class StepDetail(Ground):
    """Beside the list. post_wanted, story_wanted: a post by id; back_wanted: the step is to be taken back."""

    post_wanted = Signal(str)
    story_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="l", line="line", parent=parent)
        self._theme = theme
        self.setAccessibleName(tr("Ausgewählter Schritt"))
        self.title = Text(theme, "", "title-3", wrap=True)
        self.when = Text(theme, "", "small", ink="text-2", wrap=True)
        self.posts = spaced(theme, QVBoxLayout(), gap=2)
        self.rest = Text(theme, "", "small", ink="text-2")
        self.heading = SectionHeader(theme, tr("Was sich dabei geändert hat"))
        self.changes = DifferenceList(theme)
        self.outlook = Text(theme, "", "body", ink="text-2", wrap=True)
        self.kept = Text(theme, "", "body", wrap=True)
        self.back = Button(
            theme,
            tr("Diesen Schritt zurücknehmen"),
            icon="ri.arrow-go-back-line",
            clicked=self.back_wanted.emit,
        )
        self._links: list[Link] = []
        body = Ground(theme, "bg-surface")
        column = spaced(theme, QVBoxLayout(body), (16, 14, 16, 16), 8)
        for part in (self.title, self.when):
            column.addWidget(part)
        column.addLayout(self.posts)
        column.addWidget(self.rest)
        column.addWidget(Line(theme))
        for part in (self.outlook, self.kept):
            column.addWidget(part)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Line(theme))
        column.addWidget(self.heading)
        column.addWidget(self.changes)
        column.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(tr("Ausgewählter Schritt"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(area)
        self._body = body
        body.hide()

    def show_step(
        self,
        step: Step | None,
        words: str,
        outlook: Outlook | None,
        changes: Sequence[Difference],
        names: Names,
    ) -> None:
        """Show a step, or nothing."""
        self._body.setVisible(step is not None)
        if step is None or outlook is None:
            return
        self.title.setText(words)
        self.when.setText(moment_long(step.at))
        self._show_posts(step)
        self.outlook.setText(outlook_words(outlook))
        kept = kept_words(outlook.kept, names.channel, step.titles)
        self.kept.setText(
            "\n".join(f"– {item}" for item in kept[:8]) + (tr("\n– und mehr") if len(kept) > 8 else "")
        )
        self.kept.setVisible(bool(kept))
        if outlook.possible:
            self.back.allow()
        else:
            self.back.refuse(outlook_words(outlook))
        self.heading.setVisible(bool(changes))
        self.changes.setVisible(bool(changes))
        self.changes.show_differences(changes, names)

    def links(self) -> list[Link]:
        """Return the ways to posts, in order."""
        return list(self._links)

    def _show_posts(self, step: Step) -> None:
        for link in self._links:
            self.posts.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = []
        posts = [ref.partition("/")[2] for ref in step.refs if ref.startswith("post/")]
        for id_ in posts:
            title = step.titles.get(f"post/{id_}") or tr("Beitrag ohne Titel")
            self._add(
                tr("„{title}“ öffnen").format(title=title), lambda wanted=id_: self.post_wanted.emit(wanted)
            )
        if len(posts) == 1:
            self._add(tr("Frühere Stände dieses Beitrags"), lambda: self.story_wanted.emit(posts[0]))
        rest = step.size - len(step.refs)
        self.rest.setText(tr("und {count} weitere").format(count=rest))
        self.rest.setVisible(rest > 0)

    def _add(self, words: str, action: object) -> None:
        assert callable(action)
        link = Link(self._theme, words, clicked=action)
        self._links.append(link)
        self.posts.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
