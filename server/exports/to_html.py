"""HTML: a run as one file that explains itself, on a screen and on paper.

There is no script and nothing comes from elsewhere: the policy in the file allows its one style by
hash, and nothing more. Every value is escaped by the template's engine, and marks that hide or turn
text are shown by their number. The findings go through as they are read, so a large run makes a
large file and needs no memory.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from server.exports.inert import plain, visible
from server.exports.row import SEVERITIES, VERSION, Export, Row, Run, standard
from server.exports.run import order

HERE = Path(__file__).parent
STYLE = (HERE / "report.css").read_text(encoding="utf-8")
ALLOWED = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{ALLOWED}'; base-uri 'none'; form-action 'none'"
# Of a score's bar, in the order in which it is read.
COUNTS = (
    ("passed", "pass", "passed"), ("failed", "fail", "failed"),
    ("not_evaluated", "open", "not evaluated"), ("manual", "manual", "to be judged by a person"),
    ("not_covered", "none", "covered by no control"), ("not_applicable", "none", "not applicable"),
)  # fmt: skip
VERDICTS = {
    "PASS": "pass", "FAIL": "fail", "NOT_EVALUATED": "open", "WAIVED": "waived",
    "MANUAL": "manual", "NOT_COVERED": "none", "NOT_APPLICABLE": "none",
}  # fmt: skip
WIDE = 1000  # units of the bar
MANY = 64  # pieces of the template that go out at once


class NotForFindings(TypeError):
    """Only a run is written as HTML."""


def write(export: Export) -> Iterator[bytes]:
    """Write a run."""
    if export.run is None:
        raise NotForFindings
    stream = TEMPLATE.stream(**_shown(export, export.run))
    stream.enable_buffering(MANY)
    for piece in stream:
        yield piece.encode()


def _shown(export: Export, run: Run) -> dict[str, Any]:
    said = run.said
    return {
        "style": Markup(STYLE), "policy": POLICY, "product_version": VERSION,  # noqa: S704 - ours
        "run": run, "said": said, "standard": standard(said["mandate"]),
        "at": _time(export.at), "day": export.at.date().isoformat(),
        "percent": None if said["score"] is None else f"{_floor(said['score'])}",
        "bar": list(_bar(said["counts"])), "counts": _counted(said["counts"]),
        "judged": said["counts"]["passed"] + said["counts"]["failed"],
        "total": sum(said["counts"].values()),
        "requirements": list(_lines(said["requirements"], said["results"])),
        "untold": _untold(run), "told": {c for c, n in run.held.found.items() if n},
        "failing": _by_severity(said["results"]),
        "controls": _controls(export), "named": {c: _anchor(i) for i, c in _numbered(said)},
        "unread": sorted(run.held.unread.items(), key=lambda one: (-one[1][0], one[0])),
        "units": _units(said["snapshot"]["units"]), "scans": _scans(said["snapshot"]["units"]),
        "waivers": said["waivers"]["set"], "numbers": export.meets,
    }  # fmt: skip


def _floor(score: float) -> int:
    """Return whole percents, never more than there are: 99.6 is not 100."""
    return int(score * 100 + 1e-9)


def _time(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _bar(counts: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Yield the pieces of the bar, with whole numbers that add up to its width."""
    total, done, at = sum(counts.values()), 0, 0
    for name, kind, _ in COUNTS:
        done += counts[name]
        end = round(WIDE * done / total) if total else 0
        if end > at:
            yield {"kind": kind, "x": at, "width": end - at}
        at = end


def _counted(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"kind": kind, "many": counts[name], "words": words} for name, kind, words in COUNTS]


