"""The sides of a conflict for the report: excerpts with marks, and the comparison table."""

from __future__ import annotations

from typing import Any

from tawatur_core import phrasing
from tawatur_core.model import (
    Claim,
    Conflict,
    Document,
    EntityId,
    Relation,
    Span,
)
from tawatur_core.wording import Wording

View = dict[str, Any]
_CONTEXT = 160  # code points shown before and after the claim inside its paragraph


class Sides:
    """The columns and rows of one conflict."""

    def __init__(self, conflict: Conflict, words: Wording, names: dict[EntityId, str]) -> None:
        self.conflict = conflict
        self.words = words
        self.names = names

    def side(self, at: int, claim: Claim, document: Document, chain: str) -> View:
        """Return the column of the claim at position `at` of the conflict."""
        return {
            "letter": phrasing.side_letter(at, self.words),
            "title": document.title,
            "published": phrasing.published(document.published, self.words),
            "outlet": document.outlet or self.words.say("report-outlet-unknown"),
            "chain": chain,
            "excerpt": self._excerpt(at, claim, document.text),
        }

    def rows(self) -> list[View]:
        """Return the comparison of every slot."""
        return [
            {
                "name": phrasing.term(row.kind, self.words),
                "cells": [
                    "—" if cell is None else phrasing.value(cell, self.words, self.names)
                    for cell in row.values
                ],
                "relation": row.relation.value,
                "sign": phrasing.relation(row.relation, self.words),
                "reasons": [self.words.evidence(reason) for reason in row.evidence],
            }
            for row in self.conflict.rows
        ]

    def _excerpt(self, at: int, claim: Claim, text: str) -> list[View]:
        whole = Span(claim.spans[0].start, claim.spans[-1].end)
        shown = self._window(whole, text)
        signs = [""] * len(shown)
        for span in claim.spans:
            _paint(signs, shown, span, "claim")
        for row in reversed(self.conflict.rows):
            span_of_row = row.spans[at] if at < len(row.spans) else None
            if span_of_row is None or row.relation is Relation.UNKNOWN:
                continue
            sign = "different" if row.relation is Relation.DIFFERENT else "same"
            _paint(signs, shown, span_of_row, sign)
        parts = _runs(shown.of(text), signs)
        if shown.start > 0 and text[shown.start - 1] != "\n":
            parts.insert(0, {"text": "… ", "sign": ""})
        if shown.end < len(text) and text[shown.end] != "\n":
            parts.append({"text": " …", "sign": ""})
        return parts

    @staticmethod
    def _window(whole: Span, text: str) -> Span:
        """Return the claim's paragraph, cut at words where it is long."""
        start = text.rfind("\n", 0, whole.start) + 1
        end = text.find("\n", whole.end)
        end = len(text) if end < 0 else end
        if whole.start - start > _CONTEXT:
            start = text.find(" ", whole.start - _CONTEXT) + 1
        if end - whole.end > _CONTEXT:
            end = text.rfind(" ", whole.end, whole.end + _CONTEXT)
        return Span(min(start, whole.start), max(end, whole.end))


def _paint(signs: list[str], shown: Span, span: Span, sign: str) -> None:
    for place in range(max(span.start, shown.start), min(span.end, shown.end)):
        signs[place - shown.start] = sign


def _runs(text: str, signs: list[str]) -> list[View]:
    parts: list[View] = []
    for character, sign in zip(text, signs, strict=True):
        if parts and parts[-1]["sign"] == sign:
            parts[-1]["text"] += character
        else:
            parts.append({"text": character, "sign": sign})
    return parts
