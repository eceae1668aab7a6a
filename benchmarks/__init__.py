"""How fast recon's extractor is, and whether it is right at that speed: `python -m benchmarks`."""
