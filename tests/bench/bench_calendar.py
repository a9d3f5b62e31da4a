# SPDX-License-Identifier: EUPL-1.2
"""What month and week cost to paint and to switch with 10,000 posts, beside painting plain rectangles and texts.

python -m tests.bench.bench_calendar [posts]
"""

import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kalender.domain.card import Card
from kalender.domain.days.month import shifted
from kalender.domain.post import Post, Version
from kalender.domain.stage import Stage
from kalender.services.clock import FixedClock
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.ui.calendar.backlog.model import BacklogModel
from kalender.ui.calendar.holding import Holding
from kalender.ui.widgets.paint.board import BoardLook
from kalender.wording.cards import title
from tests.bench.frames import Frames, put
from tests.builders import FORMATS, PLATFORMS, a_channel, a_desk, a_plan
from tests.ui.calendar.december import TODAY, Desk, a_card, an_almanac

SIZE = (1130, 740)
CHANNELS = ("facebook", "instagram", "whatsapp", "mastodon", "website")
WORDS = [
    "Weihnachtsmarkt",
    "Straße",
    "Sperrung",
    "Gemeinderat",
    "Feuerwehr",
    "Baustelle",
    "Rathaus",
    "Öffnungszeiten",
    "Müllabfuhr",
    "Spielplatz",
    "Bücherei",
    "Konzert",
    "Verein",
    "Einladung",
    "Hinweis",
    "Verkehr",
    "Schule",
    "Ferien",
    "Anmeldung",
    "am",
    "im",
    "zur",
    "neue",
    "und",
    "für",
]


