# SPDX-License-Identifier: EUPL-1.2
"""What typed words find, in which order, and what is marked."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.card import Filter
from kalender.domain.post import Comment, Post
from kalender.store.rows import search
from tests.builders import NOW, a_desk, a_plan, a_post


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("strasse", {"strasse"}),
        ("Straße", {"strasse"}),
        ("STRAẞE", {"strasse"}),
        ("gesperr", {"strasse"}),
        ("mueller", {"mueller"}),
        ("Müller", {"mueller"}),
        ("muller", {"mueller"}),
        ("Mu\u0308ller", {"mueller"}),
        ("cafe", {"mueller"}),
        ("neu", {"strasse", "mueller"}),
        ("neue straße", {"strasse"}),
        ("straße müller", set()),
        ('"neue straße"', {"strasse"}),
        ('"straße neue"', set()),
        ("„neue Straße“", {"strasse"}),
        ("Glühwein", {"mueller"}),
        ("lindenplatz", {"strasse"}),
        ("18:30", {"mueller"}),
        ("grill-abend", {"mueller"}),
        ("heimat", {"strasse"}),
        ("Hinweis", {"strasse"}),
        ("nur", {"mueller"}),
        ("* OR ) NEAR(", set()),
        ('"', set()),
        ("", set()),
    ],
)
def test_words_find_posts(tmp_path: Path, typed: str, found: set[str]) -> None:
    strasse = a_post(
        "strasse", title="Neue Straße gesperrt", place="Lindenplatz", labels=("Heimat",), note="Hinweis: Umleitung",
    )  # fmt: skip
    mueller = a_post(
        "mueller", title="Café Müller", text="Neues vom Grill-Abend.\nGlühwein ab 18:30 Uhr.", channels=["facebook"],
        comments=(Comment(id="c", text="nur mit Anmeldung"),),
    )  # fmt: skip
    a_desk(plan := a_plan(tmp_path / "plan"), strasse, mueller)
    assert {hit.card.id for hit in plan.find(typed)} == found
    plan.close()


def test_the_second_half_of_a_compound_finds_it(tmp_path: Path) -> None:
    desk = a_desk(
        plan := a_plan(tmp_path / "plan"),
        a_post("week", title="Der Wochenmarkt zieht um"),
        a_post("town", title="Neues am Marktplatz", text="Die Müllabfuhr kommt früher."),
        a_post("else", title="Sommerfest"),
    )
    assert {hit.card.id for hit in plan.find("markt")} == {"week", "town"}
    (hit,) = plan.find("markt zieht")
    assert [hit.excerpt[start : start + length] for start, length in hit.marks] == ["Wochenmarkt", "zieht"]
    assert {hit.card.id for hit in plan.find("abfuhr")} == {"town"}
    assert {card.id for card in plan.backlog(Filter(text="markt"))} == {"week", "town"}
    assert plan.find("mer") == [], "three letters are no part of a word"
    assert plan.find('"markt"') == [], "what stands in quotes is meant as it stands"
    with desk.action("post.renamed") as act:
        act.put(replace(act.get(Post, "week"), title="Der Umzug"))
    assert {hit.card.id for hit in plan.find("markt")} == {"town"}
    assert plan._on.sql("SELECT word FROM word WHERE word = 'wochenmarkt'") == []
    with desk.action("post.deleted") as act:
        act.delete("post/town")
    assert plan.find("abfuhr") == []
    desk.undo()
    assert plan.verify().ok
    plan.close()


def test_undated_and_newest_come_first_and_the_limit_holds(tmp_path: Path) -> None:
    posts = [a_post(f"p{n}", title="Fest", planned=NOW + timedelta(days=n * 7 % 5)) for n in range(5)]
    desk = a_desk(plan := a_plan(tmp_path / "plan"), *posts, a_post("idea", title="Fest"))
    order = [hit.card.id for hit in plan.find("fest")]
    assert order == ["idea", "p2", "p4", "p1", "p3", "p0"]
    assert [hit.card.id for hit in plan.find("fest", limit=2)] == order[:2]
    with desk.action("post.moved") as act:
        act.put(replace(act.get(Post, "p0"), planned=NOW + timedelta(days=99)))
    assert [hit.card.id for hit in plan.find("fest")][1] == "p0"
    plan.close()


def test_the_found_words_are_marked_where_they_stand(tmp_path: Path) -> None:
    text = (
        "Am Anfang steht viel anderes. " * 12
        + "Die Große Straße ist gesperrt.\nBitte Umleitung beachten. "
        + "x" * 300
    )
    a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Bauarbeiten", text=text))
    (hit,) = plan.find("grosse strasse")
    assert hit.field == "text"
    assert [hit.excerpt[start : start + length] for start, length in hit.marks] == ["Große", "Straße"]
    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")
    assert len(hit.excerpt) <= 124
    assert "\n" not in hit.excerpt
    plan.close()


def test_what_is_changed_or_deleted_is_found_no_more(tmp_path: Path) -> None:
    desk = a_desk(plan := a_plan(tmp_path / "plan"), a_post("p", title="Sommerfest"))
    with desk.action("post.renamed") as act:
        act.put(replace(act.get(Post, "p"), title="Herbstfest"))
    assert plan.find("sommerfest") == []
    assert len(plan.find("herbstfest")) == 1
    with desk.action("post.deleted") as act:
        act.delete("post/p")
    assert plan.find("herbstfest") == []
    desk.undo()
    assert len(plan.find("herbstfest")) == 1
    plan.close()


letters = st.text(alphabet='aäöüßÄéÉ sS.,-"\u0308\u00a0İı😀xX1', max_size=40)


@given(text=letters, typed=letters)
def test_marks_lie_on_words_that_begin_as_typed(text: str, typed: str) -> None:
    found = search.excerpt(text, search.Sought(search.terms(typed)))
    if found is None:
        return
    piece, marks = found
    wanted = {term.words[0] for term in search.terms(typed)}
    parts = {term.part for term in search.terms(typed) if term.part}
    for start, length in marks:
        marked = piece[start : start + length]
        assert any(form.startswith(tuple(wanted)) or any(part in form for part in parts) for form in (search.fold(marked), marked.lower().replace("ä", "ae")
                   .replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")))  # fmt: skip


@given(typed=letters)
def test_no_typing_breaks_the_search(typed: str) -> None:
    assert isinstance(search.query(search.terms(typed)), str)


@given(
    title=st.text(alphabet="aäßÄé ́.-–\x1e\n_Straßenfest„“xyz", max_size=60),
    text=st.text(max_size=60),
)
def test_the_long_words_of_a_post_are_those_of_its_row_in_the_index(title: str, text: str) -> None:
    row, words = search.document(
        a_post("p", title=title, text=text, note=f"{text} Bürgermeisterwahl {title}")
    )
    assert words == search.long_words(row)


WORDS = st.sampled_from(
    [
        "Markt",
        "märkte",
        "MÄRZ",
        "Straße",
        "Strasse",
        "straßenfest",
        "Weihnachtsmarkt",
        "a\u0301rger",
        "e_mail",
        "_x",
        "Ärger",
        "\u0301los",
        "KELVIN",
        "İstanbul",
        "ſtadt",
        "Ǆ",
        "12a",
        "ǅungla",
        "E-Mail",
        "ß",
        "ss",
        "Maerz",
        "öl",
        "Oel",
        "x\u0301y",
    ]
)


@given(
    st.lists(st.tuples(WORDS, st.sampled_from([" ", ", ", "-", "_", "", "\u0301 ", "\n"])), max_size=40),
    st.lists(
        st.tuples(WORDS, st.integers(1, 9), st.sampled_from(["{}", '"{}"', '"Markt {}"', "E-{}"])),
        min_size=1,
        max_size=3,
    ),
)
def test_looking_at_likely_words_alone_finds_the_same_places_as_looking_at_all(
    pieces: list[tuple[str, str]], asked: list[tuple[str, int, str]]
) -> None:
    text = "".join(word + between for word, between in pieces)
    wanted = search.terms(" ".join(form.format(word[:letters]) for word, letters, form in asked))
    sought = search.Sought(wanted)
    assert sought.places(text, 30) == sorted(set(sought._of_all(text, 30)))
