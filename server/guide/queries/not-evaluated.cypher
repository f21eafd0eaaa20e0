// What could not be told, and why
MATCH (f:Finding {status: 'NOT_EVALUATED'})-[:BY]->(c:Control)
RETURN f.reason AS why, c.id AS control, count(*) AS findings
ORDER BY findings DESC
