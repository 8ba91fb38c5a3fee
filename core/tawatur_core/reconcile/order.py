"""The order of events: what two accounts of the same two events say of which came first.

What a claim says about it comes from its own words (`arabic.sequence`), from the sentences beside
it ('after that …'), and from the dates of the article's other claims. Two accounts are compared
only where both events of one are those of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tawatur_core.arabic import fold_text, sentences
from tawatur_core.arabic.attribution_verbs import CUES
from tawatur_core.arabic.sequence import Lies, find_sequences, is_saying
from tawatur_core.model import Evidence, Relation, SlotName, Span, When, Words
from tawatur_core.reconcile.forms import listed
from tawatur_core.reconcile.slots import SILENT, Compared, best, fine, gap_days
from tawatur_core.reconcile.terms import STOP, raw_words, root, stem
from tawatur_core.reconcile.views import Account, Dated

# Nouns and verbs of one event whose roots are too weak to be told by their consonants.
_DEEDS = tuple(
    frozenset(fold_text(line).split())
    for line in (
        "لقاء لقائه لقائها لقائهما التقى يلتقي التقت تلتقي التقيا قابل مقابلة اجتماع اجتمع",
        "زيارة زيارته زيارتها زار يزور زارت تزور",
        "وصول وصوله وصولها وصل يصل وصلت تصل",
        "عودة عودته عودتها عاد يعود عادت تعود",
        "فوز فوزه فوزها فاز يفوز فازت تفوز",
        "وفاة وفاته وفاتها توفي توفيت رحيل",
        "مقتل مقتله اغتيال اغتيل قتل",
        "قمة القمة",
        "بدء بدئه بدأ بدأت يبدأ تبدأ بداية انطلاق انطلق انطلقت",
        "حضور حضوره حضر مشاركة مشاركته مشاركتها شارك شاركت يشارك تشارك",
        "توقيع توقيعه توقيعهما وقع وقعت وقعا يوقع توقع",
        "انتهاء انتهى انتهت ينتهي تنتهي اختتام ختام اختتم",
    )
)


@dataclass(frozen=True, slots=True)
class Event:
    """The content words of an event, each as the keys of its forms.

    `heads` are those of the words that name it (إطلاق الصاروخ), none where no place tells them;
    `saying`: that somebody speaks.
    """

    words: tuple[frozenset[str], ...]
    heads: frozenset[str] = frozenset()
    saying: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What an account says of two events.

    `said` are the words that say so, or the days of both; `day` is that of `other` where only the
    days tell.
    """

    event: Event
    lies: Lies
    other: Event
    said: str
    span: Span | None
    day: When | None = None


def compare_order(a: Account, b: Account) -> Compared:
    """Compare what two accounts of one fact say about the order of it and another event."""
    ours = told_by(a)
    theirs = told_by(b) if ours else ()
    found = [c for x in ours for y in theirs if (c := _compare(x, y)) is not None]
    if found:
        return best(found)
    if ours and theirs:  # of other events: each is shown, neither contradicts
        x, y = ours[0], theirs[0]
        if not (x.day or y.day):
            return Compared(Relation.UNKNOWN, Words(x.said), Words(y.said), (), x.span, y.span)
    return SILENT


def _compare(x: Told, y: Told) -> Compared | None:
    """Compare two statements; None when they are not of the same two events."""
    # The accounts tell one fact: of that, less must be shared than of what lies beside it.
    straight = _shared(x.event, y.event) > 0 and _one_event(x.other, y.other)
    crossed = _one_event(x.event, y.other) and _one_event(x.other, y.event)
    if straight == crossed:
        return None  # none, or which event answers which cannot be told
    if x.day and y.day and not _near(x, y):
        return None
    theirs = y.lies if straight else y.lies.turned
    args = {"a": x.said, "b": y.said}
    sides = Words(x.said), Words(y.said)
    spans = x.span, y.span
    if x.lies is theirs or {x.lies, theirs} == _AT_ONCE:
        same = (Evidence("evidence-order-same", 0.2, args),)
        return Compared(Relation.SAME, *sides, same, *spans)
    if Lies.TOGETHER in {x.lies, theirs}:
        near = (Evidence("evidence-order-near", 0.0, args),)
        return Compared(Relation.COMPATIBLE, *sides, near, *spans)
    if _of_saying(x) or _of_saying(y):
        again = (Evidence("evidence-order-said", 0.0, args),)
        return Compared(Relation.COMPATIBLE, *sides, again, *spans)
    code = "evidence-order-during" if Lies.DURING in {x.lies, theirs} else "evidence-order-apart"
    apart = (Evidence(code, -0.5, args),)
    return Compared(Relation.DIFFERENT, *sides, apart, *spans)


