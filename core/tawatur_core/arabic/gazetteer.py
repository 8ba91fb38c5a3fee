"""The bundled word lists, read when first asked for."""

from __future__ import annotations

from functools import cache

from tawatur_core import paths


@cache
def sections(file: str) -> dict[str, tuple[str, ...]]:
    """Return the lines of a list by their ``[section]``, without comments and blank lines."""
    found: dict[str, list[str]] = {}
    current = found.setdefault("", [])
    text = (paths.resources() / "gazetteer" / file).read_text(encoding="utf-8")
    for raw in text.split("\n"):
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            current.append(line)
    return {name: tuple(lines_of) for name, lines_of in found.items()}


def lines(file: str) -> tuple[str, ...]:
    """Return all lines of a list in order."""
    return tuple(line for lines_of in sections(file).values() for line in lines_of)
