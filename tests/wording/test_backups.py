# SPDX-License-Identifier: EUPL-1.2
"""Every state of a backup, every reason and every outcome has German words that say what it means."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.backups.backups import Made, Restored
from kalender.services.backups.going_back import Gone, PostLine, Preview
from kalender.services.backups.making import Outcome
from kalender.store.backup.info import BackupInfo, Damage, Reason
from kalender.wording.keeping import backups as words

TODAY = date(2026, 12, 3)
INFO = BackupInfo(
    path=Path("plan-1.kalender"), place=Path("Sicherungen"), plan="a", device="d", town="Stadt Lindenbrunn",
    reason=Reason.DAILY, made_at=datetime(2026, 12, 3, 8, 2), changesets=3, newest="n", posts=1, pictures=2,
    size=1_234_567, sha256="s",
)  # fmt: skip
NOTHING = Preview(back=(), changed=(), gone=(), others={}, originals=(), lost=(), lacking=0)


@pytest.mark.parametrize("damage", list(Damage))
def test_every_state_has_words_without_gaps(damage: Damage) -> None:
    info = replace(INFO, damaged=damage, lost=("a.jpg",))
    assert "{" not in words.state(info) + words.damage(info)
    assert words.state(info)
    assert (words.damage(info) == "") == (damage is Damage.NONE)
    if damage:
        assert words.damage(info).endswith(".")


def test_every_reason_has_a_word() -> None:
    assert set(words.REASONS) == set(Reason)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 12, 3, 8, 2), "heute, 08:02"),
        (datetime(2026, 12, 2, 17, 0), "gestern, 17:00"),
        (datetime(2025, 12, 2, 17, 0), "2. Dez. 2025, 17:00"),
        (datetime.min, "Zeit unbekannt"),
    ],
)
def test_the_moment_is_told_as_people_say_it(moment: datetime, said: str) -> None:
    assert words.when(moment, TODAY) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 Byte"), (999, "999 Byte"), (1_234_567, "1,2 MB"), (250_000_000, "250 MB")]
)
def test_sizes_are_read_at_a_glance(count: int, said: str) -> None:
    assert words.size(count) == said


def test_a_failure_says_what_happened_and_what_to_do_the_first_place_in_full() -> None:
    away = Outcome(place=Path("Stick"), refusal=Refused(RefusalKind.BACKUP_PLACE_AWAY, path="Stick"))
    full = Outcome(place=Path("Netz"), refusal=Refused(RefusalKind.BACKUP_NO_SPACE, path="Netz"))
    good = Outcome(place=Path("Sicherungen"), info=INFO, absent=("x.jpg",))
    made = Made(outcomes=(good, full, away))
    assert words.failure(made).startswith("Am Ablageort „Netz“ ist kein Platz mehr.")
    assert words.failure(made).endswith("Auch an „Stick“ ist es nicht gelungen.")
    assert not words.away(made)
    assert words.away(Made(outcomes=(good, away)))
    assert words.failure(Made(outcomes=(good,))) == ""
    said = words.made(Made(outcomes=(good,)), TODAY)
    assert said[0] == "Gesichert und geprüft: 1 Beitrag, 2 Bilder, 1,2 MB. Ort: Sicherungen"
    assert "Im Plan selbst fehlen Bilder (1)" in said[1]
    assert words.made(Made(outcomes=(good,), unchanged=True), TODAY)[0].startswith(
        "Seit heute, 08:02 hat sich nichts"
    )


def test_what_would_change_is_counted_and_named() -> None:
    line = PostLine(
        id="p", title="Markt", planned="2026-12-05T18:00", fields=("text", "title", "zone", "contact")
    )
    found = replace(
        NOTHING, back=(replace(line, fields=()),), changed=(line, replace(line, id="q", title="", planned="")),
        others={"picture": 2, "setting": 1, "question": 1}, originals=("a",), lost=("b",), lacking=4,
    )  # fmt: skip
    said = words.preview(found)
    assert said[:2] == ["1 Beitrag kommt zurück:", "  „Markt“, 5. Dez. 2026"]
    assert said[2] == "2 Beiträge werden zurückgesetzt:"
    assert said[3] == "  „Markt“, 5. Dez. 2026: Text, Titel, Weiteres"
    assert said[4].startswith("  Ohne Titel")
    assert said[5] == "Außerdem ändern sich: 2 Bilder, ein weiterer Eintrag, eine Einstellung."
    assert len(said) == 9
    assert words.preview(NOTHING) == ["Der Plan ist genau so, wie er in der Sicherung steht."]


def test_what_came_of_it_says_how_it_is_taken_back() -> None:
    gone = Gone(records=3, received=0, pictures=1, missing=("a.jpg",))
    said = words.restored(Restored(before=None, gone=gone))
    assert "3 Einträge" in said
    assert "Strg+Z" in said
    assert "die es nicht mehr gibt: 1" in said
    assert "dazu" not in words.restored(Restored(before=None, gone=replace(gone, records=0, missing=())))
