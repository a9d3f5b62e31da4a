# SPDX-License-Identifier: EUPL-1.2
"""The content of a post that an approval covers, as canonical JSON and its digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from json.encoder import encode_basestring as quoted
from operator import attrgetter
from typing import TYPE_CHECKING

from kalender.domain.crop import CENTRE, WHOLE, Border, Crop, Own, fit
from kalender.domain.format import Format, Platform
from kalender.domain.frozen import frozen
from kalender.domain.journal.record import Json
from kalender.domain.pace.appearing import ALONE, Nearby
from kalender.domain.picture import Picture
from kalender.domain.plan import Blackout, Channel, Municipality
from kalender.domain.post import Attachment, Post, Version

if TYPE_CHECKING:
    from kalender.domain.rights.consent import Consent
    from kalender.domain.rules.book import RuleBook
    from kalender.domain.siblings.family import Family

MANIFEST_VERSION = 1

_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@frozen
class Surroundings:
    """What a post refers to: pictures and channels by id, formats and platforms by id, rules of the plan."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    formats: Mapping[str, Format] = field(default_factory=dict)
    platforms: Mapping[str, Platform] = field(default_factory=dict)
    municipality: Municipality = field(default_factory=Municipality)
    blackouts: tuple[Blackout, ...] = ()
    consents: Mapping[str, Consent] = field(default_factory=dict)
    """Consents of people in the pictures, by id; those in the trash are left out."""
    unsound: Mapping[str, str] = field(default_factory=dict)
    """Pictures whose file on this computer is not what was taken in, by id: missing, empty, altered."""
    nearby: Nearby = ALONE
    """What lies around the planned days: holidays, periods before elections, other posts; asked for by the checks alone."""
    book: RuleBook | None = None
    """Choices of the house that rules ask for; None for none."""
    family: Family | None = None
    """Its original and siblings in other languages; asked for by the checks alone, None where nobody asked."""

    def formats_for(self, version: Version) -> tuple[Format, ...]:
        """Return the picture formats a version needs: its own choice, or the channel's; unknown ones are left out."""
        channel = self.channels.get(version.id)
        names = version.formats if version.formats is not None else (channel.formats if channel else ())
        return tuple(self.formats[name] for name in names if name in self.formats)


def alt_text(attachment: Attachment, picture: Picture) -> str:
    """Return the alt text as published; empty for a decorative picture."""
    if attachment.decorative:
        return ""
    return picture.alt if attachment.alt is None else attachment.alt


def own_for(version: Version, attachment: Attachment, format_: Format) -> Own | None:
    """Return how a version brings an attachment into a format by hand; None where the focus point decides."""
    if version.placements:
        own = f"{attachment.id}@{format_.id}"
        for placement in version.placements:
            if placement.id == own:
                return placement.own
    return None


def border_for(version: Version, attachment: Attachment, format_: Format) -> Border | None:
    """Return the border within which a version shows the whole of an attachment in a format, or None for a crop."""
    own = own_for(version, attachment, format_)
    return own if isinstance(own, Border) else None


def crop_for(version: Version, attachment: Attachment, picture: Picture, format_: Format) -> Crop:
    """Return the crop of an attachment in a format: the version's own, or the one around the focus point.

    Within a border it is all of the picture. A tile has a shape for nearly every format, which is cut by nobody's hand.
    """
    if picture.tile_shapes:
        return fit(picture.shaped(format_.ratio).size, format_.ratio, CENTRE)
    own = own_for(version, attachment, format_)
    if own is None:
        return fit(picture.size, format_.ratio, picture.focus)
    return own if isinstance(own, Crop) else WHOLE


def manifest(post: Post, around: Surroundings) -> dict[str, Json]:
    """Return everything that would leave the house, channel by channel: the evidence of an approval.

    The time is not part of it: a decision covers a window of days. Neither are titles, notes and comments. The language
    is told where it is not German: a text that goes out as Turkish is another one than the same letters as German.
    """
    return {
        "v": MANIFEST_VERSION,
        **({"language": post.language} if post.language else {}),
        "channels": {version.id: _version(post, version, around) for version in post.versions},
    }


def canonical_manifest(post: Post, around: Surroundings) -> str:
    """Return canonical(manifest(post, around)), put together piece by piece: every card asks for it."""
    common = quoted(post.text)
    lines = []
    for version in sorted(post.versions, key=_id):
        text = common if version.text is None else quoted(version.text)
        pictures = _canonical(_pictures(post, version, around)) if post.attachments else "[]"
        said = f'"comment":{quoted(version.first_comment)},"link":{quoted(post.link_for(version))}'
        lines.append(f'{quoted(version.id)}:{{{said},"pictures":{pictures},"text":{text}}}')
    language = f'"language":{quoted(post.language)},' if post.language else ""
    return f'{{"channels":{{{",".join(lines)}}},{language}"v":{MANIFEST_VERSION}}}'


_id = attrgetter("id")


def _version(post: Post, version: Version, around: Surroundings) -> dict[str, Json]:
    return {
        "text": post.text_for(version),
        "link": post.link_for(version),
        "comment": version.first_comment,
        "pictures": _pictures(post, version, around),
    }


def _pictures(post: Post, version: Version, around: Surroundings) -> list[Json]:
    pictures: list[Json] = []
    formats = around.formats_for(version) if post.attachments else ()
    for attachment in post.attachments_for(version):
        picture = around.pictures.get(attachment.picture)
        if picture is None:
            pictures.append({"missing": attachment.picture})
            continue
        crops: dict[str, Json] = {}
        borders: dict[str, Json] = {}
        shapes: dict[str, Json] = {}
        for format_ in formats:
            crop = crop_for(version, attachment, picture, format_)
            crops[format_.id] = [crop.x, crop.y, crop.w, crop.h]
            border = border_for(version, attachment, format_) if version.placements else None
            if border is not None:
                borders[format_.id] = border.told
            if picture.tile_shapes:
                shapes[format_.id] = picture.shaped(format_.ratio).sha256
        burned = ["burned"] if picture.burned else []
        film: Json = [picture.film, picture.captions, picture.silent, *burned]
        pictures.append(
            {
                **({"film": film} if picture.film else {}),
                "sha256": picture.sha256,
                "alt": alt_text(attachment, picture),
                "decorative": attachment.decorative,
                "credit": picture.credit if picture.credit_shown else "",
                "ai": picture.ai.value,
                "crops": crops,
                **({"borders": borders} if borders else {}),
                **({"shapes": shapes} if shapes else {}),
                **({} if picture.work.plain else {"work": picture.work.told()}),
            }
        )
    return pictures


def canonical(value: Json) -> str:
    """Return canonical JSON: sorted keys, no spaces, UTF-8 letters as they are."""
    return _canonical(value)


def digest_of(canonical_json: str) -> str:
    """Return the SHA-256 of canonical JSON as 64 hex digits."""
    return hashlib.sha256(canonical_json.encode("utf-8", "surrogatepass")).hexdigest()


def digest(post: Post, around: Surroundings) -> str:
    """Return the digest an approval is bound to."""
    return digest_of(canonical_manifest(post, around))


def check_mark(digest_: str) -> str:
    """Return the short form people compare (Prüfzeichen), e.g. 7F3A-91C2."""
    return f"{digest_[:4]}-{digest_[4:8]}".upper()


def times(post: Post) -> tuple[datetime, ...]:
    """Return the distinct times at which the channels of a post publish, in order."""
    moments = {post.planned_for(version) for version in post.versions} or {post.planned}
    return tuple(sorted(moment for moment in moments if moment is not None))
