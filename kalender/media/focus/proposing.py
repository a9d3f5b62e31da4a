# SPDX-License-Identifier: EUPL-1.2
"""The first focus point of a picture: faces its file marks, else where most is to be seen in a photo, else the middle."""

from __future__ import annotations

from typing import Any

from PIL import Image

from kalender.domain.crop import CENTRE, FULL, Focus
from kalender.domain.picture import Proposed
from kalender.media.decode import TURNED_BY_DECODER, Opened
from kalender.media.focus.regions import marked
from kalender.media.focus.salient import EDGE, salient
from kalender.media.orientation import turned
from kalender.media.render import is_drawn


def propose(source: Opened, whole: Image.Image) -> tuple[Focus, Proposed]:
    """Return a point and by what it is proposed. whole: all pixels as they were read, at any size; nothing is refused."""
    try:
        image: Any = source.image
        raw = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
        xmp = raw.encode() if isinstance(raw, str) else bytes(raw)
        # decoders that turn pictures themselves leave areas on the stored one, of which nothing is known any more
        lies = 1 if source.kind in TURNED_BY_DECODER else source.orientation
        faces = marked(xmp, image.size, lies)
        if faces is not None:
            x, y = (faces[0] + faces[2]) / 2, (faces[1] + faces[3]) / 2
            return Focus(x=round(FULL * x), y=round(FULL * y)), Proposed.FACES
        if is_drawn(whole):
            return CENTRE, Proposed.NO
        scale = EDGE / max(whole.size)
        size = (max(1, round(whole.width * scale)), max(1, round(whole.height * scale)))
        way = Image.Resampling.NEAREST if whole.mode in {"P", "1"} else Image.Resampling.BOX
        small = whole.resize(size, way)  # no copy of all pixels: there may be 80 million
        found = salient(turned(source.colours.to_srgb(small), source.orientation))
    except Exception:  # noqa: BLE001 - a proposal that fails is none; the picture is as good as before
        return CENTRE, Proposed.NO
    return (found, Proposed.SEEN) if found is not None else (CENTRE, Proposed.NO)
