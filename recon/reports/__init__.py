"""Values to text, JSON and the formats of other tools. Nothing here reads, computes or decides."""
