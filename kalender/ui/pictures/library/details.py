# SPDX-License-Identifier: EUPL-1.2
"""What is known of one picture of the library, and where it is used."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.crop import CENTRE, Focus
from kalender.domain.picture import Picture, Proposed
from kalender.services.consents.register import Consents
from kalender.ui.pictures.crop import overlay
from kalender.ui.pictures.crop.framing import View, focus_at
from kalender.ui.pictures.library.consents import ConsentBox
from kalender.ui.pictures.library.film import FilmBox
from kalender.ui.pictures.library.origin import FromFile, Origin
from kalender.ui.pictures.rights import Rights
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.link import Link
from kalender.wording.dates import moment_short
from kalender.wording.pictures import focus_words, size_words
from kalender.wording.tr import tr


class FocusView(QLabel):
    """The picture with its focus point: set by a click, by dragging, or with the arrow keys. set(Focus) at the end."""

    moved = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._focus = CENTRE
        self._held = False
        self.setPixmap(QPixmap(1, 1))  # a picture for readers
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Fokuspunkt"))
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, image: QImage, focus: Focus) -> None:
        """Show a picture and its focus point."""
        self._image, self._focus = image, focus
        words = tr("{x} Prozent von links, {y} Prozent von oben; Pfeiltasten verschieben")
        self.setAccessibleDescription(words.format(x=focus.x // 10, y=focus.y // 10))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the panel, not too high."""
        return QSize(self._theme.px(288), self._theme.px(200))

    def _view(self) -> View:
        width, height = max(1, self._image.width()), max(1, self._image.height())
        scale = min(self.width() / width, self.height() / height)
        return View(
            left=(self.width() - width * scale) / 2,
            top=(self.height() - height * scale) / 2,
            scale=scale,
            size=(width, height),
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paint the picture and the cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("bg-sunken"))
        if not self._image.isNull():
            view = self._view()
            size = self._image.size().toSizeF() * view.scale
            painter.drawImage(QRectF(view.left, view.top, size.width(), size.height()), self._image)
            x, y = view.to_screen(self._focus.x, self._focus.y)
            if self.isEnabled():  # a tile has a layout for each format, and no point to be kept
                overlay.cross(painter, x, y, self._theme.px(10))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Bring the focus point to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and not self._image.isNull():
            self._held = True
            self._to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag it."""
        if self._held:
            self._to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Say where it came to lie."""
        if self._held:
            self._held = False
            self.moved.emit(self._focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move it by one hundredth, with Umschalt by five."""
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._image.isNull():
            super().keyPressEvent(event)
            return
        by = 50 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 10
        wanted = focus_at(self._focus.x + step[0] * by, self._focus.y + step[1] * by)
        if wanted != self._focus:
            self.show_picture(self._image, wanted)
            self.moved.emit(wanted)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        self._held = False
        super().focusOutEvent(event)

    def _to(self, point: QPointF) -> None:
        self.show_picture(self._image, focus_at(*self._view().to_picture(point.x(), point.y())))


class Details(Ground):
    """The panel at the right. rights: alt text, credit, licence, people; open_post(id); delete_wanted."""

    open_post = Signal(str)
    delete_wanted = Signal()
    tile_wanted = Signal(str)
    """A tile is to be made again."""

    def __init__(self, theme: Theme, consents: Consents, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="l", parent=parent)
        self._themed = theme
        self._shown = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        self.rights = Rights(theme)
        self.focus = FocusView(theme)
        head = Ground(theme, "bg-surface", edges="b")
        top = QVBoxLayout(head)
        pad = theme.px(16)
        top.setContentsMargins(pad, pad, pad, theme.px(12))
        top.setSpacing(theme.px(6))
        self.name = Text(theme, "", "title-3", wrap=True)
        self.size_ = Text(theme, "", "small", ink="text-2")
        hint = Text(theme, focus_words(Proposed.NO), "small", ink="text-2", wrap=True)
        self.tile = Button(theme, tr("Kachel bearbeiten …"), icon="ri.edit-line")
        self.tile.clicked.connect(lambda _checked=False: self.tile_wanted.emit(self._shown))
        self.hint = hint
        self.middle = Link(theme, tr("In die Mitte setzen"), clicked=lambda: self.focus.moved.emit(CENTRE))
        for widget in (self.focus, hint, self.middle, self.tile, self.name, self.size_):
            top.addWidget(widget)
        self.rights.put_first(head)
        self.from_file = FromFile(theme)
        self.origin = Origin(theme, consents.today)
        self.consents = ConsentBox(theme, consents)
        self.film = FilmBox(theme)
        for part in (self.from_file, self.origin, self.consents, self.film):
            self.rights.put_last(part)
        self.from_file.taken.connect(self._take_caption)
        self.used = Ground(theme, "bg-surface", edges="b")
        self._used = QVBoxLayout(self.used)
        self._used.setContentsMargins(pad, theme.px(12), pad, theme.px(12))
        self._used.setSpacing(theme.px(2))
        self.rights.put_last(self.used)
        column.addWidget(self.rights, 1)
        foot = Ground(theme, "bg-surface", edges="t")
        bottom = QVBoxLayout(foot)
        bottom.setContentsMargins(pad, theme.px(10), pad, theme.px(10))
        self.delete = Button(
            theme,
            tr("In den Papierkorb"),
            icon="ri.delete-bin-line",
            kind=Kind.DANGER,
            clicked=self.delete_wanted.emit,
        )
        bottom.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(foot)

    def _take_caption(self, text: str) -> None:
        """Write the caption of the file into the alt text, where it is read over and saved like anything typed."""
        self.rights.alt.setPlainText(text)
        self.rights.alt.setFocus()
        self.from_file.take.hide()

    def show_details(self, picture: Picture, posts: Sequence[Card]) -> None:
        """Show a picture and the posts it is used in."""
        self._shown = picture.id
        self.tile.setVisible(bool(picture.tile))
        self.focus.setEnabled(not picture.tile)
        self.hint.setVisible(not picture.tile)
        self.hint.setText(focus_words(picture.proposed))
        self.middle.setVisible(picture.proposed is not Proposed.NO and not picture.tile)
        self.name.setText(picture.name)
        self.size_.setText(size_words(picture))
        self.rights.show_picture(picture, picture.alt, 0, decorative=False)
        self.from_file.show_picture(picture)
        self.origin.show_picture(picture)
        self.film.show_picture(picture)
        self.consents.show_picture(picture)
        while (item := self._used.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._used.addWidget(SectionHeader(self._themed, tr("Verwendet in")))
        if not posts:
            words = tr("Noch in keinem Beitrag.")
            self._used.addWidget(Text(self._themed, words, "small", ink="text-2"))
        for card in posts:
            when = f", {moment_short(card.planned)}" if card.planned else ""
            words = f"{card.title}{when}"
            room = self._themed.px(272)
            shown = self._themed.metrics("small", 500).elidedText(words, Qt.TextElideMode.ElideRight, room)
            link = Link(self._themed, shown, clicked=partial(self.open_post.emit, card.id))
            link.setAccessibleName(words)
            link.setToolTip(words)
            self._used.addWidget(link)
