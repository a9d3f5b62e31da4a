# SPDX-License-Identifier: EUPL-1.2
"""Templates and the fields of a post look as approved: their page, the choice of one, its questions, the fields unfolded."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QWidget

from kalender.ui.widgets.picking.questions import Questions
from kalender.ui.widgets.picking.sheet import PickPopover, PickSheet
from tests.flows.sitting import Sitting, T
from tests.look.comparison import Comparison
from tests.look.test_pages import sample, sitting

__all__ = ["sample", "sitting"]

SIZES = [("hell", 1440, 900, 100), ("dunkel", 1366, 768, 100), ("hell", 1366, 768, 200)]


def show(sitting: Sitting, choice: str, width: int = 1440, height: int = 900, scale: int = 100) -> None:
    sitting.desktop.theme.choose(choice)
    sitting.desktop.theme.set_scale(scale)
    sitting.window.resize(width, height)
    sitting.settle()


def opened(within: QWidget, kind: type[T]) -> T:
    return next(item for item in within.findChildren(kind) if item.isVisible())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[1]}-{size[3]}")
def test_the_page_of_templates_looks_as_approved(
    sitting: Sitting, compare: Comparison, size: tuple[str, int, int, int]
) -> None:
    show(sitting, *size)
    sitting.menu("tools.templates")
    sitting.window.toast.dismiss()
    sitting.settle()
    compare(sitting.window, f"templates/page-{size[0]}-{size[1]}-{size[3]}")


@pytest.mark.parametrize("choice", ["hell", "dunkel"])
def test_the_fields_unfolded_look_as_approved(sitting: Sitting, compare: Comparison, choice: str) -> None:
    show(sitting, choice)
    house, post = sitting.house, sitting.post("Vorlesen in der Bücherei").id
    house.editing.set_fields(
        post, groups=("Familien mit Kindern",), goal="Viele kommen", embargo=datetime(2026, 12, 10, 18, 0)
    )
    house.stock.checklists.add(post, ["Bildrechte geklärt", "Barrierefreiheit geklärt"])
    house.stock.checklists.tick(post, house.posts.get(post).todos[0].id)
    assert sitting.desktop.place is not None
    sitting.desktop.place.visits.open_post(post)
    sitting.settle()
    fields = sitting.editor.column.fields
    fields.reveal()
    sitting.settle()
    compare(fields, f"templates/fields-{choice}")


@pytest.mark.parametrize("choice", ["hell", "dunkel"])
def test_the_choice_of_a_template_and_its_questions_look_as_approved(
    sitting: Sitting, compare: Comparison, choice: str
) -> None:
    show(sitting, choice)
    sitting.menu("new.template")
    sheet = opened(sitting.window, PickSheet)
    compare(sheet, f"templates/choice-{choice}")
    sheet.go.click()
    sitting.settle()
    form = opened(sitting.window, Questions)
    form.lines["Straße"].setText("Ringstraße")
    compare(form, f"templates/questions-{choice}")
    form.close()


def test_the_blocks_look_as_approved(sitting: Sitting, compare: Comparison) -> None:
    show(sitting, "hell")
    sitting.search("Vorlesen")
    sitting.editor.blocks.open_blocks()
    sitting.settle()
    popover = opened(sitting.editor, PickPopover)
    compare(popover, "templates/blocks-hell")
    popover.close()
