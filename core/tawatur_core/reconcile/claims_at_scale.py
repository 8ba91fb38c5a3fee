"""Which claims tell one thing among very many: a whole corpus realigned from its words alone.

Claims are compared where they share words that are rare in the corpus, weighed by rarity; what
is near is scored by its sorted words (rapidfuzz) and grouped around one centre. Weights are whole
numbers, so the sums are the same in any order and on any engine. Needs the extra `scale`;
`claims_plain` does the same without it, for small corpora and for other engines.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cpdist
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

from tawatur_core.monitor import Monitor, Silent
from tawatur_core.reconcile.claims_plain import (
    LEAST_COSINE,
    LEAST_LIKENESS,
    MOST_HOLDERS,
    NEAREST,
    Reader,
    weight,
)
from tawatur_core.reconcile.stars import MOST_IN_GROUP, Edges, stars

_ROWS_AT_ONCE = 50_000
_THREADS = 2
# More than are kept, since of those that share as much the lower place is nearer.
_TAKEN = 3 * NEAREST


def group_claims(
    texts: Sequence[str], documents: Sequence[str], monitor: Monitor | None = None
) -> list[tuple[int, ...]]:
    """Group claims of different documents that tell one thing; returns places in `texts`.

    Time and memory grow in proportion to the number of claims. Raises Cancelled.
    """
    edges = likely_pairs(texts, documents, monitor)
    return stars(edges, len(texts), MOST_IN_GROUP)


def likely_pairs(
    texts: Sequence[str], documents: Sequence[str], monitor: Monitor | None = None
) -> Edges:
    """Return the pairs of claims of different documents that tell one thing, with a score 0…1."""
    watch = monitor or Silent()
    if not texts:
        return Edges.joined([])
    number: dict[str, int] = {}
    owners = np.array([number.setdefault(d, len(number)) for d in documents], dtype=np.int32)
    found = []
    for a, b in _near(_read(texts, watch), owners, watch):
        told = _likeness([texts[i] for i in a.tolist()], [texts[i] for i in b.tolist()])
        kept = told >= LEAST_LIKENESS
        found.append(Edges(a[kept], b[kept], told[kept]))
    return _once(Edges.joined(found))


def _likeness(ours: list[str], theirs: list[str]) -> NDArray[np.float32]:
    """Return what `claims_plain.likeness` says of each pair."""
    if not ours:
        return np.empty(0, np.float32)
    ratio = cpdist(ours, theirs, scorer=token_sort_ratio, dtype=np.float64)
    return (np.floor(np.asarray(ratio) * 10.24) / 1024).astype(np.float32)


def _read(texts: Sequence[str], watch: Monitor) -> csr_matrix:
    """Return one row for each text, one column for each term, the weights as values."""
    reader = Reader()
    terms, ends = array("i"), array("q", [0])
    for place, text in enumerate(texts):
        if place % 4096 == 0:
            watch.step(place, len(texts))
        terms.extend(reader.terms(text))
        ends.append(len(terms))
    columns = np.frombuffer(terms, dtype=np.int32) if terms else np.empty(0, np.int32)
    holders = np.bincount(columns, minlength=len(reader.names))
    weights = np.array(
        [weight(n, int(h), len(texts)) for n, h in zip(reader.names, holders, strict=True)],
        dtype=np.float64,
    )
    shape = (len(texts), max(1, len(weights)))
    return csr_matrix((weights[columns], columns, np.frombuffer(ends, np.int64)), shape=shape)


def _near(
    rows: csr_matrix, owners: NDArray[np.int32], watch: Monitor
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield pairs of rows that share enough, the lower first."""
    norms = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    # A word of very many claims brings too many together, and tells nothing.
    common = np.bincount(rows.indices, minlength=rows.shape[1]) > MOST_HOLDERS
    rare = rows.copy()
    rare.data[common[rare.indices]] = 0
    rare.eliminate_zeros()
    by_term = rare.T.tocsr()
    for start in range(0, rows.shape[0], _ROWS_AT_ONCE):
        watch.step(start, rows.shape[0])
        some = rare[start : start + _ROWS_AT_ONCE]
        best = sp_matmul_topn(some, by_term, top_n=_TAKEN, sort=True, n_threads=_THREADS)
        a, b, shared = _nearest(best)
        a += start
        cosine = shared / np.sqrt(norms[a] * norms[b])
        kept = (cosine >= LEAST_COSINE) & (owners[a] != owners[b])
        yield np.minimum(a[kept], b[kept]), np.maximum(a[kept], b[kept])


def _nearest(
    best: csr_matrix,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return the NEAREST of each row and the row itself: row, column, weight shared."""
    counts = np.diff(best.indptr)
    row = np.repeat(np.arange(best.shape[0], dtype=np.int64), counts)
    order = np.lexsort((best.indices, -best.data, row))
    place = np.arange(len(row)) - np.repeat(best.indptr[:-1], counts)
    kept = order[place <= NEAREST]
    return row[kept], best.indices[kept].astype(np.int64), best.data[kept]


def _once(edges: Edges) -> Edges:
    """Return each pair once: both sides may have found it."""
    order = np.lexsort((edges.b, edges.a))
    a, b = edges.a[order], edges.b[order]
    first = np.ones(len(a), dtype=np.bool_)
    first[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    kept = order[first]
    return Edges(edges.a[kept], edges.b[kept], edges.score[kept])
