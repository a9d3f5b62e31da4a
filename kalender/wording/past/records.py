# SPDX-License-Identifier: EUPL-1.2
"""A year for the records office as files: pages to read month by month, and tables of posts, approvals, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from html import escape

from kalender.domain.post import Comment, DecisionKind, Post, Version
from kalender.domain.siblings.tongues import right_to_left
from kalender.exchange.written import table_text
from kalender.services.past.records import OVERVIEW, POSTS, PostRecord, YearRecord
from kalender.wording.cards import flag_words
from kalender.wording.dates import MONTHS, day_field, moment_long
from kalender.wording.language.tongues import tongue
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

_KINDS = {
    DecisionKind.APPROVED: "Freigegeben",
    DecisionKind.CHANGE: "Änderung erbeten",
    DecisionKind.URGENT: "Eilfreigabe",
}
_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em;color:#111;background:#fff}"
    "h2{margin-top:2.5em;border-top:1px solid #999;padding-top:1em}pre{white-space:pre-wrap;font:inherit;"
    "background:#f4f4f4;padding:.8em}table{border-collapse:collapse}td,th{text-align:left;padding:.2em .8em .2em 0;"
    "vertical-align:top}code{word-break:break-all}"
)


def files(year: YearRecord) -> Mapping[str, Mapping[str, str]]:
    """Return the content of every file by folder and name."""
    months: dict[int, list[PostRecord]] = {}
    for record in year.posts:
        months.setdefault(record.card.planned.month if record.card.planned else 12, []).append(record)
    pages = {
        f"{month:02}-{MONTHS[month - 1].replace('ä', 'ae')}.html": _month(year, month, some)
        for month, some in months.items()
    }
    return {
        OVERVIEW: {
            "Uebersicht.html": _overview(year, months),
            "Beitraege.csv": table_text(_post_rows(year)),
            "Freigaben.csv": table_text(_decision_rows(year)),
            "Bilder.csv": table_text(_picture_rows(year)),
        },
        POSTS: pages,
    }


def _page(title: str, body: Sequence[str]) -> str:
    head = f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{escape(title)}</title>'
    return (
        f"{head}<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _overview(year: YearRecord, months: Mapping[int, Sequence[PostRecord]]) -> str:
    body = [
        f"<p>{escape(tr('{town}: alle Beiträge, die für dieses Jahr geplant waren, Stand {day}.').format(town=year.town, day=day_field(year.made)))}</p>",
        f"<p>{escape(tr('Die Datei manifest.json nennt den SHA-256 jeder Datei und jedes Bildes.'))}</p>",
        f"<table><tr><th>{tr('Monat')}</th><th>{tr('Beiträge')}</th></tr>",
    ]
    for month, some in sorted(months.items()):
        link = f"../{POSTS}/{month:02}-{MONTHS[month - 1].replace('ä', 'ae')}.html"
        body.append(f'<tr><td><a href="{link}">{MONTHS[month - 1]}</a></td><td>{len(some)}</td></tr>')
    body.append("</table>")
    return _page(tr("Archiv {year}").format(year=year.year), body)


def _month(year: YearRecord, month: int, records: Sequence[PostRecord]) -> str:
    body = [line for record in records for line in _post(year, record)]
    return _page(f"{MONTHS[month - 1]} {year.year}, {year.town}", body)


def _post(year: YearRecord, record: PostRecord) -> Iterator[str]:
    post, card = record.post, record.card
    yield f'<h2 id="{escape(post.id)}">{escape(post.title or tr("Ohne Titel"))}</h2>'
    stage = ", ".join([STAGES[card.stage].text, *flag_words(card)])
    facts = [
        (tr("Termin"), moment_long(card.planned) if card.planned else ""),
        (tr("Stand"), stage),
        (tr("Thema"), year.topics.get(post.topic, "")),
        (tr("Zuständig"), year.people.get(post.responsible, "")),
        (tr("Serie"), year.chains.get(post.series, "")),
        (tr("Veranstaltung"), year.chains.get(post.event, "")),
        (tr("Sprache"), tongue(post.language) if post.language else ""),
        (tr("Ort"), post.place),
        (tr("Link"), post.link),
        (tr("Interne Notiz"), post.note),
        (tr("Nummer"), post.id),
    ]
    yield _facts([(name, value) for name, value in facts if value])
    yield _text(tr("Text"), post.text, post.language)
    for version in post.versions:
        yield from _version(year, post, version)
    yield from _pictures(record)
    yield from _history(year, post)


def _facts(facts: Sequence[tuple[str, str]]) -> str:
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in facts)
    return f"<table>{rows}</table>"


def _text(title: str, text: str, language: str) -> str:
    """Return a text with its language, so that it is read out and laid out rightly."""
    said = f' lang="{escape(language)}"' if language else ""
    said += ' dir="rtl"' if language and right_to_left(language) else ""
    return f"<h3>{escape(title)}</h3><pre{said}>{escape(text)}</pre>" if text else ""


def _version(year: YearRecord, post: Post, version: Version) -> Iterator[str]:
    name = year.channels.get(version.id, version.id)
    if version.text is not None:
        yield _text(tr("Fassung für {channel}").format(channel=name), version.text, post.language)
    out = next((item for item in post.publications if item.id == version.id), None)
    words = [tr("Kanal {name}").format(name=name)]
    if out is not None:
        when = _moment(out.at)
        words.append(tr("veröffentlicht {when}").format(when=when) if when else tr("veröffentlicht"))
        words += [out.address] if out.address else []
    else:
        words.append(tr("nicht veröffentlicht"))
    yield f"<p>{escape(', '.join(words))}</p>"


def _pictures(record: PostRecord) -> Iterator[str]:
    for item in sorted(record.post.attachments, key=lambda item: (item.position, item.id)):
        picture = record.pictures.get(item.picture)
        if picture is None:
            yield f"<p>{escape(tr('Bild: nicht mehr vorhanden'))}</p>"
            continue
        alt = picture.alt if item.alt is None else item.alt
        yield _facts(
            [
                (tr("Bild"), picture.name),
                (tr("Alternativtext"), tr("Schmuckbild") if item.decorative else alt),
                (tr("Bildnachweis"), picture.credit),
            ]
        )
        yield f"<p>SHA-256 <code>{escape(picture.sha256)}</code></p>"


def _history(year: YearRecord, post: Post) -> Iterator[str]:
    lines = [
        (item.at, f"{tr(_KINDS[item.kind])}: {_name(year, item.by)}. {item.comment}".strip(), item.digest)
        for item in post.decisions
    ]
    lines += [
        (item.at, tr("Exportiert: {name}").format(name=_name(year, item.by)), item.digest)
        for item in post.deliveries
    ]
    lines += [
        (item.at, f"{tr('Kommentar')}: {_name(year, item.by)}. {_said(item)}", "") for item in post.comments
    ]
    if not lines:
        return
    yield f"<h3>{escape(tr('Verlauf'))}</h3><ul>"
    for at, words, digest in sorted(lines, key=lambda line: (line[0] or datetime.min, line[1])):
        mark = f" <code>{escape(digest[:16])}</code>" if digest else ""
        yield f"<li>{escape(', '.join(part for part in (_moment(at), words) if part))}{mark}</li>"
    yield "</ul>"


def _said(comment: Comment) -> str:
    """Return the words of a comment, and of one that was taken back only that."""
    if not comment.standing:
        return tr("(zurückgenommen)")
    return f"{comment.text} {tr('(bearbeitet)')}" if comment.edited is not None else comment.text


def _name(year: YearRecord, person: str) -> str:
    return year.people.get(person) or tr("Jemand")


def _moment(at: datetime | date | None) -> str:
    return moment_long(at) if isinstance(at, datetime) else ""


def _post_rows(year: YearRecord) -> Iterator[list[str]]:
    yield [
        tr("Nummer"), tr("Titel"), tr("Termin"), tr("Stand"), tr("Kanäle"), tr("Thema"), tr("Zuständig"),
        tr("Veröffentlicht auf"), tr("Adressen"), tr("Text"),
    ]  # fmt: skip
    for record in year.posts:
        post, card = record.post, record.card
        yield [
            post.id,
            post.title,
            card.planned.isoformat(" ", "minutes") if card.planned else "",
            ", ".join([STAGES[card.stage].text, *flag_words(card)]),
            ", ".join(year.channels.get(item.id, item.id) for item in post.versions),
            year.topics.get(post.topic, ""),
            year.people.get(post.responsible, ""),
            ", ".join(year.channels.get(item.id, item.id) for item in post.publications),
            " ".join(item.address for item in post.publications if item.address),
            post.text,
        ]


def _decision_rows(year: YearRecord) -> Iterator[list[str]]:
    yield [
        tr("Beitrag"), tr("Titel"), tr("Wer"), tr("Wann"), tr("Was"), tr("Gilt von"), tr("Gilt bis"),
        tr("Bemerkung"), tr("Prüfsumme des Inhalts (SHA-256)"),
    ]  # fmt: skip
    for record in year.posts:
        for item in record.post.decisions:
            yield [
                record.post.id,
                record.post.title,
                _name(year, item.by),
                item.at.isoformat(" ", "minutes") if item.at else "",
                tr(_KINDS[item.kind]),
                item.first.isoformat() if item.first else "",
                item.last.isoformat() if item.last else "",
                item.comment,
                item.digest,
            ]


def _picture_rows(year: YearRecord) -> Iterator[list[str]]:
    yield [tr("Bild"), tr("Name"), tr("Bildnachweis"), tr("Größe in Bytes"), tr("SHA-256")]
    for picture in year.pictures().values():
        yield [picture.id, picture.name, picture.credit, str(picture.bytes), picture.sha256]
