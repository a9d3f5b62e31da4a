# SPDX-License-Identifier: EUPL-1.2
"""Comments become threads of one level, and no clock decides whether one of them is done."""

from dataclasses import replace
from datetime import datetime, timedelta

from kalender.domain.content import Surroundings, canonical_manifest
from kalender.domain.post import Comment, Settling
from kalender.domain.talk.threads import naming, still_open, thread_of, threads
from tests.builders import a_post

NOW = datetime(2026, 12, 3, 10, 42)
PEOPLE = {"katrin": "Katrin Sommer", "ines": "Ines Falkner"}


def said(id_: str, text: str = "Wort", *, to: str = "", minutes: int = 0, **more: object) -> Comment:
    moment = NOW + timedelta(minutes=minutes)
    return Comment(id=id_, by="katrin", at=moment, text=text, to=to, **more)  # type: ignore[arg-type]  # names of fields


def settling(id_: str, *, done: bool = True, after: tuple[str, ...] = (), minutes: int = 0) -> Settling:
    return Settling(id=id_, done=done, by="ines", at=NOW + timedelta(minutes=minutes), after=after)


def test_an_answer_to_an_answer_stands_in_the_same_thread() -> None:
    (found,) = threads([said("c", to="b", minutes=2), said("a"), said("b", to="a", minutes=1)])
    assert (found.id, [item.id for item in found.answers]) == ("a", ["b", "c"])
    assert thread_of(found.words, "c") == found


def test_answers_stay_where_what_they_answer_was_taken_back() -> None:
    gone = said("a", withdrawn=NOW)
    (found,) = threads([gone, said("b", to="a")])
    assert (found.first, [item.id for item in found.words]) == (gone, ["b"])
    assert threads([gone]) == ()
    assert [item.id for item in threads([said("b", to="never seen")])] == ["b"]


def test_comments_that_answer_each_other_are_all_there() -> None:
    found = threads([said("a", to="b"), said("b", to="a", minutes=1)])
    assert {item.id for thread in found for item in thread.words} == {"a", "b"}


def test_a_thread_is_open_again_when_an_answer_came_that_nobody_had_read() -> None:
    done = said("a", settlings=(settling("s", after=("b",)),))
    assert still_open([done, said("b", to="a", minutes=1)]) == 0
    assert still_open([done, said("b", to="a", minutes=1), said("c", to="a", minutes=-5)]) == 1


def test_of_two_who_settled_and_reopened_at_once_the_open_one_holds_whatever_the_clocks_say() -> None:
    early, late = settling("s"), settling("t", done=False, minutes=-90)
    assert still_open([said("a", settlings=(early, late))]) == 1
    again = settling("u", after=("s", "t"), minutes=-300)
    assert still_open([said("a", settlings=(early, late, again))]) == 0


def test_the_last_word_that_names_somebody_counts_unless_taken_back() -> None:
    words = [said("a", "Bitte @Ines"), said("b", "und @Ines Falkner", to="a", minutes=1)]
    (thread,) = threads(words)
    assert (named := naming(thread, "ines", PEOPLE)) is not None
    assert named.id == "b"
    (thread,) = threads([words[0], replace(words[1], withdrawn=NOW)])
    assert (named := naming(thread, "ines", PEOPLE)) is not None
    assert named.id == "a"
    assert naming(thread, "katrin", PEOPLE) is None


def test_no_comment_is_part_of_what_is_approved() -> None:
    post = a_post("p", title="Markt", text="Der Markt beginnt.")
    talk = (said("a", settlings=(settling("s"),), edited=NOW), said("b", to="a", withdrawn=NOW))
    plain, talked = post, replace(post, comments=talk)
    assert canonical_manifest(plain, Surroundings()) == canonical_manifest(talked, Surroundings())
