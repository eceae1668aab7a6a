"""Words that a full stop follows without ending a sentence: titles, months, states, companies (AP Stylebook)."""

from __future__ import annotations

ABBREVIATIONS = frozenset(
    """
    a.m adm al ala approx apr ariz ark aug ave blvd brig bros ca calif capt cf cmdr co col colo conn corp cpl d.c
    dec del dept dr e e.g e.u eq est etc feb fig fla fri ft ga gen gov hon i.e ill inc ind insp jan jr jul jun kan
    kans ky la lt ltd maj mar mass md messrs mich minn miss mo mon mont mr mrs ms mt n neb nev no nos nov oct okla
    ore p.m pa penn ph.d prof pvt rd rep reps rev s sat sen sens sep sept sgt sr st sun supt tenn tex thu thurs tue
    tues u.k u.n u.s va vs vt w wash wed wis wyo
    """.split()
)
"""Lower case, without the last full stop."""
