"""Extraction on a Ray cluster: its workers read and extract, and this process alone writes the dataset.

Extra `ray`. What is computed where is the cluster's affair; which documents go into which shard is decided here, in the
order of the files, so that the dataset is that of a run on one machine, byte for byte.
"""
