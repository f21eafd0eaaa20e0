// Connectors, and how they were read last
MATCH (c:Connector)
RETURN c.name AS connector, c.cloud AS cloud, c.state AS state, c.last_error AS error
ORDER BY connector
