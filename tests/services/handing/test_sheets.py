# SPDX-License-Identifier: EUPL-1.2
"""The plan on paper: every post is there, whatever its title says, for everyone to read, and twice the same."""

import re
import shutil
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kalender.app.house import House
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange import printed
from kalender.services.handing.sheets import Paper, PrintOrder, View

DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))
EVIL = '#evil[$*_ `x` \\u{1F} @ref <label> // #import "a.typ"'


def order(view: View = View.MONTH, **fields: Any) -> PrintOrder:
    first, last = DECEMBER
    values: dict[str, Any] = {"view": view, "first": first, "last": last, **fields}
    return PrintOrder(**values)


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(
            f"{name} is not installed, so nobody has looked into the PDF (Debian: poppler-utils, qpdf)"
        )
    return found


def text_of(path: Path) -> str:
    """Return the words of a PDF, each run of blanks as one and words divided at the end of a line made whole."""
    done = subprocess.run(
        [tool("pdftotext"), "-raw", str(path), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(re.sub(r"[-\xad]\n(?=[a-zäöüß])", "", done.stdout).split())


def facts_of(path: Path) -> dict[str, str]:
    done = subprocess.run([tool("pdfinfo"), str(path)], capture_output=True, text=True, check=True)
    pairs = (line.partition(":") for line in done.stdout.splitlines())
    return {name.strip(): value.strip() for name, _, value in pairs}


def height_of(path: Path, word: str) -> float:
    """Return how high the first such word of a PDF is, in points, with its line; 0 where it does not stand whole."""
    done = subprocess.run(
        [tool("pdftotext"), "-bbox", str(path), "-"], capture_output=True, text=True, check=True
    )
    found = re.search(rf'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">{word}<', done.stdout)
    return float(found[2]) - float(found[1]) if found else 0.0


def busy(house: House, count: int) -> list[str]:
    """Plan so many posts over December, each with a number in its title."""
    titles = []
    for number in range(count):
        title = f"Beitrag{number:03d} aus dem Rathaus mit einem längeren Titel"
        day = date(2026, 12, 1) + timedelta(days=number % 31)
        house.posts.create(title, planned=datetime(day.year, day.month, day.day, 8 + number // 31, 0))
        titles.append(f"Beitrag{number:03d}")
    return titles


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("upright", [False, True])
def test_no_post_of_a_crowded_month_is_missing_on_paper(
    house: House, tmp_path: Path, view: View, paper: Paper, upright: bool
) -> None:
    titles = busy(house, 150)
    out = tmp_path / "plan.pdf"
    done = house.printing.write(order(view, paper=paper, upright=upright, mono=True), out)
    assert done.posts == 150
    text = text_of(out)
    assert not [title for title in titles if title not in text]
    sides = sorted(float(item) for item in re.findall(r"[\d.]+", facts_of(out)["Page size"])[:2])
    wanted = [side / 25.4 * 72 for side in paper.sides]
    assert all(abs(one - other) < 2 for one, other in zip(sides, wanted, strict=True))


def test_what_a_cell_cannot_hold_is_counted_there_and_listed_behind(house: House, tmp_path: Path) -> None:
    for number in range(60):
        house.posts.create(f"Sitzung{number}", planned=datetime(2026, 12, 9, 8 + number // 10, number % 10))
    out = tmp_path / "plan.pdf"
    house.printing.write(order(), out)
    text = text_of(out)
    (hidden,) = re.findall(r"\+(\d+) auf Seite 2", text)
    behind = text.partition("Mehr im Blatt „Dezember 2026“")[2]
    assert behind.count("Sitzung") == int(hidden)
    assert "Mittwoch, 9. Dezember 2026" in behind
    assert "Seite 1 von 2" in text


def test_a_day_that_goes_on_in_the_next_column_is_named_there_again(house: House, tmp_path: Path) -> None:
    for number in range(60):
        house.posts.create(f"Sitzung{number}", planned=datetime(2026, 12, 9, 8 + number // 10, number % 10))
    out = tmp_path / "plan.pdf"
    house.printing.write(order(), out)
    behind = text_of(out).partition("Mehr im Blatt „Dezember 2026“")[2]
    assert behind.count("Mittwoch, 9. Dezember 2026") >= 2


def test_an_event_is_told_from_holidays_without_colour(house: House, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    house.printing.write(order(mono=True), out)
    assert "Veranstaltung, Kampagne" not in text_of(out)
    house.events.add("Theaterwoche", date(2026, 12, 11), date(2026, 12, 17))
    house.events.add("Sauberer Winter", date(2026, 12, 1), date(2026, 12, 20), campaign=True)
    house.printing.write(order(mono=True), out)
    text = text_of(out)
    assert "Veranstaltung, Kampagne" in text
    assert "Kampagne: Sauberer Winter" in text
    assert "Kampagne: Theaterwoche" not in text


@pytest.mark.parametrize("view", list(View))
def test_words_on_the_larger_paper_are_larger(house: House, tmp_path: Path, view: View) -> None:
    house.posts.create("Weihnachtsmarkt", planned=datetime(2026, 12, 9, 9))
    one, two = tmp_path / "a4.pdf", tmp_path / "a3.pdf"
    house.printing.write(order(view), one)
    house.printing.write(order(view, paper=Paper.A3), two)
    assert height_of(two, "Weihnachtsmarkt") > 1.3 * height_of(one, "Weihnachtsmarkt")


def test_the_word_of_a_stage_is_never_divided(house: House, tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    house.posts.create("Markt", planned=datetime(2026, 12, 9, 9))
    house.printing.write(order(View.WEEK, upright=True), out)
    assert height_of(out, "Entwurf") > 0


@pytest.mark.parametrize("view", list(View))
def test_what_people_type_is_never_read_as_markup(house: House, tmp_path: Path, view: View) -> None:
    house.posts.create(EVIL, planned=datetime(2026, 12, 9, 9))
    out = tmp_path / "plan.pdf"
    house.printing.write(order(view), out)
    assert re.sub(r"[ \xad-]", "", EVIL) in re.sub(r"[ \xad-]", "", text_of(out))


@pytest.mark.parametrize("view", list(View))
def test_the_document_says_its_title_its_language_and_its_structure(
    house: House, tmp_path: Path, view: View
) -> None:
    house.posts.create("Weihnachtsmarkt", planned=datetime(2026, 12, 9, 9))
    out = tmp_path / "plan.pdf"
    house.printing.write(order(view), out)
    facts = facts_of(out)
    assert facts["Tagged"] == "yes"
    assert facts["Title"]
    data = out.read_bytes()
    assert b"pdfuaid:part" in data
    assert re.search(rb"/Lang ?\(de", data)
    checked = subprocess.run([tool("qpdf"), "--check", str(out)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_paper_says_when_it_was_true_and_what_its_symbols_mean(house: House, tmp_path: Path) -> None:
    house.posts.create("Weihnachtsmarkt", planned=datetime(2026, 12, 9, 9))
    out = tmp_path / "plan.pdf"
    house.printing.write(order(mono=True), out)
    text = text_of(out)
    assert "Stand: " in text
    assert re.search(r"Stände \W?\s?Entwurf", text)
    assert "Seite 1 von 1" in text
    assert "1. Weihnachtstag" in text


def test_what_is_held_is_named_in_the_legend_by_its_word(house: House, tmp_path: Path) -> None:
    id_ = house.posts.create("Weihnachtsmarkt", planned=datetime(2026, 12, 9, 9))
    house.posts.hold([id_], "Trauerfall")
    out = tmp_path / "plan.pdf"
    house.printing.write(order(), out)
    assert re.search(r"Stände \W?\s?Angehalten", text_of(out))


def test_the_same_plan_gives_the_same_bytes(house: House, tmp_path: Path) -> None:
    house.posts.create("Weihnachtsmarkt", planned=datetime(2026, 12, 9, 9))
    one, two = tmp_path / "1.pdf", tmp_path / "2.pdf"
    house.printing.write(order(), one)
    house.printing.write(order(), two)
    assert one.read_bytes() == two.read_bytes()


def test_paper_is_made_at_any_moment_not_only_at_full_seconds(house: House, tmp_path: Path) -> None:
    house.clock.set(datetime(2026, 12, 3, 10, 42, 17, 123456))  # type: ignore[attr-defined]  # the clock of tests
    house.printing.write(order(), tmp_path / "1.pdf")
    assert (tmp_path / "1.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "title", ["Schnee ❄️ und 🎄", "👨‍👩‍👧 Familie", "日本 und العربية", "a\x01b\ue000c\u2028d\ufffd"]
)
def test_letters_without_a_shape_keep_no_sheet_from_being_made(
    house: House, tmp_path: Path, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.posts.create(title, planned=datetime(2026, 12, 9, 9))
    house.printing.write(order(View.LIST), tmp_path / "with.pdf")
    monkeypatch.setattr(printed, "foreign", lambda _text: False)  # a computer with no other font
    house.printing.write(order(View.LIST), tmp_path / "without.pdf")


def test_the_preview_is_the_first_page_as_a_picture(house: House) -> None:
    busy(house, 40)
    for view in View:
        assert house.printing.preview(order(view), per_inch=48).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"first": date(2026, 12, 31), "last": date(2026, 12, 1)}, RefusalKind.BAD_SPAN),
        ({"last": date(2036, 12, 31)}, RefusalKind.TOO_MUCH_TO_PRINT),
    ],
)
def test_too_much_is_refused_before_anything_is_written(
    house: House, tmp_path: Path, fields: dict[str, Any], kind: RefusalKind
) -> None:
    out = tmp_path / "plan.pdf"
    with pytest.raises(Refused) as caught:
        house.printing.write(order(**fields), out)
    assert caught.value.kind is kind
    assert not out.exists()


def test_who_cancels_gets_no_file(house: House, tmp_path: Path) -> None:
    class Enough(Exception):  # noqa: N818 - what a job raises
        pass

    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise Enough

    with pytest.raises(Enough):
        house.printing.write(order(), tmp_path / "plan.pdf", stop)
    assert list(tmp_path.glob("plan.pdf*")) == []
