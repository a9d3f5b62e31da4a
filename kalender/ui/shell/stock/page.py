# SPDX-License-Identifier: EUPL-1.2
"""Builds the page of templates and blocks, and opens its forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kalender.domain.templates.template import Block, Template
from kalender.ui.shell.further.listed import Built
from kalender.ui.shell.stock.making import begin
from kalender.ui.templates.forms import BlockForm, ListsForm, TemplateForm
from kalender.ui.templates.page import TemplatesPage
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    page = TemplatesPage(work.theme, work.house.stock.library)
    page.wanted.connect(partial(perform, work))
    return Built(page, page)


def perform(work: Workplace, verb: str, kind: str, id_: str) -> None:
    """Do what is wanted of a template or a block."""
    library = work.house.stock.library
    shelf = library.templates if kind == Template.KIND else library.blocks
    match verb:
        case "lists":
            lists(work).open()
        case "add" | "edit":
            form(work, kind, id_).open()
        case "new":
            begin(work, id_)
        case "duplicate":
            name = tr("{name} (Kopie)").format(name=shelf.get(id_).name)
            work.attempt(lambda: shelf.duplicate(id_, _free(name, [item.name for item in shelf.every()])))
        case "reset":
            work.attempt(lambda: shelf.reset(id_))
        case "delete":
            work.attempt(lambda: shelf.delete(id_))
        case "offer":
            work.attempt(lambda: shelf.offer(id_))


def form(work: Workplace, kind: str, id_: str) -> Sheet:
    """Return the form of a template or a block, of a new one without an id."""
    house, library = work.house, work.house.stock.library
    topics = house.plan.topics
    if kind == Template.KIND:
        template = library.templates.get(id_) if id_ else Template(id="")
        return TemplateForm(
            work.theme,
            work.window,
            template=template,
            topics=topics,
            channels=[(item.id, item.name, item.platform) for item in house.plan.channels if item.active],
            offers=house.stock.lists.offers,
            save=library.templates.save if id_ else library.templates.add,
        )
    block = library.blocks.get(id_) if id_ else Block(id="")
    return BlockForm(
        work.theme,
        work.window,
        block=block,
        topics=topics,
        save=library.blocks.save if id_ else library.blocks.add,
    )


def lists(work: Workplace) -> Sheet:
    """Return the form of the lists that fields are chosen from."""
    kept = work.house.stock.lists

    def done(changed: Mapping[str, Sequence[str]]) -> None:
        for name, entries in changed.items():
            work.attempt(partial(kept.set, name, entries))

    names = ("groups", "tasks", "contacts")
    return ListsForm(work.theme, work.window, lists={name: kept.of(name) for name in names}, done=done)


def _free(name: str, taken: Sequence[str]) -> str:
    """Return a name that is not taken yet."""
    known = {item.casefold() for item in taken}
    found, number = name, 2
    while found.casefold() in known:
        found, number = f"{name} {number}", number + 1
    return found
