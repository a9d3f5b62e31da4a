# SPDX-License-Identifier: EUPL-1.2
"""Findings turned into rows, marks in the text, and remedies that are safe to do with one click."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kalender.domain.post import LeftAsIs, Post
from kalender.domain.rules.checks import Finding, Severity, rules
from kalender.services.language.spelling import RULE
from kalender.ui.editor.side.edits import edits_of, offer
from kalender.ui.editor.side.leaving import LeftNotice
from kalender.ui.editor.side.rows import Notice
from kalender.ui.editor.text.tabs import BASE
from kalender.ui.editor.text.writing import Mark
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.findings import PASSED, left_by, ruled, why, words
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.domain.rules.book import RuleBook
    from kalender.ui.editor.page import EditorPage

Remedy = tuple[str, str, Callable[[], object]]
"""Words, symbol, what to do."""

ROLES = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.HINT: "info"}


MENDED = {
    "hashtag.camel_case": "Ersetzen: {better}",
    "text.disguised_letters": "Ersetzen: {better}",
    "text.abbreviation": "Ersetzen: {better}",
    "text.gender": "Ersetzen: {better}",
    "date.weekday": "Ersetzen: {better}",
    "text.double_space": "Eines entfernen",
    "text.marks_run": "Auf eines kürzen",
}
"""Rules whose finding brings better words for the very place: it is safe to take them."""

APPENDED = {"picture.credit_hidden": "Foto: {credit}", "picture.ai_untold": "Bild mit KI erstellt"}
"""Rules that a line at the end of the text mends."""

AI_ALTERED = "Bild mit KI verändert"
"""The line where a machine did not make the picture, but altered it."""


def key_of(finding: Finding) -> str:
    """Return the key that joins a row with its mark."""
    place = finding.facts.get("start", "")
    return "/".join((finding.rule, finding.channel, finding.field, finding.attachment, str(place)))


def belongs(finding: Finding, key: str, post: Post) -> bool:
    """Tell whether a finding is shown on a tab: what concerns another text than the one in front is not."""
    if key in {BASE, finding.channel}:
        return True
    version = post.version(key)
    own_text = version is not None and version.text is not None
    return finding.channel == "" and not (own_text and finding.field == "text" and "start" in finding.facts)


def notices_of(
    findings: Sequence[Finding],
    marks: Mapping[str, ChannelMark],
    remedies: Callable[[Finding], tuple[Remedy, ...]],
    aside: Callable[[Finding], Callable[[], object] | None],
    book: RuleBook,
) -> tuple[list[Notice], list[str]]:
    """Return the rows of findings and the titles of the rules that found nothing."""
    notices: dict[str, Notice] = {}
    for finding in findings:
        offered, leave = remedies(finding), aside(finding)
        notices[key_of(finding)] = Notice(
            key=key_of(finding),
            severity=ROLES[finding.severity],
            title=words(finding),
            why=_with_channel(why(finding), marks.get(finding.channel)) + ruled(finding.rule, book),
            remedies=offered,
            offered=tuple(text for text, _icon, _do in offered),
            aside=leave,
            leavable=leave is not None,
        )
    good = set(passed(findings))
    return list(notices.values()), [tr(text) for rule, text in PASSED.items() if rule in good]


def left_notices(
    left: Sequence[tuple[Finding, LeftAsIs]],
    name: Callable[[str], str],
    back: Callable[[str], object],
) -> list[LeftNotice]:
    """Return what was left as it is, with who said so, when and why."""
    return [
        LeftNotice(title=words(finding), said=left_by(said, name(said.by)), back=partial(back, said.id))
        for finding, said in left
    ]


def _with_channel(sentence: str, mark: ChannelMark | None) -> str:
    if mark is None or mark.label in sentence or mark.short in sentence:
        return sentence
    return f"{mark.short}. {sentence}"


def marks_of(findings: Sequence[Finding], key: str, post: Post, text: str) -> list[Mark]:
    """Return the marks of findings in the text of a tab."""
    marks = []
    for finding in findings:
        if finding.field != "text" or not belongs(finding, key, post):
            continue
        if key == BASE and finding.channel:
            continue
        severity = ROLES[finding.severity]
        for start, end in places_of(finding):
            if 0 <= start < end <= len(text):
                marks.append(Mark(start=start, length=end - start, severity=severity, key=key_of(finding)))
    return marks


def places_of(finding: Finding) -> list[tuple[int, int]]:
    """Return where a finding stands in its text, first place first: (start, end), end exclusive."""
    start, end = finding.facts.get("start"), finding.facts.get("end")
    if not (isinstance(start, int) and isinstance(end, int)):
        return []
    more = finding.facts.get("places")
    if not isinstance(more, tuple):
        return [(start, end)]
    return [(int(first), int(last)) for first, last in more]


def remedies_of(finding: Finding, page: EditorPage) -> tuple[Remedy, ...]:
    """Return at most two remedies, the first one that mends it."""
    rule, attachment = finding.rule, finding.attachment
    alt = str(finding.facts.get("alt", ""))
    sure = _at_once(finding, page)
    if sure or (rule.startswith("channel.") and rule != "channel.none"):
        return sure
    if rule in APPENDED:
        pattern = AI_ALTERED if finding.facts.get("altered") else APPENDED[rule]
        words_ = tr(pattern).format(credit=finding.facts.get("credit", ""))
        verb = tr("Anhängen: {words}").format(words=words_)
        return (
            (verb, "ri.add-line", lambda: page.mending.write_at_end(finding.channel or page.key, words_)),
            _in_picture(rule, page, attachment),
        )
    if rule == "picture.ai_unmarked" and page.mending.set_in_picture is not None:
        return (
            (tr("Als KI-Bild kennzeichnen"), "ri.check-line", lambda: page.mending.mark_made(attachment)),
            _in_picture(rule, page, attachment),
        )
    if rule == RULE and page.spelling is not None and finding.field == "text":
        spelling, word = page.spelling, str(finding.facts["found"])
        return (
            (tr("Vorschläge …"), "", lambda: spelling.offer(finding)),
            (tr("Wort ist richtig"), "", lambda: spelling.learn(word)),
        )
    if rule == "sibling.outdated":
        return (
            (tr("Unterschied zeigen"), "ri.translate-2", page.family.compare),
            (tr("Passt wieder"), "ri.check-line", page.family.match),
        )
    if rule == "alt.not_shown" and alt:
        return (
            (tr("Beschreibung anhängen"), "ri.add-line", lambda: page.mending.append(finding.channel, alt)),
        )
    if attachment:
        return (_in_picture(rule, page, attachment),)
    by_field: dict[str, Remedy] = {
        "planned": (tr("Termin ändern"), "ri.calendar-2-line", page.header.when.click),
        "embargo": (tr("Termin ändern"), "ri.calendar-2-line", page.header.when.click),
        "link": (tr("Link ändern"), "ri.link", page.mending.edit_link),
        "task": (tr("Angabe ergänzen"), "ri.edit-line", lambda: page.mending.complete("task")),
        "alternative": (tr("Angabe ergänzen"), "ri.edit-line", lambda: page.mending.complete("alternative")),
        "channels": (tr("Kanäle wählen"), "ri.add-line", page.column.add.click),
        "text": (tr("Stelle zeigen"), "ri.focus-2-line", lambda: page.mending.jump(key_of(finding))),
    }
    return (by_field[finding.field],) if finding.field in by_field else ()


def _at_once(finding: Finding, page: EditorPage) -> tuple[Remedy, ...]:
    """Return what is safe to do without looking: better words for the place, what the rule says, one picture less."""
    rule, better = finding.rule, str(finding.facts.get("better", ""))
    if rule in MENDED and "better" in finding.facts and finding.field == "text":
        if better or rule == "text.marks_run":
            verb = tr(MENDED[rule]).format(better=better)
            return ((verb, "", lambda: page.mending.replace_found(finding, better)),)
    elif edits_of(finding):
        return ((offer(finding), "", lambda: page.mending.apply(finding)),)
    elif rule == "picture.twice":
        strip = page.column.album.strip
        return ((tr("Herausnehmen"), "", lambda: strip.removed.emit(finding.attachment)),)
    return ()


def _in_picture(rule: str, page: EditorPage, attachment: str) -> Remedy:
    if rule.startswith("alt."):
        return tr("Text schreiben"), "ri.edit-line", lambda: page.mending.describe(attachment)
    return tr("Bild öffnen"), "ri.crop-line", lambda: page.mending.open_picture(attachment)


def passed(findings: Sequence[Finding]) -> list[str]:
    """Return the ids of the rules that found nothing."""
    failed = {item.rule for item in findings}
    return [rule for rule in rules() if rule not in failed]
