# SPDX-License-Identifier: EUPL-1.2
"""A foreign plan becomes posts: all or nothing, one step, and again without doubling."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from kalender.app.founding import create_plan
from kalender.app.house import House
from kalender.domain.picture import Picture
from kalender.domain.plan import Channel, ColumnMemory, Municipality, Person, Role, Topic
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.exchange.plan_rows import RowFault
from kalender.jobs.pool import InlineWorker
from kalender.services.clock import FixedClock
from kalender.services.intake.reports import Outcome
from kalender.wording.tables import hint, place, reason

HEADINGS = "Datum;Uhrzeit;Titel;Text;Kanal;Status;Rubrik;Zuständig;Bild"
MARKET = "04.12.2026;17:00;Weihnachtsmarkt;Kommen Sie!;FB, IG;Freigegeben;Leben & Kultur;KS;markt.jpg"
BOOKS = "11.12.2026;;Vorlesen;Wir lesen vor.;FB;Entwurf;Familie;Frau Krüger;"
IDEA = ";;Hundesteuer;;IG;Idee;;;"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    channels = [
        Channel(id="facebook", platform="facebook", name="Facebook", position="a", usual_time="11:00"),
        Channel(id="instagram", platform="instagram", name="Instagram", position="b"),
    ]
    people = [
        Person(id="katrin", name="Katrin Sommer"),
        Person(id="ines", name="Ines Falkner", role=Role.APPROVAL),
    ]
    made = create_plan(
        tmp_path / "plan", Municipality(name="Lindenbrunn"), channels, people, worker=InlineWorker(),
        topics=[Topic(id="leben", name="Leben & Kultur", position="a")], clock=FixedClock(datetime(2026, 12, 3, 10)),
        allow_synced=True,
    )  # fmt: skip
    yield made
    made.close()


def a_file(house: House, *rows: str, name: str = "plan.csv") -> Path:
    path = house.folder.parent / name
    path.write_text("\n".join([HEADINGS, *rows]), encoding="utf-8")
    return path


def posts(house: House) -> dict[str, Post]:
    return {post.title: post for post in house.store.all(Post)}


def test_rows_become_drafts_and_ideas_whatever_the_sheet_claims(house: House) -> None:
    report = house.exchange.import_table(a_file(house, MARKET, BOOKS, IDEA))
    assert (len(report.added), report.updated, report.refused) == (3, (), ())
    found = posts(house)
    market = found["Weihnachtsmarkt"]
    assert (market.planned, market.text, market.topic) == (datetime(2026, 12, 4, 17), "Kommen Sie!", "leben")
    assert [version.id for version in market.versions] == ["facebook", "instagram"]
    assert market.responsible == "katrin"
    assert not market.decisions
    assert not market.requests
    assert house.posts.card(market.id).stage is Stage.DRAFT
    books = found["Vorlesen"]
    assert books.planned == datetime(2026, 12, 11, 11), "the usual time of its channel"
    assert (books.responsible, books.contact) == ("", "Frau Krüger")
    assert [topic.name for topic in house.plan.topics] == ["Leben & Kultur", "Familie"]
    assert house.posts.card(found["Hundesteuer"].id).stage is Stage.IDEA


def test_one_bad_row_keeps_all_of_the_file_out(house: House) -> None:
    report = house.exchange.import_table(
        a_file(house, MARKET, "31.02.2026;;Schalttag;a;FB;;;;", "01.01.2027;;Neujahr;a;Litfaß;;;;")
    )
    assert posts(house) == {}
    assert report.added == ()
    assert [(bad.row, bad.fault) for bad in report.refused] == [
        (3, RowFault.BAD_DATE),
        (4, RowFault.UNKNOWN_CHANNEL),
    ]
    assert "31.02.2026" in reason(report.refused[0])
    assert "facebook, instagram" in reason(report.refused[1])
    assert place(report.refused[0]) == "Zeile 3"


def test_an_import_is_one_step_to_undo(house: House) -> None:
    house.exchange.import_table(a_file(house, MARKET, BOOKS, IDEA))
    house.desk.undo()
    assert posts(house) == {}
    assert [topic.name for topic in house.plan.topics] == ["Leben & Kultur"]
    house.desk.redo()
    assert len(posts(house)) == 3


def test_the_same_file_again_changes_nothing_and_writes_nothing(house: House) -> None:
    path = a_file(house, MARKET, BOOKS, IDEA)
    house.exchange.import_table(path)
    before = house.store.changesets()
    report = house.exchange.import_table(path)
    assert (report.added, report.updated, len(report.unchanged)) == ((), (), 3)
    assert house.store.changesets() == before


def test_a_changed_row_updates_its_post_and_leaves_what_was_edited_here(house: House) -> None:
    house.exchange.import_table(a_file(house, MARKET, BOOKS))
    market = posts(house)["Weihnachtsmarkt"]
    house.editing.set_text(market.id, "Hier besser geschrieben")
    house.editing.set_text(market.id, "Nur für Insta", "instagram")
    report = house.exchange.import_table(a_file(house, MARKET.replace("17:00", "18:00"), BOOKS))
    assert (report.added, report.updated) == ((), (market.id,))
    now = house.posts.get(market.id)
    assert (now.planned, now.text) == (datetime(2026, 12, 4, 18), "Hier besser geschrieben")
    own = now.version("instagram")
    assert own is not None
    assert own.text == "Nur für Insta"


def test_a_row_that_moved_to_another_day_moves_its_post(house: House) -> None:
    house.exchange.import_table(a_file(house, MARKET, BOOKS))
    market = posts(house)["Weihnachtsmarkt"]
    report = house.exchange.import_table(
        a_file(house, MARKET.replace("04.12.2026", "05.12.2026"), BOOKS, name="neu.csv")
    )
    assert (report.added, report.updated) == ((), (market.id,))
    assert house.posts.get(market.id).planned == datetime(2026, 12, 5, 17)


def test_a_number_recognises_a_row_whatever_else_changed(house: House) -> None:
    path = house.folder.parent / "plan.csv"
    path.write_text("Nr;Datum;Titel\n1;04.12.2026;Markt\n2;05.12.2026;Bücherei\n", encoding="utf-8")
    house.exchange.import_table(path)
    market = posts(house)["Markt"]
    path.write_text("Nr;Datum;Titel\n1;10.12.2026;Weihnachtsmarkt\n2;05.12.2026;Bücherei\n", encoding="utf-8")
    report = house.exchange.import_table(path)
    assert (report.added, report.updated, len(report.unchanged)) == ((), (market.id,), 1)
    now = house.posts.get(market.id)
    assert (now.title, now.planned and now.planned.date()) == ("Weihnachtsmarkt", date(2026, 12, 10))


def test_an_import_that_changes_the_text_voids_an_approval(house: House) -> None:
    house.exchange.import_table(a_file(house, MARKET))
    id_ = posts(house)["Weihnachtsmarkt"].id
    house.reviews.request(id_)
    house.desk.acting_as("ines")
    house.reviews.approve(id_, house.reviews.sheet(id_).digest)
    assert house.posts.card(id_).stage is Stage.APPROVED
    house.desk.acting_as("katrin")
    house.exchange.import_table(a_file(house, MARKET.replace("Freigegeben", "Veröffentlicht")))
    assert house.posts.card(id_).stage is Stage.APPROVED, "the status of a sheet says nothing"
    house.exchange.import_table(a_file(house, MARKET.replace("Kommen Sie!", "Kommen Sie nicht!")))
    assert house.posts.card(id_).stage is Stage.DRAFT


def test_pictures_of_the_library_are_attached_by_name_and_others_are_named(house: House) -> None:
    with house.desk.action("picture.imported") as act:
        act.put(Picture(id="p1", sha256="0" * 64, name="Markt.JPG", width=1200, height=800))
    report = house.exchange.import_table(
        a_file(house, MARKET, MARKET.replace("markt.jpg", "fehlt.jpg").replace("04.12", "05.12"))
    )
    first, second = (house.posts.get(id_) for id_ in report.added)
    assert [item.picture for item in first.attachments] == ["p1"]
    assert second.attachments == ()
    assert [(item.row, item.value) for item in report.hints] == [(3, "fehlt.jpg")]
    assert "fehlt.jpg" in hint(report.hints[0])


def test_a_preview_tells_what_would_happen_and_writes_nothing(house: House) -> None:
    house.exchange.import_table(a_file(house, MARKET))
    before = house.store.changesets()
    found = house.exchange.preview(
        a_file(house, MARKET.replace("17:00", "18:00"), BOOKS, "32.12.2026;;Nie;;FB;;;;")
    )
    assert [item.outcome for item in found.rows] == [Outcome.UPDATED, Outcome.ADDED]
    assert (found.count(Outcome.ADDED), len(found.refused), found.delimiter, found.encoding) == (
        1,
        1,
        ";",
        "utf-8",
    )
    assert [column.field.value for column in found.sheets[0].columns][:3] == ["date", "time", "title"]
    assert house.store.changesets() == before


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Betrag;Konto\n1;2\n", RefusalKind.TABLE_WITHOUT_TITLES),
        ("Datum;Titel\n", RefusalKind.TABLE_EMPTY),
        ("", RefusalKind.TABLE_EMPTY),
        ("%PDF-1.7 nothing", RefusalKind.FILE_UNREADABLE),
    ],
)
def test_what_is_no_plan_is_refused_with_its_name(house: House, content: str, kind: RefusalKind) -> None:
    path = house.folder.parent / "plan.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        house.exchange.import_table(path)
    assert (refused.value.kind, refused.value.facts["path"]) == (kind, "plan.csv")


def test_a_plan_with_one_channel_needs_no_column_for_it(tmp_path: Path) -> None:
    only = Channel(id="website", platform="website", name="Website", position="a", usual_time="09:30")
    house = create_plan(
        tmp_path / "one", Municipality(name="Lindenbrunn"), [only], [], worker=InlineWorker(), allow_synced=True,
        clock=FixedClock(datetime(2026, 12, 3, 10)),
    )  # fmt: skip
    path = tmp_path / "plan.csv"
    path.write_text("Datum;Titel\n04.12.2026;Markt\n", encoding="utf-8")
    house.exchange.import_table(path)
    (post,) = house.store.all(Post)
    assert [version.id for version in post.versions] == ["website"]
    assert post.planned == datetime(2026, 12, 4, 9, 30)
    house.close()


def test_a_guessed_encoding_is_said(house: House) -> None:
    path = house.folder.parent / "alt.csv"
    path.write_bytes(b"Datum;Titel\n04.12.2026;\xa4\xa5\xaa\xba\xd0\xf0\n")
    report = house.exchange.import_table(path)
    assert [(item.what, item.row) for item in report.hints] == [("encoding", 0)]
    assert "Umlaute" in hint(report.hints[0])


def odd_file(house: House, *rows: str, name: str = "plan.csv", order: str = "Wann;Spruch;Wozu") -> Path:
    path = house.folder.parent / name
    path.write_text("\n".join([order, *rows]), encoding="utf-8")
    return path


ODD = "04.12.2026;Weihnachtsmarkt;Markt für alle"
CHOSEN = {"Spruch": "title", "Wozu": "note"}


def test_what_columns_mean_is_remembered_for_the_next_file_with_the_same_headings(house: House) -> None:
    house.exchange.import_table(odd_file(house, ODD), CHOSEN)
    again = house.exchange.preview(odd_file(house, ODD, "11.12.2026;Vorlesen;Bücherei", name="neu.csv"))
    assert [row.outcome for row in again.rows] == [Outcome.UNCHANGED, Outcome.ADDED]
    assert again.remembered == {"Spruch", "Wozu"}
    report = house.exchange.import_table(odd_file(house, ODD, "11.12.2026;Vorlesen;Bücherei", name="neu.csv"))
    assert posts(house)["Vorlesen"].note == "Bücherei"
    assert [hint(item) for item in report.hints] == ["Wie beim letzten Mal gedeutet: Spruch, Wozu."]


def test_other_headings_are_guessed_anew(house: House) -> None:
    house.exchange.import_table(odd_file(house, ODD), CHOSEN)
    other = odd_file(house, "04.12.2026;Titel;Weihnachtsmarkt", order="Datum;Wozu;Titel", name="b.csv")
    assert house.exchange.preview(other).remembered == frozenset()


def test_a_later_choice_is_stronger_and_is_remembered_instead(house: House) -> None:
    house.exchange.import_table(odd_file(house, ODD), CHOSEN)
    found = house.exchange.preview(odd_file(house, ODD), {"Wozu": "text"})
    assert found.remembered == {"Spruch"}
    house.exchange.import_table(odd_file(house, "12.12.2026;Chor;Singt"), {"wozu": "text"})
    assert posts(house)["Chor"].text == "Singt"
    third = house.exchange.preview(odd_file(house, "13.12.2026;Lauf;Rennt"))
    assert [row.row.text for row in third.rows] == ["Rennt"]


def test_undo_forgets_the_mapping_together_with_the_posts(house: House) -> None:
    before = house.store.changesets()
    house.exchange.import_table(odd_file(house, ODD), CHOSEN)
    assert house.store.changesets() == before + 1
    house.desk.undo()
    assert posts(house) == {}
    with pytest.raises(Refused) as caught:
        house.exchange.preview(odd_file(house, ODD))
    assert caught.value.kind is RefusalKind.TABLE_WITHOUT_TITLES
    house.desk.redo()
    assert house.exchange.preview(odd_file(house, ODD)).remembered


def test_what_would_be_guessed_anyway_is_not_kept(house: House) -> None:
    house.exchange.import_table(a_file(house, MARKET), {"Titel": "title"})
    assert house.store.all(ColumnMemory) == []


def test_a_column_for_a_channel_that_was_retired_is_guessed_again(house: House) -> None:
    rows = odd_file(house, "04.12.2026;Markt;Auf Facebook", order="Datum;Titel;Spezial")
    house.exchange.import_table(rows, {"Spezial": "channel/facebook"})
    house.setup.channels.retire("facebook")
    assert house.exchange.preview(rows).remembered == frozenset()


def test_the_memory_of_two_people_lies_side_by_side_and_the_newer_holds(house: House) -> None:
    house.exchange.import_table(odd_file(house, ODD), CHOSEN)
    house.desk.acting_as("ines")
    assert isinstance(house.clock, FixedClock)
    house.clock.set(datetime(2026, 12, 3, 11))
    house.exchange.import_table(odd_file(house, "12.12.2026;Chor;Singt"), {"Wozu": "text"})
    assert len(house.store.all(ColumnMemory)) == 2
    third = house.exchange.preview(odd_file(house, "13.12.2026;Lauf;Rennt"))
    assert [row.row.text for row in third.rows] == ["Rennt"]
