# SPDX-License-Identifier: EUPL-1.2
"""Cards in words: what a screen reader says and what the tip explains."""

from datetime import datetime

from kalender.domain.card import Card
from kalender.domain.stage import Flag, Stage, VoidReason
from kalender.wording import terms
from kalender.wording.cards import VOID_REASONS, counted, hints, spoken, tip

LABELS = {"fb": "Facebook", "wa": "WhatsApp-Kanal"}


def a_card(**values: object) -> Card:
    usual: dict[str, object] = {
        "id": "p1",
        "title": "Weihnachtsmarkt ist eröffnet",
        "planned": datetime(2026, 12, 4, 17),
        "zone": "Europe/Berlin",
        "stage": Stage.APPROVED,
        "flags": frozenset(),
        "channels": ("fb", "wa"),
    }
    return Card(**(usual | values))  # type: ignore[arg-type]  # a builder takes any field of the card


def test_a_card_is_read_out_with_title_day_time_stage_and_channels() -> None:
    assert spoken(a_card(), LABELS) == (
        "Weihnachtsmarkt ist eröffnet, Freitag 4. Dezember, 17 Uhr, Freigegeben, Facebook, WhatsApp-Kanal"
    )
    assert "17 Uhr 05" in spoken(a_card(planned=datetime(2026, 12, 4, 17, 5)), LABELS)


def test_an_idea_without_a_title_is_still_called_something() -> None:
    card = a_card(title="", planned=None, stage=Stage.IDEA, channels=())
    assert spoken(card, LABELS) == "Ohne Titel, Idee"


def test_flags_and_a_missing_description_are_said_in_words() -> None:
    card = a_card(stage=Stage.DRAFT, flags=frozenset({Flag.APPROVAL_VOID, Flag.OVERDUE}), missing_alt=True)
    assert "Entwurf, Freigabe erloschen, Überfällig" in spoken(card, LABELS)
    assert spoken(card, LABELS).endswith("Alternativtext fehlt")
    assert hints(card) == ["Freigabe erloschen", "Überfällig", "Alternativtext fehlt"]
    assert hints(a_card(flags=frozenset({Flag.CHANGE_REQUESTED}))) == []


def test_the_tip_gives_the_reason_of_a_lost_approval() -> None:
    card = a_card(stage=Stage.DRAFT, flags=frozenset({Flag.APPROVAL_VOID}), reason=VoidReason.CONTENT)
    assert tip(card, LABELS).split("\n") == [
        "Weihnachtsmarkt ist eröffnet",
        "Entwurf, Freigabe erloschen",
        "Freitag, 4. Dezember 2026, 17:00 Uhr",
        "Facebook, WhatsApp-Kanal",
        "Inhalt nach der Freigabe geändert.",
    ]


def test_every_stage_flag_and_reason_has_its_word() -> None:
    assert set(terms.STAGES) == set(Stage)
    assert set(terms.FLAGS) == set(Flag)
    assert set(VOID_REASONS) == set(VoidReason)


def test_held_lies_over_a_requested_change() -> None:
    flags = frozenset({Flag.HELD, Flag.CHANGE_REQUESTED})
    assert terms.look(Stage.DRAFT, flags).label == "Angehalten"
    assert terms.look(Stage.DRAFT, frozenset({Flag.CHANGE_REQUESTED})).label == "Änderung erbeten"
    assert terms.look(Stage.IN_REVIEW).label == "In Prüfung"


def test_an_own_channel_has_no_symbol_of_its_own() -> None:
    assert terms.platform("amtsblatt").icon == ""


def test_thousands_of_posts_are_told_with_a_dot() -> None:
    assert [counted(number) for number in (0, 1, 999, 10_000)] == [
        "0 Beiträge", "1 Beitrag", "999 Beiträge", "10.000 Beiträge",
    ]  # fmt: skip
