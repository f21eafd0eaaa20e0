"""Derive a run's verdicts again from what its document lists, and tell what does not follow.

For whoever is handed a document and trusts nothing but it: the hashes of its parts, each control's
verdict from its counts and findings, each requirement's from its controls, the mandate's and its
score from the requirements. What can't be told from a document: that the findings are those of the
cloud. For that it names the scan of each unit, and the file of each control by its hash.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from controls.control import Control
from controls.document import FORM, canonical, hash_of
from controls.verdict import Verdict, of_requirement, score, worst

Said = Mapping[str, Any]


def differences(document: Said, found: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Yield what does not follow, one line each; nothing where everything does.

    `found` counts the findings of each control by status, those on units as `unit`.
    """
    if document.get("form") != FORM:
        yield f"it has form {document.get('form')!r}, and this version reads form {FORM}"
        return
    try:
        yield from _parts(document)
        for control, result in sorted(document["results"].items()):
            yield from _control(control, result, found.get(control, {}))
        judged: list[Verdict] = []
        yield from _tree(document["requirements"], document, judged)
        yield from _whole("the mandate", document, judged)
        if document["score"] != score(judged).value:
            yield f"its score is {document['score']}, and {score(judged).value} follows"
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        yield f"it is not formed like a run's document: {error!r}"


def changed_since(document: Said, controls: Mapping[str, Control]) -> list[str]:
    """Return the controls whose file or thresholds are not, or no longer, those of the run."""
    files: Mapping[str, str | None] = document["controls"]["files"]
    return sorted(c for c, was in files.items() if c not in controls or controls[c].hash != was)


def _parts(document: Said) -> Iterator[str]:
    for name, part in ("snapshot", "units"), ("controls", "files"), ("waivers", "set"):
        said = document[name]
        if said["hash"] != hash_of(canonical(said[part])):
            yield f"the hash of its {name} is not that of what it lists"


def _control(control: str, result: Said, found: Mapping[str, int]) -> Iterator[str]:
    counts, verdict = result["counts"], Verdict(result["verdict"])
    if counts is None:
        if verdict != Verdict.NOT_EVALUATED:
            yield f"{control}: {verdict} without counts"
        return
    for status, name in ("FAIL", "failed"), ("WAIVED", "waived"):
        if found.get(status, 0) != counts[name]:
            yield f"{control}: {counts[name]} {name}, and {found.get(status, 0)} such findings"
    unread = bool(result["unread_units"] or found.get("unit", 0))
    if verdict not in _possible(counts, unread=unread):
        yield f"{control}: {verdict} does not follow from {dict(counts)}"


def _possible(counts: Said, *, unread: bool) -> Sequence[Verdict]:
    """Return the verdicts that fit; where nothing applies, an excluded unit decides between two."""
    if counts["failed"]:
        return (Verdict.FAIL,)
    if counts["not_evaluated"] or unread:
        return (Verdict.NOT_EVALUATED,)
    if counts["applicable"]:
        return (Verdict.PASS,)
    return (Verdict.NOT_APPLICABLE, Verdict.NOT_EVALUATED)


def _tree(requirements: Iterable[Said], document: Said, judged: list[Verdict]) -> Iterator[str]:
    """Go through requirements, and add the verdicts that follow for those at the ends."""
    for one in requirements:
        name, below = f"requirement {one['number']}", one.get("requirements")
        if below:
            ends: list[Verdict] = []
            yield from _tree(below, document, ends)
            yield from _whole(name, one, ends)
            judged += ends
            continue
        for control, verdict in one["controls"].items():
            if document["results"][control]["verdict"] != verdict:
                yield f"{name}: {control} is {verdict} in it, and another in the results"
        follows = _leaf(one, document)
        if follows != one["verdict"]:
            yield f"{name}: {one['verdict']}, and {follows} follows"
        judged.append(follows)


def _leaf(one: Said, document: Said) -> Verdict:
    outcome, at = one.get("outcome"), datetime.datetime.fromisoformat(document["at"])
    ends = outcome and outcome["expires_at"]
    if ends and datetime.datetime.fromisoformat(ends) <= at:
        outcome = None
    return of_requirement(
        [Verdict(v) for v in one["controls"].values()],
        manual=one["assessment"] == "manual",
        outcome=Verdict(outcome["outcome"]) if outcome else None,
    )


def _whole(name: str, said: Said, judged: Sequence[Verdict]) -> Iterator[str]:
    if said["verdict"] != worst(judged):
        yield f"{name}: {said['verdict']}, and {worst(judged)} follows"
    if dict(said["counts"]) != asdict(score(judged)):
        yield f"{name}: the counts are not those of its requirements"
