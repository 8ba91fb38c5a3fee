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

_ROWS_AT_ONCE = 100_000
_THREADS = 2
# More than are kept, since of those that are as near the lower place comes first.
_TAKEN = 3 * NEAREST
_ROUGHLY = 0.001  # what small numbers may be off by


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
    return Edges.joined(found)


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
    shape = (len(texts), max(1, len(reader.names)))
    rows = csr_matrix(
        (np.ones(len(columns), np.float32), columns, np.frombuffer(ends, np.int64)), shape=shape
    )
    rows.sum_duplicates()
    holders = np.bincount(rows.indices, minlength=shape[1])
    weights = np.zeros(shape[1], dtype=np.float64)
    for n, name in enumerate(reader.names):
        weights[n] = weight(name, int(holders[n]), len(texts))
    rows.data = weights[rows.indices]
    return rows


def _near(
    rows: csr_matrix, owners: NDArray[np.int32], watch: Monitor
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield pairs of rows that share enough, the lower first, each pair once."""
    norms = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    # A word of very many claims brings too many together, and tells nothing.
    common = np.bincount(rows.indices, minlength=rows.shape[1]) > MOST_HOLDERS
    rare = rows.copy()
    rare.data[common[rare.indices]] = 0
    rare.eliminate_zeros()
    found = [(a, b, _cosine(rare, norms, a, b)) for a, b in _roughly_near(rare, norms, watch)]
    a, b, cosine = (np.concatenate(column) for column in zip(*found, strict=True))
    kept = _nearest(a, b, cosine) & (owners[a] != owners[b])
    a, b = a[kept], b[kept]
    for start in range(0, len(a), _ROWS_AT_ONCE):
        yield a[start : start + _ROWS_AT_ONCE], b[start : start + _ROWS_AT_ONCE]


def _roughly_near(
    rare: csr_matrix, norms: NDArray[np.float64], watch: Monitor
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield pairs of rows that may be near, the lower first: asked with small numbers."""
    rough = rare.astype(np.float32)
    lengths = np.sqrt(np.maximum(norms, 1.0)).astype(np.float32)
    rough.data /= np.repeat(lengths, np.diff(rough.indptr))
    by_term = rough.T.tocsr()
    for start in range(0, rough.shape[0], _ROWS_AT_ONCE):
        watch.step(start, rough.shape[0])
        some = rough[start : start + _ROWS_AT_ONCE]
        # Whoever stands before has been compared with these.
        a, b = _product(some, by_term)
        later = a < b
        yield a[later] + start, b[later] + start
        by_term = by_term[:, some.shape[0] :]


def _product(some: csr_matrix, by_term: csr_matrix) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where the product of two matrices is large enough."""
    taken, least = _TAKEN, LEAST_COSINE - _ROUGHLY
    while True:
        best = sp_matmul_topn(some, by_term, top_n=taken, threshold=least, n_threads=_THREADS)
        if taken >= by_term.shape[1] or np.diff(best.indptr).max(initial=0) < taken:
            found = best.tocoo()
            return found.row.astype(np.int64), found.col.astype(np.int64)
        taken *= 8  # nobody is left out who was not asked for from his own side


def _cosine(
    rare: csr_matrix, norms: NDArray[np.float64], a: NDArray[np.int64], b: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return how near rows are, with exact numbers."""
    shared = np.asarray(rare[a].multiply(rare[b]).sum(axis=1)).ravel()
    return np.asarray(shared / np.sqrt(norms[a] * norms[b]))


def _nearest(
    a: NDArray[np.int64], b: NDArray[np.int64], cosine: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return which pairs are near enough, and among the NEAREST of one of the two."""
    count = len(a)
    one, other = np.concatenate([a, b]), np.concatenate([b, a])
    near = np.concatenate([cosine, cosine])
    order = np.lexsort((other, -near, one))
    order = order[near[order] >= LEAST_COSINE]
    ranked = one[order]
    first = np.searchsorted(ranked, ranked)  # where the neighbours of each begin
    among = order[np.arange(len(ranked)) - first < NEAREST]
    kept = np.zeros(count, dtype=np.bool_)
    kept[among % max(1, count)] = True
    return kept
