"""HTML report for an editor who does not have the program: conflicts side by side, then the rest.

One self-contained page without scripts; everything that comes from a text is escaped by the
template engine, and a content policy forbids loading anything. The articles stand last on it but
are read first, for the counts and sides above them: they wait in a file, so that memory does not
grow with the corpus.
"""

from __future__ import annotations

import base64
import html
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any, TextIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tawatur_core import paths, phrasing
from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.report_sides import Sides
from tawatur_core.model import (
    Claim,
    ClaimId,
    Conflict,
    ConflictKey,
    Document,
    EntityId,
    Origin,
    SlotName,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.standing import Lapsed, changed_since, stands
from tawatur_core.wording import Wording, wording

View = dict[str, Any]
_CHUNK = 1 << 18  # characters of a page at a time
_CHAIN = (SlotName.SPEAKER, SlotName.VIA)


class HtmlReport:
    """A page that a browser shows and prints, right-to-left in Arabic."""

    name = "html"
    suffix = ".html"
    side_by_side = True
    losses = (losses.TEXTS, losses.OFFSETS, losses.REJECTIONS, losses.HISTORY)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the page. Raises OSError, Cancelled."""
        folder = paths.resources() / "report"
        pages = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
        )
        report = _Report(corpus, wording(language, isolate=False))
        one = pages.get_template("report_article.html")
        css = (folder / "report.css").read_text(encoding="utf-8")
        with tempfile.TemporaryFile(
            "w+", encoding="utf-8", newline="", dir=destination.parent
        ) as articles:
            for article in report.articles(monitor):
                articles.write(one.render(article=article, say=report.words.say) + "\n")
            articles.seek(0)
            page = pages.get_template("report.html").generate(
                **report.rest(),
                articles=iter(lambda: articles.read(_CHUNK), ""),
                css=css,
                faces=_faces(folder),
            )
            with destination.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(page)

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Look for every claim's quote, sliced from its text. Raises ExportMismatch."""
        count = 0
        with destination.open(encoding="utf-8", newline="") as file:
            page = _Page(file)
            for annotated in corpus.documents():
                for claim in annotated.claims:
                    for span in claim.spans:
                        if not page.holds(span.of(annotated.document.text)):
                            place = f"{claim.id}: {span.start}–{span.end}"
                            raise ExportMismatch(destination, place)
                        count += 1
        return count


class _Page:
    """The text of a written page, read bit by bit: quotes are asked for in its order."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text, self._at = "", 0

    def holds(self, quote: str) -> bool:
        """Whether a quote stands where the last one did, or later."""
        at = self._text.find(quote, self._at)
        while at < 0:
            # Whole lines, since what is escaped may be cut in two but for them.
            lines = self._file.readlines(_CHUNK)
            if not lines:
                return False
            self._text, self._at = self._text[self._at :], 0
            searched = max(0, len(self._text) - len(quote) + 1)
            self._text += html.unescape("".join(lines))
            at = self._text.find(quote, searched)
        self._at = at
        return True


def report_view(corpus: Corpus, words: Wording, monitor: Monitor) -> View:
    """Return what a report shows, as plain strings, for whoever sets it. Raises Cancelled."""
    report = _Report(corpus, words)
    articles = list(report.articles(monitor))
    rest = report.rest()
    return {**rest, "conflicts": list(rest["conflicts"]), "articles": articles}


def _faces(folder: Path) -> list[View]:
    """Return the fonts as text: the page must look right where nothing is installed."""
    weights = {400: "Vazirmatn-Regular.woff2", 700: "Vazirmatn-Bold.woff2"}
    return [
        {"weight": weight, "data": base64.b64encode((folder / name).read_bytes()).decode("ascii")}
        for weight, name in weights.items()
    ]


class _Report:
    """What the template shows, as plain strings."""

    def __init__(self, corpus: Corpus, words: Wording) -> None:
        self.corpus = corpus
        self.words = words
        self.names: dict[EntityId, str] = {e.id: e.name for e in corpus.entities}
        self.given: defaultdict[ConflictKey, list[Verdict]] = defaultdict(list)  # latest first
        for verdict in reversed(corpus.verdicts):
            self.given[verdict.key].append(verdict)
        self.latest = {key: given[0] for key, given in self.given.items()}
        self.chains = {claim: group.chains for group in corpus.groups for claim in group.claims}
        self.mentions: Counter[EntityId] = Counter()
        self.spellings: dict[EntityId, Counter[str]] = {}
        self.needed = {claim for conflict in corpus.conflicts for claim in conflict.claims}
        self.needed |= {c.id for each in corpus.lapsed for c in each.claims if c is not None}
        self.found: dict[ClaimId, tuple[Claim, Document]] = {}
        self.claims = 0

    def articles(self, monitor: Monitor) -> Iterator[View]:
        """Yield the articles; what else is shown is counted meanwhile. Raises Cancelled."""
        for done, annotated in enumerate(self.corpus.documents()):
            monitor.step(done, self.corpus.size)
            yield self._article(annotated)

    def rest(self) -> View:
        """Return what else is shown, after all articles; conflicts as they are asked for."""
        return {
            "language": self.words.language,
            "rtl": self.words.right_to_left,
            "say": self.words.say,
            "title": self.corpus.title,
            "made": phrasing.day(datetime.now(UTC).astimezone().date(), self.words),
            "reviewed_only": self.corpus.reviewed_only,
            "figures": self._figures(),
            "conflicts": map(self._conflict, self.corpus.conflicts),
            "lapsed": [self._lapsed(each) for each in self.corpus.lapsed],
            "entities": self._entities(),
        }

    def _figures(self) -> list[View]:
        conflicts = len(self.corpus.conflicts)
        done = sum(stands(self.latest.get(c.key), c) for c in self.corpus.conflicts)
        counts = {
            "report-articles": str(self.corpus.size),
            "report-claims": str(self.claims),
            "report-entities": str(len(self.corpus.entities)),
            "report-conflicts": str(conflicts),
            "report-decided": self.words.say("report-of", done=str(done), total=str(conflicts)),
        }
        return [{"name": self.words.say(code), "number": shown} for code, shown in counts.items()]

    def _article(self, annotated: Annotated) -> View:
        document = annotated.document
        for mention in annotated.mentions:
            if mention.entity:
                self.mentions[mention.entity] += 1
                self.spellings.setdefault(mention.entity, Counter())[mention.quote] += 1
        self.claims += len(annotated.claims)
        for claim in annotated.claims:
            if claim.id in self.needed:
                self.found[claim.id] = (claim, document)
        return {
            "title": document.title,
            "published": phrasing.published(document.published, self.words),
            "outlet": document.outlet or self.words.say("report-outlet-unknown"),
            "basis": document.published_basis,
            "claims": [self._claim(claim) for claim in annotated.claims],
        }

    def _claim(self, claim: Claim) -> View:
        return {
            "quote": claim.quote,
            "kind": phrasing.term(claim.kind, self.words),
            "chain": self._chain(claim),
            "chains": self.words.say("report-chains", count=self.chains.get(claim.id, 1)),
            "note": claim.note,
            "slots": [
                {
                    "name": phrasing.term(slot.name, self.words),
                    "value": phrasing.value(slot.value, self.words, self.names),
                    "sure": slot.origin is not Origin.PROPOSED,
                }
                for slot in claim.slots
                if slot.name not in _CHAIN
            ],
        }

    def _chain(self, claim: Claim) -> str:
        parties = [slot.value for name in _CHAIN for slot in claim.slots_named(name)]
        arrow = " ← " if self.words.right_to_left else " → "
        return arrow.join(phrasing.value(party, self.words, self.names) for party in parties)

    def _conflict(self, conflict: Conflict) -> View:
        sides = Sides(conflict, self.words, self.names)
        return {
            "question": phrasing.question(conflict.kind, self.words),
            "chains": self.words.say(
                "report-conflict-chains", count=self.chains.get(conflict.claims[0], 1)
            ),
            "sides": [
                sides.side(at, *self.found[claim], self._chain(self.found[claim][0]))
                for at, claim in enumerate(conflict.claims)
                if claim in self.found
            ],
            "heads": sides.heads(),
            "rows": sides.rows(),
            "open": self._open(conflict),
            "verdicts": [
                self._verdict(verdict, stands=place == 0 and stands(verdict, conflict))
                for place, verdict in enumerate(self.given.get(conflict.key, ()))
            ],
        }

    def _lapsed(self, lapsed: Lapsed) -> View:
        verdict = lapsed.verdict
        seen = zip_longest(lapsed.claims, verdict.seen)
        return {
            "question": phrasing.question(verdict.kind, self.words),
            "sides": [
                {
                    "letter": phrasing.side_letter(at, self.words),
                    "seen": then or "—",
                    "source": self._source(claim),
                    "quote": claim.quote if claim is not None else "",
                }
                for at, (claim, then) in enumerate(seen)
            ],
            "verdicts": [
                self._verdict(each, stands=False) for each in self.given.get(verdict.key, ())
            ],
        }

    def _source(self, claim: Claim | None) -> str:
        """Return where a claim that a verdict was given on stands, or that it was removed."""
        if claim is None or claim.id not in self.found:
            return self.words.say("report-claim-removed")
        return self.found[claim.id][1].title

    def _open(self, conflict: Conflict) -> str:
        """Return why a conflict is still to be decided, '' when it is decided."""
        verdict = self.latest.get(conflict.key)
        if stands(verdict, conflict):
            return ""
        changed = changed_since(verdict, conflict) if verdict and not verdict.reopened else ()
        if not changed:
            return self.words.say("report-undecided")
        then, now = changed[0].in_words(self.names)
        return self.words.say("report-changed", then=then, now=now)

    def _verdict(self, verdict: Verdict, *, stands: bool) -> View:
        by = self.words.say(
            "report-verdict-reopened" if verdict.reopened else "report-verdict-by",
            analyst=verdict.analyst,
            at=phrasing.moment(verdict.given_at, self.words),
            confidence=phrasing.term(verdict.confidence, self.words),
        )
        return {
            "choice": phrasing.verdict(verdict, self.words),
            "stands": stands,
            "reason": verdict.reason,
            "by": by,
        }

    def _entities(self) -> list[View]:
        ranked = sorted(self.corpus.entities, key=lambda e: (-self.mentions[e.id], e.name))
        return [
            {
                "name": entity.name,
                "latin": entity.name_latin,
                "kind": phrasing.term(entity.kind, self.words),
                "mentions": self.mentions[entity.id],
                "spellings": list(
                    dict.fromkeys((*entity.aliases, *self.spellings.get(entity.id, ())))
                ),
            }
            for entity in ranked
        ]
