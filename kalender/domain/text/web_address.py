# SPDX-License-Identifier: EUPL-1.2
"""Whether what stands in a link field is a web address a browser opens."""

from __future__ import annotations

import re

_HOST_LABEL = r"(?:(?!-)[\w☀-➿-]{1,63}(?<!-)\.)"
_WEB_ADDRESS = re.compile(
    r"(?:(?P<protocol>https?)://(?:[\w\-.~!$&'()*+,;=:%]+@)?)?"
    r"(?:\[[0-9a-f:.]{2,45}\]|(?P<numbers>\d{1,3}(?:\.\d{1,3}){3})|(?P<host>"
    + _HOST_LABEL
    + r"+[^\W\d_]{2,}))"
    r"(?::\d{1,5})?(?:/[^\s\"<>\\^`{|}]*)?(?:\?[^\s\"<>\\^`{|}#]*)?(?:#[^\s\"<>\\^`{|}]*)?",
    re.IGNORECASE,
)


def is_web_address(text: str, *, bare: bool = False) -> bool:
    """Tell whether a text is exactly one web address a browser opens. bare: also without http(s)://."""
    found = _WEB_ADDRESS.fullmatch(text)
    if found is None or not (bare or found["protocol"]):
        return False
    if found["numbers"]:
        return all(int(number) <= 255 for number in found["numbers"].split("."))
    host = found["host"]
    return host is None or "_" not in host.rsplit(".", 2)[-2]
