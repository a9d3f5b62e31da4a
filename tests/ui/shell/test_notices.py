# SPDX-License-Identifier: EUPL-1.2
"""What must stay in sight stands above the pages until it is over."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.link import Link


def test_a_notice_stays_until_what_it_tells_is_over(opened: Any) -> None:
    notices = opened.window.notices
    notices.tell("backup", "Die Sicherung ist nicht gelungen.", severity="err")
    assert notices.isVisible()
    notices.tell("backup", "Die Sicherung ist wieder nicht gelungen.", severity="err")
    assert notices.text("backup") == "Die Sicherung ist wieder nicht gelungen."
    notices.take("backup")
    assert not notices.isVisible()


def test_a_notice_can_be_closed_and_followed_by_the_keyboard(opened: Any) -> None:
    notices, followed = opened.window.notices, []
    notices.tell("readonly", "Nur ansehen.", link="Kopie öffnen …", clicked=lambda: followed.append(1))
    notices.tell("backup", "Keine Sicherung.", closable=False)
    link = notices.findChild(Link)
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert followed == [1]
    buttons = notices.findChildren(Button)
    assert [button.accessibleName() for button in buttons] == ["Hinweis schließen"]
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    assert notices.text("readonly") == ""
    assert notices.isVisible(), "the other one stays"