def _numbered(said: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    return enumerate(order(said["requirements"]), 1)


def _anchor(number: int) -> str:
    return f"control-{number}"


def _lines(
    requirements: Sequence[Mapping[str, Any]], results: Mapping[str, Any], depth: int = 0
) -> Iterator[dict[str, Any]]:
    """Yield the requirements as lines of a table, each with what its controls come to."""
    for one in requirements:
        below = one.get("requirements", ())
        counts = [results[c]["counts"] or {} for c in one.get("controls", ())]
        yield {
            "one": one, "depth": depth, "is_chapter": bool(below),
            "sums": [
                sum(c.get(name, 0) for c in counts) if counts else None
                for name in ("failed", "not_evaluated", "waived", "passed")
            ],
        }  # fmt: skip
        yield from _lines(below, results, depth + 1)


def _untold(run: Run) -> dict[str, str]:
    """Return why controls were not evaluated of which no finding tells it."""
    return {
        control: result["reason"] for control, result in run.said["results"].items()
        if result["reason"] and not run.held.found.get(control)
    }  # fmt: skip


def _summed(counts: Mapping[str, int]) -> str:
    """Return in words how many resources have each status."""
    words = ("failed", "not_evaluated", "waived", "passed")
    return ", ".join(f"{counts[w]} {w.replace('_', ' ')}" for w in words if counts[w])


def _by_severity(results: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """Return, for each severity, how many controls fail, on how many resources."""
    found = []
    for severity in SEVERITIES:
        counts = [
            r["counts"]["failed"] for r in results.values()
            if r["severity"] == severity and r["verdict"] == "FAIL" and r["counts"]
        ]  # fmt: skip
        found.append((severity, len(counts), sum(counts)))
    return found


def _controls(export: Export) -> Iterator[dict[str, Any]]:
    """Yield the controls that have findings, each with an iterator of them."""
    for control, rows in itertools.groupby(export.rows(), key=lambda row: row.control):
        known = export.controls.get(control)
        yield {
            "id": control, "why": known.why if known else None,
            "result": export.run.said["results"][control] if export.run else {}, "rows": rows,
            "first": _Once(),
        }  # fmt: skip


class _Once:
    """Says yes the first time that it is asked."""

    def __init__(self) -> None:
        self._is_taken = False

    def take(self) -> bool:
        was, self._is_taken = self._is_taken, True
        return not was


def _units(units: Sequence[Sequence[str | None]]) -> list[tuple[str, str, str]]:
    """Return (type, region, state) of the units that were not read whole."""
    found = []
    for id_, _, state in units:
        if state not in {"complete", "not_offered", "not_enabled"}:
            _, type_, region = (*str(id_).rsplit("|", 2), "", "")[:3]
            found.append((type_, region, str(state)))
    return sorted(found)


def _scans(units: Sequence[Sequence[str | None]]) -> list[tuple[str, int]]:
    """Return how many units each scan filled."""
    found: dict[str, int] = {}
    for _, scan, _ in units:
        found[scan or "none"] = found.get(scan or "none", 0) + 1
    return sorted(found.items())


def _finalized(value: Any) -> Any:
    """Show every text as it is, and None as nothing."""
    if value is None:
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


def _evidence(value: Any) -> list[tuple[str, str, bool]]:
    """Return evidence as (name, text, is one word) lines; a path reads from left to right."""
    if not isinstance(value, Mapping):
        value = {"found": value}
    return [(str(name), *_said(inner, name == "path")) for name, inner in value.items()]


def _said(value: Any, is_path: bool) -> tuple[str, bool]:  # noqa: FBT001 - one of two ways
    if isinstance(value, str):
        return value, False
    if isinstance(value, list) and value and all(isinstance(v, str | int | float) for v in value):
        return (" \u2192 " if is_path else ", ").join(_word(v) for v in value), False
    if isinstance(value, list | Mapping):
        parts = value if isinstance(value, list) else [value]
        return "\n".join(_word(part) for part in parts), True
    return _word(value), False


def _word(value: Any) -> str:
    return value if isinstance(value, str) else plain(value).decode()


def _seen(row: Row) -> str:
    return row.name or row.uid


ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined,
    finalize=_finalized, trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
ENVIRONMENT.filters |= {"evidence": _evidence, "shown": _seen, "summed": _summed}
ENVIRONMENT.globals |= {"kinds": VERDICTS}
TEMPLATE = ENVIRONMENT.get_template("report.html.j2")
