"""Read the patterns of CloudWatch metric filters that select JSON events, such as CloudTrail's.

    { ($.eventSource = kms.amazonaws.com) && (($.eventName = "DisableKey") || ...) }

A pattern's *terms* are its comparisons, each in one spelling: no spaces but those of a value, no
quotes. Which terms are joined by `&&` and which by `||` is left to who reads the pattern itself.
Patterns of plain words or of columns have no terms.
"""

from __future__ import annotations

import re

QUOTED = r'"[^"]*"'
TERM = re.compile(
    rf"(?P<selector>\$(?:\.[\w-]+|\[[^\]]*\]|\.\[{QUOTED}\])+)\s*"
    rf"(?:(?P<operator>!=|<=|>=|=|<|>)\s*(?P<value>{QUOTED}|[^\s()&|}}]+)"
    r"|(?P<test>(?:IS|NOT)\s+\w+))"
)


def terms(pattern: str) -> list[str]:
    """Return, sorted, the comparisons of a pattern: `$.eventName=DisableKey`, `$.a NOT EXISTS`."""
    if not pattern.lstrip().startswith("{"):
        return []
    return sorted({_term(found) for found in TERM.finditer(pattern)})


def _term(found: re.Match[str]) -> str:
    if found["test"]:
        return f"{found['selector']} {' '.join(found['test'].split())}"
    value = found["value"]
    plain = value[1:-1] if value.startswith('"') else value
    return f"{found['selector']}{found['operator']}{plain}"
