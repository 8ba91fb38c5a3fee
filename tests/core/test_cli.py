"""The command line, as a person or a script calls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur_core import exchange, plugins
from tawatur_core.cli import main
from tawatur_core.edit import documents as document_edits
from tawatur_core.errors import MissingExtra
from tawatur_core.exporters.registry import formats
from tawatur_core.paths import seeds
from tawatur_core.store.derived import put_reconciliation
from tawatur_core.store.documents import document_ids
from tawatur_core.store.session import Session
from tests.core.store.project import make


def run(*arguments: object) -> int:
    return main(["--language", "en", *(str(argument) for argument in arguments)])


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "news.tawatur"
    files = sorted(seeds().glob("*.txt"))[:3]
    assert run("import", path, *files, "--published", "2025-07-12", "--analyst", "ه.س") == 0
    capsys.readouterr()
    return path


def test_import_names_what_it_refuses_and_imports_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_bytes("قال الوزير إن الأمر انتهى.\r\n".encode("cp1256"))
    bad.write_bytes(b"%PDF-1.7")
    assert run("import", tmp_path / "p.tawatur", good, bad, "--json") == 1
    shown = capsys.readouterr()
    assert "bad.txt" in shown.err
    assert "cp1256" in shown.err
    assert [json.loads(line)["file"] for line in shown.out.splitlines()] == ["good.txt"]


def test_nothing_is_created_when_nothing_can_be_imported(tmp_path: Path):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    assert run("import", tmp_path / "p.tawatur", bad) == 1
    assert not (tmp_path / "p.tawatur").exists()


def test_search_ignores_hamza_and_marks(project: Path, capsys: pytest.CaptureFixture[str]):
    assert run("search", project, "الاستراتيجي", "--json") == 0
    found = lines(capsys)
    assert found
    assert run("search", project, "الإستراتيجيّ", "--json") == 0
    assert lines(capsys) == found


def test_the_whole_road(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run("suggest", project, "--json") == 0
    (made,) = lines(capsys)
    assert made["mentions"]
    assert made["claims"]
    assert run("reconcile", project, "--json") == 0
    assert set(lines(capsys)[0]) == {"entities", "groups", "conflicts"}
    assert run("conflicts", project, "--json") == 0
    assert run("check", project) == 0
    capsys.readouterr()
    assert run("export", project, "jsonl", tmp_path / "out.jsonl", "--json") == 0
    assert lines(capsys)[0]["documents"] == 3
    assert run("import", tmp_path / "again.tawatur", tmp_path / "out.jsonl", "--json") == 0
    assert lines(capsys)[0]["documents"] == 3


def test_groups_and_conflicts_are_listed_and_narrowed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    project = tmp_path / "two.tawatur"
    told = "التقى لافروف نظيرته تشوي سون هوي في وونسان {} إطلاق كوريا الشمالية صاروخا باليستيا."
    for outlet, word in (("الأولى", "بعد"), ("الثانية", "قبل")):
        article = tmp_path / f"{outlet}.txt"
        article.write_text(told.format(word), encoding="utf-8")
        options = ("--outlet", outlet, "--published", "2025-07-12")
        assert run("import", project, article, "--copies", "keep", *options) == 0
    assert run("suggest", project) == 0
    capsys.readouterr()
    assert run("accept", project, "--json") == 0
    (accepted,) = lines(capsys)
    assert accepted["claims"] == 2
    assert run("reconcile", project) == 0
    capsys.readouterr()
    assert run("groups", project, "--outlets", 2, "--sample", 5, "--seed", 3, "--json") == 0
    (group,) = lines(capsys)
    assert (group["chains"], group["outlets"]) == (2, ["الأولى", "الثانية"])
    assert run("groups", project, "--outlets", 3, "--json") == 0
    assert lines(capsys) == []
    wanted: dict[tuple[str, ...], int] = {
        ("--kind", "order"): 1,
        ("--kind", "when"): 0,
        ("--outlet", "الثانية", "--since", "2025-07-12", "--until", "2025-07-12"): 1,
        ("--since", "2025-07-13"): 0,
        ("--state", "open"): 1,
        ("--state", "done"): 0,
        ("--entity", "وونسان"): 1,
        ("--decided-by", "لا أحد"): 0,
    }
    for asked, count in wanted.items():
        assert run("conflicts", project, *asked, "--json") == 0
        assert len(lines(capsys)) == count, asked
    assert run("conflicts", project) == 0
    assert "Which came first?" in capsys.readouterr().out
    assert run("conflicts", project, "--entity", "سعاد") == 1
    assert "سعاد" in capsys.readouterr().err


def test_a_verdict_without_a_conflict_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    made = make(tmp_path / "made.tawatur")
    put_reconciliation(made.session, [], [], [])
    made.session.close()
    for asked, count in (((), 1), (("--state", "lapsed"), 1), (("--state", "done"), 0)):
        assert run("conflicts", made.session.path, *asked, "--json") == 0
        assert len(lines(capsys)) == count, asked
    assert run("conflicts", made.session.path, "--kind", "when", "--json") == 0
    assert lines(capsys) == []
    assert run("conflicts", made.session.path, "--outlet", "لا أحد", "--json") == 0
    assert lines(capsys) == []
    assert run("conflicts", made.session.path, "--json") == 0
    (told,) = lines(capsys)
    assert (told["key"], told["state"]) == (made.conflict.key, "lapsed")
    assert told["claims"] == [made.claim, made.quote]
    assert "مصدران" in str(told["verdict"])
    assert run("conflicts", made.session.path) == 0
    shown = capsys.readouterr().out
    assert "10 آلاف" in shown
    assert "There is no conflict any more" in shown
    copy = tmp_path / "copy.tawatur"
    assert run("export", made.session.path, "jsonl", tmp_path / "out.jsonl") == 0
    assert run("import", copy, tmp_path / "out.jsonl") == 0
    capsys.readouterr()
    assert run("conflicts", copy, "--json") == 0
    assert lines(capsys) == [], "what conflicts is not known yet"
    assert run("reconcile", copy) == 0
    capsys.readouterr()
    assert run("conflicts", copy, "--state", "lapsed", "--json") == 0
    (back,) = lines(capsys)
    assert back["verdict"] == told["verdict"]


def test_formats_say_what_they_cannot_hold(capsys: pytest.CaptureFixture[str]):
    assert run("export", "--list", "--json") == 0
    listed = {record["format"]: record["losses"] for record in lines(capsys)}
    assert set(listed) >= {"jsonl", "csv", "w3c", "html"}
    assert all(listed.values())


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["search", "none.tawatur", "x"], 1),
        (["export", "none.tawatur", "jsonl"], 2),
        (["evaluate", "names", "none.jsonl"], 1),
    ],
)
def test_failures_have_words_and_a_status(
    arguments: list[str],
    status: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(tmp_path)
    assert run(*arguments) == status
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err) > 20
    assert "Traceback" not in shown.err


@pytest.mark.parametrize("arguments", [["nothing"], ["import"], ["evaluate", "taste", "x"]])
def test_wrong_usage_is_told_apart(arguments: list[str]):
    with pytest.raises(SystemExit) as caught:
        run(*arguments)
    assert caught.value.code == 2


def test_an_unknown_format_names_the_known_ones(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run("export", project, "docx", tmp_path / "x") == 1
    assert "jsonl" in capsys.readouterr().err


def test_a_held_project_is_not_written(project: Path, capsys: pytest.CaptureFixture[str]):
    holder = Session.open(project, analyst="زميل")
    code = "import sys; from tawatur_core.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "--language", "en", "suggest", str(project)],
        capture_output=True,
        text=True,
        check=False,
    )
    holder.close()
    assert done.returncode == 1
    assert str(os.getpid()) in done.stderr


def test_without_the_window_the_extra_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(plugins, "window", lambda _name: None)
    assert run("open") == 1
    assert "tawatur[gui]" in capsys.readouterr().err


def test_the_demonstration_leaves_everything_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(plugins, "window", lambda _name: None)
    assert run("demo", tmp_path / "demo", "--json") == 0
    steps = [record["step"] for record in lines(capsys)]
    assert steps[0] == "demo-imported"
    assert steps[-1] == "demo-no-window"
    assert {"sample.tawatur", "report.html"} <= {f.name for f in (tmp_path / "demo").iterdir()}
    left = {file.name for file in (tmp_path / "demo" / "exports").iterdir()}
    assert left >= {"jsonl.jsonl", "w3c.jsonld"}
    assert run("demo", tmp_path / "demo") == 0


def test_the_demonstration_says_which_format_it_could_not_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def missing(*_: object, **__: object) -> None:
        raise MissingExtra("lxml", "tei")

    monkeypatch.setattr(plugins, "window", lambda _name: None)
    monkeypatch.setattr(exchange, "export", missing)
    assert run("demo", tmp_path / "demo", "--json") == 0
    told = [record for record in lines(capsys) if record["step"] == "demo-not-exported"]
    assert {record["extra"] for record in told} == {"tei"}


def test_import_knows_articles_annotations_and_lists_by_their_content(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "in"
    folder.mkdir()
    text = "قال سيرغي لافروف إن الأمر انتهى."
    (folder / "brat.txt").write_text(text, encoding="utf-8")
    (folder / "brat.ann").write_text("T1\tPER 4 16\tسيرغي لافروف\n", encoding="utf-8")
    (tmp_path / "page.html").write_text(f"<html><body><p>{text * 20}</p></body></html>")
    (tmp_path / "names.csv").write_text("الاسم,النوع\nوكالة تاس,جهة\n", encoding="utf-8")
    paths = [folder, tmp_path / "page.html", tmp_path / "names.csv"]
    project = tmp_path / "p.tawatur"
    assert run("import", project, *paths, "--dry-run", "--json") == 0
    shown = lines(capsys)
    assert not project.exists()
    assert [one["becomes"] for one in shown if "becomes" in one] == ["mention: Person"]
    assert run("import", project, *paths, "--json") == 0
    taken = lines(capsys)
    assert [(one["documents"], one["mentions"]) for one in taken if "mentions" in one] == [(1, 1)]
    assert [one["new"] for one in taken if "new" in one] == [1]
    with Session.open(project, analyst="م") as session:
        assert len(document_ids(session)) == 2
        session.undo()
        assert document_ids(session) == [], "one step"


def test_a_mapping_is_written_changed_and_used_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "a.txt").write_text("قال الوزير نعم.", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tأمل 4 10\tالوزير\n", encoding="utf-8")
    project, mapping = tmp_path / "p.tawatur", tmp_path / "map.json"
    given = ("import", project, tmp_path / "a.ann", "--format", "brat")
    assert run(*given, "--dry-run", "--save-mapping", mapping, "--json") == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out.splitlines()[0])["use"] == "mention"
    told = json.loads(mapping.read_text(encoding="utf-8"))
    told["rules"][0] |= {"label": "*", "use": "claim", "with_label": True}
    mapping.write_text(json.dumps(told), encoding="utf-8")
    assert run(*given, "--mapping", mapping, "--json") == 0
    assert lines(capsys)[-1]["claims"] == 1
    assert run(*given, "--mapping", "none") == 1


def test_a_project_comes_in_once(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "out.jsonl"
    assert run("export", project, "jsonl", out) == 0
    capsys.readouterr()
    assert run("import", project, out, "--json") == 0
    (told,) = lines(capsys)
    assert told["same"]
    assert (told["documents"], told["claims"], told["differing"]) == (0, 0, 0)
    new = tmp_path / "new.tawatur"
    assert run("import", new, out, out, "--json") == 0
    with Session.open(new, analyst="x", read_only=True) as session:
        assert lines(capsys)[0]["documents"] == len(document_ids(session)) > 0


def test_what_differs_is_listed_and_taken_on_demand(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out, edited = tmp_path / "out.jsonl", tmp_path / "edited.jsonl"
    assert run("export", project, "jsonl", out) == 0
    told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    first = next(record for record in told if record["type"] == "document")
    first["outlet"] = "صحيفة أخرى"
    edited.write_text("\n".join(json.dumps(record) for record in told), "utf-8")
    capsys.readouterr()
    assert run("import", project, edited, "--language", "en") == 0
    noted = capsys.readouterr().err
    assert "Outlet" in noted
    assert "صحيفة أخرى" in noted
    assert "--theirs" in noted
    for theirs, differing in ((False, 1), (True, 1), (True, 0)):
        options = ["--theirs"] if theirs else []
        assert run("import", project, edited, "--json", *options) == 0
        assert lines(capsys)[0]["differing"] == differing


def test_nothing_is_written_over_unless_it_is_forced(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out.jsonl"
    out.write_text("mine", "utf-8")
    assert run("export", project, "jsonl", out, "--language", "en") == 1
    assert "--force" in capsys.readouterr().err
    assert out.read_text("utf-8") == "mine"
    assert run("export", project, "jsonl", out, "--force") == 0
    assert out.read_text("utf-8").startswith("{")
    mapping = tmp_path / "mapping.json"
    mapping.write_text("mine", "utf-8")
    assert run("import", project, out, "--save-mapping", mapping) == 1
    assert mapping.read_text("utf-8") == "mine"
    assert run("import", project, out, "--save-mapping", mapping, "--force") == 0
    assert mapping.read_text("utf-8").startswith("{")


def test_the_same_text_comes_in_once(project: Path, capsys: pytest.CaptureFixture[str]):
    again = min(seeds().glob("*.txt"))
    assert run("import", project, again, "--json") == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "the same text" in shown.err
    assert run("import", project, again, "--copies", "keep", "--json") == 0
    assert len(lines(capsys)) == 1


def test_a_list_of_entities_is_matched(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    names = tmp_path / "names.csv"
    names.write_text("name,kind\nوكالة تاس,org\n", encoding="utf-8")
    assert run("import-entities", project, names, "--dry-run", "--json") == 0
    assert [one["outcome"] for one in lines(capsys) if "outcome" in one] == ["new"]
    assert run("import-entities", project, names) == 0
    capsys.readouterr()
    assert run("import-entities", project, names, "--json") == 0
    assert lines(capsys)[-1]["same"] == 1
    names.write_text("a,b\n1,2\n", encoding="utf-8")
    assert run("import-entities", project, names) == 1


def test_losses_are_counted_before_and_after(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run("export", project, "csv", "--dry-run", "--json") == 0
    (counted,) = lines(capsys)
    lost = counted["lost"]
    assert isinstance(lost, dict)
    assert (lost["loss-texts"], lost["loss-history"]) == (3, None)
    assert run("export", project, "csv", tmp_path / "a.csv", "--json") == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["lost"] == lost
    assert "full texts of the articles: 3" in shown.err
    assert run("export", project, "nonsense", "--dry-run") == 1


def test_a_selection_is_exported(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with Session.open(project, analyst="م") as session:
        first, second, _ = document_ids(session)
        document_edits.describe(session, first, outlet="الأهرام")
    for number, (given, count) in enumerate([
        (["--outlet", "الاهرام"], 1),
        (["--document", first, "--document", second], 2),
        (["--document", second, "--outlet", "الأهرام"], None),
    ]):  # fmt: skip
        out = tmp_path / f"{number}.jsonl"
        status = run("export", project, "jsonl", out, "--json", *given)
        assert (status, out.exists()) == ((1, False) if count is None else (0, True))
        assert [one["documents"] for one in lines(capsys)] == ([] if count is None else [count])
    assert run("export", project, "jsonl", tmp_path / "x", "--document", "none") == 1


def test_the_table_of_formats_is_complete_in_both_languages(capsys: pytest.CaptureFixture[str]):
    for language in ("ar", "en"):
        assert main(["--language", language, "export", "--list"]) == 0
        shown = capsys.readouterr().out
        assert all(f"\n{one.name} " in f"\n{shown}" for one in formats())


@pytest.mark.parametrize("given", [["--format", "nonsense"], ["--copies", "x"]])
def test_wrong_choices_are_wrong_usage(given: list[str]):
    with pytest.raises(SystemExit) as caught:
        run("import", "p.tawatur", "a.txt", *given)
    assert caught.value.code == 2
