"""`recon rule`: what a code means."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from recon.cli.console import guarded, opened
from recon.cli.run import start
from recon.errors import UsageError
from recon.reports.rules import RuleCard, rule_page, rule_text, rules_json, rules_text
from recon.running.cards import card_of, cards_of


class Format(StrEnum):
    """How rules are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def rule(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="A code such as RC101, or a rule's name.", show_default=False)
    ] = "",
    *,
    every: Annotated[bool, typer.Option("--all", help="Every rule there is.")] = False,
    output_format: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TEXT,
) -> None:
    """Explain one code, with examples.

    \b
    recon rule RC101
    recon rule --all
    """

    def command() -> int:
        if bool(code) == every:
            raise UsageError("name one code, or --all for every rule")
        run = start()
        found = output_format is not Format.TEXT
        cards = cards_of(run, with_findings=found) if every else [card_of(code, run)]
        with opened(None) as sink:
            sink.write(_written(cards, output_format, sink.terminal, one=not every))
        return 0

    guarded(command)


def _written(cards: Sequence[RuleCard], output_format: Format, terminal: int | None, *, one: bool) -> str:
    if output_format is Format.JSON:
        return rules_json(cards)
    if output_format is Format.MARKDOWN:
        return "\n".join(rule_page(card) for card in cards)
    return rule_text(cards[0]) if one else rules_text(cards, terminal)
