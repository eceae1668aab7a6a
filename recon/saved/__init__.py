"""What a run wrote, read again: figures files of `recon extract`, and the JSON of `recon reconcile`.

They come from outside like an article does, so every row is looked at, and what is wrong is said with its place.
"""

from recon.saved.files import Form, figures_in, form_of
from recon.saved.runs import SavedSeries, series_in

__all__ = ["Form", "SavedSeries", "figures_in", "form_of", "series_in"]
