// How many resources of each type
MATCH (u:Unit)
RETURN u.type AS type, sum(u.count) AS resources, collect(DISTINCT u.region) AS regions
ORDER BY resources DESC
