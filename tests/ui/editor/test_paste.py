# SPDX-License-Identifier: EUPL-1.2
"""What comes from Word and browsers becomes plain text with its links."""

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from kalender.ui.editor.text.paste import picture_files, plain, text_of


def test_formatting_goes_and_the_address_of_a_link_stays(qapp: QApplication) -> None:
    mime = QMimeData()
    mime.setHtml(
        '<p><b>Anmeldung</b> im <a href="https://www.lindenbrunn.de/vorlesen">Rathaus</a></p><p>bis Freitag</p>'
    )
    assert text_of(mime) == "Anmeldung im Rathaus (https://www.lindenbrunn.de/vorlesen)\n\nbis Freitag"


def test_hard_spaces_soft_hyphens_and_many_empty_lines_go() -> None:
    assert plain("Bücher\u00adei\u00a0am\u2028Markt \r\n\r\n\r\n\r\nfrei") == "Bücherei am\nMarkt\n\nfrei"


def test_only_local_pictures_are_taken_from_what_is_dropped() -> None:
    mime = QMimeData()
    mime.setUrls(
        [QUrl.fromLocalFile("/fotos/a.JPG"), QUrl.fromLocalFile("/fotos/b.pdf"), QUrl("https://x.de/c.jpg")]
    )
    assert picture_files(mime, (".jpg",)) == ["/fotos/a.JPG"]
