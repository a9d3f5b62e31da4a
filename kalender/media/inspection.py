# SPDX-License-Identifier: EUPL-1.2
"""Looks a file over before it is taken: kind, size, damage, and what it says of itself."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from kalender.domain.crop import CENTRE, Focus
from kalender.domain.frozen import frozen
from kalender.domain.picture import AiMark, Licence, Proposed
from kalender.media.damage import silently_damaged
from kalender.media.decode import TURNED_BY_DECODER, answering, frames, opened, pixels, quietly
from kalender.media.embedded import embedded
from kalender.media.focus.proposing import propose
from kalender.media.kinds import Kind, Unreadable, UnreadablePicture


@frozen
class Inspection:
    """What a good file is. width, height: upright pixels. orientation: as stored, 1 to 8.

    frames: how many pictures it holds, of which the first is taken. broken_profile: its colour profile was ignored.
    focus, proposed: a first focus point, and by what.
    caption, credit, alt, ai, terms, licence, licence_link: what it says of itself.
    """

    kind: Kind
    width: int
    height: int
    bytes: int
    orientation: int = 1
    frames: int = 1
    broken_profile: bool = False
    caption: str = ""
    credit: str = ""
    alt: str = ""
    ai: AiMark = AiMark.NONE
    terms: str = ""
    licence: Licence = Licence.UNKNOWN
    licence_link: str = ""
    focus: Focus = CENTRE
    proposed: Proposed = Proposed.NO


def inspect(path: Path) -> Inspection:
    """Read a picture through to its end and say what it is; raises UnreadablePicture.

    JPEG is decoded at an eighth, which reads every byte of it but needs little memory.
    """
    with quietly(), answering(), opened(path) as source:
        size = source.size
        said = embedded(source.image)
        whole = pixels(source, (max(1, size[0] // 8), max(1, size[1] // 8)))
        if source.kind in TURNED_BY_DECODER and source.mosaic is None:
            size = whole.size
        if silently_damaged(path, source.kind, whole):
            raise UnreadablePicture(Unreadable.DAMAGED)
        small = whole.resize((min(16, whole.width), min(16, whole.height)), Image.Resampling.NEAREST)
        source.colours.to_srgb(small)
        focus, by = propose(source, whole)
        return Inspection(
            kind=source.kind,
            width=size[0],
            height=size[1],
            bytes=path.stat().st_size,
            orientation=source.orientation,
            frames=frames(source.image),
            broken_profile=source.colours.ignored,
            caption=said.caption,
            credit=said.credit,
            alt=said.alt,
            ai=said.ai,
            terms=said.terms,
            licence=said.licence,
            licence_link=said.licence_link,
            focus=focus,
            proposed=by,
        )
