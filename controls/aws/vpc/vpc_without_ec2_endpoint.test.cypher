// fail: instances and no endpoint
CREATE (:AwsVpc)<-[:IN_VPC]-(:AwsEc2Instance)

// fail: only an endpoint for another service
CREATE (vpc:AwsVpc)<-[:IN_VPC]-(:AwsEc2Instance)
CREATE (vpc)<-[:IN_VPC]-(:AwsVpcEndpoint {
  service_name: 'com.amazonaws.eu-west-1.s3', state: 'available'
})

// fail: an endpoint that nobody accepted
CREATE (vpc:AwsVpc)<-[:IN_VPC]-(:AwsEc2Instance)
CREATE (vpc)<-[:IN_VPC]-(:AwsVpcEndpoint {
  service_name: 'com.amazonaws.eu-west-1.ec2', state: 'rejected'
})

// pass: an endpoint for EC2
CREATE (vpc:AwsVpc)<-[:IN_VPC]-(:AwsEc2Instance)
CREATE (vpc)<-[:IN_VPC]-(:AwsVpcEndpoint {
  service_name: 'com.amazonaws.eu-west-1.ec2', state: 'available'
})

// pass: no instances
CREATE (:AwsVpc)
