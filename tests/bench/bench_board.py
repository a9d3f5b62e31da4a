# SPDX-License-Identifier: EUPL-1.2
"""What the board costs with 10,000 cards in one column: reading, a frame of scrolling, a change while it is open.

python -m tests.bench.bench_board [posts]
"""

import os
import random
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kalender.app.founding import create_plan
from kalender.app.house import House
from kalender.domain.card import Filter
from kalender.domain.plan import Municipality, Person
from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.jobs.pool import InlineWorker
from kalender.services.clock import FixedClock
from kalender.ui.board.page import BoardPage
from kalender.ui.theme.theme import Theme
from tests.bench.bench_calendar import CHANNELS, a_random_post
from tests.bench.frames import Frames, put
from tests.builders import a_channel
from tests.ui.room import NOW
from tests.ui.stages import THEMES

SIZE = (1232, 846)
STEP = 240
"""Px of one turn of the wheel."""


def main(posts: int = 10_000) -> None:
    """Print all figures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, THEMES, choice="hell")
    with tempfile.TemporaryDirectory() as folder:
        house = a_full_house(Path(folder), posts)
        begun = time.perf_counter()
        page = a_board(house, theme)
        app.processEvents()
        put(f"board of {SIZE[0]} x {SIZE[1]} px, times in ms")
        put(f"built and shown: {(time.perf_counter() - begun) * 1000:.0f}")
        page.month.click()
        app.processEvents()
        column = page.columns[Stage.DRAFT]
        put(f"cards in the column: {column.model.total}, read so far: {column.model.rowCount()}")
        plain, reading = frames(app, page, 200)
        plain.tell()
        reading.tell()
        while column.model.rowCount() < 1000:
            column.view.scrollToBottom()
            app.processEvents()
        column.view.verticalScrollBar().setValue(0)
        app.processEvents()
        there, _reading = frames(app, page, 200)
        there.what = "scrolling over 1,000 cards that are there"
        there.tell()
        narrowed(app, page).tell()
        lanes(app, page).tell()
        end = house.desk.subscribe(page.changed)
        ids = [column.model.card(row).id for row in range(min(40, column.model.rowCount()))]
        column.view.scrollToTop()
        app.processEvents()
        changes(app, house, ids).tell()
        end()
        page.deleteLater()
        app.processEvents()
        house.close()


def a_full_house(folder: Path, posts: int) -> House:
    """Return an open plan with so many drafts over five years."""
    house = create_plan(
        folder / "plan",
        Municipality(name="Lindenbrunn"),
        [a_channel(name) for name in CHANNELS],
        [Person(id="katrin", name="Katrin Sommer")],
        worker=InlineWorker(),
        clock=FixedClock(NOW),
        cache=folder / "cache",
        allow_synced=True,
    )
    dice = random.Random(1)
    with house.desk.action("plan.filled") as act:
        for number in range(posts):
            act.put(a_random_post(dice, number))
    return house


def a_board(house: House, theme: Theme) -> BoardPage:
    """Return the page, shown."""
    page = BoardPage(
        theme,
        posts=house.posts,
        reviews=house.reviews,
        publishing=house.publishing,
        plan=house.plan,
        several=lambda: house.several,
        image_of=lambda _id: QImage(),
        now=house.posts.now,
        since=house.ageing.since,
    )
    page.resize(*SIZE)
    page.show()
    return page


def frames(app: QApplication, page: BoardPage, count: int) -> tuple[Frames, Frames]:
    """Scroll the drafts as often; return the frames, those apart in which cards were read."""
    column = page.columns[Stage.DRAFT]
    bar = column.view.verticalScrollBar()
    plain, reading = Frames("scrolling from the top"), Frames("the same where it reads the next cards")

    def frame() -> None:
        bar.setValue(bar.value() + STEP)
        app.processEvents()

    for _ in range(count):
        before = column.model.rowCount()
        took = Frames("").again(frame, 1)
        kind = plain if column.model.rowCount() == before else reading
        kind.wall += took.wall
        kind.cpu += took.cpu
    return plain, reading


def narrowed(app: QApplication, page: BoardPage) -> Frames:
    """Choose one filter after the other; return what it took until the board was painted."""
    found = Frames("a filter chosen, board read and painted")
    values = [
        Filter(channels=frozenset({"instagram"})),
        Filter(topics=frozenset({"rathaus"})),
        Filter(stages=frozenset({Stage.DRAFT}), channels=frozenset({"facebook", "website"})),
        Filter(text="winter"),
        Filter(),
    ]

    def choose(value: Filter) -> None:
        page.narrowing.put(value)
        app.processEvents()

    for _ in range(8):
        for value in values:
            found.again(partial(choose, value), 1)
    return found


def lanes(app: QApplication, page: BoardPage) -> Frames:
    """Scroll over lanes by channel; return the frames, those in which a lane is read among them."""
    found = Frames("scrolling over lanes by channel, their cards read on the way")
    page.show_lanes(Lanes.CHANNEL)
    app.processEvents()
    wall = page.arrangement.wall
    assert wall is not None
    bar = wall.area.verticalScrollBar()

    def frame(place: int) -> None:
        bar.setValue(place)
        app.processEvents()

    for at in range(120):
        found.again(partial(frame, at * bar.maximum() // 120), 1)
    page.show_lanes(Lanes.NONE)
    app.processEvents()
    return found


def changes(app: QApplication, house: House, ids: list[str]) -> Frames:
    """Rename posts one by one; return what it took from the commit until the board was painted."""
    found = Frames("a title changed, board read and painted", None)
    for at, id_ in enumerate(ids):
        found.again(partial(shown, app, house, id_, f"Neuer Titel {at}"), 1)
    return found


def shown(app: QApplication, house: House, post: str, title: str) -> None:
    """Rename a post and wait until the board has been painted."""
    house.editing.set_fields(post, title=title)
    app.processEvents()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
