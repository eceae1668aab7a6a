"""Datasets on disk: documents with their text and their figures, in shards that appear whole or not at all.

Written by `recon extract --output DIR/`, taken up again where a run was stopped, and read by `recon reconcile DIR`.
"""
