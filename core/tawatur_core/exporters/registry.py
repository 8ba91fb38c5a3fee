"""The formats a corpus can be exported to."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path

from tawatur_core.errors import CannotWrite, UnknownFormat
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
    exporter: Exporter, corpus: Corpus, destination: Path, language: str, monitor: Monitor
) -> int:
    """Write, prove and only then put the export in place; return how many spans were compared.

    Nothing at `destination` changes when writing or the proof fails. Raises CannotWrite,
    ExportMismatch, Cancelled.
    """
    if destination.is_dir() and any(destination.iterdir()):  # somebody's folder is not replaced
        raise CannotWrite(destination, os.strerror(errno.ENOTEMPTY))
    try:
        with tempfile.TemporaryDirectory(dir=destination.parent, prefix=".tawatur-") as folder:
            draft = Path(folder) / destination.name
            exporter.write(corpus, draft, language, monitor)
            compared = exporter.verify(corpus, draft)
            monitor.step(corpus.size, corpus.size)  # the last moment to stop
            for written in sorted(Path(folder).iterdir()):
                _put(written, destination.parent / written.name)
            return compared
    except OSError as failure:
        raise CannotWrite(destination, failure.strerror or str(failure)) from failure


def _put(written: Path, place: Path) -> None:
    """Move a file or folder into place; an older export of the same name is replaced."""
    if written.is_dir() and place.is_dir():
        shutil.rmtree(place)
    written.replace(place)
