"""Any text: no exception, valid spans in order."""

from hypothesis import given, settings, strategies as st

from tawatur_core import paths
from tawatur_core.arabic.claims import find_claims

PIECES = [
    "وقال", "لافروف", "إن", "أن", "روسيا", "أرسلت", "أكثر من 10 آلاف جندي", "،", ".", "\n", "«", "»",
    '"', "؛", "حيث", "مع خطط", "بعد", "وأن", "ربما", "لم", "يوم السبت", "في كوريا الشمالية", "وفق",
    "وكالة «تاس»", "معتبرا", "ووصفها", "بأنها", "–", ":", "؟", "هل", "وصل", "الوزير", "40%", "من دون تقديم تفاصيل",
]  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


ARTICLES = [path.read_text(encoding="utf-8") for path in sorted(paths.seeds().glob("*.txt"))]


@st.composite
def cuttings(draw: st.DrawFn) -> str:
    """Return a piece of an article, cut anywhere."""
    text = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, len(text) - 1))
    return text[start : start + draw(st.integers(0, 300))]


@settings(deadline=None)
@given(st.one_of(st.text(max_size=150), NEWS, cuttings()))
def test_claims_are_valid_and_ordered(text: str):
    claims = find_claims(text)
    starts = []
    for claim in claims:
        assert len(claim.spans) == 1
        span = claim.spans[0]
        assert 0 <= span.start < span.end <= len(text)
        starts.append(span.start)
        for slot in claim.slots:
            assert slot.span is not None
            assert 0 <= slot.span.start < slot.span.end <= len(text)
    assert starts == sorted(starts)
