# SPDX-License-Identifier: EUPL-1.2
"""A conversation beside a post: changed, taken back, answered, settled, and found by whom it names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.post import Comment, Post, Settling
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.talk.threads import still_open, threads
from kalender.services.past.timeline import Group, group_of
from kalender.wording.past.steps import PATTERNS
from tests.builders import a_clock, a_post
from tests.replicas import Replica


@pytest.fixture
def post(house: House) -> str:
    return house.posts.create("Vorlesen", planned=datetime(2026, 12, 11, 15, 0), text="Wir lesen vor.")


def a_word(house: House, post: str, text: str) -> str:
    house.reviews.comment(post, text)
    return next(item.id for item in house.posts.get(post).comments if item.text == text)


def test_an_author_changes_a_comment_and_the_journal_keeps_what_it_said(house: House, post: str) -> None:
    word = a_word(house, post, "Uhrzeit stimmt nicht")
    house.conversations.change(post, word, "Uhrzeit stimmt doch")
    (found,) = house.posts.get(post).comments
    assert (found.text, found.edited is not None) == ("Uhrzeit stimmt doch", True)
    assert [item.text for item in house.conversations.former(post, word)] == ["Uhrzeit stimmt nicht"]
    house.desk.undo()
    assert house.posts.get(post).comments[0].text == "Uhrzeit stimmt nicht"


def test_saying_the_same_again_is_no_change(house: House, post: str) -> None:
    word = a_word(house, post, "Gut")
    house.conversations.change(post, word, " Gut ")
    assert house.posts.get(post).comments[0].edited is None


def test_nobody_changes_or_takes_back_the_words_of_others(house: House, post: str) -> None:
    word = a_word(house, post, "Gut")
    house.desk.acting_as("ines")
    with pytest.raises(Refused) as refused:
        house.conversations.change(post, word, "Schlecht")
    assert refused.value.kind is RefusalKind.COMMENT_OF_OTHERS
    assert refused.value.facts["person"] == "Katrin Sommer"
    with pytest.raises(Refused):
        house.conversations.take_back(post, word)
    assert house.posts.get(post).comments[0].text == "Gut"


def test_a_comment_taken_back_is_neither_shown_nor_counted_nor_found(house: House, post: str) -> None:
    word = a_word(house, post, "Zwetschgenkuchen")
    assert house.posts.find("Zwetschgenkuchen")
    house.conversations.take_back(post, word)
    assert threads(house.posts.get(post).comments) == ()
    assert (house.posts.card(post).comments, house.posts.card(post).last_comment) == (0, "")
    assert not house.posts.find("Zwetschgenkuchen")
    house.desk.undo()
    assert house.posts.find("Zwetschgenkuchen")


def test_what_was_taken_back_cannot_be_changed(house: House, post: str) -> None:
    word = a_word(house, post, "Gut")
    house.conversations.take_back(post, word)
    verbs: tuple[Callable[[], object], ...] = (
        lambda: house.conversations.change(post, word, "x"),
        lambda: house.conversations.settle(post, word),
    )
    for verb in verbs:
        with pytest.raises(Refused) as refused:
            verb()
        assert refused.value.kind is RefusalKind.COMMENT_GONE


def test_a_card_counts_the_threads_that_are_open_and_quotes_the_last_word_of_those(
    house: House, post: str
) -> None:
    def card() -> tuple[int, str]:
        found = house.posts.card(post)
        return found.comments, found.last_comment

    first, second = a_word(house, post, "Welcher Eingang?"), a_word(house, post, "Foto zu dunkel")
    house.conversations.answer(post, first, "Der hintere.")
    assert card()[0] == 2
    house.conversations.settle(post, second)
    assert card() == (1, "Der hintere.")
    house.conversations.settle(post, first)
    assert card() == (0, "")
    house.desk.undo()
    assert card() == (1, "Der hintere.")


def test_a_settled_thread_comes_back_with_the_next_answer(house: House, post: str) -> None:
    word = a_word(house, post, "Welcher Eingang?")
    house.conversations.settle(post, word)
    assert still_open(house.posts.get(post).comments) == 0
    house.conversations.answer(post, word, "Der hintere.")
    assert still_open(house.posts.get(post).comments) == 1
    (thread,) = threads(house.posts.get(post).comments)
    house.conversations.settle(post, thread.answers[0].id)
    assert still_open(house.posts.get(post).comments) == 0
    house.conversations.reopen(post, word)
    assert still_open(house.posts.get(post).comments) == 1
    house.desk.undo()
    assert still_open(house.posts.get(post).comments) == 0


def test_open_threads_that_name_me_are_found_and_no_others(house: House, post: str) -> None:
    word = a_word(house, post, "@Ines bitte ansehen")
    a_word(house, post, "Ines war da")
    other = house.posts.create("Markt")
    a_word(house, other, "Bitte @Ines Falkner, bis Freitag")
    assert {(item.post, item.comment.text) for item in house.conversations.naming("ines")} == {
        (post, "@Ines bitte ansehen"),
        (other, "Bitte @Ines Falkner, bis Freitag"),
    }
    assert house.conversations.naming("katrin") == []
    assert house.conversations.naming("unknown") == []
    house.conversations.settle(post, word)
    assert [item.post for item in house.conversations.naming("ines")] == [other]
    house.posts.delete([other])
    assert house.conversations.naming("ines") == []


def test_an_approval_stands_whatever_is_said(house: House, post: str) -> None:
    before = house.posts.card(post).digest
    word = a_word(house, post, "Gut")
    house.conversations.change(post, word, "Sehr gut")
    house.conversations.answer(post, word, "Danke")
    house.conversations.settle(post, word)
    house.conversations.take_back(post, word)
    assert house.posts.card(post).digest == before


def changed(one: Replica, comment: Comment) -> None:
    with one.desk.action("comment.changed") as act:
        post = act.get(Post, "p")
        kept = tuple(item for item in post.comments if item.id != comment.id)
        act.put(replace(post, comments=(*kept, comment)))


def test_what_two_computers_do_to_a_thread_meets_without_loss_or_conflict(tmp_path: Path) -> None:
    one, other = Replica(tmp_path / "one", "anna", a_clock()), Replica(tmp_path / "two", "bea", a_clock())
    word = Comment(id="a", by="anna", text="Welcher Eingang?")
    with one.desk.action("post.created") as act:
        act.put(replace(a_post("p"), comments=(word,)))
    other.take(one.give().values())
    changed(one, replace(word, text="Welcher Eingang genau?", edited=datetime(2026, 12, 3, 11, 0)))
    changed(other, replace(word, settlings=(Settling(id="s", by="bea"),)))
    changed(other, Comment(id="b", by="bea", text="Der hintere.", to="a"))
    other.take(one.give().values())
    one.take(other.give().values())
    for replica in (one, other):
        post = replica.file.get(Post, "p")
        assert post is not None
        (thread,) = threads(post.comments)
        assert [item.text for item in thread.words] == ["Welcher Eingang genau?", "Der hintere."]
        assert not thread.done
        assert replica.file.conflicts() == {}
    one.file.close()
    other.file.close()


def test_a_word_taken_back_here_and_changed_there_contests_nothing(tmp_path: Path) -> None:
    one, other = Replica(tmp_path / "one", "anna", a_clock()), Replica(tmp_path / "two", "anna", a_clock())
    word = Comment(id="a", by="anna", text="Eins")
    with one.desk.action("post.created") as act:
        act.put(replace(a_post("p"), comments=(word,)))
    other.take(one.give().values())
    changed(one, replace(word, withdrawn=datetime(2026, 12, 3, 11, 0)))
    changed(other, replace(word, text="Zwei"))
    other.take(one.give().values())
    post = other.file.get(Post, "p")
    assert post is not None
    assert post.comments[0].withdrawn is not None
    assert other.file.conflicts() == {}
    assert not other.file.contested("post/p")
    one.file.close()
    other.file.close()


def test_the_timeline_tells_what_was_done_to_comments_in_words_of_their_own(house: House, post: str) -> None:
    word = a_word(house, post, "Gut")
    house.conversations.change(post, word, "Sehr gut")
    house.conversations.answer(post, word, "Danke")
    house.conversations.settle(post, word)
    house.conversations.reopen(post, word)
    house.conversations.take_back(post, word)
    steps = [step for step in house.past.timeline.page().steps if step.label.code.startswith("comment.")]
    assert len({step.label.code for step in steps}) == 5
    for step in steps:
        assert step.label.code in PATTERNS
        assert group_of(step.label.code) is Group.WRITING
