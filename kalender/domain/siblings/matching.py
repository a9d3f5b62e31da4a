# SPDX-License-Identifier: EUPL-1.2
"""What of an original its siblings have to follow, as a digest: the words, not their clothes.

It covers the common text, each channel's own text and first comment, and the descriptions a post gives its pictures
itself. Left out are what a translation need not answer: the working title, which never leaves the house, the link, the
pictures with their crops, and descriptions taken over from the library, which both posts share.
"""

from __future__ import annotations

from kalender.domain.content import canonical, digest_of
from kalender.domain.journal.record import Json
from kalender.domain.post import Post


def words_of(post: Post) -> dict[str, Json]:
    """Return the words of a post that its siblings say as well. A channel that says nothing of its own is left out."""
    own: dict[str, Json] = {
        version.id: [version.text, version.first_comment]
        for version in post.versions
        if version.text is not None or version.first_comment
    }
    described: dict[str, Json] = {
        item.id: item.alt for item in post.attachments if item.alt and not item.decorative
    }
    return {
        "text": post.text,
        **({"versions": own} if own else {}),
        **({"alts": described} if described else {}),
    }


def words_digest(post: Post) -> str:
    """Return the SHA-256 of the words of a post as 64 hex digits."""
    return digest_of(canonical(words_of(post)))


def follows(sibling: Post, original: Post) -> bool:
    """Tell whether a sibling was matched with its original as that is now."""
    return sibling.original_digest == words_digest(original)
