"""Which edges of a resource are its own declaration's to change, and which are not."""

from __future__ import annotations

import neo4j

from graph.write import standing
from ingest.catalogue import discover

CATALOGUE = discover()
FORWARDED = """
CREATE (:Resource:AwsLoadBalancerListener {uid: 'listener'})-[:FORWARDS_TO]->
  (t:Resource:AwsTargetGroup {uid: 'group'})
CREATE (:Resource:AwsLoadBalancer {uid: 'balancer'})-[:FORWARDS_TO]->(t)
CREATE (:Resource:Unseen {uid: 'not read yet'})-[:FORWARDS_TO]->(t)
"""


def test_what_the_other_end_declares_is_left_to_it(graph: neo4j.Driver) -> None:
    graph.execute_query(FORWARDED)
    group, listener = CATALOGUE["AwsTargetGroup"], CATALOGUE["AwsLoadBalancerListener"]
    with graph.session() as session:
        assert set(standing(session, CATALOGUE, group, ["group"])) == {
            ("balancer", "FORWARDS_TO", "group"),
            ("not read yet", "FORWARDS_TO", "group"),
        }
        assert set(standing(session, CATALOGUE, listener, ["listener"])) == {
            ("listener", "FORWARDS_TO", "group")
        }


def test_no_type_is_a_stranger_to_all_that_it_writes() -> None:
    for declaration in CATALOGUE:
        strangers = CATALOGUE.strangers(declaration.label)
        for written in declaration.relationships:
            for target in written.targets:
                assert (written.type, target) not in strangers, (declaration.label, written.name)
