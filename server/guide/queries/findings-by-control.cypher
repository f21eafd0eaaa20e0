// How many resources fail each control
MATCH (f:Finding {status: 'FAIL'})-[:BY]->(c:Control)
RETURN c.severity AS severity, c.title AS control, c.id AS id, count(*) AS failing
ORDER BY failing DESC
