/*---
title: Security groups do not open databases to the internet
resource: AwsSecurityGroup
severity: high
policy: aws-network-exposure
also:
  prowler:
    - ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mysql_3306
    - ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_oracle_1521_2483
    - ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_postgres_5432
    - ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_redis_6379
    - ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_sql_server_1433_1434
    - ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_mongodb_27017_27018
    - ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_memcached_11211
why: >-
  Databases are made for a network that is trusted: many of them answer without a password.
fix:
  console: >-
    EC2 > Security Groups > {id} > Inbound rules > Edit inbound rules > give each rule that opens
    the port of a database to 0.0.0.0/0 or ::/0 a source that you know, or delete it > Save rules.
  cli: |
    group={id}
    for port in 1433 1434 1521 2483 3306 5432 6379 9042 9200 9300 11211 27017 27018; do
      for rule in $(aws ec2 describe-security-group-rules --region {region} --output text \
        --filters Name=group-id,Values=$group --query 'SecurityGroupRules[?IsEgress==`false`
          && (CidrIpv4==`"0.0.0.0/0"` || CidrIpv6==`"::/0"`) && (IpProtocol==`"-1"`
          || IpProtocol==`"tcp"` && (ToPort<`0` || FromPort<=`'$port'` && ToPort>=`'$port'`))
        ].SecurityGroupRuleId'); do
        aws ec2 revoke-security-group-ingress --region {region} --group-id $group \
          --security-group-rule-ids "$rule"
      done
    done
  terraform: |
    resource "aws_vpc_security_group_ingress_rule" "database" {
      security_group_id = "{id}"
      cidr_ipv4         = var.trusted_block
      ip_protocol       = "tcp"
      from_port         = 5432
      to_port           = 5432
    }
---*/
WITH [
  1433, 1434, 1521, 2483, 3306, 5432, 6379, 9042, 9200, 9300, 11211, 27017, 27018
] AS ports
MATCH (group:AwsSecurityGroup)-[:HAS_RULE]->(rule:AwsSecurityGroupRule)
WHERE rule.is_egress = false
  AND rule.is_open_to_internet = true
  AND (
    rule.protocol = '-1'
    OR rule.protocol IN ['tcp', '6']
    AND (
      rule.allows_all_ports = true
      OR any(port IN ports WHERE rule.from_port <= port <= rule.to_port)
    )
  )
WITH group, rule ORDER BY rule.uid
RETURN group AS resource, {
  rules: collect({
    id: rule.id,
    from: coalesce(rule.cidr_ipv4, rule.cidr_ipv6),
    protocol: rule.protocol,
    from_port: rule.from_port,
    to_port: rule.to_port
  })
} AS evidence
