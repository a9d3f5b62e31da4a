# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the corpus share: every picture goes through the house once."""

import shutil
from collections.abc import Iterator

import pytest

from tests.corpus.passage import Outcome, all_through


@pytest.fixture(scope="session")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Outcome]]:
    """What became of every picture."""
    folder = tmp_path_factory.mktemp("corpus")
    try:
        yield all_through(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
