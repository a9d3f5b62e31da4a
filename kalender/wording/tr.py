# SPDX-License-Identifier: EUPL-1.2
"""Translation of the German source strings, by gettext; German itself unless a catalogue is chosen."""

from __future__ import annotations

import gettext
from pathlib import Path

_DOMAIN = "kalender"


class _Chosen:
    """The catalogue in use. Sentences are worded all over the window, so this is the one thing set once for all."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def tr(text: str) -> str:
    """Return a German source string in the language in use."""
    return _Chosen.catalogue.gettext(text)


def choose_language(language: str, folder: Path) -> bool:
    """Use the catalogue of a language such as "en" from folder; "de" is the source. Tell whether it was found."""
    if language == "de":
        _Chosen.catalogue = gettext.NullTranslations()
        return True
    try:
        _Chosen.catalogue = gettext.translation(_DOMAIN, folder, [language])
    except OSError:
        return False
    return True
