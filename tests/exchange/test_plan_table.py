# SPDX-License-Identifier: EUPL-1.2
"""What the columns and rows of a foreign plan mean."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.exchange.columns import Field, guessed, heading_row, with_mapping
from kalender.exchange.plan_rows import RowFault
from kalender.exchange.plan_table import read_plan
from kalender.exchange.sheets import Cell, Sheet
from kalender.wording.tables import FIELDS, OUTCOMES, REASONS, reason
from tests.exchange.plans import CHANNELS, TODAY, bad_rows_of, rows_of

FOURTH = date(2026, 12, 4)


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (
            ["Datum", "Uhrzeit", "Wochentag", "Titel", "Text", "Kanal"],
            "date time weekday title text channels",
        ),
        (
            ["KW", "Tag", "Thema", "Beitragstext", "Plattform", "Status"],
            "ignored date title text channels status",
        ),
        (
            ["Nr.", "Termin", "Titel", "Thema", "Zuständig", "Bemerkung"],
            "external date title topic responsible note",
        ),
        (
            ["Veröffentlichungsdatum", "Überschrift", "Rubrik", "Kanäle", "Stand"],
            "date title topic channels status",
        ),
        (
            ["Datum", "Betreff", "Inhalt", "Bild", "Alternativtext", "Link", "Ort"],
            "date title text picture alt link place",
        ),
        (["Datum / Uhrzeit", "Titel/Thema", "Bildmaterial", "Kampagne"], "date title picture campaign"),
        (
            ["Date", "Time", "Title", "Caption", "Platform", "Image", "Notes"],
            "date time title text channels picture note",
        ),
        (["Datum", "Beitrag", "Facebook", "Insta", "Homepage"], "date title channel channel channel"),
        (["Datum", "Facebook-Text", "Text Instagram"], "date channel channel"),
        (["Datum", "Titel", "Beschreibung", "Text"], "date title note text"),
        (["", "Titel", "Titel"], "ignored title ignored"),
        (
            ["Datum", "Titel", "Zielgruppe", "Ziel", "Fachamt", "Bezug zur Aufgabe"],
            "date title groups goal source task",
        ),
    ],
)
def test_headings_in_use_are_understood(headings: list[str], fields: str) -> None:
    assert [column.field.value for column in guessed(headings, CHANNELS)] == fields.split()


def test_headings_are_found_below_a_title_and_an_empty_row() -> None:
    rows = (("Redaktionsplan Lindenbrunn 2027", ""), ("", ""), ("Datum", "Titel"), ("06.01.", "Sternsinger"))
    assert heading_row(rows, CHANNELS) == 2
    (reading,) = read_plan([Sheet(rows=rows)], CHANNELS, TODAY)
    assert (reading.heading, reading.rows[0].row) == (3, 4)
    assert reading.rows[0].day == date(2027, 1, 6)


def test_a_row_becomes_what_it_says() -> None:
    (row,) = rows_of(
        ["Nr.", "Datum", "Uhrzeit", "Titel", "Text", "Kanal", "Status", "Rubrik", "Wer", "Link", "Bild", "Alt-Text", "Ort", "Notiz"],
        [7, "Fr 04.12.2026", "17 Uhr", " Weihnachtsmarkt  ist eröffnet ", "Kommen Sie!", "FB, Insta und Homepage", "Freigegeben",
         "Leben & Kultur", "KS", "lindenbrunn.de/markt", "markt.jpg; baum.jpg", "Ein Markt", "Marktplatz", "Bus 12"],
    )  # fmt: skip
    assert (row.row, row.key, row.title, row.text) == (
        2,
        "id 7",
        "Weihnachtsmarkt ist eröffnet",
        "Kommen Sie!",
    )
    assert (row.day, row.clock) == (FOURTH, time(17))
    assert row.channels == {"facebook": None, "instagram": None, "website": None}
    assert (row.idea, row.dropped) == (False, False)
    assert (row.topic, row.responsible, row.link) == ("Leben & Kultur", "KS", "lindenbrunn.de/markt")
    assert (row.pictures, row.alt) == (("markt.jpg", "baum.jpg"), "Ein Markt")
    assert (row.place, row.note) == ("Marktplatz", "Bus 12")


def test_a_channel_column_holds_a_mark_or_an_own_text() -> None:
    one, two = rows_of(
        ["Datum", "Titel", "Text", "Facebook", "Instagram", "WhatsApp"],
        ["04.12.", "Markt", "Lang", "x", "Kurz #Markt", "-"],
        ["05.12.", "Bücherei", "Lang", "", "JA", 1],
    )
    assert one.channels == {"facebook": None, "instagram": "Kurz #Markt"}
    assert two.channels == {"instagram": None, "whatsapp": None}


def test_without_a_common_text_the_first_channels_own_one_is_common() -> None:
    (row,) = rows_of(
        ["Datum", "Titel", "Facebook", "Instagram"], ["04.12.", "Markt", "Für alle", "Für Insta"]
    )
    assert (row.text, row.channels) == ("Für alle", {"facebook": None, "instagram": "Für Insta"})


@pytest.mark.parametrize(
    "words",
    [
        "alle",
        "FB/IG/WA/Web",
        "Facebook + Insta & WhatsApp-Kanal; Website",
        "fb|ig|wa|hp",
        "FB\nIG\nWA\nHomepage",
    ],
)
def test_channels_are_listed_in_many_ways(words: str) -> None:
    (row,) = rows_of(["Datum", "Titel", "Kanäle"], ["04.12.", "Markt", words])
    assert row.channels is not None
    assert set(row.channels) == {"facebook", "instagram", "whatsapp", "website"}


@pytest.mark.parametrize(
    ("status", "day", "idea", "dropped"),
    [
        ("Freigegeben", "04.12.", False, False), ("veröffentlicht", "04.12.", False, False), ("Idee", "04.12.", True, False),
        ("Entwurf", "", False, False), ("", "", True, False), ("abgesagt", "04.12.", False, True), ("", "04.12.", False, False),
    ],
)  # fmt: skip
def test_a_status_makes_an_idea_or_a_draft_and_never_more(
    status: str, day: str, idea: bool, dropped: bool
) -> None:
    (row,) = rows_of(["Datum", "Titel", "Status"], [day, "Markt", status])
    assert (row.idea, row.dropped) == (idea, dropped)


def test_rows_that_only_name_a_day_and_repeated_headings_are_no_posts() -> None:
    rows = rows_of(
        ["KW", "Datum", "Wochentag", "Titel"],
        [49, "30.11.2026", "Montag", ""],
        ["KW 49", "", "", ""],
        [],
        ["KW", "Datum", "Wochentag", "Titel"],
        [49, "04.12.2026", "Freitag", "Markt"],
    )
    assert [(row.row, row.title) for row in rows] == [(6, "Markt")]


def test_every_bad_row_is_named_with_its_number_and_reason() -> None:
    bad = bad_rows_of(
        ["Datum", "Wochentag", "Uhrzeit", "Titel", "Text", "Kanal"],
        ["31.02.2026", "", "", "Schalttag", "a", "FB"],
        ["04.12.2026", "Freitag", "17:00", "Markt", "b", "FB"],
        ["Do 04.12.2026", "", "", "Falscher Tag", "c", "FB"],
        ["04.12.2026", "Montag", "", "Auch falsch", "d", "FB"],
        ["05.12.2026", "", "25:00", "Zu spät", "e", "FB"],
        ["06.12.2026", "", "", "", "Text ohne Titel", "FB"],
        ["07.12.2026", "", "", "Kanal", "f", "FB, Litfaßsäule"],
        ["08.12.2026", "", "", "Zu viel", "Brot", "FB", "Wein"],
    )
    assert [(item.row, item.fault) for item in bad] == [
        (2, RowFault.BAD_DATE), (4, RowFault.WEEKDAY), (5, RowFault.WEEKDAY), (6, RowFault.BAD_TIME), (7, RowFault.NO_TITLE),
        (8, RowFault.UNKNOWN_CHANNEL), (9, RowFault.TOO_MANY_CELLS),
    ]  # fmt: skip
    assert bad[0].facts["value"] == "31.02.2026"
    assert (bad[1].facts["named"], bad[1].facts["right"]) == (3, 4)
    assert bad[5].facts["value"] == "Litfaßsäule"
    assert "ist ein Freitag, in der Tabelle steht Donnerstag" in reason(bad[1])
    assert "7 Zellen, die Überschrift nur 6." in reason(bad[6])


def test_a_number_that_comes_twice_is_refused_and_an_equal_row_without_one_is_a_row_of_its_own() -> None:
    heading = ["ID", "Datum", "Titel"]
    assert [
        (bad.row, bad.fault) for bad in bad_rows_of(heading, ["a", "04.12.", "eins"], ["a", "05.12.", "zwei"])
    ] == [(3, RowFault.TWICE)]
    rows = rows_of(["Datum", "Titel", "Kanal"], ["04.12.", "Markt", "FB"], ["04.12.", "Markt", "IG"])
    assert len({row.key for row in rows}) == 2


def test_all_sheets_with_dates_are_read_and_lists_beside_them_are_not() -> None:
    november = Sheet(name="November", rows=(("Datum", "Titel"), ("30.11.2026", "Amtsblatt")))
    december = Sheet(name="Dezember", rows=(("Datum", "Titel"), ("04.12.2026", "Markt")))
    people = Sheet(name="Kontakte", rows=(("Name", "Telefon"), ("Katrin Sommer", "123")))
    readings = read_plan([november, december, people], CHANNELS, TODAY)
    assert [reading.sheet for reading in readings] == ["November", "Dezember"]


def test_a_sheet_without_titles_is_no_plan() -> None:
    assert read_plan([Sheet(rows=(("Betrag", "Konto"), (1, 2)))], CHANNELS, TODAY) == ()


def test_without_a_column_of_titles_the_text_gives_one() -> None:
    text = "Der Weihnachtsmarkt ist eröffnet und wir freuen uns auf alle, die kommen\nZweite Zeile"
    (row,) = rows_of(["Datum", "Text"], ["04.12.2026", text])
    assert row.title == "Der Weihnachtsmarkt ist eröffnet und wir freuen uns auf …"
    assert row.text == text


def test_a_persons_choice_of_columns_wins_over_the_guess() -> None:
    rows = (("Wann genau", "Bla", "Blub"), ("04.12.2026", "Markt", "Kurz"))
    mapping = {"Wann genau": "date", "Bla": "title", "Blub": "channel/instagram"}
    (reading,) = read_plan([Sheet(rows=rows)], CHANNELS, TODAY, mapping)
    assert (reading.rows[0].day, reading.rows[0].title) == (FOURTH, "Markt")
    assert reading.rows[0].channels == {"instagram": None}
    assert reading.rows[0].text == "Kurz"
    with pytest.raises(ValueError, match="unsinn"):
        with_mapping(reading.columns, {"Bla": "unsinn"}, CHANNELS)
    with pytest.raises(ValueError, match="channel/litfass"):
        with_mapping(reading.columns, {"Bla": "channel/litfass"}, CHANNELS)


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A0", "+49 7000", "-5 Grad", "@stadt", "\tEinzug", "＝1+1"])
def test_what_looks_like_a_formula_is_a_text_like_any_other(text: str) -> None:
    (row,) = rows_of(["Datum", "Titel", "Text"], ["04.12.2026", "Markt", text])
    assert row.text == text.strip()


def test_a_date_with_time_in_one_cell_gives_both() -> None:
    (row,) = rows_of(["Termin", "Titel"], [datetime(2026, 12, 4, 17, 0), "Markt"])
    assert (row.day, row.clock) == (FOURTH, time(17))


def test_composed_and_decomposed_umlauts_are_the_same_row() -> None:
    (one,) = rows_of(["Datum", "Titel"], ["04.12.2026", "Eröffnung"])
    (two,) = rows_of(["Datum", "Titel"], ["04.12.2026", "Ero\u0308ffnung"])
    assert (one.key, one.title) == (two.key, two.title)


def test_every_field_has_words_in_the_preview() -> None:
    assert set(FIELDS) == set(Field)
    assert set(REASONS) == set(RowFault)
    assert len(OUTCOMES) == 3


CELLS = st.one_of(
    st.text(max_size=30),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=True, allow_infinity=True),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.sampled_from(
        [
            "",
            "x",
            "FB",
            "31.02.2026",
            "04.12.2026",
            "Mo",
            "17 Uhr",
            "Idee",
            "alle",
            "4. Dez",
            "Fr 04.12.",
            "²",
            "٣.٤.٢٠٢٦",
        ]
    ),
)


@given(st.lists(st.lists(CELLS, max_size=9), max_size=12))
def test_whatever_the_cells_hold_each_row_is_taken_or_named(rows: list[list[Cell]]) -> None:
    heading: tuple[Cell, ...] = ("Nr", "Datum", "Wochentag", "Uhrzeit", "Titel", "Text", "Kanal", "Instagram")
    for reading in read_plan([Sheet(rows=(heading, *map(tuple, rows)))], CHANNELS, TODAY):
        numbers = [row.row for row in reading.rows]
        assert len(numbers) == len(set(numbers))
        assert not set(numbers) & {bad.row for bad in reading.bad}
        assert len({row.key for row in reading.rows}) == len(numbers)
        assert all(row.title for row in reading.rows)
        for bad in reading.bad:
            assert reason(bad)
