"""The inflections of the verbs of saying, and the words of their reasons."""

import pytest

from tawatur_core import paths
from tawatur_core.arabic.attribution import find_attributions
from tawatur_core.arabic.attribution_verbs import CUES, Form
from tawatur_core.arabic.fold import fold_text
from tawatur_core.wording import LANGUAGES, Wording


@pytest.mark.parametrize(
    ("word", "lemma", "form", "feminine"),
    [
        ("قالت", "قال", Form.FINITE, True),
        ("يقول", "قال", Form.FINITE, False),
        ("سيقول", "قال", Form.FINITE, False),
        ("قالوا", "قال", Form.FINITE, False),
        ("قائلاً", "قال", Form.PARTICIPLE, False),
        ("مضيفة", "أضاف", Form.PARTICIPLE, True),
        ("معتبراً", "اعتبر", Form.PARTICIPLE, False),
        ("تدّعي", "ادعى", Form.FINITE, True),
        ("رأى", "رأى", Form.FINITE, False),
        ("رأت", "رأى", Form.FINITE, True),
        ("تعتبره", "اعتبر", Form.FINITE, True),
        ("قوله", "قول", Form.NOUN, None),
    ],
)
def test_inflections(word: str, lemma: str, form: Form, feminine: bool | None):
    cue = CUES[fold_text(word)]
    assert (cue.lemma, cue.form, cue.feminine) == (fold_text(lemma), form, feminine)


@pytest.mark.parametrize("word", ["تعد", "نقلا", "طلبا", "ردا", "رأي", "لافروف"])
def test_words_that_are_no_cue(word: str):
    found = CUES.get(fold_text(word))
    assert found is None or fold_text(word) == fold_text("رأى")


def test_every_reason_has_words_in_both_languages():
    for language in LANGUAGES:
        words = Wording(language)
        for path in paths.seeds().glob("*.txt"):
            for one in find_attributions(path.read_text(encoding="utf-8")):
                assert all(words.evidence(reason) for reason in one.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "أقيم المعسكر في مدينة أفيون التركية أمس.",
        "أصدرت المحكمة مذكرة قبض دولية بحقه.",
        "يبقى مخلدا في ذاكرة الوطن كله.",
    ],
)
def test_a_noun_written_like_a_participle_reports_nothing(text: str) -> None:
    assert find_attributions(text) == []


def test_the_same_form_reports_after_a_comma_or_with_its_preposition() -> None:
    for text in (
        "ردت الوزارة على الطلب، مطالبة بوقف القصف فورا.",
        "ردت الوزارة على الطلب لافتة إلى أنها صادرت السلع.",
    ):
        (one,) = find_attributions(text)
        assert one.speaker is not None
        assert one.speaker.of(text) == "الوزارة"
