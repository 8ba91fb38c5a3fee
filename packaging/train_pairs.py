"""Learn the weights by which two claims are judged (resources/models/pairs.json).

    python packaging/train_pairs.py PAIRS.jsonl [--write]

PAIRS.jsonl holds rows with ``a``, ``b``, ``label`` (agree, conflict, unrelated) and ``source``;
only the rows of source ``ans`` are used (Arabic News Stance, Jude Khouja 2020, Apache-2.0). Those
hold hardly any pairs about different things, of which a corpus of news is full: headlines of
different groups that the index brings together are added as such. It prints the figures of a
cross-validation in which texts that share a claim stay in one fold, with the weights alone and
with the gate that the program puts before them. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from tawatur_core import paths
from tawatur_core.model import DocumentId
from tawatur_core.reconcile.align import Profile
from tawatur_core.reconcile.index import Index
from tawatur_core.reconcile.judge import UNRELATED, Model, Weights
from tawatur_core.reconcile.texts import Read, lone_account, outcome_of, read_pair

LABELS = ("agree", "conflict", "unrelated")
LEAST_SEEN = 8  # a field of meaning must stand apart in so many pairs to be weighed
STRENGTH = 0.3  # inverse of the regularisation
FOLDS = 5


# Of the headlines brought together: so many, each weighed so much, of this likeness in words. What
# is more alike is often one event told in two groups.
APART = 4000
APART_WEIGHT = 0.1
APART_LIKENESS = (0.08, 0.5)


@dataclass(frozen=True, slots=True)
class Row:
    """A pair that was read, its label, the groups of its two texts, and how much it weighs."""

    read: Read
    label: int
    groups: tuple[str, str]
    weight: float = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    told = [json.loads(line) for line in chosen.pairs.read_text(encoding="utf-8").splitlines()]
    told = [row for row in told if row["source"] == "ans"]
    group = groups(told)
    rows = [
        Row(read_pair(row["a"], row["b"]), LABELS.index(row["label"]), (one, one))
        for row, one in zip(told, group, strict=True)
    ]
    others = apart(told, group)
    validate(rows, others)
    if chosen.write:
        write(train([*rows, *others]), len(rows), len(others))


def apart(rows: Sequence[dict[str, Any]], group: Sequence[str]) -> list[Row]:
    """Return pairs of headlines of different groups that the index brings together."""
    of = {row[side]: one for row, one in zip(rows, group, strict=True) for side in "ab"}
    profiles = [
        Profile.of(replace(lone_account(f"{n:06}", text), document=DocumentId(of[text])))
        for n, text in enumerate(sorted(of))
    ]
    pairs = [(p.account.quote, q.account.quote) for p, q in Index(profiles).pairs()]
    random.Random(1).shuffle(pairs)
    read = [(read_pair(a, b), (of[a], of[b])) for a, b in pairs[:APART]]
    least, most = APART_LIKENESS
    return [
        Row(one, UNRELATED, two, APART_WEIGHT)
        for one, two in read
        if least < one.seen.pair.words < most
    ]


def groups(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return the group of each pair: pairs that share a text, directly or by others, are one."""
    parent: dict[str, str] = {}

    def top(text: str) -> str:
        while parent.setdefault(text, text) != text:
            text = parent[text]
        return text

    for row in rows:
        parent[top(row["a"])] = top(row["b"])
    return [top(row["a"]) for row in rows]


def validate(rows: Sequence[Row], others: Sequence[Row]) -> None:
    """Print the figures of the cross-validation."""
    labels = [row.label for row in rows]
    alone, gated = [0] * len(rows), [0] * len(rows)
    for known, unseen in GroupKFold(FOLDS).split(rows, labels, [row.groups[0] for row in rows]):
        held = {rows[i].groups[0] for i in known}
        far = [row for row in others if held.issuperset(row.groups)]
        model = train([*(rows[i] for i in known), *far])
        for i in unseen:
            alone[i] = int(np.argmax(model.chances(rows[i].read.signs)))
            gated[i] = LABELS.index(outcome_of(rows[i].read, model).relation.value)
    for name, found in (("weights alone", alone), ("with the gate", gated)):
        each = f1_score(labels, found, average=None)
        told = ", ".join(f"{label} {score:.3f}" for label, score in zip(LABELS, each, strict=True))
        print(f"{name}: macro-F1 {np.mean(each):.3f} ({told})")


def train(rows: Sequence[Row]) -> Model:
    """Learn the weights of all signs."""
    seen = Counter(sign.name for row in rows for sign in row.read.signs)
    names = sorted(n for n in seen if " " not in n or seen[n] >= LEAST_SEEN)
    column = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for n, row in enumerate(rows):
        for sign in row.read.signs:
            if sign.name in column:
                table[n, column[sign.name]] = sign.value
    weigh = [row.weight for row in rows]
    usual = np.average(table, axis=0, weights=weigh).tolist()
    # Figures are scaled to be comparable; fields of meaning are left as they are, 0 or 1.
    scale = np.where([" " in name for name in names], 1.0, np.maximum(table.std(axis=0), 1e-6))
    learned = LogisticRegression(C=STRENGTH, max_iter=5000).fit(
        table / scale, [row.label for row in rows], weigh
    )
    weights = (learned.coef_ / scale).T
    return Model(
        _three(learned.intercept_),
        {name: _three(weights[n]) for name, n in column.items()},
        {name: usual[n] for name, n in column.items() if " " not in name},
    )


def _three(values: Any) -> Weights:
    one, two, three = (round(float(v), 4) for v in values)
    return one, two, three


def write(model: Model, rows: int, others: int) -> None:
    """Write the model into the resources."""
    about = (
        f"Learned from {rows} pairs of claims of Arabic News Stance (Jude Khouja 2020, Apache-2.0) "
        f"and {others} pairs of its headlines that tell of different things, by "
        "packaging/train_pairs.py. Weights of each sign for agree, conflict, unrelated."
    )
    told = {
        "about": about,
        "bias": model.bias,
        "usual": {name: round(mean, 4) for name, mean in model.usual.items()},
        "weights": model.weights,
    }
    folder = paths.resources() / "models"
    folder.mkdir(exist_ok=True)
    lines = json.dumps(told, ensure_ascii=False, indent=0).replace(",\n-", ", -")
    (folder / "pairs.json").write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
