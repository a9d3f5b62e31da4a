# SPDX-License-Identifier: EUPL-1.2
"""The digest of a post is that of its manifest, however it is put together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.content import Surroundings, canonical, canonical_manifest, digest, digest_of, manifest
from kalender.domain.post import Version
from tests.builders import FORMATS, PLATFORMS, a_channel, a_picture, a_post

WORDS = st.text(max_size=12)
AROUND = Surroundings(
    channels={name: a_channel(name) for name in ("facebook", "instagram")},
    pictures={"bild": a_picture("bild", alt="Ein „Markt“", credit="Müller", credit_shown=True)},
    formats=FORMATS,
    platforms=PLATFORMS,
)


@given(
    text=WORDS,
    link=WORDS,
    own=st.none() | WORDS,
    comment=WORDS,
    channels=st.lists(st.sampled_from(["instagram", "facebook", 'a"ß', "z"]), unique=True),
    pictures=st.lists(st.sampled_from(["bild", "fort"]), unique=True),
)
def test_the_quick_manifest_is_the_manifest(
    text: str, link: str, own: str | None, comment: str, channels: list[str], pictures: list[str]
) -> None:
    versions = tuple(
        Version(id=name, text=own if n % 2 else None, link=own if n % 3 else None, first_comment=comment)
        for n, name in enumerate(channels)
    )
    post = replace(a_post("p", pictures=pictures, text=text, link=link), versions=versions)
    assert canonical_manifest(post, AROUND) == canonical(manifest(post, AROUND))
    assert digest(post, AROUND) == digest_of(canonical(manifest(post, AROUND)))
