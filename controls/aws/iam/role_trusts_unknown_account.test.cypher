// fail: an unknown account
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {is_service_linked: false})
  -[:TRUSTS {requires_external_id: false}]->(:Resource:Unseen {
    uid: 'arn:aws:iam::222222222222:root'
  })

// fail: a role of an unknown account
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {is_service_linked: false})
  -[:TRUSTS {requires_external_id: false}]->(:Resource:Unseen {
    uid: 'arn:aws:iam::222222222222:role/111111111111'
  })

// pass: it has to name an external id
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {is_service_linked: false})
  -[:TRUSTS {requires_external_id: true}]->(:Resource:Unseen {
    uid: 'arn:aws:iam::222222222222:root'
  })

// pass: the account is read too
CREATE (:AwsIamRole {is_service_linked: false})
  -[:TRUSTS {requires_external_id: false}]->(:Resource:AwsAccount {
    id: '111111111111', uid: 'arn:aws:iam::111111111111:root'
  })

// pass: a session of a known account
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {is_service_linked: false})
  -[:TRUSTS {requires_external_id: false}]->(:Resource:Unseen {
    uid: 'arn:aws:sts::111111111111:assumed-role/ci/build'
  })

// pass: a role that an AWS service keeps
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {is_service_linked: true})
  -[:TRUSTS {requires_external_id: false}]->(:Resource:Unseen {
    uid: 'arn:aws:iam::222222222222:root'
  })
