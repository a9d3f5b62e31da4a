# SPDX-License-Identifier: EUPL-1.2
"""The page on which focus point and crops of a post's pictures are set, all shapes at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.crop import Crop, Focus
from kalender.domain.refusal import Refused
from kalender.services.acting.changes import Changes
from kalender.services.cropping import Cropping
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.ui.pictures.crop import framing
from kalender.ui.pictures.crop.adjusting import EDGE, Adjusting
from kalender.ui.pictures.crop.bars import TitleBar, ToolBar
from kalender.ui.pictures.crop.canvas import CropCanvas
from kalender.ui.pictures.crop.draft import CropDraft, Frame
from kalender.ui.pictures.crop.fitting import Fitting
from kalender.ui.pictures.crop.kept import KeptCrops
from kalender.ui.pictures.crop.numbers import NumberBar
from kalender.ui.pictures.crop.shapes import Shape, ShapePanel
from kalender.ui.pictures.crop.surface import rolling
from kalender.ui.pictures.profile import InProfile
from kalender.ui.pictures.rights import Rights
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.paint.values import ChannelMark, channel_mark
from kalender.ui.widgets.preview.making import ImageOf
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class CropPage(QWidget):
    """One picture of a post after the other. open(post, attachment) shows it; nothing is written before accept().

    back: the way back to the post, whose id it carries; said: a sentence for the toast.
    """

    back = Signal(str)
    said = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        posts: Posts,
        plan: PlanView,
        cropping: Cropping,
        image_of: ImageOf,
        raw_of: ImageOf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._posts, self._plan, self.kept = posts, plan, KeptCrops(cropping, self)
        self._image_of = image_of
        self._draft: CropDraft | None = None
        self._current = ""
        self._marks: dict[str, ChannelMark] = {}
        self._row = 0
        self.bar = TitleBar(theme)
        self.panel = ShapePanel(theme)
        self.shapes, self.together = self.panel.list, self.panel.together
        self.canvas = CropCanvas(theme)
        self.tools = ToolBar(theme)
        self.adjusting = Adjusting(theme, raw_of or image_of, self.tools)
        self.fitting = Fitting(theme, self.tools, self.canvas)
        self.profile = InProfile(theme, self, self.tools, posts, plan, image_of)
        self.numbers = NumberBar(theme)
        self.rights = Rights(theme)
        self._none = EmptyState(
            theme,
            icon="ri.crop-line",
            title=tr("Kein Format nötig"),
            text=tr("Dieses Bild geht auf keinem Kanal des Beitrags hinaus."),
        )
        panels = [("shapes", tr("Formate")), ("rights", tr("Angaben zum Bild"))]
        self.switch = Segmented(theme, panels, name=tr("Bereich"))
        self._build()
        self._wire()

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self._top = Ground(theme, "bg-surface", edges="b")
        top = QHBoxLayout(self._top)
        top.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        top.addWidget(self.switch)
        top.addStretch(1)
        column.addWidget(self._top)
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)
        bars = (self.tools, self.adjusting.bar, self.fitting.bar)
        canvases = (self.adjusting.covers, self.fitting.canvas, self.canvas, self._none)
        row.addWidget(self.panel)
        row.addWidget(rolling(bars, canvases, self.numbers), 1)
        row.addWidget(self.rights)
        self._none.hide()
        self.setFocusProxy(self.canvas)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _wire(self) -> None:
        self.switch.chosen.connect(lambda _key: self._fold())
        self.bar.back.connect(self.accept)
        self.bar.discarded.connect(self.discard)
        self.bar.accepted.connect(self.accept)
        self.bar.stepped.connect(self.step_picture)
        self.shapes.chosen.connect(self._choose)
        self.canvas.crop_changed.connect(self._take_crop)
        self.canvas.focus_changed.connect(self._take_focus)
        self.tools.centred.connect(self._take_focus)
        self.canvas.stepped.connect(lambda by: self._choose(self._row + by))
        self.canvas.zoom_changed.connect(self.tools.show_percent)
        self.tools.zoomed.connect(self.canvas.zoom)
        self.tools.fitted.connect(self.canvas.fit_whole)
        self.tools.shown.connect(self.canvas.set_shown)
        self.tools.reset.connect(self.reset)
        self.adjusting.shown.connect(self.pictures_ready)
        self.fitting.shown.connect(self._show)
        self.fitting.canvas.stepped.connect(lambda by: self._choose(self._row + by))
        self.rights.output.whole_wanted.connect(self.fitting.toggle)
        self.numbers.placed.connect(lambda x, y: self._decide(lambda draft, *of: draft.placed(*of, x, y)))
        self.numbers.sized.connect(lambda w, h: self._decide(lambda draft, *of: draft.sized(*of, w, h)))
        self.rights.output.enlarge_wanted.connect(lambda: self._decide(CropDraft.sharp))
        self.rights.alt_set.connect(self._set_alt)
        self.rights.field_set.connect(self._set_field)

    # Opening and leaving

    def open(self, post_id: str, attachment: str = "") -> None:
        """Show a picture of a post, by default the first. Raises Refused NOT_FOUND."""
        post = self._posts.get(post_id)
        self._draft = CropDraft(post, self._plan.around(post), self.kept.take(post_id))
        platforms = self._plan.platforms
        self._marks = {
            item.id: channel_mark(item, platforms.get(item.platform)) for item in self._plan.channels
        }
        known = [item.id for item in self._draft.attachments]
        self._show_picture(attachment if attachment in known else known[0] if known else "")
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def draft(self) -> CropDraft | None:
        """What is being decided, or None while nothing is open."""
        return self._draft

    @property
    def attachment(self) -> str:
        """The attachment that is shown, or empty."""
        return self._current

    @property
    def frame(self) -> Frame | None:
        """The shape that is worked on, or None where none is needed."""
        frames = self._frames()
        return frames[self._row] if self._row < len(frames) else None

    def accept(self) -> None:
        """Write everything as one step and go back; it can be undone."""
        if self._save():
            self._go_back()

    def discard(self) -> None:
        """Go back without writing anything."""
        self._go_back()

    def save(self) -> bool:
        """Write what was decided, e.g. before another page comes; tell whether nothing is left."""
        saved = self._save(keep=True)
        if saved and self._draft is not None:
            self.open(self._draft.post.id, self._current)
        return saved

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Strg+Enter takes everything over, E shows the whole picture within a border."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self.fitting.toggle()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what was decided when another page comes to the front."""
        if self._draft is not None and not event.spontaneous():
            self._save(keep=True)
            self._draft = None
        super().hideEvent(event)

    def hear(self, changes: Changes) -> None:
        """Show the post anew where it changed elsewhere and nothing is decided here yet."""
        draft = self._draft
        if draft is None or draft.dirty:
            return
        names = {f"post/{draft.post.id}", *(f"picture/{item.picture}" for item in draft.attachments)}
        if names & changes.refs:
            try:
                self.open(draft.post.id, self._current)
            except Refused:
                self._go_back()

    def pictures_ready(self) -> None:
        """Show the picture, now that a copy of it has been made or something was done to it."""
        if self._draft is not None and self._current:
            self._show_image()
            self._show()

    def _save(self, *, keep: bool = False) -> bool:
        draft = self._draft
        if draft is None or not draft.dirty:
            return True
        try:
            self.kept.write(draft.post.id, draft.post.title, draft.decided(), keep=keep)
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            return False
        self.said.emit(tr("Bilder übernommen"))
        return True

    def _go_back(self) -> None:
        if self._draft is not None:
            post, self._draft = self._draft.post.id, None
            self.back.emit(post)

    # Showing

    def _frames(self) -> tuple[Frame, ...]:
        if self._draft is None or not self._current:
            return ()
        return self._draft.frames(self._current)

    def step_picture(self, by: int) -> None:
        """Show the next or the previous picture of the post."""
        if self._draft is not None:
            order = [item.id for item in self._draft.attachments]
            place = order.index(self._current) + by
            if 0 <= place < len(order):
                self._show_picture(order[place])

    def _show_picture(self, attachment: str) -> None:
        self._current = attachment
        self._row = min(self._row, max(0, len(self._frames()) - 1))
        self._show_image()
        draft = self._draft
        if draft is not None and attachment:
            text, decorative = draft.alt(attachment)
            limit = draft.alt_limit(attachment)
            self.rights.show_picture(draft.picture(attachment), text, limit, decorative=decorative)
        self.rights.setEnabled(bool(attachment))
        self._show()

    def _show_image(self) -> None:
        if self._draft is None or not self._current:
            self.canvas.show_picture(QImage(), (1, 1))
            return
        picture = self._draft.picture(self._current)
        saved = self._draft.saved(self._current)
        image = self.adjusting.image(picture, saved.work, self._image_of(picture.id, EDGE))
        self.canvas.show_picture(image, picture.size)
        self.shapes.show_picture(image)
        self.fitting.show_picture(image)

    def _show(self) -> None:
        draft, frames = self._draft, self._frames()
        if draft is None:
            return
        order = [item.id for item in draft.attachments]
        number = order.index(self._current) + 1 if self._current else 0
        self.bar.show_place(draft.post.title, number, len(order), len(frames))
        self.panel.show_count(len(frames))
        covering = self.adjusting.bar.cover.isChecked()
        self.adjusting.covers.setVisible(covering)
        self.adjusting.show(draft, self._current)
        self._none.setVisible(not frames and not covering)
        self.profile.show(draft, self.frame)
        fitted = self.fitting.show(draft, self._current, self.frame, there=not covering)
        self.numbers.setVisible(bool(frames) and not covering and not fitted)
        self.rights.output.setVisible(bool(frames))
        self._show_shapes()
        self._show_frame()

    def _show_shapes(self) -> None:
        """Show the crops alone: what changes while dragging."""
        draft, frames, marks = self._draft, self._frames(), self._marks
        if draft is None:
            return
        self.shapes.show_shapes(
            [
                Shape(
                    frame=item,
                    crop=draft.crop(self._current, item),
                    verdict=draft.verdict(self._current, item),
                    own=draft.own(self._current, item) is not None,
                    border=draft.border(self._current, item),
                    marks=tuple(marks[name] for name in item.channels if name in marks),
                )
                for item in frames
            ],
            self._row,
        )

    def _show_frame(self) -> None:
        draft, frame = self._draft, self.frame
        if draft is None or frame is None:
            return
        picture, crop = draft.picture(self._current), draft.crop(self._current, frame)
        box = framing.in_pixels(crop, picture.size)
        spoken = draft.spoken(self._current, frame)
        self.canvas.show_crop(crop, frame.size, frame.zone, picture.focus, spoken)
        for canvas in (self.canvas, self.fitting.canvas):
            canvas.set_steps(back=self._row > 0, forward=self._row + 1 < len(self._frames()))
        self.numbers.show_numbers(box, picture.size, framing.pixel_steps(picture.size))
        self.tools.show_frame(picture.proposed, own=draft.own(self._current, frame) is not None)
        self.rights.output.show_output(
            frame.ratio,
            frame.file_words,
            (box[2], box[3]),
            frame.size,
            draft.percent(self._current, frame),
            can_grow=draft.sharp(self._current, frame) is not None,
            share=draft.share(self._current, frame),
        )

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._frames()):
            self._row = row
            self._show()

    # Deciding

    def _take_crop(self, crop: Crop) -> None:
        if self._draft is not None and self.frame is not None:
            self._draft.set_crop(self._current, self.frame, crop)
            self._show_shapes()
            self._show_frame()

    def _take_focus(self, focus: Focus) -> None:
        if self._draft is not None:
            only = None if self.together.isChecked() else self.frame
            self._draft.set_focus(self._current, focus, only)
            self._show_shapes()
            self._show_frame()

    def reset(self) -> None:
        """Let the crop follow the focus point again."""
        if self._draft is not None and self.frame is not None:
            self._draft.set_crop(self._current, self.frame, None)
            self._show()

    def _decide(self, cut: Callable[[CropDraft, str, Frame], Crop | None]) -> None:
        if self._draft is not None and self.frame is not None:
            wanted = cut(self._draft, self._current, self.frame)
            if wanted is not None:
                self._take_crop(wanted)

    def _set_alt(self, text: str, decorative: bool) -> None:
        if self._draft is not None and self._current:
            self._draft.set_alt(self._current, text, decorative=decorative)

    def _set_field(self, name: str, value: object) -> None:
        if self._draft is not None and self._current:
            self._draft.set_field(self._current, name, value)
            with QSignalBlocker(self.rights):
                self._show()

    def _restyle(self) -> None:
        px = self._theme.px
        self.rights.setFixedWidth(px(320))
        self._fold()

    def _fold(self) -> None:
        """Show one panel at a time where there is no room for both."""
        px = self._theme.px
        narrow = self.width() < px(262 + 320 + 340)
        self.panel.setFixedWidth(min(px(262), max(px(230), self.width() - px(398))))
        self._top.setVisible(narrow)
        self.panel.setVisible(not narrow or self.switch.current == "shapes")
        self.rights.setVisible(not narrow or self.switch.current == "rights")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose how many panels there is room for."""
        super().resizeEvent(event)
        self._fold()
