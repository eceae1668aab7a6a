"""The command line: parse, call the engine, render."""

from recon.cli.app import main

__all__ = ["main"]
