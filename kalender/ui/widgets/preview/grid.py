# SPDX-License-Identifier: EUPL-1.2
"""How a post looks in the profile of its channel: the middle of each picture as a tile of 3:4 beside its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kalender.domain.content import Surroundings
from kalender.domain.crop import CENTRE, fit
from kalender.domain.frozen import frozen
from kalender.domain.post import Post
from kalender.services.pace.feed import feed, lasting_format
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.ui.widgets.paint.glyphs import ring
from kalender.ui.widgets.paint.pictures import cut
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.preview.making import EDGE, ImageOf, shown_in
from kalender.wording.dates import moment_short
from kalender.wording.tr import tr

TILE, COLUMNS, GAP = (3, 4), 3, 2
WIDE = 150
"""Width of a tile in px at 100 %."""

AGAIN = 400
"""Milliseconds after which pictures that were not there yet are asked for again."""

Index = QModelIndex | QPersistentModelIndex


@frozen
class ProfileTile:
    """One post. image: as it goes out, null where there is none; many: more pictures follow; now: the one in question."""

    post: str
    title: str
    when: str
    image: QImage
    many: bool = False
    film: bool = False
    now: bool = False

    @property
    def spoken(self) -> str:
        """The tile as it is read out."""
        parts = [self.title, self.when]
        parts += [tr("mehrere Bilder")] if self.many else []
        parts += [tr("Film")] if self.film else []
        parts += [tr("dieser Beitrag")] if self.now else []
        return ", ".join(part for part in parts if part)


def profile_tiles(
    found: Sequence[Post],
    channel: str,
    around_of: Callable[[Post], Surroundings],
    image_of: ImageOf,
    now: str,
) -> list[ProfileTile]:
    """Return the tiles of posts on a channel, each picture as the format it stays in shows it."""
    tiles = []
    for post in found:
        version = post.version(channel)
        around = around_of(post)
        format_ = lasting_format(version, around) if version is not None else None
        if version is None or format_ is None:
            continue
        shown = [item for item in post.attachments_for(version) if item.picture in around.pictures]
        image = QImage()
        if shown:
            picture = around.pictures[shown[0].picture]
            image = shown_in(image_of(picture.id, EDGE), version, shown[0], picture, format_)
        planned = post.planned_for(version)
        tiles.append(
            ProfileTile(
                post=post.id,
                title=post.title,
                when=moment_short(planned) if planned is not None else tr("ohne Termin"),
                image=image,
                many=len(shown) > 1,
                film=bool(shown) and bool(around.pictures[shown[0].picture].film) and format_.video,
                now=post.id == now,
            )
        )
    return tiles


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: tuple[ProfileTile, ...] = ()

    def show_tiles(self, tiles: Sequence[ProfileTile]) -> None:
        self.beginResetModel()
        self.tiles = tuple(tiles)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.isValid() and role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.tiles[index.row()].spoken
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = TextCache(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and arguments
        wide = self._theme.px(WIDE)
        return QSize(wide, wide * TILE[1] // TILE[0])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, px = self._theme, self._theme.px
        model = index.model()
        assert isinstance(model, _Model)
        tile = model.tiles[index.row()]
        rect = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        painter.save()
        if tile.image.isNull():
            painter.fillRect(rect, theme.colour("bg-sunken"))
            room = rect.width() - px(16)
            self._texts.draw(painter, tile.title, "small", "text-2", rect.x() + px(8), rect.y() + px(8), room)
        else:
            size = tile.image.width(), tile.image.height()
            ratio = painter.device().devicePixelRatioF()
            part = fit(size, TILE, CENTRE)
            painter.drawPixmap(
                rect.topLeft(), cut(tile.image, part, round(rect.width()), round(rect.height()), ratio=ratio)
            )
        if tile.many or tile.film:
            spot = QRectF(rect.right() - px(26), rect.y() + px(6), px(20), px(20))
            painter.setOpacity(0.8)
            painter.fillRect(spot, theme.colour("#11181B"))
            painter.setOpacity(1)
            icon = "ri.play-circle-line" if tile.film else "ri.file-copy-line"
            theme.draw(painter, icon, "#FFFFFF", round(spot.x()) + px(3), round(spot.y()) + px(3), px(14))
        if tile.now:
            ring(painter, theme, rect.adjusted(3, 3, -3, -3), 0, gap=0, role="accent")
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, theme, rect.adjusted(7, 7, -7, -7), 0, gap=0)
        painter.restore()


class ProfileView(QListView):
    """Three tiles in a row. opened(post): Enter or a double click."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(theme, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Profil mit den Beiträgen, der neueste zuerst"))
        wide = theme.px(WIDE)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setFixedWidth(COLUMNS * wide + bar + 4)
        self.setMinimumHeight(wide * TILE[1] // TILE[0] * 2)
        self.activated.connect(lambda index: self.opened.emit(self._model.tiles[index.row()].post))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Three rows, or as many as there are."""
        rows = max(1, min(3, -(-len(self._model.tiles) // COLUMNS)))
        return QSize(self.width(), rows * (self.sizeHintForRow(0) if self._model.tiles else 200) + 4)

    def show_tiles(self, tiles: Sequence[ProfileTile]) -> None:
        """Show posts; the one in question is chosen, and stays so when they are shown again."""
        row = self.currentIndex().row()
        self._model.show_tiles(tiles)
        now = next((place for place, tile in enumerate(tiles) if tile.now), 0)
        self.setCurrentIndex(self._model.index(row if 0 <= row < len(tiles) else now))
        self.scrollTo(self.currentIndex())

    @property
    def tiles(self) -> tuple[ProfileTile, ...]:
        """What is shown."""
        return self._model.tiles


class ProfileSheet(Sheet):
    """The profile around one post. tiles_of: makes the tiles anew; open_post: opens another one of them."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        network: str,
        tiles_of: Callable[[], list[ProfileTile]],
        open_post: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(theme, parent, title=tr("Im Profil"), width=500)
        self._tiles_of = tiles_of
        self.body.addWidget(Text(theme, tr("{name}: im Profil").format(name=network), "title-2"))
        words = tr(
            "Das Profil zeigt die Mitte jedes Bildes als Kachel 3:4, der neueste Beitrag zuerst. "
            "Umrandet ist dieser Beitrag."
        )
        self.body.addWidget(Text(theme, words, "small", ink="text-2", wrap=True))
        self.view = ProfileView(theme)
        self.body.addWidget(self.view, 1, Qt.AlignmentFlag.AlignHCenter)
        if open_post is not None:
            self.view.opened.connect(self.close)
            self.view.opened.connect(open_post)
        self.add_button(tr("Schließen"), kind=Kind.PRIMARY)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN)
        self._again.timeout.connect(self.refresh)
        self.refresh()
        self.view.setFocus()

    def refresh(self) -> None:
        """Show the tiles as they are now, and once more where a picture was not there yet."""
        tiles = self._tiles_of()
        self.view.show_tiles(tiles)
        if any(tile.image.isNull() for tile in tiles):
            self._again.start()


def profile_sheet(
    theme: Theme,
    parent: QWidget,
    posts: Posts,
    plan: PlanView,
    image_of: ImageOf,
    channel: str,
    post: Callable[[], tuple[Post, Surroundings]],
    open_post: Callable[[str], object] | None = None,
) -> ProfileSheet:
    """Return the profile of a channel around a post. post: it and its surroundings as they are being changed."""

    def tiles() -> list[ProfileTile]:
        shown, around = post()
        found = feed(posts, shown, channel)
        return profile_tiles(
            found, channel, lambda item: around if item is shown else plan.around(item), image_of, shown.id
        )

    return ProfileSheet(theme, parent, plan.channel(channel).name, tiles, open_post)
