# SPDX-License-Identifier: EUPL-1.2
"""Going to the place of a finding, and mending it where that is safe."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kalender.domain.picture import AiMark
from kalender.domain.rules.checks import Finding
from kalender.ui.editor.side.edits import edits_of
from kalender.ui.editor.side.notices import key_of, marks_of
from kalender.ui.editor.strip import opening
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage


class Mending:
    """What the buttons of a finding do."""

    def __init__(self, page: EditorPage) -> None:
        self._page = page
        self.set_in_picture: Callable[..., object] | None = None
        """Writes fields of a picture of the library, (picture, **values); without it they are set where pictures are."""

    def jump(self, key: str) -> None:
        """Show the place of a finding, on the tab it belongs to."""
        finding = next((item for item in self._page.found if key_of(item) == key), None)
        if finding is None:
            return
        if finding.channel and finding.channel != self._page.key:
            self._page.column.tabs.choose(finding.channel)
        self._page.findings.choose(key)
        area = self._page.column.box.area
        marks = marks_of(self._page.found, self._page.key, self._page.session.post, area.text())
        mark = next((item for item in marks if item.key == key), None)
        if mark is not None:
            self._page.columns.reveal("text")
            area.select(mark.start, mark.length)
        elif finding.attachment:
            self._page.columns.reveal("text")
            self._page.column.album.strip.choose(finding.attachment)

    def replace_found(self, finding: Finding, better: str) -> None:
        """Put better words in the place a finding marks."""
        start, end = finding.facts.get("start"), finding.facts.get("end")
        if isinstance(start, int) and isinstance(end, int):
            self.jump(key_of(finding))
            self._page.session.part()
            self._page.column.box.area.replace(start, end - start, better)
            self._page.session.flush()
            self._page.check()

    def apply(self, finding: Finding) -> None:
        """Do all that a finding says would mend it, in the text or in the link of its channel, as one step."""
        edits = edits_of(finding)
        if not edits:
            return
        if finding.field == "link":
            self._page.session.part()
            kind, name = ("link", finding.channel) if finding.channel else ("field", "link")
            self._page.session.type(kind, name, edits[0][2])
        else:
            self.jump(key_of(finding))
            self._page.session.part()
            area = self._page.column.box.area
            for start, end, words in sorted(edits, reverse=True):
                area.replace(start, end - start, words)
        self._page.session.flush()
        self._page.show_post()
        self._page.check()

    def append(self, channel: str, description: str) -> None:
        """Write the description of a picture at the end of a channel's text."""
        self.write_at_end(channel, f"{tr('Bild')}: {description}")

    def write_at_end(self, channel: str, words: str) -> None:
        """Write a line at the end of a channel's text, as one step."""
        self._page.column.tabs.choose(channel)
        self._page.session.part()
        text = self._page.column.box.area.text()
        self._page.column.box.area.replace(len(text), 0, f"\n\n{words}" if text else words)
        self._page.session.flush()
        self._page.check()

    def describe(self, attachment: str) -> None:
        """Bring the cursor to the alt text of a picture."""
        self._page.columns.reveal("text")
        self._page.column.album.describe(attachment)
        self._page.column.area.ensureWidgetVisible(self._page.column.album.field)

    def mark_made(self, attachment: str) -> None:
        """Mark the picture of an attachment as made by a machine, as one step: its file and the rules know it then."""
        used = {item.id: item.picture for item in self._page.session.post.attachments}
        write, picture = self.set_in_picture, used.get(attachment, "")
        if write is not None and picture:
            self._page.session.do(lambda: write(picture, ai=AiMark.MADE))
            self._page.check()

    def open_picture(self, attachment: str) -> None:
        """Ask for the page where crop, credit and licence are set."""
        if self._page.session.flush():
            opening.open_picture(self._page, attachment)

    def complete(self, name: str) -> None:
        """Bring the cursor to a field among the further ones."""
        self._page.columns.reveal("text")
        line = self._page.column.fields.line(name)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.column.area.ensureWidgetVisible(line)

    def edit_link(self) -> None:
        """Bring the cursor to the link."""
        self._page.columns.reveal("text")
        self._page.column.fields.line("link").setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.column.area.ensureWidgetVisible(self._page.column.fields)
