# SPDX-License-Identifier: EUPL-1.2
"""A plan with people, channels and one picture; the acting person is Katrin, who edits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.picture import Licence
from tests.ui.room import a_house, a_photo


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = a_house(tmp_path)
    found.desk.acting_as("katrin")
    yield found
    found.close()


@pytest.fixture
def picture(house: House, tmp_path: Path) -> str:
    (id_,) = house.pictures.import_files([a_photo(tmp_path)]).added
    house.pictures.set_fields(id_, alt="Marktplatz im Schnee", credit="Stadt", licence=Licence.OWN)
    return id_
