"""The sides of a conflict for the report: excerpts with marks, and the comparison table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tawatur_core import phrasing
from tawatur_core.model import (
    Claim,
    Conflict,
    Document,
    EntityId,
    Relation,
    SlotValue,
    Span,
)
from tawatur_core.wording import Wording, isolated

View = dict[str, Any]
_COLUMNS = 4  # sides whose values stand side by side on a page
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

    def heads(self) -> list[str]:
        """Return what stands over the values: a letter for each side, one word for many sides."""
        sides = len(self.conflict.claims)
        if sides > _COLUMNS:
            return [self.words.say("report-accounts")]
        return [phrasing.side_letter(at, self.words) for at in range(sides)]

    def rows(self) -> list[View]:
        """Return the comparison of every slot; of many sides, all values in one cell."""
        return [
            {
                "name": phrasing.term(row.kind, self.words),
                "cells": self._cells(row.values),
                "relation": row.relation.value,
                "sign": phrasing.relation(row.relation, self.words),
                "reasons": [self.words.evidence(reason) for reason in row.evidence],
            }
            for row in self.conflict.rows
        ]

    def _cells(self, values: Sequence[SlotValue | None]) -> list[str]:
        told = [
            "—" if value is None else phrasing.value(value, self.words, self.names)
            for value in values
        ]
        if len(told) <= _COLUMNS:
            return told
        saying: dict[str, list[str]] = {}  # each value once, with the letters of its sides
        for at, value in enumerate(told):
            saying.setdefault(value, []).append(phrasing.side_letter(at, self.words))
        parts = (f"{' '.join(letters)}: {isolated(value)}" for value, letters in saying.items())
        return [" · ".join(isolated(part) for part in parts)]

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
