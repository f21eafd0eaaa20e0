/*---
title: The account's own policies open no way to more permissions
resource: AwsIamPolicy
severity: high
policy: aws-privileges
also: {prowler: [iam_policy_allows_privilege_escalation]}
why: >-
  Who may change policies, or start something with any role, has every permission, whatever the
  policy seems to say.
fix:
  console: >-
    In IAM, Policies, {name}, Edit: name the roles, users or policies that the action may be used on
    instead of all resources.
  cli: |
    aws iam get-policy-version --policy-arn {uid} --version-id {default_version}
    aws iam list-entities-for-policy --policy-arn {uid}
  terraform: |
    data "aws_iam_policy_document" "deploy" {
      statement {
        actions   = ["iam:PassRole"]
        resources = [aws_iam_role.function.arn] # named roles, never all
      }
    }
applies: MATCH (policy:AwsIamPolicy) WHERE policy.is_aws_managed = false RETURN policy AS resource
---*/
WITH [ // ways to more permissions; `+` joins the actions that one way takes together
  'iam:addusertogroup', 'iam:attachgrouppolicy', 'iam:attachrolepolicy', 'iam:attachuserpolicy',
  'iam:createaccesskey', 'iam:createloginprofile', 'iam:createpolicyversion', 'iam:putgrouppolicy',
  'iam:putrolepolicy', 'iam:putuserpolicy', 'iam:setdefaultpolicyversion',
  'iam:updateassumerolepolicy', 'iam:updateloginprofile', 'lambda:updatefunctioncode',
  'iam:passrole+cloudformation:createstack',
  'iam:passrole+codebuild:createproject+codebuild:startbuild',
  'iam:passrole+ec2:associateiaminstanceprofile', 'iam:passrole+ec2:runinstances',
  'iam:passrole+ecs:runtask', 'iam:passrole+glue:createdevendpoint',
  'iam:passrole+glue:createjob+glue:startjobrun',
  'iam:passrole+lambda:createfunction+lambda:addpermission',
  'iam:passrole+lambda:createfunction+lambda:createeventsourcemapping',
  'iam:passrole+lambda:createfunction+lambda:invokefunction',
  'iam:passrole+sagemaker:createnotebookinstance', 'iam:passrole+sagemaker:createprocessingjob',
  'iam:passrole+sagemaker:createtrainingjob', 'iam:passrole+ssm:startautomationexecution',
  'iam:passrole+states:createstatemachine+states:startexecution'
] AS ways
MATCH (policy:AwsIamPolicy)
WHERE policy.is_aws_managed = false
UNWIND ways AS way
WITH policy, way
// a pattern as a regular expression: its * and ? mean something, all else is quoted
WHERE all(action IN split(way, '+') WHERE any(
  pattern IN policy.allowed_on_all_resources
  WHERE action =~ '\\Q' + replace(replace(pattern, '*', '\\E.*\\Q'), '?', '\\E.\\Q') + '\\E'
))
WITH policy, way ORDER BY way
RETURN policy AS resource, {ways: collect(way), expected: 'named resources only'} AS evidence
