"""One run over documents, whoever asks for it: what is configured, which rules are on, what is read, what comes of it.

The command line and the Python API both stand on it. Nothing here prints: what there is to tell goes to a `Teller`.
"""
