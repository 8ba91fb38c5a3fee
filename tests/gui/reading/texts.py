"""Texts that are hard to show: bidi, astral, marked, long."""

from __future__ import annotations

BIDI = (
    "CNN: قال الوزير John Smith إن 25% من الميزانية (أي 1,250 مليون USD) ذهبت إلى شركة "
    "OpenText في 12 يوليو 2025، وأضاف أن النسخة v2.0-beta «جاهزة» للإطلاق حسب Reuters.\n"
    "وصل إلى مدينة Washington, D.C. يوم 14/07/2025 وقال: «we agree» ثم سافر إلى Paris.\n"
)
EMOJI = "أعلن 👍🏽 الفريق 👨‍👩‍👧 فوزه 🇰🇵 بكأس 🏆 العالم 𝔸𝔹 اليوم.\nثم عاد 😀 إلى بلاده.\n"
TASHKEEL = "قَالَ مُحَمَّدٌ إِنَّ الْكِتَابَ لَا يُبَاعُ، وَٱللَّهُ أَعْلَمُ بِمَا كَانَ.\n"
CONTROLS = "اسم \u202eexe.cod\u202c الملف \u2067RTL\u2069 و\u200fهنا\u200e.\nثم سطر لا يتأثر abc.\n"
NBSP = "بلغ العدد\u00a010\u202f000 جندي\u00a0و5\u00a0ضباط.\n"
HARD = {
    "bidi": BIDI * 3,
    "emoji": EMOJI * 3,
    "tashkeel": TASHKEEL * 3,
    "controls": CONTROLS * 3,
    "nbsp": NBSP * 3,
}
