// fail: none
CREATE (:AwsApiGatewayRestApi {is_private: false})-[:HAS_STAGE]->(:AwsApiGatewayStage)

// pass: one
CREATE (:AwsApiGatewayRestApi {is_private: false})
  -[:HAS_STAGE]->(:AwsApiGatewayStage)-[:PROTECTED_BY]->(:Resource:Unseen)

// pass: it answers inside VPCs only
CREATE (:AwsApiGatewayRestApi {is_private: true})-[:HAS_STAGE]->(:AwsApiGatewayStage)
