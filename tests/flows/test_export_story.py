# SPDX-License-Identifier: EUPL-1.2
"""A week leaves the house: folders, pictures to the pixel, a manifest; what is not approved leaves by no path."""

import hashlib
import json
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt

from kalender.domain.refusal import Refused
from kalender.domain.stage import Stage
from kalender.ui.publish.model import ROW
from kalender.ui.publish.tick import TickDialog
from tests.flows.sitting import Sitting

MARKET = "Weihnachtsmarkt ist eröffnet"
OFFICE = "Bürgerbüro: neue Öffnungszeiten"
DRAFT = "Sirenenprobe am Samstag, 12 Uhr"
TEXTS = {"text.txt", "checkliste.txt", "freigabe.txt"}


def to_export(sitting: Sitting, out: Path) -> None:
    sitting.to_page(6)
    assert sitting.front == "export"
    sitting.export.period.setCurrentIndex(0)
    sitting.click(sitting.button("Ändern …", sitting.export))
    sitting.choose_file(out)
    assert sitting.export.output.folder == out


def packages(out: Path) -> dict[str, dict[str, object]]:
    """Return the manifests by title of the post."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in out.glob("*/manifest.json")]
    return {str(item["title"]): item for item in found}


def test_an_approved_week_becomes_folders_ready_to_post(sitting: Sitting, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    to_export(sitting, out)
    page = sitting.export
    ready = {
        card.title for card in sitting.house.publishing.ready(*page.span()) if card.stage is Stage.APPROVED
    }
    assert {MARKET, OFFICE} <= ready
    sitting.click(page.output.go)
    sitting.until(lambda: not sitting.jobs.running)
    sitting.settle()
    assert set(packages(out)) == ready
    assert all(sitting.card(title).stage is Stage.EXPORTED for title in ready)
    assert not [path.name for path in out.iterdir() if path.name.startswith("~")]
    for manifest in out.glob("*/manifest.json"):
        package = manifest.parent
        listed = {item["file"]: item for item in json.loads(manifest.read_text(encoding="utf-8"))["files"]}
        there = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
        assert there == {*listed, "manifest.json"}
        for name, entry in listed.items():
            bytes_ = (package / name).read_bytes()
            assert (entry["bytes"], entry["sha256"]) == (len(bytes_), hashlib.sha256(bytes_).hexdigest())


def test_every_picture_has_the_size_of_its_platform_and_no_place_in_it(
    sitting: Sitting, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    to_export(sitting, out)
    sitting.click(sitting.export.output.go)
    sitting.until(lambda: not sitting.jobs.running)
    sitting.settle()
    formats = sitting.house.plan.formats
    names = {channel.name: channel for channel in sitting.house.plan.channels}
    (package,) = [path for path in out.iterdir() if "Weihnachtsmarkt" in path.name]
    post = sitting.post(MARKET)
    checked = 0
    for folder in (path for path in package.iterdir() if path.is_dir()):
        channel = next(item for name, item in names.items() if folder.name.split("-", 1)[1] in name)
        version = post.version(channel.id)
        assert version is not None
        assert (folder / "text.txt").read_text(encoding="utf-8").strip() == post.text_for(version).strip()
        sizes = {(formats[item].width, formats[item].height): formats[item] for item in channel.formats}
        pictures = [path for path in folder.iterdir() if path.suffix in {".jpg", ".png"}]
        assert len(pictures) >= len(sizes)
        for path in pictures:
            with Image.open(path) as image:
                assert image.size in sizes
                assert not image.getexif().get_ifd(0x8825)
                limit = sizes[image.size].max_bytes
            assert not limit or path.stat().st_size <= limit
            checked += 1
    assert checked >= 4


def test_what_is_not_approved_leaves_by_no_path(sitting: Sitting, tmp_path: Path) -> None:
    id_ = sitting.card(DRAFT).id
    sitting.click(sitting.calendar.month.viewport(), sitting.on_card(DRAFT))
    action = sitting.window.actions_["post.export"]
    assert not action.isEnabled()
    assert "nicht freigegeben" in sitting.window.actions_.reason("post.export")
    out = tmp_path / "out"
    out.mkdir()
    to_export(sitting, out)
    page = sitting.export
    page.choose([id_])
    assert page.model.ticked() == []
    row = next(
        number
        for number in range(page.model.rowCount())
        if (card := page.model.index(number, 0).data(ROW).card) is not None and card.id == id_
    )
    index = page.model.index(row, 0)
    assert index.data(ROW).reason
    page.list.scrollTo(index)
    sitting.click(page.list.viewport(), page.list.visualRect(index).center())
    assert page.model.ticked() == []
    assert not page.output.go.isEnabled()
    page.start()
    sitting.settle()
    sitting.desktop.place.visits.tick_off([id_])  # type: ignore[union-attr]  # the plan is open
    dialog = next(item for item in sitting.window.findChildren(TickDialog) if item.isVisible())
    sitting.click(dialog.go)
    assert "nicht freigegeben" in sitting.said
    refused = 0
    for verb in (
        lambda: sitting.house.publishing.order(id_),
        lambda: sitting.house.publishing.publish(id_, "facebook"),
    ):
        try:
            verb()
        except Refused:
            refused += 1
    assert refused == 2
    report = sitting.house.publishing.export(out, ids=[id_])
    assert report.left == ()
    assert list(out.iterdir()) == []
    assert sitting.card(DRAFT).stage is Stage.DRAFT
    assert sitting.post(DRAFT).publications == ()


def test_where_it_was_published_is_ticked_off_and_taken_back(sitting: Sitting) -> None:
    title = "Marktplatz bis Montag gesperrt"
    sitting.desktop.place.visits.tick_off([sitting.card(title).id])  # type: ignore[union-attr]  # the plan is open
    dialog = next(item for item in sitting.window.findChildren(TickDialog) if item.isVisible())
    sitting.click(dialog.go)
    assert sitting.card(title).stage is Stage.PUBLISHED
    while sitting.card(title).stage is Stage.PUBLISHED:
        sitting.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert sitting.card(title).stage is Stage.EXPORTED
