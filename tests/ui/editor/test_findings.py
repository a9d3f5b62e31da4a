# SPDX-License-Identifier: EUPL-1.2
"""The rows of the findings stay while one writes: only what differs is made anew, and nothing is cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.ui.editor.side.findings import Findings
from kalender.ui.editor.side.rows import Notice
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.finding import BREAK, FindingRow, breakable

NARROW = 326


def notice(
    key: str,
    title: str = "Titel",
    *,
    severity: str = "warn",
    verbs: tuple[str, ...] = ("Stelle zeigen",),
    **more: object,
) -> Notice:
    remedies = tuple((words, "", lambda: None) for words in verbs)
    return Notice(key=key, severity=severity, title=title, why="Darum.", remedies=remedies, **more)  # type: ignore[arg-type]  # names of fields


@pytest.fixture
def findings(qtbot: QtBot, theme: Theme) -> Findings:
    shown = Findings(theme)
    qtbot.addWidget(shown)
    shown.resize(NARROW, 700)
    shown.show()
    return shown


def rows(findings: Findings) -> list[FindingRow]:
    """Return the rows that are to be seen, from the top down."""
    QApplication.processEvents()
    found = [row for row in findings.findChildren(FindingRow) if row.isVisible()]
    return sorted(found, key=lambda row: row.mapTo(findings, row.rect().topLeft()).y())


def test_a_row_stays_where_its_words_only_moved_in_the_text(findings: Findings) -> None:
    findings.show_notices(
        [notice("text.long////10", "Satz zu lang"), notice("text.long////90", "Wort zu lang")], ()
    )
    before = rows(findings)
    findings.show_notices(
        [notice("text.long////11", "Satz zu lang"), notice("text.long////91", "Wort zu lang")], ()
    )
    assert rows(findings) == before
    assert findings.row("text.long////11") is before[0]
    assert findings.row("text.long////10") is None


def test_rows_come_go_and_stand_in_the_order_of_the_findings(findings: Findings) -> None:
    findings.show_notices([notice(key, key) for key in ("a////1", "b////1", "c////1")], ())
    a, _b, c = rows(findings)
    findings.show_notices([notice(key, key) for key in ("c////1", "d////1", "a////1")], ())
    shown = rows(findings)
    assert [row.title.text() for row in shown] == ["c////1", "d////1", "a////1"]
    assert (shown[0], shown[2]) == (c, a)
    findings.show_notices([], ())
    assert rows(findings) == []


def test_a_row_that_stays_says_and_does_what_is_new(findings: Findings) -> None:
    done: list[str] = []

    def doing(what: str) -> Callable[[], object]:
        return lambda: done.append(what)

    for what in ("old", "new"):
        item = Notice(
            key="a////1",
            severity="err",
            title=what,
            why=what,
            remedies=(("Stelle zeigen", "", doing(what)),),
            aside=doing(f"leave {what}"),
            leavable=True,
        )
        findings.show_notices([item], ())
    row = findings.row("a////1")
    assert row is not None
    assert (row.title.text(), row.why.text(), row.accessibleName()) == ("new", "new", "Muss: new")
    for button in row.buttons:
        button.click()
    assert done == ["new", "leave new"]


def test_the_keyboard_stays_on_a_button_while_findings_around_it_change(findings: Findings) -> None:
    findings.show_notices([notice("a////1"), notice("b////5", "Bleibt")], ())
    button = rows(findings)[1].buttons[0]
    button.setFocus()
    findings.show_notices([notice("b////7", "Bleibt"), notice("c////9")], ())
    assert QApplication.focusWidget() is button
    assert rows(findings)[0].buttons[0] is button


def test_a_click_on_a_row_names_the_finding_it_shows_now(findings: Findings, qtbot: QtBot) -> None:
    findings.show_notices([notice("a////1")], ())
    findings.show_notices([notice("a////2")], ())
    (row,) = rows(findings)
    with qtbot.waitSignal(findings.chosen) as heard:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert heard.args == ["a////2"]


def test_nothing_is_wider_than_the_column(findings: Findings) -> None:
    address = "https://www.lindenbrunn.example/veranstaltungen/" + "adventsmarkt" * 6
    long = notice(
        "a////1",
        f"Link: {address}",
        verbs=(f"Ersetzen: #{'StadtbüchereiLindenbrunn' * 3}", "Beschreibung anhängen"),
        aside=lambda: None,
        leavable=True,
    )
    findings.show_notices([long], ())
    (row,) = rows(findings)
    assert row.width() <= NARROW
    for part in (row.title, row.why, *row.buttons):
        assert part.mapTo(findings, part.rect().topRight()).x() < NARROW, part
    assert row.buttons[0].accessibleName().endswith("StadtbüchereiLindenbrunn")
    assert row.accessibleName() == f"Bitte prüfen: Link: {address}"


def test_only_long_words_may_be_broken() -> None:
    assert breakable("Ein Satz mit gewöhnlichen Wörtern und Donaudampfschiff.") == (
        "Ein Satz mit gewöhnlichen Wörtern und Donaudampfschiff."
    )
    long = "#" + "a" * 40
    assert BREAK in breakable(f"Nehmen Sie {long}.")
    assert breakable(f"Nehmen Sie {long}.").replace(BREAK, "") == f"Nehmen Sie {long}."


def test_an_address_is_broken_behind_its_own_signs() -> None:
    address = "https://www.lindenbrunn.example/vorlesen"
    assert breakable(f"Siehe {address}.").split(BREAK) == [
        "Siehe https://",
        "www.",
        "lindenbrunn.",
        "example/",
        "vorlesen.",
    ]
