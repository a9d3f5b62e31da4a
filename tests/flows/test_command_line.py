# SPDX-License-Identifier: EUPL-1.2
"""From a spreadsheet and photos to packages ready to post, through the command alone, as a real process each time."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.places import ROOT

WEEK = ("--from", "2026-12-04", "--to", "2026-12-10")


class Command:
    """Runs `kalender` on one plan."""

    def __init__(self, plan: Path) -> None:
        self._plan = plan

    def __call__(self, name: str, *words: str | Path, code: int = 0, now: str = "2026-12-01T09:00") -> Any:
        line = [sys.executable, "-m", "kalender", "--clock", now, name, self._plan, *words, "--json"]
        done = subprocess.run(
            [str(word) for word in line],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, f"{line}\n{done.stdout}{done.stderr}"
        assert not done.stderr
        facts = json.loads(done.stdout)
        assert ("error" in facts) == (code != 0)
        return facts


def a_table(path: Path, text: str = "Der Markt öffnet um 17 Uhr.") -> Path:
    book = openpyxl.Workbook()
    for row in (
        ["Datum", "Uhrzeit", "Titel", "Text", "Kanäle", "Bild", "Alternativtext"],
        ["04.12.2026", "17:00", "Markt", text, "FB, Insta", "markt.jpg", "Buden vor dem Rathaus im Schnee"],
        [
            "05.12.2026",
            "10:00",
            "Bürgerbüro",
            "Am Samstag ist das Bürgerbüro geschlossen.",
            "Facebook",
            "",
            "",
        ],
        ["07.12.2026", "10:00", "Unfertig", "Das ist noch nicht geprüft.", "Facebook", "", ""],
    ):
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.slow
def test_from_a_spreadsheet_and_photos_to_approved_packages(tmp_path: Path) -> None:
    kalender = Command(tmp_path / "Müller & Söhne" / "Plan")
    kalender(
        "new", "--municipality", "Musterbach", "--state", "BW", "--channel", "facebook", "instagram",
        "--person", "Katrin Sommer:Redaktion", "--person", "Ines Falkner:Freigabe",
    )  # fmt: skip
    photos = tmp_path / "Fotos"
    photos.mkdir()
    shutil.copy(min((ROOT / "resources" / "sample" / "pictures").glob("*.*")), photos / "markt.jpg")
    taken = kalender("import", a_table(tmp_path / "plan.xlsx"), photos)
    assert (taken["added"], taken["refused"], taken["hints"]) == (4, [], [])

    for title in ("Markt", "Bürgerbüro"):
        assert kalender("request-review", title, "--by", "Katrin Sommer")["stage"] == "in_review"
        own = kalender("decide", title, "--approve", "--by", "Katrin Sommer", code=1)
        assert own["reason"] == "may_not_approve"
        assert kalender("decide", title, "--approve", "--by", "Ines Falkner")["stage"] == "approved"

    kalender("import", a_table(tmp_path / "plan.xlsx", "Der Markt öffnet um 18 Uhr."))
    changed = kalender("show", "Markt")
    assert (changed["stage"], changed["approval"], changed["reason"]) == ("draft", None, "content")
    kalender("undo")
    assert kalender("show", "Markt")["stage"] == "approved"

    out = tmp_path / "Ausgang"
    done = kalender("export", "--out", out, *WEEK, "--zip")
    assert {(item["title"], item["channel"]) for item in done["left"]} == {
        ("Markt", "facebook"), ("Markt", "instagram"), ("Bürgerbüro", "facebook"),
    }  # fmt: skip
    assert [(item["title"], item["reason"]) for item in done["held_back"]] == [("Unfertig", "not_approved")]
    _packages_are_whole(out, kalender("show", "Markt"))

    kalender("undo")
    kalender("undo")
    stages = {post["title"]: post["stage"] for post in kalender("list", *WEEK)["posts"]}
    assert stages == {"Markt": "approved", "Bürgerbüro": "approved", "Unfertig": "draft"}
    sound = kalender("verify")
    assert (sound["ok"], sound["posts"], sound["pictures"]) == (True, 3, 1)


def _packages_are_whole(out: Path, shown: dict[str, Any]) -> None:
    """Every manifest names exactly what lies there, and each picture has the size that show told."""
    from PIL import Image

    manifests = list(out.glob("*/manifest.json"))
    assert len(manifests) == 2
    for manifest in manifests:
        listed = {entry["file"]: entry for entry in json.loads(manifest.read_text("utf-8"))["files"]}
        lying = {
            path.relative_to(manifest.parent).as_posix(): path
            for path in manifest.parent.rglob("*")
            if path.is_file() and path != manifest
        }
        assert listed.keys() == lying.keys()
        for name, path in lying.items():
            assert hashlib.sha256(path.read_bytes()).hexdigest() == listed[name]["sha256"]
    sizes = set()
    for path in [*out.rglob("*.jpg"), *out.rglob("*.png")]:
        with Image.open(path) as picture:
            sizes.add(picture.size)
            assert not picture.getexif().get_ifd(0x8825)
    told = {(spot["width"], spot["height"]) for item in shown["versions"] for spot in item["placements"]}
    assert sizes == told
