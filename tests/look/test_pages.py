# SPDX-License-Identifier: EUPL-1.2
"""Every page of the sample plan looks as approved: light, dark, in a small window and with large text."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from kalender.app.sample.build import write
from kalender.domain.stage import Stage
from kalender.jobs.pool import InlineWorker
from kalender.ui.preferences.channels import ChannelsPart
from kalender.ui.preferences.page import SettingsPage
from tests.flows.sitting import Sitting
from tests.look.comparison import Comparison

PAGES = (
    "calendar",
    "board",
    "editor",
    "crop",
    "review",
    "pictures",
    "export",
    "channels",
    "people",
)
SETTINGS = ("channels", "people")
"""Parts of the settings, each looked at as a page."""
SIZES = [("hell", 1440, 900, 100), ("dunkel", 1440, 900, 100), ("hell", 1366, 768, 100)]
LARGE = [
    ("calendar", ("hell", 1440, 900, 200)),
    ("review", ("hell", 1440, 900, 200)),
    ("channels", ("hell", 1366, 768, 200)),
]
PLAN = "Beispielplan Lindenbrunn"
POST = "Vorlesen in der Bücherei"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a user with the sample plan, written once."""
    home = tmp_path_factory.mktemp("look")
    write(home / PLAN, worker=InlineWorker(), cache=home / "cache" / "thumbnails", allow_synced=True).close()
    return home


@pytest.fixture
def sitting(qapp: QApplication, sample: Path, tmp_path: Path) -> Iterator[Sitting]:
    QCursor.setPos(0, 0)
    home = shutil.copytree(sample, tmp_path / "home")
    found = Sitting(qapp, home)
    found.open(home / PLAN)
    yield found
    found.close()


def visit(sitting: Sitting, page: str) -> None:
    """Bring a page to the front as the target pictures show it."""
    visits = sitting.desktop.place.visits  # type: ignore[union-attr]  # the plan is open
    id_ = sitting.card(POST).id
    if page == "calendar":
        sitting.calendar.choose([sitting.card("Glasfaser: Start in Oberdorf").id])
    elif page == "editor":
        visits.open_post(id_)
        sitting.settle()
        sitting.editor.column.tabs.choose("instagram")
    elif page == "crop":
        visits.open_post(id_)
        sitting.settle()
        album = sitting.editor.column.album
        visits.open_crop(id_, album.strip.current)
    elif page == "review":
        sitting.act_as("Ines Falkner")
        visits.open_review(sitting.card("Müllabfuhr über Weihnachten").id)
    elif page == "export":
        sitting.desktop.preferences.change(export_folder="/Pläne/Lindenbrunn/Export")
        sitting.window.show_page("export")
        assert any(card.stage is Stage.APPROVED for card in sitting.export.model.ready())
    elif page in SETTINGS:
        settings = sitting.window.show_page("settings")
        assert isinstance(settings, SettingsPage)
        part = settings.show_part(page)
        if isinstance(part, ChannelsPart):
            part.unfold("instagram")
    else:
        sitting.window.show_page(page)
    sitting.settle()
    if page in {"editor", "crop"}:
        sitting.window.setFocus()  # a cursor blinks
    sitting.window.toast.dismiss()
    sitting.settle()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[1]}")
def test_a_page_looks_as_approved(
    sitting: Sitting, compare: Comparison, page: str, size: tuple[str, int, int, int]
) -> None:
    look(sitting, compare, page, size)


@pytest.mark.parametrize(
    ("page", "size"), LARGE, ids=lambda value: value if isinstance(value, str) else "200"
)
def test_a_page_with_large_text_looks_as_approved(
    sitting: Sitting, compare: Comparison, page: str, size: tuple[str, int, int, int]
) -> None:
    look(sitting, compare, page, size)


def look(sitting: Sitting, compare: Comparison, page: str, size: tuple[str, int, int, int]) -> None:
    choice, width, height, scale = size
    sitting.desktop.theme.choose(choice)
    sitting.desktop.theme.set_scale(scale)
    sitting.window.resize(width, height)
    sitting.settle()
    visit(sitting, page)
    compare(sitting.window, f"pages/{page}-{choice}-{width}-{scale}")


@pytest.mark.parametrize("step", ["start", "kommune", "kanaele", "personen", "ort", "fertig"])
@pytest.mark.parametrize("choice", ["hell"])
def test_the_beginning_looks_as_approved(
    qapp: QApplication, compare: Comparison, tmp_path: Path, step: str, choice: str
) -> None:
    from datetime import date

    from kalender.formats.catalogue import load
    from kalender.ui.start.window import StartWindow
    from kalender.ui.theme.theme import Theme
    from tests.ui.calendar.december import THEMES

    window = StartWindow(
        Theme(qapp, THEMES, choice=choice),
        recent=[Path("/Pläne/Stadt Lindenbrunn")],
        platforms=load().platforms,
        documents=Path("/Pläne"),
        wizard=step != "start",
        today=date(2026, 12, 3),
    )
    try:
        window.resize(window.sizeHint())
        window.show()
        wizard = window.wizard
        if step not in {"start", "kommune"}:
            wizard.town.name.setText("Lindenbrunn")
            for channel in ("facebook", "whatsapp"):
                wizard.channels.rows[channel].box.setChecked(True)
            wizard.people.rows[0].name.setText("Katrin Sommer")
            wizard.people.rows[1].name.setText("Ines Falkner")
        number = ["kommune", "kanaele", "personen", "ort", "fertig"].index(step) if step != "start" else 0
        for each in range(1, number + 1):
            wizard._show(each)
        window.setFocus()
        compare(window, f"pages/{step}-{choice}")
    finally:
        window.close()
        window.deleteLater()
