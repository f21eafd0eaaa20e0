// fail: the network of an unknown account
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpcPeeringConnection {state: 'active'})
  -[:CONNECTS_TO]->(:Resource:Unseen {uid: 'arn:aws:ec2:eu-west-1:222222222222:vpc/vpc-2'})

// pass: the network of a known account
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpcPeeringConnection {state: 'active'})
  -[:CONNECTS_TO]->(:Resource:Unseen {uid: 'arn:aws:ec2:eu-west-1:111111111111:vpc/vpc-2'})

// pass: nobody has accepted it
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpcPeeringConnection {state: 'pending-acceptance'})
  -[:CONNECTS_TO]->(:Resource:Unseen {uid: 'arn:aws:ec2:eu-west-1:222222222222:vpc/vpc-2'})

// fail: the digits of a known account stand elsewhere in the name
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpcPeeringConnection {state: 'active'})
  -[:CONNECTS_TO]->(:Resource:Unseen {
    uid: 'arn:aws:ec2:eu-west-1:222222222222:vpc/vpc-111111111111'
  })
