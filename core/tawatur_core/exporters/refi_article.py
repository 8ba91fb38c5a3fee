"""One article of a REFI-QDA project: its source with selections, notes and links of its claims."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tawatur_core.exporters.carried import (
    Json,
    claim_rest,
    document_rest,
    mention_rest,
    rejection_record,
)
from tawatur_core.exporters.refi_codes import variable_value
from tawatur_core.exporters.slot_words import SlotWords
from tawatur_core.exporters.tei_words import FORBIDDEN, attribute, content, json_in_xml
from tawatur_core.model import Claim, Document, EntityId, Mention, Span
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.refi_guids import CODING, NOTE, ROLE, code_guid, of_record, part_guid, user_guid
from tawatur_core.wording import Wording

_REPLACED = {ord(char): "\ufffd" for char in FORBIDDEN}


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the parts of the project file say it."""

    source: str
    notes: str
    links: str


class SourceWriter:
    """Writes articles, and gathers who made them and which selections are of which entity."""

    def __init__(self, corpus: Corpus, words: Wording) -> None:
        self._slots = SlotWords(corpus, words)
        self._part = words.say("refi-part")
        self._kinds = {entity.id: entity.kind.value for entity in corpus.entities}
        self.authors: dict[str, None] = {}
        # The ids of an entity's mentions in one row of bytes: a large corpus has very many.
        self.selections: defaultdict[EntityId, bytearray] = defaultdict(bytearray)

    def article(self, annotated: Annotated) -> Told:
        """Return one article."""
        document = annotated.document
        source = [_source_head(document)]
        notes: list[str] = []
        links: list[str] = []
        for claim in annotated.claims:
            self.authors[claim.author] = None
            source.append(self._claim(document, claim, links))
            notes.append(self._note(claim))
        source += [self._mention(mention) for mention in annotated.mentions]
        for number, span in enumerate(document.residue):
            guid = part_guid(document.id, number, "residue")
            quote = span.of(document.text)
            coding = _coding(part_guid(document.id, number, "residue coding"), "residue")
            source.append(_selection(guid, quote, span, coding))
        source.append(_particulars(annotated))
        source.append("</TextSource>\n")
        return Told("".join(source), "".join(notes), "".join(links))

    def _claim(self, document: Document, claim: Claim, links: list[str]) -> str:
        user = user_guid(claim.author)
        made = f' creatingUser="{user}" creationDateTime="{claim.made_at.isoformat()}"'
        note = f'<NoteRef targetGUID="{of_record(claim.id, NOTE)}"/>'
        told: list[str] = []
        for number, span in enumerate(claim.spans):
            guid = part_guid(claim.id, number) if number else claim.id
            coding = part_guid(claim.id, number, "coding") if number else of_record(guid, CODING)
            quote = span.of(document.text)
            code = _coding(coding, f"claim.{claim.kind.value}", made)
            told.append(_selection(guid, quote, span, code + note, made))
            if number:
                link = part_guid(claim.id, number, "link")
                links.append(_link(link, claim.id, guid, self._part))
        for slot in claim.slots:
            if slot.span is not None:
                quote = slot.span.of(document.text)
                code = _coding(of_record(slot.id, CODING), f"slot.{slot.name.value}", made)
                told.append(_selection(slot.id, quote, slot.span, code, made))
                links.append(
                    _link(of_record(slot.id, NOTE), claim.id, slot.id, self._slots.name(slot))
                )
        return "".join(told)

    def _note(self, claim: Claim) -> str:
        """Return the note of a claim: the analyst's words, and its slots in words above them."""
        told = content(
            "\n".join(self._slots.told(slot) for slot in claim.slots).translate(_REPLACED)
        )
        description = f"<Description>{told}</Description>" if told else ""
        return (
            f'<Note guid="{of_record(claim.id, NOTE)}" name={attribute(claim.quote[:80])}'
            f' creatingUser="{user_guid(claim.author)}"'
            f' creationDateTime="{claim.made_at.isoformat()}">{description}'
            f"<PlainTextContent>{content(claim.note.translate(_REPLACED))}</PlainTextContent>"
            "</Note>\n"
        )

    def _mention(self, mention: Mention) -> str:
        self.authors[mention.author] = None
        kind = self._kinds.get(mention.entity, "unlinked") if mention.entity else "unlinked"
        if mention.entity:
            self.selections[mention.entity] += mention.id.encode() + b" "
        made = f' creatingUser="{user_guid(mention.author)}"'
        codes = _coding(of_record(mention.id, CODING), f"mention.{kind}", made)
        codes += _coding(of_record(mention.id, ROLE), f"role.{mention.role.value}", made)
        return _selection(mention.id, mention.quote, mention.span, codes, made)


def _source_head(document: Document) -> str:
    return (
        f'<TextSource guid="{document.id}" name={attribute(document.title)}'
        f' plainTextPath="internal://{document.id}.txt"'
        f' creationDateTime="{document.imported_at.isoformat()}">'
    )


def _particulars(annotated: Annotated) -> str:
    """Return the variables of a source: what analysts look at, and all the rest as JSON."""
    document = annotated.document
    told = ""
    for name in ("outlet", "author", "url"):
        text = getattr(document, name)
        if text:
            told += variable_value(name, [content(text.translate(_REPLACED))])
    if document.published:
        told += variable_value("published", [document.published.isoformat()])
    rest = {
        "document": document_rest(document),
        "claims": [_claim_rest(claim) for claim in annotated.claims],
        "mentions": [mention_rest(mention) for mention in annotated.mentions],
        "rejected": [rejection_record(one) for one in annotated.rejected],
    }
    return told + variable_value("tawatur", [as_json(rest)])


def _claim_rest(claim: Claim) -> Json:
    told = claim_rest(claim)
    if claim.note.translate(_REPLACED) != claim.note or "\r" in claim.note:
        told["note"] = claim.note  # XML cannot hold it
    return {**told, "parts": len(claim.spans)}


def as_json(value: Json) -> str:
    """Return JSON as the content of an element."""
    return content(json_in_xml(value))


def _selection(guid: str, quote: str, span: Span, inner: str, made: str = "") -> str:
    return (
        f'<PlainTextSelection guid="{guid}" name={attribute(quote)} startPosition="{span.start}"'
        f' endPosition="{span.end}"{made}>{inner}</PlainTextSelection>\n'
    )


def _coding(guid: str, code: str, made: str = "") -> str:
    return f'<Coding guid="{guid}"{made}><CodeRef targetGUID="{code_guid(code)}"/></Coding>'


def _link(guid: str, origin: str, target: str, name: str) -> str:
    return (
        f'<Link guid="{guid}" name={attribute(name)} direction="OneWay"'
        f' originGUID="{origin}" targetGUID="{target}"/>\n'
    )
