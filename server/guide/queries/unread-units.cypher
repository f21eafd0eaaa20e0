// What a scan could not read
MATCH (u:Unit {state: 'unread'})-[:UNIT_OF]->(c:Connector)
RETURN c.name AS connector, u.type AS type, u.region AS region, u.call AS call, u.error AS error
ORDER BY connector, type, region
