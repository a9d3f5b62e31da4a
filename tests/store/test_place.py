# SPDX-License-Identifier: EUPL-1.2
"""Where a plan may lie, and that a file which is none of ours is left as it is."""

import sqlite3
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind, Refused
from kalender.store import place
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS, a_desk, a_plan, a_post, reopened
from tests.places import CORPUS, NO_CORPUS, corpus_files


def opened(folder: Path, *, read_only: bool = False) -> PlanFile:
    return PlanFile.open(folder, formats=FORMATS, platforms=PLATFORMS, read_only=read_only)


def refused(folder: Path) -> RefusalKind:
    with pytest.raises(Refused) as found:
        opened(folder)
    return found.value.kind


def a_folder_with(folder: Path, content: bytes) -> Path:
    folder.mkdir()
    (folder / place.PLAN).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "folder",
    [
        "Nextcloud/Plan",
        "OneDrive - Stadt Lindenbrunn/Öffentlichkeit",
        "Dropbox (Privat)/x",
        "nextcloud2/Plan",
        "Google Drive/Plan",
    ],
)
def test_a_synchronised_folder_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(Refused) as found:
        a_plan(tmp_path / folder)
    assert found.value.kind is RefusalKind.PLAN_IN_SYNCED_FOLDER
    assert not (tmp_path / folder).exists()


def test_a_folder_that_only_sounds_like_it_is_taken(tmp_path: Path) -> None:
    a_plan(tmp_path / "Dropboxen und Megaphone").close()


def test_a_folder_inside_one_that_a_client_watches_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".sync_journal.db").touch()
    assert place.synced(tmp_path / "Pläne" / "2026", mounts="")


def test_a_link_into_a_synchronised_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "Plan").symlink_to(tmp_path / "Nextcloud")
    assert place.synced(tmp_path / "Plan", mounts="")


def test_network_places_are_refused(tmp_path: Path) -> None:
    mounts = "/dev/vda / ext4 rw 0 0\nserver:/x /srv/amt\\040eins cifs rw 0 0\n/dev/vdb /srv/amt\\040eins/lokal ext4 rw 0 0\n"
    assert place.synced(Path("//server/freigabe/plan"))
    assert place.synced(Path("\\\\server\\freigabe"))
    assert place.synced(Path("/srv/amt eins/plan"), mounts)
    assert not place.synced(Path("/srv/amt eins/lokal/plan"), mounts)
    assert not place.synced(Path("/srv/amt einsfrei"), mounts)


def test_what_is_no_plan_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    other = sqlite3.connect(foreign)
    other.execute("CREATE TABLE note (text)")
    other.commit()
    other.close()
    contents = {
        "text": (b"Redaktionsplan 2026\n" * 20, RefusalKind.PLAN_FOREIGN),
        "empty": (b"", RefusalKind.PLAN_DAMAGED),
        "zeros": (b"\0" * 8192, RefusalKind.PLAN_DAMAGED),
        "another program": (foreign.read_bytes(), RefusalKind.PLAN_FOREIGN),
        "head only": (b"SQLite format 3\0", RefusalKind.PLAN_DAMAGED),
    }
    for name, (content, kind) in contents.items():
        folder = a_folder_with(tmp_path / name, content)
        assert refused(folder) is kind, name
        assert (folder / place.PLAN).read_bytes() == content


def test_a_folder_without_a_plan_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path) is RefusalKind.PLAN_MISSING


def test_a_plan_is_not_made_over_another(tmp_path: Path) -> None:
    a_plan(tmp_path / "plan").close()
    with pytest.raises(Refused) as found:
        a_plan(tmp_path / "plan")
    assert found.value.kind is RefusalKind.PLAN_EXISTS


def test_a_plan_of_a_newer_program_is_left_as_it_is(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan")
    plan._on.sql("PRAGMA user_version = 99")
    plan.close()
    before = (tmp_path / "plan" / place.PLAN).read_bytes()
    assert refused(tmp_path / "plan") is RefusalKind.PLAN_NEWER
    assert (tmp_path / "plan" / place.PLAN).read_bytes() == before


def test_a_cut_off_plan_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), *(a_post(f"p{n}") for n in range(50)))
    plan.close()
    file = tmp_path / "plan" / place.PLAN
    whole = file.read_bytes()
    for cut in (len(whole) // 2, len(whole) - 1, 4096, 512):
        file.write_bytes(whole[:cut])
        assert refused(tmp_path / "plan") is RefusalKind.PLAN_DAMAGED
        assert file.read_bytes() == whole[:cut]


def test_a_second_program_may_read_but_not_write(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Markt"))
    assert refused(tmp_path / "plan") is RefusalKind.PLAN_IN_USE
    reader = opened(tmp_path / "plan", read_only=True)
    card = reader.card("p")
    assert card is not None
    assert card.title == "Markt"
    with pytest.raises(Refused) as found:
        a_desk(reader, a_post("q"))
    assert found.value.kind is RefusalKind.PLAN_READ_ONLY
    with desk.action("post.deleted") as act:
        act.delete("post/p")
    assert reader.card("p") is None
    reader.close()
    plan.close()
    opened(tmp_path / "plan").close()


def test_a_plan_replaced_while_it_is_open_is_noticed_before_anything_is_written(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    file = tmp_path / "plan" / place.PLAN
    copy = file.read_bytes()
    file.rename(file.with_name("moved away"))
    file.write_bytes(copy)
    with pytest.raises(Refused) as found, desk.action("post.deleted") as act:
        act.delete("post/p")
    assert found.value.kind is RefusalKind.PLAN_REPLACED
    assert file.read_bytes() == copy
    plan.close()


def test_a_plan_can_be_moved_with_its_folder(tmp_path: Path) -> None:
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p"))
    plan.close()
    (tmp_path / "plan").rename(tmp_path / "Plan für Ä&Ö?#%20")
    plan = opened(tmp_path / "Plan für Ä&Ö?#%20")
    assert plan.card("p") is not None
    plan = reopened(plan)
    plan.close()


@pytest.mark.skipif(not CORPUS.is_dir(), reason=NO_CORPUS)
def test_foreign_and_damaged_databases_are_refused_and_left_as_they_are(tmp_path: Path) -> None:
    tried = opened_ones = 0
    for source in corpus_files("sqlite"):
        content = source.read_bytes()
        dressed_up = content[:68] + place.APPLICATION.to_bytes(4, "big") + content[72:]
        for n, tried_content in enumerate((content, dressed_up)):
            folder = a_folder_with(tmp_path / f"{tried}-{n}", tried_content)
            tried += 1
            try:
                opened(folder).close()
                opened_ones += 1
            except Refused:
                pass
            assert (folder / place.PLAN).read_bytes() == tried_content, source.name
    assert opened_ones == 0
    assert tried > 40
