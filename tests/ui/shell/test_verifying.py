# SPDX-License-Identifier: EUPL-1.2
"""Plan überprüfen: goes on beside the window, can be stopped, and tells what is wrong, what it means, what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kalender.app.house import House
from kalender.jobs.jobs import Jobs
from kalender.services.verifying import Examination, Progress, Verifying
from kalender.ui.shell.verifying import CheckResult, PlanCheck
from kalender.ui.theme.theme import Theme
from tests.flows.sitting import Now
from tests.ui.room import a_house, a_photo, a_post_with_pictures


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = a_house(tmp_path)
    yield found
    found.close()


class Asking:
    """Somebody who asks for a check and waits for what it says."""

    def __init__(self, theme: Theme, verifying: Verifying) -> None:
        self.window = QWidget()
        self.jobs = Jobs(Now())
        self.mended = 0
        self.failures: list[BaseException] = []
        self.check = PlanCheck(
            theme, self.window, self.jobs, verifying, mend=self._mend, failed=self.failures.append
        )

    def _mend(self) -> None:
        self.mended += 1

    def result(self) -> CheckResult:
        self.check.start()
        QApplication.processEvents()
        assert self.check.result is not None
        return self.check.result

    def close(self) -> None:
        self.jobs.close()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def asking(theme: Theme, house: House) -> Iterator[Asking]:
    found = Asking(theme, house.verifying)
    yield found
    found.close()


def words(dialog: QWidget) -> str:
    """Return all that a dialog says."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_whole_plan_is_called_so_with_what_was_read(asking: Asking, house: House, tmp_path: Path) -> None:
    a_post_with_pictures(house, [a_photo(tmp_path)])
    result = asking.result()
    assert "Der Plan ist unversehrt" in words(result)
    assert "1 Beitrag, 1 Bild." in words(result)
    assert not hasattr(result, "copy")
    result.close()


def test_a_changed_picture_is_named_with_the_post_that_uses_it_and_what_to_do(
    asking: Asking, house: House, tmp_path: Path
) -> None:
    a_post_with_pictures(house, [a_photo(tmp_path)])
    (picture,) = house.pictures.all()
    path = house.pictures.original(picture.id)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    result = asking.result()
    said = words(result)
    assert "Ein Fehler gefunden" in said
    assert "markt.jpg" in said
    assert "Vorlesen in der Bücherei" in said
    assert "aus einer Sicherung zurück" in said
    assert not hasattr(result, "mend"), "there is nothing to compute anew"
    result.copy.click()
    assert picture.sha256 in QApplication.clipboard().text()
    result.close()


def test_rows_that_do_not_follow_from_the_history_can_be_computed_anew(asking: Asking, house: House) -> None:
    house.posts.create("Markt", text="Der Markt öffnet.")
    house.store._on.sql("UPDATE card SET title = 'Nie'")
    result = asking.result()
    assert "Verloren ist nichts" in words(result)
    result.mend.click()
    assert asking.mended == 1


def test_a_second_wish_while_a_check_goes_on_begins_no_second_one(theme: Theme, house: House) -> None:
    begun = []

    class Asked(Verifying):
        def run(self, progress: Progress = lambda _done, _of: None) -> Examination:
            begun.append(progress)
            someone.check.start()
            return super().run(progress)

    someone = Asking(theme, Asked(house.store, house.pictures.shelf))
    someone.result().close()
    assert len(begun) == 1
    someone.close()


def test_a_check_that_is_stopped_says_nothing(asking: Asking, house: House) -> None:
    asking.check.start()
    asking.check.stop()
    QApplication.processEvents()
    assert asking.check.result is None
    assert asking.failures == []
    assert not asking.check.running
