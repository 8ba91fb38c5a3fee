"""The UIMA type system of our layers, as INCEpTION expects its custom layers.

Span layers are annotations, layers of the whole document are `uima.cas.AnnotationBase` (shown as
document metadata), and links are features of the host that list a role and a target.
https://inception-project.github.io (user guide, custom layers), UIMA references, chapter 7.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from tawatur_core.standoff.units import CLAIM, LINKS, SPANS, WHOLE

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
TOKEN = f"{DKPRO}.segmentation.type.Token"
SENTENCE = f"{DKPRO}.segmentation.type.Sentence"
METADATA = f"{DKPRO}.metadata.type.DocumentMetaData"
CUSTOM = "webanno.custom"
PREFIX = f"{CUSTOM}.Tawatur"
ANNOTATION = "uima.tcas.Annotation"
_STRING = "uima.cas.String"
_META = ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")

# What a label is called in the type systems of DKPro and INCEpTION, the more telling first.
_LABELS = ("value", "label", "PosValue", "DependencyType", "referenceType", "category", "kind",
           "identifier")  # fmt: skip


def label_of(features: Mapping[str, str]) -> str:
    """Return the label of a foreign annotation; '' where no feature serves as one."""
    return next((features[name] for name in _LABELS if features.get(name)), "")


# Name, supertype, and features with their range and, for arrays, the type of the elements.
Described = tuple[str, str, tuple[tuple[str, str, str], ...]]


def type_name(layer: str) -> str:
    """Return the UIMA type of a layer."""
    return PREFIX + layer


def link_type(feature: str) -> str:
    """Return the type of the links of a claim."""
    return f"{PREFIX}{CLAIM}{feature.capitalize()}Link"


@cache
def described(whole: str = "uima.cas.AnnotationBase") -> tuple[Described, ...]:
    """Return all types, supertypes first; `whole` is that of what concerns a whole document."""
    metadata = tuple((name, _STRING, "") for name in _META)
    found: list[Described] = [
        (TOKEN, ANNOTATION, ()),
        (SENTENCE, ANNOTATION, ()),
        (METADATA, "uima.tcas.DocumentAnnotation",
         (*metadata, ("isLastSegment", "uima.cas.Boolean", ""))),
    ]  # fmt: skip
    for layer, names in {**SPANS, **WHOLE}.items():
        features = [(name, _STRING, "") for name in names]
        if layer == CLAIM:
            features += [(name, "uima.cas.FSArray", link_type(name)) for name in LINKS]
        base = ANNOTATION if layer in SPANS else whole
        found.append((type_name(layer), base, tuple(features)))
    for name, target in LINKS.items():
        told = (("role", _STRING, ""), ("target", type_name(target), ""))
        found.append((link_type(name), "uima.cas.TOP", told))
    return tuple(found)


@cache
def as_xml(whole: str = "uima.cas.AnnotationBase") -> str:
    """Return the type system description (``TypeSystem.xml``)."""
    rows = ['<?xml version="1.0" encoding="UTF-8"?>',
            '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
            "<types>"]  # fmt: skip
    for name, base, features in described(whole):
        rows.append(f"<typeDescription><name>{name}</name><description/>")
        rows.append(f"<supertypeName>{base}</supertypeName>")
        if features:
            told = "".join(_feature(*one) for one in features)
            rows.append(f"<features>{told}</features>")
        rows.append("</typeDescription>")
    return "\n".join([*rows, "</types>", "</typeSystemDescription>", ""])


def _feature(name: str, kind: str, element: str) -> str:
    told = f"<name>{escape(name)}</name><description/><rangeTypeName>{kind}</rangeTypeName>"
    if element:
        told += "<multipleReferencesAllowed>false</multipleReferencesAllowed>"
        told += f"<elementType>{element}</elementType>"
    return f"<featureDescription>{told}</featureDescription>"


@cache
def as_json() -> dict[str, Any]:
    """Return the type system as the ``%TYPES`` of CAS JSON."""
    found: dict[str, Any] = {}
    for name, base, features in described():
        told: dict[str, Any] = {"%NAME": name, "%SUPER_TYPE": base}
        for feature, kind, element in features:
            told[feature] = {"%NAME": feature, "%RANGE": f"{element}[]" if element else kind}
        found[name] = told
    return found
