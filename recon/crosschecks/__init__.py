"""What does not add up across documents, RC4xx: series in, findings out.

`catalogue` holds what the rules are and imports no stage; `rules.judged` puts them to the series.
"""
