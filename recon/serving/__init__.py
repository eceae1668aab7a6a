"""The local page of `recon serve`: articles as JSON in, marks, series and reports out, and nothing kept."""
