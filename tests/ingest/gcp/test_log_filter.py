"""A filter of Cloud Logging comes apart into its comparisons, each in one spelling."""

from __future__ import annotations

import pytest

from ingest.gcp.log_filter import terms


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", []),
        ('resource.type = "gce_route"', ["resource.type=gce_route"]),
        (
            'protoPayload.methodName:"a.b" OR protoPayload.methodName : c',
            ["protoPayload.methodName:a.b", "protoPayload.methodName:c"],
        ),
        ('type=("a" OR b OR NOT c)', ["NOT type=c", "type=a", "type=b"]),
        ("NOT (a=1 OR NOT b=2)", ["NOT a=1", "b=2"]),
        ("a!=1 AND -b:2 AND c!~x", ["NOT a=1", "NOT b:2", "NOT c=~x"]),
        ("NOT a!=1", ["a=1"]),
        ("severity >= ERROR", ["severity>=ERROR"]),
        ('labels."k8s.io/name"="x"', ["labels.k8s.io/name=x"]),
        (
            'NOT LOG_ID("cloudaudit.googleapis.com/activity")',
            ["NOT LOG_ID(cloudaudit.googleapis.com/activity)"],
        ),
        ("(ProjectOwnership OR projectOwnerInvitee)", ["ProjectOwnership", "projectOwnerInvitee"]),
        ("a.deltas:*", ["a.deltas:*"]),
        ("a=1 -- b=2\nAND c=3", ["a=1", "c=3"]),
        ('x="he said \\"no\\" (twice) AND y=1"', ['x=he said "no" (twice) AND y=1']),
        ("a=", ["a="]),
        ("((a=1)", ["a=1"]),
        (") a=1", ["a=1"]),
        ('timestamp>"2026-01-01T00:00:00Z"', ["timestamp>2026-01-01T00:00:00Z"]),
    ],
)
def test_terms(said: str, found: list[str]) -> None:
    assert terms(said) == found
