# SPDX-License-Identifier: EUPL-1.2
"""Two people tick, choose and change templates at the same time: nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kalender.domain.post import Post, Todo
from kalender.domain.templates.template import Template
from tests.builders import NOW, a_clock, a_post
from tests.replicas import Replica, view


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Replica, Replica]]:
    clock = a_clock(NOW)
    anna, bert = (Replica(tmp_path / name, name, clock) for name in ("anna", "bert"))
    yield anna, bert
    anna.file.close()
    bert.file.close()


def test_ticks_and_fields_of_two_people_come_together(two: tuple[Replica, Replica]) -> None:
    anna, bert = two
    todos = (Todo(id="a", text="Bild da", position="a"), Todo(id="b", text="Termin da", position="b"))
    with anna.desk.action("post.created") as act:
        act.put(replace(a_post(), checklist=todos))
    bert.take(anna.give().values())
    with anna.desk.action("todo.ticked") as act:
        post = act.get(Post, "post")
        act.put(replace(post, checklist=(replace(todos[0], by="anna", at=NOW), todos[1])))
    with bert.desk.action("todo.ticked") as act:
        post = act.get(Post, "post")
        ticked = (todos[0], replace(todos[1], by="bert", at=NOW))
        act.put(replace(post, checklist=ticked, groups=("Familien",), not_before="rat"))
    anna.take(bert.give().values())
    bert.take(anna.give().values())
    assert view(anna.file) == view(bert.file)
    found = anna.file.get(Post, "post")
    assert found is not None
    assert [(item.by, item.done) for item in found.todos] == [("anna", True), ("bert", True)]
    assert (found.groups, found.not_before) == (("Familien",), "rat")
    assert not anna.file.conflicts()


def test_the_same_shipped_template_changed_by_two_is_one_record(two: tuple[Replica, Replica]) -> None:
    anna, bert = two
    shipped = Template(id="strasse-gesperrt", name="Straße gesperrt", text="Alt", goal="Alt")
    for who, change in ((anna, {"text": "Neu"}), (bert, {"goal": "Neu"})):
        with who.desk.action("template.changed") as act:
            act.put(replace(shipped, **change))  # type: ignore[arg-type]  # names of fields
    anna.take(bert.give().values())
    bert.take(anna.give().values())
    assert view(anna.file) == view(bert.file)
    (found,) = anna.file.all(Template)
    assert found.name == "Straße gesperrt"
