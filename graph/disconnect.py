"""Take a connector out: let its units go of what they hold, then remove the connector itself.

What another connector sees stays; what only this one saw goes as in any sweep, with its changes
written to the lake first. The lake keeps everything.
"""

from __future__ import annotations

import datetime

import neo4j

from graph.feed import close_all
from graph.lake import Lake
from graph.ledger import Connector, Ledger
from graph.publish import Publisher
from graph.scans import Scans
from graph.written import Written
from ingest.catalogue import Catalogue
from ingest.collect import COMPLETE, Collected, Unit

# What was said about it: current findings, verdicts and reports; their history is in the lake.
# And what people decided about it alone: an account that is connected again inherits nothing.
RUNS = """
MATCH (:Report {connector: $connector})<-[:RUN_OF]-(run:ReportRun)
CALL (run) { DETACH DELETE run } IN TRANSACTIONS OF 10000 ROWS
"""
SAID = """
MATCH (n {connector: $connector})
WHERE n:Verdict OR n:Evaluation OR n:Report OR n:Scan OR n:Unit
  OR n:ManualOutcome OR n:Waiver
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS
"""


def disconnect(
    driver: neo4j.Driver,
    lake: Lake,
    catalogue: Catalogue,
    connector: Connector,
    *,
    database: str | None = None,
) -> Written:
    """Remove a connector and what only it saw. Raises AlreadyScanning while it is scanned."""
    scans = Scans(driver, database)
    scan = scans.start(connector, kind="removal")
    units = [
        Unit(connector=connector.id, type=u["type"], region=u["region"])
        for u in scans.units(connector)
        if u["type"] in catalogue
    ]
    attempts = scans.plan(connector, scan, units)
    publisher = Publisher(
        driver, lake, catalogue, connector, scan=scan, attempts=attempts, database=database,
        sweep_large=True,
    )  # fmt: skip
    publisher.empty([Collected(unit=unit, state=COMPLETE) for unit in units])
    publisher.finish()
    close_all(driver, connector.id, datetime.datetime.now(datetime.UTC), database=database)
    with driver.session(database=database) as session:
        for text in (RUNS, SAID):
            session.run(text, connector=connector.id).consume()
    Ledger(driver, database).remove(connector)
    return publisher.published.written
