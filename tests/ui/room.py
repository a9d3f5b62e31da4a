# SPDX-License-Identifier: EUPL-1.2
"""A plan with people, four channels and real pictures, for the pages that write."""

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage, QPainter

from kalender.app.founding import create_plan
from kalender.app.house import House
from kalender.domain.plan import Channel, Land, Municipality, Person, Role, Topic
from kalender.jobs.pool import InlineWorker
from kalender.services.clock import FixedClock

NOW = datetime(2026, 12, 3, 10, 42)
CHANNELS = (
    Channel(id="facebook", platform="facebook", name="Facebook", formats=("facebook.post",), position="b"),
    Channel(
        id="instagram",
        platform="instagram",
        name="Instagram",
        formats=("instagram.feed_4x5", "instagram.story"),
        position="c",
    ),
    Channel(
        id="whatsapp", platform="whatsapp", name="WhatsApp-Kanal", formats=("whatsapp.channel",), position="d"
    ),
    Channel(id="mastodon", platform="mastodon", name="Mastodon", formats=("mastodon.post",), position="e"),
)
PEOPLE = (
    Person(id="katrin", name="Katrin Sommer"),
    Person(id="ines", name="Ines Falkner", role=Role.APPROVAL),
)
TOPICS = (
    Topic(id="rathaus", name="Rathaus", colour="th-rathaus", position="b"),
    Topic(id="familie", name="Familie & Schule", colour="th-familie", position="c"),
)


def a_house(folder: Path) -> House:
    """Return an open plan of Lindenbrunn on 3 December 2026, 10:42; ids count from id1."""
    numbers = count(1)
    return create_plan(
        folder / "plan",
        Municipality(name="Lindenbrunn", land=Land.BW),
        CHANNELS,
        PEOPLE,
        worker=InlineWorker(),
        topics=TOPICS,
        clock=FixedClock(NOW),
        cache=folder / "cache",
        allow_synced=True,
        make_id=lambda: f"id{next(numbers)}",
    )


def a_photo(folder: Path, name: str = "markt.jpg", *, size: tuple[int, int] = (1500, 1000)) -> Path:
    """Write a picture with a bright square at its left and return its path; another name, other bytes."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#1B569A"))
    painter = QPainter(image)
    painter.fillRect(size[0] // 4, size[1] // 4, size[0] // 8, size[0] // 8, QColor("#F2BE6A"))
    painter.fillRect(0, 0, 1 + sum(name.encode()) % 97, 1, QColor("#FFFFFF"))
    painter.end()
    path = folder / name
    assert image.save(str(path), quality=60)
    return path


def a_post_with_pictures(house: House, photos: Sequence[Path], **fields: Any) -> tuple[str, list[str]]:
    """Return a dated post on all channels with these pictures, and the ids of its attachments."""
    pictures = house.pictures.import_files(photos)
    post = house.posts.create(
        "Vorlesen in der Bücherei",
        planned=datetime(2026, 12, 11, 15, 0),
        text="Am Freitag lesen wir vor.",
    )
    if fields:
        house.editing.set_fields(post, **fields)
    return post, house.editing.attach(post, pictures.added)


def copies(house: House) -> dict[str, QImage]:
    """Return every picture of the library as an image."""
    return {item.id: QImage(str(house.pictures.original(item.id))) for item in house.pictures.all()}
