"""The formats of annotated documents that can be read."""

from __future__ import annotations

from pathlib import Path

from tawatur_core.errors import UnknownFormat
from tawatur_core.importers.brat import BratImporter
from tawatur_core.importers.cas import CasJsonImporter, CasXmiImporter
from tawatur_core.importers.conll import ConllImporter
from tawatur_core.importers.doccano import DoccanoImporter
from tawatur_core.importers.jsonl import JsonLinesImporter
from tawatur_core.importers.label_studio import LabelStudioImporter
from tawatur_core.importers.parquet import ParquetImporter
from tawatur_core.importers.refi_qda import RefiQdaImporter
from tawatur_core.importers.tei import TeiImporter
from tawatur_core.importers.web_annotation import WebAnnotationImporter
from tawatur_core.importers.webanno_tsv import WebAnnoTsvImporter
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import AnnotationImporter, Incoming


def importers() -> list[AnnotationImporter]:
    """Return the built-in importers of annotated documents, the more particular ones first."""
    return [
        JsonLinesImporter(),
        WebAnnotationImporter(),
        LabelStudioImporter(),
        ParquetImporter(),
        CasXmiImporter(),
        CasJsonImporter(),
        WebAnnoTsvImporter(),
        ConllImporter(),
        DoccanoImporter(),
        BratImporter(),
        TeiImporter(),
        RefiQdaImporter(),
    ]


def importer_of(path: Path, name: str | None = None) -> AnnotationImporter | None:
    """Return the importer of a name, or the first that recognises `path`; None when none does.

    Raises UnknownFormat for a name that no importer has.
    """
    known = importers()
    if name is None:
        return next((one for one in known if one.recognises(path)), None)
    for one in known:
        if one.name == name:
            return one
    raise UnknownFormat(name, ", ".join(one.name for one in known))


def read(path: Path, name: str | None, monitor: Monitor) -> Incoming:
    """Read an annotated file or folder. Raises UnknownFormat and what the importer raises."""
    importer = importer_of(path, name)
    if importer is None:
        raise UnknownFormat(path)
    return importer.read(path, monitor)
