"""Learn the weights by which two claims are judged (resources/models/pairs.json).

    python packaging/train_pairs.py PAIRS.jsonl [--write]

PAIRS.jsonl holds rows with ``a``, ``b``, ``label`` (agree, conflict, unrelated) and ``source``;
only the rows of source ``ans`` are used (Arabic News Stance, Jude Khouja 2020, Apache-2.0). It
prints the figures of a cross-validation in which texts that share a claim stay in one fold, with
the weights alone and with the gate that the program puts before them. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from tawatur_core import paths
from tawatur_core.reconcile.judge import Model, Weights
from tawatur_core.reconcile.texts import Read, outcome_of, read_pair

LABELS = ("agree", "conflict", "unrelated")
LEAST_SEEN = 8  # a field of meaning must stand apart in so many pairs to be weighed
STRENGTH = 0.3  # inverse of the regularisation
FOLDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    rows = [json.loads(line) for line in chosen.pairs.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["source"] == "ans"]
    read = [read_pair(row["a"], row["b"]) for row in rows]
    labels = [LABELS.index(row["label"]) for row in rows]
    validate(read, labels, groups(rows))
    if chosen.write:
        write(train(read, labels), len(rows))


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


def validate(read: Sequence[Read], labels: Sequence[int], group: Sequence[str]) -> None:
    """Print the figures of the cross-validation."""
    alone, gated = [0] * len(read), [0] * len(read)
    for known, unseen in GroupKFold(FOLDS).split(read, labels, group):
        model = train([read[i] for i in known], [labels[i] for i in known])
        for i in unseen:
            chances = model.chances(read[i].signs)
            alone[i] = int(np.argmax(chances))
            gated[i] = LABELS.index(outcome_of(read[i], model).relation.value)
    for name, found in (("weights alone", alone), ("with the gate", gated)):
        each = f1_score(labels, found, average=None)
        told = ", ".join(f"{label} {score:.3f}" for label, score in zip(LABELS, each, strict=True))
        print(f"{name}: macro-F1 {np.mean(each):.3f} ({told})")


def train(read: Sequence[Read], labels: Sequence[int]) -> Model:
    """Learn the weights of all signs."""
    seen = Counter(sign.name for pair in read for sign in pair.signs)
    names = sorted(n for n in seen if " " not in n or seen[n] >= LEAST_SEEN)
    column = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(read), len(names)))
    for n, pair in enumerate(read):
        for sign in pair.signs:
            if sign.name in column:
                table[n, column[sign.name]] = sign.value
    # Figures are scaled to be comparable; fields of meaning are left as they are, 0 or 1.
    scale = np.where([" " in name for name in names], 1.0, np.maximum(table.std(axis=0), 1e-6))
    learned = LogisticRegression(C=STRENGTH, max_iter=5000).fit(table / scale, labels)
    weights = (learned.coef_ / scale).T
    return Model(
        _three(learned.intercept_),
        {name: _three(weights[n]) for name, n in column.items()},
        {name: float(table[:, n].mean()) for name, n in column.items() if " " not in name},
    )


def _three(values: Any) -> Weights:
    one, two, three = (round(float(v), 4) for v in values)
    return one, two, three


def write(model: Model, rows: int) -> None:
    """Write the model into the resources."""
    about = (
        f"Learned from {rows} pairs of claims of Arabic News Stance (Jude Khouja 2020, Apache-2.0) "
        "by packaging/train_pairs.py. Weights of each sign for agree, conflict, unrelated."
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
