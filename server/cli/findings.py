"""`cirrograph findings` and `cirrograph resources`: what stands in the graph now."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from graph.cypher import named
from graph.local.progress import bar
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment

FINDINGS = """
MATCH (f:Finding)-[:BY]->(c:Control)
WHERE ($connector IS NULL OR f.connector = $connector)
  AND ($control IS NULL OR f.control = $control)
  AND ($severity IS NULL OR f.severity = $severity)
  AND ($status IS NULL OR f.status = $status)
OPTIONAL MATCH (f)-[:OF]->(r)
RETURN f, c, r, [label IN labels(r) WHERE NOT label IN ['Resource', 'Unseen']][0] AS type
ORDER BY f.id
"""
RESOURCES = """
MATCH (r:$$LABEL) WHERE NOT r:Unseen
RETURN [label IN labels(r) WHERE label <> 'Resource'][0] AS type, r.uid AS uid, r.name AS name,
  r.cloud AS cloud, r.account AS account, r.region AS region, r.first_seen AS first_seen,
  r.created_at AS created_at
ORDER BY type, uid
"""
STATUSES = ("FAIL", "NOT_EVALUATED", "WAIVED")


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("findings")(findings)
    app.command("resources")(resources)


def findings(
    connector: Annotated[str | None, typer.Option(help="Name of a connector.")] = None,
    control: Annotated[str | None, typer.Option(help="Id of a control.")] = None,
    severity: Annotated[str | None, typer.Option(help="critical, high, ...")] = None,
    status: Annotated[str | None, typer.Option(help="FAIL, NOT_EVALUATED or WAIVED.")] = None,
    as_json: show.AsJson = False,
) -> None:
    """List the current findings, worst first."""
    _one_of("--severity", severity, show.SEVERITIES)
    _one_of("--status", status, STATUSES)
    with Deployment.open(progress=bar) as deployment:
        if control is not None and control not in deployment.controls:
            raise UserError(f"no control is called {control!r}: see `cirrograph controls list`")
        names = {c.id: c.name for c in deployment.ledger.connectors()}
        where = deployment.ledger.connector(connector).id if connector else None
        rows = deployment.driver.execute_query(
            FINDINGS, connector=where, control=control, severity=severity, status=status,
            database_=deployment.database,
        ).records  # fmt: skip
        also = {
            id_: {k: list(v) for k, v in c.also.items()} for id_, c in deployment.controls.items()
        }
    found = [_finding(row, names, also) for row in rows]
    found.sort(key=lambda f: (show.SEVERITIES.index(f["severity"]), f["control"]))
    if as_json:
        show.json(found)
        return
    show.table(
        f"{len(found)} findings", ("severity", "status", "control", "resource", "region", "reason"),
        [
            (f["severity"], f["status"], f["control"], f["resource"]["name"],
             f["resource"]["region"], f["reason"])
            for f in found
        ],
    )  # fmt: skip


def resources(
    type_: Annotated[str | None, typer.Option("--type", help="Label, such as AwsS3Bucket.")] = None,
    as_json: show.AsJson = False,
) -> None:
    """List the inventory."""
    with Deployment.open(progress=bar) as deployment:
        if type_ is not None and type_ not in deployment.catalogue:
            raise UserError(
                f"no type is called {type_!r}; there are: {', '.join(deployment.catalogue.labels)}"
            )
        query = named(RESOURCES, label=type_ or "Resource")
        rows = deployment.driver.execute_query(query, database_=deployment.database).records
    if as_json:
        show.json([dict(row) for row in rows])
        return
    show.table(
        f"{len(rows)} resources", ("type", "name", "account", "region", "uid"),
        [(r["type"], r["name"], r["account"], r["region"], r["uid"]) for r in rows],
    )  # fmt: skip


def _finding(row: Any, connectors: dict[str, str], also: dict[str, Any]) -> dict[str, Any]:
    """Return a finding in the documented form."""
    finding, about = row["f"], row["r"] or {}
    return {
        "id": finding["id"],
        "status": finding["status"],
        "control": finding["control"],
        "title": row["c"].get("title"),
        "severity": finding["severity"],
        "resource": {
            "uid": finding["uid"],
            "type": row["type"],
            "name": about.get("name") or finding["uid"],
            "region": about.get("region"),
            "account": about.get("account"),
        },
        "connector": connectors.get(finding["connector"], finding["connector"]),
        "evidence": json.loads(finding["evidence"]) if finding.get("evidence") else None,
        "reason": finding.get("reason"),
        "first_seen": finding["since"],
        "also": also.get(finding["control"], {}),
    }


def _one_of(option: str, value: str | None, known: tuple[str, ...]) -> None:
    if value is not None and value not in known:
        raise UserError(f"{option} {value!r}: one of {', '.join(known)}")