_AT_ONCE = {Lies.DURING, Lies.TOGETHER}


def _of_saying(told: Told) -> bool:
    """Whether one of the events is that somebody speaks: that may happen before and after."""
    return told.event.saying or told.other.saying


# A year misread puts events centuries apart: of two dates of one event, only near ones count.
_NEAR_DAYS = 31
_LEAST_IF_DATED = 3
_COVERED_IF_DATED = 0.6


def _near(x: Told, y: Told) -> bool:
    """Whether two orders read from dates are of events whose words are alike beyond chance."""
    if x.day is None or y.day is None or gap_days(x.day, y.day) > _NEAR_DAYS:
        return False
    shared = _shared(x.other, y.other)
    least = min(len(x.other.words), len(y.other.words))
    return shared >= _LEAST_IF_DATED and shared >= _COVERED_IF_DATED * least


# --- whether two are one event --------------------------------------------------------------

_LEAST_COVERED = 0.5


def _one_event(a: Event, b: Event) -> bool:
    """Whether two events are one by their words: what names them, and something of the rest."""
    if not a.words or not b.words:
        return False
    if (a.heads and not _holds(b, a.heads)) or (b.heads and not _holds(a, b.heads)):
        return False
    shared, least = _shared(a, b), min(len(a.words), len(b.words))
    if least == 1:
        return shared == 1 and bool(a.heads and b.heads)
    return shared >= 2 and shared >= _LEAST_COVERED * least


def _holds(event: Event, heads: frozenset[str]) -> bool:
    """Whether an event tells this deed; one that is named by a word does so there."""
    return any(heads & told for told in ((event.heads,) if event.heads else event.words))


def _shared(a: Event, b: Event) -> int:
    few, many = sorted((a.words, b.words), key=len)
    return sum(any(word & other for other in many) for word in few)


@lru_cache(maxsize=1 << 16)
def _keys(word: str) -> frozenset[str]:
    """Return what a folded word has in common with its other forms: أطلقت, إطلاق."""
    # The t of 'she did' is no ending of nouns.
    forms = (word, word[:-1]) if word.endswith("ت") and len(word) > 4 else (word,)
    roots = {f"√{found}" for form in forms for bare in (form, stem(form)) if (found := root(bare))}
    deeds = {f"#{n}" for n, deed in enumerate(_DEEDS) if listed(word, deed)}
    return frozenset({stem(word)} | roots | deeds)


@lru_cache(maxsize=1 << 13)
def _event(text: str, *, headed: bool, lies: Lies | None = None) -> Event:
    """Read an event; `lies` is where what is told lies to it, if that is told by a preposition."""
    said = raw_words(text)
    told = [w for w in said if len(w) > 2 and not w[0].isdigit() and _tells(w)]
    keys = tuple(map(_keys, dict.fromkeys(told)))
    heads = frozenset[str]().union(*keys[: _naming(told, lies)]) if headed else frozenset[str]()
    return Event(keys, heads, bool(said) and is_saying(said[0]))


def _naming(told: Sequence[str], lies: Lies | None) -> int:
    """Return how many of the first words name an event.

    After the end of a visit is after the visit, before it began is before it.
    """
    return 2 if told and told[0] in _PHASES.get(lies, ()) else 1


def _tells(word: str) -> bool:
    return (word not in STOP or word in CUES) and word not in _ABOUT


_ABOUT = frozenset(fold_text("بشأن حول ذلك وذلك").split())
_PHASES: Mapping[Lies | None, frozenset[str]] = {
    Lies.AFTER: frozenset(fold_text("انتهاء اختتام ختام انقضاء إتمام نهاية").split()),
    Lies.BEFORE: frozenset(fold_text("بدء بداية انطلاق").split()),
}


