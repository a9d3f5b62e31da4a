# SPDX-License-Identifier: EUPL-1.2
"""From when a post may leave: an embargo, and a meeting that has to be over first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from kalender.domain.plan import Meeting
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.moment import MomentPopover
from kalender.wording.dates import WEEKDAYS, moment_short
from kalender.wording.tr import tr


class OptionalMoment(Button):
    """A day and a time, or none. chosen(moment or None). none: what is said where there is none; name: of the field.

    today, near: the day and the moment at which the choice begins; set by whoever shows a post.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        none: str,
        accept: str = "",
        icon: str = "ri.lock-line",
        usual: time = time(18, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, none, icon=icon, parent=parent)
        self._themed, self._name, self._none, self._accept = theme, name, none, accept
        self._usual = usual
        self._moment: datetime | None = None
        self.today = date.min
        self.near: datetime | None = None
        self.clicked.connect(self._open)
        self.show_moment(None)

    @property
    def moment(self) -> datetime | None:
        """The moment shown."""
        return self._moment

    def show_moment(self, moment: datetime | None, none: str = "") -> None:
        """Show a moment, or that there is none."""
        self._moment = moment
        self._none = none or self._none
        words = self._none
        if moment is not None:
            words = f"{WEEKDAYS[moment.weekday()][:2]} {moment:%d.%m.%Y, %H:%M}"
        self.set_words(words)
        self.setAccessibleName(f"{self._name}: {words}")

    def _open(self) -> None:
        popover = MomentPopover(
            self._themed,
            self,
            self._moment or self.near,
            today=self.today,
            usual=self._usual,
            none=self._none,
            accept=self._accept,
        )
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popover.chosen.connect(self.chosen)
        popover.open_under()


class MeetingChoice(Choice):
    """Chooses a meeting. chosen(id or ""). meetings: asked when the list is opened; meeting: one by id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name=name, parent=parent)
        self.meetings: Callable[[], Sequence[Meeting]] = tuple
        self.meeting: Callable[[str], Meeting | None] = lambda _id: None
        self._filled = False
        self.addItem(tr("Keine"), "")
        self.activated.connect(lambda row: self.chosen.emit(str(self.itemData(row))))

    def show_meeting(self, id_: str) -> None:
        """Show a meeting; one that is not known any more says so."""
        if self.findData(id_) < 0:
            found = self.meeting(id_)
            words = meeting_words(found) if found else tr("Sitzung, die es nicht mehr gibt")
            self.addItem(words, id_)
        self.setCurrentIndex(self.findData(id_))

    def forget(self) -> None:
        """Ask anew at the next opening."""
        self._filled = False

    def _fill(self) -> None:
        if self._filled:
            return
        self._filled = True
        current = str(self.currentData() or "")
        self.clear()
        self.addItem(tr("Keine"), "")
        for item in self.meetings():
            self.addItem(meeting_words(item), item.id)
        self.show_meeting(current)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Ask what there is before it is shown."""
        self._fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Ask what there is: arrow keys choose without opening the list."""
        self._fill()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask what there is before the list opens."""
        self._fill()
        super().mousePressEvent(event)


def meeting_words(meeting: Meeting) -> str:
    """Return Gemeinderat, Di 15. Dez., 19:00."""
    return f"{meeting.title}, {moment_short(meeting.start)}" if meeting.start else meeting.title
