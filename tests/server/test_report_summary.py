"""A report is printed shortly: its sections, what came to which verdict, and the score."""

from __future__ import annotations

from typing import Any

import pytest

from server.cli import show
from server.cli.report import print_summary


def requirement(number: str, verdict: str, *parts: dict[str, Any]) -> dict[str, Any]:
    return {"number": number, "title": f"Part {number}", "verdict": verdict, "requirements": parts}


DOCUMENT = {
    "mandate": {"title": "Rules"}, "connector_name": "[shop]", "number": 3, "score": 0.5,
    "counts": {"failed": 1, "passed": 1}, "evaluation": "e", "at": "now", "hash": "abc",
    "requirements": [
        requirement(
            "1", "FAIL",
            requirement("1.1", "FAIL", *(requirement(f"1.1.{i}", "FAIL") for i in range(40))),
            requirement("1.2", "PASS"),
        ),
        requirement("2", "NOT_EVALUATED"),
    ],
}  # fmt: skip


def test_each_section_is_a_line_that_counts_what_has_no_parts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_summary(DOCUMENT)
    title, head, first, second, *rest = capsys.readouterr().out.splitlines()
    assert "Rules - [shop], run 3" in title
    assert head.split() == ["section", "fail", "pass", "not", "evaluated"]  # and none that is empty
    assert first.split()[:5] == ["1", "Part", "1", "40", "1"]
    assert second.split()[:4] == ["2", "Part", "2", "1"]
    assert "score 50%" in "".join(rest)


def test_its_bars_have_a_piece_of_each_verdict_and_fit_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(show, "out", show.Output(width=100, force_terminal=True))
    with show.out.capture() as drawn:
        print_summary(DOCUMENT)
    lines = drawn.get().splitlines()
    (first,) = (line for line in lines if "Part 1" in line)
    assert first.count("\N{LOWER HALF BLOCK}") == 20
    assert "\x1b[32m\N{LOWER HALF BLOCK}" in first, "one of 41 passed, and is seen"