# --- what an account says -------------------------------------------------------------------


def told_by(account: Account) -> tuple[Told, ...]:
    """Return what an account says of the order of its event and others, its own words first."""
    return (*_in_words(account), *_beside(account), *_by_dates(account))


def _in_words(account: Account) -> Iterator[Told]:
    quote = account.quote
    for found in find_sequences(quote):
        event = found.event.of(quote)
        if found.other is not None:
            # What follows the connective begins with what names it.
            after = found.words.contains(found.other)
            other = _event(found.other.of(quote), headed=after, lies=found.lies if after else None)
            yield _told(account, _event(event, headed=not after), found.lies, other, found.words)
        elif before := _sentence_before(account):
            other = _event(before, headed=False)
            yield _told(account, _event(event, headed=False), found.lies, other, found.words)


def _told(account: Account, event: Event, lies: Lies, other: Event, words: Span) -> Told:
    # Pieces of a claim are joined by ' … ': behind the first, offsets are not those of the text.
    whole = " … " not in account.quote[: words.end]
    span = words.shifted(account.start) if whole else None
    return Told(event, lies, other, words.of(account.quote), span)


def _around(account: Account) -> tuple[str, str]:
    """Return the text before and after the claim, as far as its context reaches."""
    at = account.context.find(account.quote)
    if at < 0:
        return "", ""
    return account.context[:at], account.context[at + len(account.quote) :]


def _sentence_before(account: Account) -> str:
    before = _around(account)[0].rstrip()
    last = sentences(before)[-1:]
    return last[0].of(before) if last else ""


def _beside(account: Account) -> Iterator[Told]:
    """Read a next sentence that points back to this claim: 'After that …'."""
    after = _around(account)[1].lstrip(' .،؛\n»"”')
    if not after:
        return
    following = sentences(after)[0].of(after)
    for found in find_sequences(following):
        if found.other is None:
            other = _event(found.event.of(following), headed=False)
            said = found.words.of(following)
            event = _event(account.quote, headed=False)
            yield Told(event, found.lies.turned, other, said, None)


def _by_dates(account: Account) -> Iterator[Told]:
    """Read the order from the days: this claim is dated, so are others of its article."""
    if not account.dated:
        return
    own = dated(account)
    if own is None:
        return
    event = _event(account.quote, headed=False)
    for other in account.dated:
        if other.quote != account.quote and gap_days(own.when, other.when) > _SLACK:
            lies = Lies.BEFORE if _ends_before(own.when, other.when) else Lies.AFTER
            yield Told(
                event,
                lies,
                _event(other.quote, headed=False),
                _days(account, own.when, other),
                own.span,
                day=other.when,
            )


# Days counted from an article's own date are often one off.
_SLACK = 1
_SHOWN_WORDS = 8


def dated(account: Account) -> Dated | None:
    """Return a claim with the one day or week it names, None when it names none or several."""
    whens = [s for s in account.named(SlotName.WHEN) if isinstance(s.value, When)]
    if len(whens) != 1 or not isinstance(whens[0].value, When) or not fine(whens[0].value):
        return None
    return Dated(account.quote, whens[0].value, whens[0].span)


def with_dates(accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts of one article, each with those that name a day, where several do."""
    days = tuple(one for account in accounts if (one := dated(account)) is not None)
    if len({(one.when.first, one.when.last) for one in days}) < 2:
        return list(accounts)
    return [replace(account, dated=days) for account in accounts]


def _ends_before(a: When, b: When) -> bool:
    return a.last is not None and b.first is not None and a.last < b.first


def _days(account: Account, own: When, other: Dated) -> str:
    """Say the two events by their days, the earlier first."""
    sides: Sequence[tuple[When, str]] = sorted(
        ((own, account.quote), (other.when, other.quote)), key=lambda side: str(side[0].first)
    )
    return " ← ".join(f"{when.first}: {_short(quote)}" for when, quote in sides)


def _short(quote: str) -> str:
    told = quote.split()
    return " ".join(told[:_SHOWN_WORDS]) + (" …" if len(told) > _SHOWN_WORDS else "")
