"""A draft held against evidence: what trusted articles say of each of its figures.

`dossier.gather` reads the evidence once; the `weigh` of what it gives puts one of six verdicts on each figure of a
draft, and `telling.finding_of` puts a verdict into words. `rules` are what the verdicts are called.
"""
