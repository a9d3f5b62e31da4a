# SPDX-License-Identifier: EUPL-1.2
"""What is at hand for writing: templates and blocks, checklists, lists to choose from."""

from __future__ import annotations

from kalender.domain.frozen import frozen
from kalender.services.templates.checklists import Checklists
from kalender.services.templates.library import Library
from kalender.services.templates.lists import Lists


@frozen
class Cabinet:
    """The services of this room, over one plan."""

    library: Library
    checklists: Checklists
    lists: Lists
