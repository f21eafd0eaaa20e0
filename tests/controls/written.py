"""Write a control to a folder, for the tests of what reads it."""

from __future__ import annotations

from pathlib import Path

from controls.control import Control
from controls.load import read

FRONT = """/*---
title: A title
resource: {resource}
severity: high
policy: a-policy
why: Because.
fix: {{console: Click., cli: "do --name {{name}}", terraform: set it}}
{more}---*/
"""
QUERY = "MATCH (b:AwsS3Bucket) WHERE NOT b.requires_tls RETURN b AS resource"
CASES = """// fail: not required
CREATE (:Resource:AwsS3Bucket {uid: 'a', requires_tls: false})
// pass: required
CREATE (:Resource:AwsS3Bucket {uid: 'a', requires_tls: true})
"""


def write(
    folder: Path,
    query: str = QUERY,
    *,
    cases: str | None = CASES,
    name: str = "aws/s3/x",
    resource: str = "AwsS3Bucket",
    more: str = "",
) -> Path:
    path = folder / f"{name}.cypher"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(FRONT.format(resource=resource, more=more) + query + "\n")
    if cases is not None:
        path.with_name(f"{path.stem}.test.cypher").write_text(cases)
    return path


def control(folder: Path, query: str = QUERY, **options: str | None) -> Control:
    return read(write(folder, query, **options), root=folder)  # type: ignore[arg-type]
