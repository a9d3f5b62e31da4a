# SPDX-License-Identifier: EUPL-1.2
"""Lines above the pages that stay until what they tell is over: a backup that failed, a plan that cannot be written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.feedback.banner import Banner
from kalender.wording.tr import tr


class Notices(QWidget):
    """One line per key, the newest below. A line that is shown again under its key is replaced."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: dict[str, Banner] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def tell(
        self,
        key: str,
        text: str,
        *,
        severity: str = "warn",
        link: str = "",
        clicked: Callable[[], object] | None = None,
        closable: bool = True,
    ) -> None:
        """Show a sentence with at most one link. severity: info, warn, err or ok."""
        self.take(key)
        line = Banner(self._theme, text, severity=severity, link=link, clicked=clicked)
        if closable:
            row = line.layout()
            assert isinstance(row, QHBoxLayout)
            close = Button(
                self._theme,
                icon="ri.close-line",
                kind=Kind.QUIET,
                size=Size.DENSE,
                name=tr("Hinweis schließen"),
                clicked=lambda: self.take(key),
            )
            close.setAccessibleDescription(text)
            row.addWidget(close)
        self._lines[key] = line
        self._column.addWidget(line)
        self.show()

    def take(self, key: str) -> None:
        """Take a line away; an unknown key is ignored."""
        line = self._lines.pop(key, None)
        if line is not None:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def text(self, key: str) -> str:
        """Return what a line says, or empty where there is none."""
        line = self._lines.get(key)
        return line.accessibleName() if line is not None else ""
