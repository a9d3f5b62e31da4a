# SPDX-License-Identifier: EUPL-1.2
"""Templates and blocks as something to choose, and their gaps as questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kalender.domain.templates.gaps import asked, filled, shortened
from kalender.domain.templates.template import TEXTS, Block, BlockKind, Template
from kalender.ui.widgets.picking.picker import Pick
from kalender.ui.widgets.picking.questions import Question
from kalender.wording.templates.purposes import FORMS, PURPOSES, described, purpose_words
from kalender.wording.tr import tr


def template_picks(templates: Iterable[Template]) -> list[Pick]:
    """Return templates under their purposes."""
    order = list(PURPOSES)
    return [
        Pick(
            key=item.id,
            name=item.name,
            group=purpose_words(item.purpose),
            also=described(item),
            text=preview(item),
        )
        for item in sorted(templates, key=lambda item: order.index(item.purpose))
    ]


def preview(item: Template, values: Mapping[str, str] | None = None) -> str:
    """Return title, text and checklist of a template in one piece."""
    known = values or {}
    parts = [shortened(filled(text, known)) for text in (item.title, item.text)]
    if item.checklist:
        parts.append(tr("Checkliste") + "\n" + "\n".join(f"☐ {text}" for text in item.checklist))
    return "\n\n".join(part for part in parts if part)


def block_picks(blocks: Iterable[Block], known: Mapping[str, str], topic: str = "") -> list[Pick]:
    """Return blocks, then sets of hashtags; in each those of the topic first. known: what fills their gaps."""
    forms = list(BlockKind)
    ordered = sorted(
        blocks, key=lambda item: (forms.index(item.form), bool(item.topic) and item.topic != topic)
    )
    return [
        Pick(
            key=item.id,
            name=item.name,
            group=tr("Textbausteine") if item.form is BlockKind.TEXT else tr(FORMS[item.form]),
            hint=item.abbreviation,
            also=tr("Kürzel {short} und Tabulator").format(short=item.abbreviation)
            if item.abbreviation
            else "",
            text=shortened(filled(item.text, known)),
        )
        for item in ordered
    ]


def questions(texts: Sequence[str], known: Mapping[str, str]) -> list[Question]:
    """Return what is to be asked for: gaps that nothing fills by itself."""
    values = {name.casefold() for name, value in known.items() if value}
    return [
        Question(name=gap.name, choices=gap.choices)
        for gap in asked(texts)
        if gap.name.casefold() not in values
    ]


def texts_of(template: Template) -> list[str]:
    """Return all texts of a template that may hold gaps."""
    return [str(getattr(template, name)) for name in TEXTS]
