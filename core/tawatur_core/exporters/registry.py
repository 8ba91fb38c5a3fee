"""The formats a corpus can be exported to."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tawatur_core.errors import CannotWrite, UnknownFormat
from tawatur_core.exporters import placing
from tawatur_core.exporters.brat import Brat
from tawatur_core.exporters.cas import CasJson, CasXmi
from tawatur_core.exporters.claim_review import ClaimReview
from tawatur_core.exporters.claims_csv import ClaimsCsv, CsvTables
from tawatur_core.exporters.conll import Conll
from tawatur_core.exporters.doccano import Doccano
from tawatur_core.exporters.jsonl import JsonLines
from tawatur_core.exporters.label_studio import LabelStudio
from tawatur_core.exporters.parquet import Parquet
from tawatur_core.exporters.refi_qda import RefiQda
from tawatur_core.exporters.report import HtmlReport
from tawatur_core.exporters.skos import Skos
from tawatur_core.exporters.spacy_docbin import SpacyDocBin
from tawatur_core.exporters.tei import Tei
from tawatur_core.exporters.web_annotation import WebAnnotation
from tawatur_core.exporters.webanno_tsv import WebAnnoTsv
from tawatur_core.exporters.xlsx import Workbook
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Corpus, Exporter, more_exporters


def formats() -> list[Exporter]:
    """Return the built-in formats and those that other packages bring."""
    return [
        JsonLines(),
        ClaimsCsv(),
        CsvTables(),
        Workbook(),
        Parquet(),
        Skos(),
        WebAnnotation(),
        LabelStudio(),
        CasXmi(),
        CasJson(),
        WebAnnoTsv(),
        Conll(),
        SpacyDocBin(),
        Doccano(),
        Brat(),
        Tei(),
        RefiQda(),
        ClaimReview(),
        HtmlReport(),
        *more_exporters(),
    ]


def format_named(name: str) -> Exporter:
    """Return a format by name. Raises UnknownFormat."""
    for exporter in formats():
        if exporter.name == name:
            return exporter
    raise UnknownFormat(name, ", ".join(exporter.name for exporter in formats()))


def write(
    exporter: Exporter,
    corpus: Corpus,
    destination: Path,
    language: str,
    monitor: Monitor,
    *,
    replace: bool = False,
) -> int:
    """Write, prove and only then put the export in place; return how many spans were compared.

    Nothing at `destination` changes when writing or the proof fails; what stands there is replaced
    only where that is asked for. Raises AlreadyExists, CannotWrite, ExportMismatch, Cancelled.
    """
    placing.require(exporter, destination, replace=replace)
    try:
        with tempfile.TemporaryDirectory(dir=destination.parent, prefix=".tawatur-") as folder:
            drafts, aside = Path(folder) / "new", Path(folder) / "old"
            drafts.mkdir()
            aside.mkdir()
            draft = drafts / destination.name
            exporter.write(corpus, draft, language, monitor)
            compared = exporter.verify(corpus, draft)
            monitor.step(corpus.size, corpus.size)  # the last moment to stop
            placing.require(exporter, destination, replace=replace)  # it took a while
            placing.put(drafts, destination.parent, aside)
            return compared
    except OSError as failure:
        raise CannotWrite(destination, failure.strerror or str(failure)) from failure
