# SPDX-License-Identifier: EUPL-1.2
"""The one small style sheet: fields, menus, scroll bars, splitters and tips; everything else paints itself.

Tips are plain text by it, all of them: Qt would read as HTML what a person has typed, and fetch the picture it names.
"""

from __future__ import annotations

from collections.abc import Callable

_SHEET = """
QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox {{
  border: {line}px solid @line-control; border-radius: 4px; background: @bg-surface; color: @text;
  selection-background-color: @accent-fill; selection-color: @text-on-accent; }}
QLineEdit, QAbstractSpinBox {{ padding: {pad}px 8px; }}
QPlainTextEdit {{ padding: 2px 5px; }}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus {{ border-color: @accent; }}
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled {{
  border-color: @line; background: @bg-subtle; color: @text-disabled; }}
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid @err; }}
QLineEdit[bare="true"], QTextEdit[bare="true"], QPlainTextEdit[bare="true"] {{
  border: 0; background: transparent; padding: 0; }}
QLineEdit[dense="true"] {{ padding: 0 8px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
QMenuBar {{ background: @bg-window; }}
QMenuBar::item {{ padding: {menu}px 9px; border-radius: 4px; background: transparent; color: @text; }}
QMenuBar::item:selected {{ background: @bg-hover; }}
QMenu {{ background: @bg-raised; border: {line}px solid @line-control; padding: 4px 0; }}
QMenu::item {{ padding: {item}px 24px {item}px 10px; color: @text; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::item:selected {{ background: @bg-selected; color: @text; }}
QMenu::item:disabled {{ color: @text-disabled; }}
QMenu::separator {{ height: 1px; background: @line-subtle; margin: 4px 0; }}
QToolTip {{ background: @bg-raised; color: @text; border: {line}px solid @line-control; padding: 4px 6px;
  qproperty-textFormat: PlainText; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: @line-control; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
#qt_calendar_navigationbar {{ background: @bg-raised; }}
#qt_calendar_navigationbar QToolButton {{ background: transparent; border: 0; padding: {menu}px; color: @text; }}
#qt_calendar_navigationbar QToolButton:hover {{ background: @bg-hover; border-radius: 4px; }}
#qt_calendar_calendarview {{ border: 0; background: @bg-raised; alternate-background-color: @bg-raised; }}
QSplitter::handle {{ background: @line; }}
"""


def sheet(hexcode: Callable[[str], str], roles: list[str], *, line: int, scale: int) -> str:
    """Return the style sheet. hexcode gives "#RRGGBB" of a role; line in px; scale in per cent."""
    text = _SHEET.format(
        line=line, pad=round(4 * scale / 100), menu=round(4 * scale / 100), item=round(6 * scale / 100)
    )
    for role in sorted(roles, key=len, reverse=True):
        text = text.replace(f"@{role}", hexcode(role))
    return text
