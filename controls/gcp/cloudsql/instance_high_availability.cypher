/*---
title: Database instances have a standby in another zone
resource: GcpSqlInstance
severity: low
policy: gcp-databases
also: {prowler: [cloudsql_instance_high_availability_enabled]}
why: With the zone goes the database, and with it whatever asks it.
fix:
  console: SQL > {name} > Edit > Zonal availability > Multiple zones > Save. It restarts.
  cli: gcloud sql instances patch {name} --project {account} --availability-type REGIONAL
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      settings {
        # ...
        availability_type = "REGIONAL"
      }
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.kind = 'CLOUD_SQL_INSTANCE'
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.kind = 'CLOUD_SQL_INSTANCE'
  AND (instance.availability IS NULL OR instance.availability <> 'REGIONAL')
RETURN instance AS resource, {expected: 'REGIONAL', actual: instance.availability} AS evidence
