"""TEI P5: one corpus file, every article with its text untouched and its annotations standing off.

Guidelines: https://tei-c.org/release/doc/tei-p5-doc/en/html/ (17.10 stand-off mark-up). Claims and
verdicts are annotations with feature structures, mentions are spans that point to entities in lists
of persons, places, bodies, events; event groups and conflicts are relations. Pointers count code
points of the article's one block, which keeps its white space.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tawatur_core.exporters import losses
from tawatur_core.exporters.carried import document_rest
from tawatur_core.exporters.tei_project import project_stand_off
from tawatur_core.exporters.tei_proof import prove
from tawatur_core.exporters.tei_words import (
    attribute,
    cert_of,
    char_declarations,
    content,
    json_in_xml,
    pointer,
    pointers,
    quoted,
    slot_structure,
    symbol,
)
from tawatur_core.model import Claim, ClaimKind, Document, Mention, MentionRole, Span
from tawatur_core.monitor import Monitor
from tawatur_core.phrasing import term
from tawatur_core.plugins import Annotated, Corpus, need
from tawatur_core.tei_pointers import TEI
from tawatur_core.wording import Wording, wording

# What stands in the header's own elements; the rest is in its xenoData.
_IN_HEADER = frozenset(("title", "author", "outlet", "published", "url"))
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Tei:
    """A teiCorpus of one TEI an article."""

    name = "tei"
    suffix = ".xml"
    losses = (losses.CONTROLS_SHOWN, losses.COMPARISONS, losses.REASONS, losses.HISTORY)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the corpus. Raises OSError, Cancelled, MissingExtra."""
        need("lxml.etree", "tei")  # the proof needs it
        words = wording(language, isolate=False)
        with destination.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{_XML}<teiCorpus xmlns="{TEI}">\n')
            file.write(_corpus_header(corpus, words))
            file.writelines(project_stand_off(corpus, words))
            for done, annotated in enumerate(corpus.documents()):
                monitor.step(done, corpus.size)
                file.write(_article(annotated))
            if not corpus.size:  # a corpus must hold one
                file.write(f"<TEI>{_header('-', '<p/>', '')}<text><body><p/></body></text></TEI>\n")
            file.write("</teiCorpus>\n")

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Parse the file with lxml and slice each text by every pointer. Raises ExportMismatch."""
        return prove(corpus, destination)


def _corpus_header(corpus: Corpus, words: Wording) -> str:
    kinds = [(f"kind.{kind.value}", term(kind, words)) for kind in ClaimKind]
    roles = [(f"role.{role.value}", term(role, words)) for role in MentionRole]
    categories = "".join(
        f'<category xml:id="{name}"><catDesc>{content(told)}</catDesc></category>'
        for name, told in kinds + roles
    )
    encoding = (
        '<encodingDesc><appInfo><application ident="tawatur" version="1"><label>Tawatur</label>'
        f"</application></appInfo><classDecl><taxonomy>{categories}</taxonomy></classDecl>"
        f"{char_declarations()}</encodingDesc>"
    )
    return _header(corpus.title, "<p>Tawatur</p>", encoding) + "\n"


def _header(title: str, source: str, rest: str) -> str:
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{content(title)}</title></titleStmt>"
        f"<publicationStmt><p/></publicationStmt><sourceDesc>{source}</sourceDesc></fileDesc>"
        f"{rest}</teiHeader>"
    )


def _article(annotated: Annotated) -> str:
    document = annotated.document
    text_id = f"t-{document.id}"
    analysts = {mention.author: "" for mention in annotated.mentions}
    for number, author in enumerate(analysts):
        analysts[author] = f"a-{document.id}-{number}"
    standing_off = [
        *_claims(annotated.claims, text_id),
        *_mentions(annotated.mentions, text_id, analysts),
        *_residue(document, text_id),
        *_rejected(annotated, text_id),
    ]
    if standing_off:
        standing_off = ["<standOff>\n", *standing_off, "</standOff>\n"]
    return "".join(
        [
            f'<TEI xml:id="d-{document.id}">\n',
            *_article_header(document, analysts),
            *standing_off,
            f'<text xml:lang="ar"><body><ab xml:id="{text_id}" xml:space="preserve">',
            content(document.text),
            "</ab></body></text>\n</TEI>\n",
        ]
    )


def _article_header(document: Document, analysts: dict[str, str]) -> Iterator[str]:
    yield f"<teiHeader><fileDesc><titleStmt><title>{content(document.title)}</title>"
    if document.author:
        yield f"<author>{content(document.author)}</author>"
    for author, name in analysts.items():
        yield f'<respStmt xml:id="{name}"><resp>mentions</resp><name>{content(author)}</name>'
        yield "</respStmt>"
    yield f"</titleStmt><publicationStmt><publisher>{content(document.outlet)}</publisher>"
    if document.published:
        yield f'<date when="{document.published}"/>'
    if document.url:
        yield f'<idno type="URL">{content(document.url)}</idno>'
    source = content(document.provenance.file_name)
    yield f"</publicationStmt><sourceDesc><bibl>{source}</bibl></sourceDesc></fileDesc>"
    told = document_rest(document)
    rest = {name: told[name] for name in told if name not in _IN_HEADER}
    yield f'<xenoData type="application/json">{content(json_in_xml(rest))}</xenoData></teiHeader>\n'


def _claims(claims: tuple[Claim, ...], text_id: str) -> Iterator[str]:
    if not claims:
        return
    yield '<listAnnotation type="claims">\n'
    for claim in claims:
        proposal = f" n={attribute(claim.proposal)}" if claim.proposal else ""
        note = f'<note type="note">{content(claim.note)}</note>' if claim.note else ""
        yield (
            f'<annotation xml:id="c-{claim.id}" motivation="classifying"{cert_of(claim.slots)}'
            f' target="{pointers(text_id, claim.spans)}"'
            f' ana="#kind.{claim.kind} #f-{claim.id}"{proposal}>'
            f'<respStmt><resp when="{claim.made_at.isoformat()}">claim</resp>'
            f"<name>{content(claim.author)}</name></respStmt>{note}</annotation>\n"
        )
    yield "</listAnnotation>\n"
    for claim in claims:
        yield f'<fs xml:id="f-{claim.id}" type="claim">{symbol("origin", claim.origin)}'
        if claim.slots:
            slots = "".join([slot_structure(slot, text_id) for slot in claim.slots])
            yield f'<f name="slots"><vColl org="list">{slots}</vColl></f>'
        yield "</fs>\n"


def _mentions(
    mentions: tuple[Mention, ...], text_id: str, analysts: dict[str, str]
) -> Iterator[str]:
    if not mentions:
        return
    yield '<spanGrp type="mentions">\n'
    for mention in mentions:
        entity = f' corresp="#e-{mention.entity}"' if mention.entity else ""
        proposal = f" n={attribute(mention.proposal)}" if mention.proposal else ""
        yield (
            f'<span xml:id="m-{mention.id}" target="{pointer(text_id, mention.span)}"{entity}'
            f' ana="#role.{mention.role}" subtype="{mention.origin}" type="mention"'
            f' resp="#{analysts[mention.author]}"{proposal}>{quoted(mention.quote)}</span>\n'
        )
    yield "</spanGrp>\n"


def _residue(document: Document, text_id: str) -> Iterator[str]:
    if document.residue:
        yield '<spanGrp type="residue">'
        for span in document.residue:
            yield f'<span target="{pointer(text_id, span)}">{quoted(span.of(document.text))}</span>'
        yield "</spanGrp>\n"


def _rejected(annotated: Annotated, text_id: str) -> Iterator[str]:
    if annotated.rejected:
        yield '<spanGrp type="rejected">'
        for one in annotated.rejected:
            yield (
                f'<span type="{one.kind.value}" n={attribute(one.key)}'
                f' target="{pointer(text_id, Span(one.start, one.end))}">{quoted(one.name)}</span>'
            )
        yield "</spanGrp>\n"