def main(posts: int = 10_000) -> None:
    """Print all figures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dice = random.Random(1)
    put(f"month view of {SIZE[0]} x {SIZE[1]} px, times in ms")
    painting(app, dice)
    switching(app, dice, posts)


def painting(app: QApplication, dice: random.Random) -> None:
    """Print what painting 150 posts costs, again and after a switch to cards never painted before."""
    cards = [a_random_card(dice, number, TODAY.replace(day=1 + number % 31)) for number in range(150)]
    desk = shown(app, cards)
    target = QImage(*SIZE, QImage.Format.Format_RGB32)
    list(desk.view.ahead(desk.model.month, desk.model.rows(), desk.model.almanac))
    again = Frames("repaint of 150 posts").again(lambda: render(desk, target), 60)
    plain = Frames("the same number of plain rectangles and texts", None)
    plain.again(lambda: rectangles(desk, target, len(cards)), 60)

    def fresh() -> None:
        desk.model.show(TODAY, [replace(card, id=f"{card.id}-") for card in cards], an_almanac(), TODAY)
        render(desk, target)

    first = Frames("150 posts for the first time, laid out, painted").again(fresh, 20)
    again.tell()
    plain.tell()
    put(f"   ratio of the medians: {statistics.median(again.cpu) / statistics.median(plain.cpu):.2f}")
    first.tell()


def switching(app: QApplication, dice: random.Random, posts: int) -> None:
    """Print what going through the months of a plan costs: reading and painting apart."""
    with tempfile.TemporaryDirectory() as folder:
        plan = a_plan(Path(folder) / "plan")
        desk_ = a_desk(plan, *(a_channel(name) for name in CHANNELS))
        start = time.perf_counter()
        values = [a_random_post(dice, number) for number in range(posts)]
        with desk_.action("plan.filled") as act:
            for post in values:
                act.put(post)
        put(f"plan of {posts} posts over five years made in {time.perf_counter() - start:.1f} s")
        clock = FixedClock(datetime(2026, 12, 3, 10, 42))
        view = PlanView(plan, desk_, formats=FORMATS, platforms=PLATFORMS)
        service = Posts(plan, desk_, view, clock, lambda: "new")
        desk = shown(app, [])
        ideas = BacklogModel(lambda card: BoardLook(title=title(card)), title)
        holding = Holding(service, desk.model, ideas, lambda _first, _last: an_almanac())
        target = QImage(*SIZE, QImage.Format.Format_RGB32)
        reads, paints = Frames("month switch, reading"), Frames("month switch, laying out and painting")
        sizes = []
        for months in range(-24, 36):
            with reads.frame():
                holding.show(shifted(TODAY, months))
            with paints.frame():
                render(desk, target)
            sizes.append(desk.model.rowCount())
        weeks(app, service, holding, desk, view)
        plan.close()
    put(f"posts a month: {statistics.median(sizes) - 35:.0f}")
    reads.tell()
    paints.tell()


def weeks(app: QApplication, service: Posts, holding: Holding, desk: Desk, plan: PlanView) -> None:
    """Print what going through the weeks of a plan costs, painting one anew, and a frame of carrying and of scrolling."""
    from kalender.ui.calendar.week.making import make_week

    zone = plan.municipality.zone
    week, hands = make_week(desk.view, desk.carry, now=service.now, zone=lambda: zone)
    week.resize(*SIZE)
    week.show()
    app.processEvents()
    target = QImage(*SIZE, QImage.Format.Format_RGB32)
    reads, paints = Frames("week switch, reading"), Frames("week switch, laying out and painting")
    for number in range(-60, 60):
        day = TODAY + timedelta(weeks=number)
        with reads.frame():
            holding.show(day)
            week.show_week(day)
        with paints.frame():
            week.viewport().render(target)
    again = Frames("repaint of a week").again(lambda: week.viewport().render(target), 60)
    scrolls, carries = Frames("scroll frame of a week"), Frames("carrying frame of a week")
    for number in range(60):
        with scrolls.frame():
            week.verticalScrollBar().setValue(number * 9)
            week.viewport().render(target)
        with carries.frame():
            spot = week.spot_at(week.rect().center() + QPoint(number, number * 4 - 120))
            hands.carry_shown(spot, frozenset({"post-1"}))
            week.viewport().render(target)
    for frames in (reads, paints, again, scrolls, carries):
        frames.tell()


def shown(app: QApplication, cards: list[Card]) -> Desk:
    """Return a month view of the size of the figures."""
    desk = Desk(app, cards, an_almanac())
    desk.view.resize(*SIZE)
    desk.view.show()
    app.processEvents()
    return desk


def render(desk: Desk, target: QImage) -> None:
    """Paint the whole view."""
    desk.view.viewport().render(target)


def rectangles(desk: Desk, target: QImage, count: int) -> None:
    """Paint as many rounded rectangles with two texts each as there are cards, in the plainest way."""
    painter = QPainter(target)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(target.rect(), QColor("#FFFFFF"))
    painter.setFont(desk.theme.font("card"))
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for number in range(count):
        rect = QRectF(30 + number % 7 * 157, 24 + number // 7 * 33, 150, 24)
        painter.setPen(QColor("#8CC4A2"))
        painter.setBrush(QColor("#DFF2E6"))
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(QColor("#182023"))
        painter.drawText(rect.adjusted(6, 0, -110, 0), align, "10:00")
        painter.drawText(rect.adjusted(46, 0, -6, 0), align, "Straße gesperrt")
    painter.end()


def a_random_card(dice: random.Random, number: int, on: date) -> Card:
    """Return a card with a title of its own."""
    return a_card(
        f"p{number}",
        on,
        f"{dice.randrange(7, 20):02d}:{dice.choice(('00', '15', '30'))}",
        title=" ".join(dice.sample(WORDS, 4)),
        stage=dice.choice(list(Stage)),
        channels=dice.sample(CHANNELS, dice.randrange(1, 5)),
    )


def a_random_post(dice: random.Random, number: int) -> Post:
    """Return a post somewhere in five years around December 2026."""
    planned = datetime(2024, 6, 1, dice.randrange(7, 20), 15) + timedelta(days=dice.randrange(5 * 365))
    channels = dice.sample(CHANNELS, dice.randrange(1, 5))
    return Post(
        id=f"post-{number}",
        title=" ".join(dice.sample(WORDS, 4)),
        text=" ".join(dice.choices(WORDS, k=40)),
        planned=planned,
        versions=tuple(Version(id=channel) for channel in channels),
    )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
