# SPDX-License-Identifier: EUPL-1.2
"""export, undo and redo: what leaves, what stays and why, and the way back."""

import zipfile
from pathlib import Path

from tests.cli.conftest import Kalender


def test_only_what_is_approved_leaves_and_the_rest_says_why(
    kalender: Kalender, sample: Path, tmp_path: Path
) -> None:
    week = ["--from", "2026-12-04", "--to", "2026-12-12"]
    before = {p["id"]: p["stage"] for p in kalender("list", sample, *week, "--json").facts["posts"]}
    out = tmp_path / "out"
    told = kalender("export", sample, "--out", out, *week, "--json")
    assert told.code == 0
    left, back = told.facts["left"], told.facts["held_back"]
    assert {item["post"] for item in left} == {
        id_ for id_, s in before.items() if s in {"approved", "exported"}
    }
    assert {item["post"] for item in back} == {
        id_ for id_, s in before.items() if s in {"idea", "draft", "in_review"}
    }
    assert back
    assert all(item["reason"] and item["message"].endswith(".") and item["stage"] for item in back)
    for item in left:
        assert item["files"]
        assert sorted(path.name for path in (out / item["folder"]).iterdir()) == sorted(
            Path(name).name for name in item["files"]
        )
    lying = {path.parent.relative_to(out).as_posix() for path in out.rglob("text.txt")}
    assert lying == {item["folder"] for item in left}
    after = {p["id"]: p["stage"] for p in kalender("list", sample, *week, "--json").facts["posts"]}
    assert {after[item["post"]] for item in left} == {"exported"}


def test_an_archive_holds_the_same_files(kalender: Kalender, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    day = ["--from", "2026-12-12", "--to", "2026-12-12"]
    facts = kalender("export", sample, "--out", out, *day, "--zip", "--json").facts
    with zipfile.ZipFile(facts["archive"]) as packed:
        assert packed.testzip() is None
        names = set(packed.namelist())
    assert names == {
        path.relative_to(out).as_posix()
        for path in out.rglob("*")
        if path.is_file() and path.suffix != ".zip"
    }


def test_people_are_told_what_left_and_what_was_held_back(
    kalender: Kalender, sample: Path, tmp_path: Path
) -> None:
    said = kalender(
        "export", sample, "--out", tmp_path / "out", "--from", "2026-12-04", "--to", "2026-12-12"
    ).out
    assert "Exportiert: „Weihnachtsmarkt ist eröffnet“ für instagram nach " in said
    assert "Zurückgehalten: " in said
    assert "nicht freigegeben" in said


def test_undo_says_what_it_took_back_and_redo_does_it_again(
    kalender: Kalender, sample: Path, tmp_path: Path
) -> None:
    post = "Sirenenprobe läuft jetzt"
    kalender("export", sample, "--out", tmp_path / "out", "--from", "2026-12-12", "--to", "2026-12-12")
    assert kalender("show", sample, post, "--json").facts["stage"] == "exported"
    undone = kalender("undo", sample, "--json")
    assert (undone.code, undone.facts["undone"]) == (0, "post.delivered")
    assert undone.facts["text"] == f"Beitrag exportiert: {post}"
    assert kalender("show", sample, post, "--json").facts["stage"] == "approved"
    assert kalender("redo", sample, "--json").facts["redone"] == "post.delivered"
    assert kalender("show", sample, post, "--json").facts["stage"] == "exported"
    assert kalender("history", sample, "--json").facts["entries"][0]["undone"] == "redo"


def test_where_nothing_is_left_to_undo_it_says_so(kalender: Kalender, plan: Path) -> None:
    told = kalender("redo", plan, "--json")
    assert (told.code, told.facts["reason"]) == (1, "nothing_to_undo")
