# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the post: strip, and below it the description of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from kalender.ui.editor.strip.row import PictureStrip
from kalender.ui.editor.strip.tiles import Tile
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Counter
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.link import Link
from kalender.wording.tr import tr


class Album(QWidget):
    """Signals speak of attachments by id.

    alt_typed(attachment, text); decorative_set(attachment, bool); hidden_set(attachment, bool): not on this channel;
    library_wanted, files_wanted, paste_wanted: where more pictures are to come from.
    """

    alt_typed = Signal(str, str)
    alt_left = Signal()
    decorative_set = Signal(str, bool)
    hidden_set = Signal(str, bool)
    crop_wanted = Signal(str)
    tile_wanted = Signal(str)
    library_wanted = Signal()
    files_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.strip = PictureStrip(theme)
        self._tiles: tuple[Tile, ...] = ()
        self._hideable = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self.head = SectionHeader(theme, tr("Bilder"))
        self.crop = Button(theme, tr("Zuschneiden"), icon="ri.crop-line", size=Size.DENSE)
        self.crop.clicked.connect(lambda: self.crop_wanted.emit(self.strip.current))
        self.like_base = Link(theme, tr("Wie im Basistext"))
        self.like_base.setToolTip(
            tr("Die Bilder dieses Kanals wieder in der Reihenfolge des Basistextes zeigen")
        )
        self.like_base.hide()
        self.head.tail.addWidget(self.like_base)
        self.head.tail.addWidget(self.crop)
        column.addWidget(self.head)
        column.addWidget(self.strip)
        self.alt = QPlainTextEdit()
        self.alt.setTabChangesFocus(True)
        self.alt.setPlaceholderText(tr("Was ist zu sehen? Ein bis zwei Sätze genügen."))
        self.alt.textChanged.connect(self._typed)
        self.alt.installEventFilter(self)
        self.counter = Counter(theme)
        self.decorative = CheckBox(theme, tr("Schmuckbild, kein Alternativtext nötig"), role="small")
        self.decorative.clicked.connect(
            lambda on: self.decorative_set.emit(self.strip.current, on) if self.strip.current else None
        )
        tail = QWidget()
        row = QHBoxLayout(tail)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(14))
        row.addWidget(self.decorative)
        row.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignVCenter)
        self.counter.setMaximumWidth(theme.px(150))
        self.field = Field(theme, tr("Alternativtext"), self.alt, tail=tail)
        column.addWidget(self.field)
        self.strip.picked.connect(self._pick)
        self.strip.opened.connect(self.crop_wanted)
        self.strip.adding.connect(self._add_menu)
        self.strip.menu_wanted.connect(self._tile_menu)
        theme.changed.connect(self._restyle)
        self._quiet = False
        self._texts: dict[str, tuple[str, bool, int]] = {}
        self._restyle()

    def show_pictures(
        self,
        tiles: Sequence[Tile],
        texts: dict[str, tuple[str, bool, int]],
        *,
        most: int = 0,
        hideable: bool = False,
        own_order: bool = False,
    ) -> None:
        """Show the pictures. texts: attachment -> alt text, decorative, limit of its length (0: none).

        most: how many a channel takes at most (0: no limit known); hideable: a channel's tab, which may leave some out.
        own_order: the channel shows them in another order than the post.
        """
        self._tiles, self._texts, self._hideable = tuple(tiles), texts, hideable
        self.strip.show_tiles(tiles)
        count = len(tiles)
        limit = tr("{n} von höchstens {most}").format(n=count, most=most) if most else str(count)
        order = tr("eigene Reihenfolge") if own_order else tr("Reihenfolge durch Ziehen ändern")
        self.head.note.setText(f"{limit}, {order}" if count > 1 else limit if count else "")
        self.head.note.setToolTip(tr("Mit der Tastatur: Alt oder Strg mit Pfeil links und Pfeil rechts"))
        self.like_base.setVisible(own_order)
        self.crop.setVisible(bool(tiles))
        self.field.setVisible(bool(tiles))
        self._show_text()

    def describe(self, attachment: str) -> None:
        """Bring the cursor to the description of a picture."""
        self.strip.choose(attachment)
        self.alt.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say when the description is left."""
        if watched is self.alt and event.type() == QEvent.Type.FocusOut:
            self.alt_left.emit()
        return super().eventFilter(watched, event)

    def add_menu(self) -> QMenu:
        """Return the ways to add a picture."""
        menu = QMenu(self)
        menu.addAction(tr("Aus der Bildablage …"), self.library_wanted.emit)
        menu.addAction(tr("Von diesem Rechner …"), self.files_wanted.emit)
        menu.addAction(tr("Kachel aus Text …"), lambda: self.tile_wanted.emit(""))
        paste = menu.addAction(tr("Aus der Zwischenablage"), self.paste_wanted.emit)
        paste.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        return menu

    def tile_menu(self, attachment: str) -> QMenu:
        """Return what can be done with one picture."""
        menu = QMenu(self)
        if any(item.made for item in self._tiles if item.attachment == attachment):
            menu.addAction(tr("Kachel bearbeiten …"), lambda: self.tile_wanted.emit(attachment))
        else:
            menu.addAction(tr("Zuschneiden …"), lambda: self.crop_wanted.emit(attachment))
        menu.addAction(tr("Beschreiben"), lambda: self.describe(attachment))
        menu.addSeparator()
        menu.addAction(tr("Nach vorn"), lambda: self.strip.move_current(-1))
        menu.addAction(tr("Nach hinten"), lambda: self.strip.move_current(1))
        if self.like_base.isVisibleTo(self):
            menu.addAction(tr("Reihenfolge wie im Basistext"), self.like_base.click)
        if self._hideable:
            hidden = next((item.hidden for item in self._tiles if item.attachment == attachment), False)
            words = tr("Auf diesem Kanal zeigen") if hidden else tr("Auf diesem Kanal weglassen")
            menu.addAction(words, lambda: self.hidden_set.emit(attachment, not hidden))
        menu.addSeparator()
        menu.addAction(tr("Aus dem Beitrag nehmen"), lambda: self.strip.removed.emit(attachment))
        return menu

    def _add_menu(self) -> None:
        menu = self.add_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        tile = self.strip.visualRect(self.strip.model().index(len(self._tiles), 0))
        menu.popup(self.strip.viewport().mapToGlobal(tile.bottomLeft()))

    def _tile_menu(self, attachment: str, place: QPoint) -> None:
        menu = self.tile_menu(attachment)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _pick(self, _attachment: str) -> None:
        self._show_text()

    def _show_text(self) -> None:
        text, decorative, limit = self._texts.get(self.strip.current, ("", False, 0))
        number = next(
            (i for i, item in enumerate(self._tiles, 1) if item.attachment == self.strip.current), 0
        )
        self.field.set_label(tr("Alternativtext zu Bild {n}").format(n=number) if number else "")
        made = any(item.made for item in self._tiles if item.attachment == self.strip.current)
        self.crop.set_words(tr("Kachel bearbeiten") if made else tr("Zuschneiden"))
        self._quiet = True
        if self.alt.toPlainText() != text:
            self.alt.setPlainText(text)
        self._quiet = False
        self.alt.setEnabled(not decorative)
        self.decorative.setChecked(decorative)
        self.counter.set_count(len(text), limit)

    def _typed(self) -> None:
        if not self._quiet and self.strip.current:
            text = self.alt.toPlainText()
            _old, decorative, limit = self._texts.get(self.strip.current, ("", False, 0))
            self._texts[self.strip.current] = text, decorative, limit
            self.counter.set_count(len(text), limit)
            self.alt_typed.emit(self.strip.current, text)

    def _restyle(self) -> None:
        self.alt.setFont(self._theme.font("body"))
        self.alt.setFixedHeight(2 * self._theme.line("body") + self._theme.px(16))
