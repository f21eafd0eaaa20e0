"""The formats by name, as they stand in addresses and on the command line."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from server.exports import to_csv, to_html, to_json, to_ocsf, to_sarif
from server.exports.row import Write


@dataclasses.dataclass(frozen=True, kw_only=True)
class Format:
    """One format: how it is written, how its files end and what HTTP calls it.

    ending, kind: of a run. lines, kind_of_lines: of findings; None where it is for runs only.
    """

    name: str
    write: Write
    ending: str
    kind: str
    lines: str | None
    kind_of_lines: str = ""


CSV = "text/csv; charset=utf-8; header=present"
LINES = "application/x-ndjson"
SARIF = "application/sarif+json"
FORMATS: Mapping[str, Format] = {
    f.name: f
    for f in (
        Format(name="html", write=to_html.write, ending="html", kind="text/html; charset=utf-8",
               lines=None),
        Format(name="json", write=to_json.write, ending="json", kind="application/json",
               lines="jsonl", kind_of_lines=LINES),
        Format(name="csv", write=to_csv.write, ending="csv", kind=CSV,
               lines="csv", kind_of_lines=CSV),
        Format(name="ocsf", write=to_ocsf.write, ending="ocsf.jsonl", kind=LINES,
               lines="ocsf.jsonl", kind_of_lines=LINES),
        Format(name="sarif", write=to_sarif.write, ending="sarif", kind=SARIF,
               lines="sarif", kind_of_lines=SARIF),
    )
}  # fmt: skip
OF_FINDINGS = tuple(f.name for f in FORMATS.values() if f.lines)
