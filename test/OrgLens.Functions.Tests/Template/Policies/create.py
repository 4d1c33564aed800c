"""Creates resolved stacks on moto's CloudFormation, as far as it goes: create.py RESOLVED.json.

Prints for each stack its state, and what was not made of what was asked for. What moto skips or fails on is not asked for.
"""
import json
import os
import sys

os.environ.update(AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="eu-west-1")
import boto3  # noqa: E402
from moto import mock_aws  # noqa: E402

# What moto 5 makes, without what stands in the way: an instance of Aurora, an archive with a pattern, a rule on a bus of its own.
MADE = {
    "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::KMS::Key", "AWS::KMS::Alias", "AWS::DynamoDB::Table", "AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::RouteTable",
    "AWS::EC2::SecurityGroup", "AWS::Logs::LogGroup", "AWS::IAM::Role", "AWS::IAM::InstanceProfile", "AWS::Events::EventBus", "AWS::Lambda::Function", "AWS::SNS::Topic",
}


def reduced(stack, role):
    resources = {}
    for key, each in stack.items():
        if each["type"] not in MADE:
            continue
        properties = dict(each["properties"])
        # References are resolved to made-up names, which only what is left out has.
        for reference in ("VpcId", "SecurityGroupEgress", "SecurityGroupIngress", "NotificationConfiguration", "LoggingConfiguration", "RedrivePolicy", "Tags"):
            properties.pop(reference, None)
        if each["type"] == "AWS::EC2::VPC":
            properties["CidrBlock"] = "10.61.0.0/16"
        if each["type"] == "AWS::EC2::Subnet":
            properties["CidrBlock"] = f"10.61.{len(resources)}.0/24"
        if each["type"] in ("AWS::EC2::Subnet", "AWS::EC2::RouteTable", "AWS::EC2::SecurityGroup"):
            properties["VpcId"] = "vpc"
        if each["type"] == "AWS::Lambda::Function":
            properties["Code"] = {"ZipFile": "x"}
            properties["Runtime"] = "dotnet8"
            properties["Role"] = role
        if each["type"] == "AWS::IAM::InstanceProfile":
            properties["Roles"] = []
        resources[key] = {"Type": each["type"], "Properties": properties}
    return resources


def create(cloud, name, stack):
    resources = reduced(stack, cloud["role"])
    template = {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}
    networks = [key for key, each in resources.items() if each["Type"] == "AWS::EC2::VPC"]
    for each in resources.values():
        if each["Properties"].get("VpcId") == "vpc":
            each["Properties"]["VpcId"] = {"Ref": networks[0]} if networks else cloud["vpc"]
    aliases = [each for each in resources.values() if each["Type"] == "AWS::KMS::Alias"]
    keys = [key for key, each in resources.items() if each["Type"] == "AWS::KMS::Key"]
    for each in aliases:
        each["Properties"]["TargetKeyId"] = {"Ref": keys[0]}
    formation = cloud["formation"]
    formation.create_stack(StackName=name, TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_NAMED_IAM"])
    status = formation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
    made = {each["LogicalResourceId"] for page in formation.get_paginator("list_stack_resources").paginate(StackName=name) for each in page["StackResourceSummaries"]}
    return {"status": status, "missing": sorted(set(resources) - made), "made": len(made)}


with open(sys.argv[1]) as source:
    stacks = json.load(source)
report = {}
for name, stack in stacks.items():
    # A cloud for each: in one account and Region two of them have queues of the same name.
    with mock_aws():
        # Functions run by roles of their own stack: moto wants them to be there before it is.
        trust = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        report[name] = create({
            "formation": boto3.client("cloudformation"),
            "vpc": boto3.client("ec2").create_vpc(CidrBlock="10.61.0.0/16")["Vpc"]["VpcId"],
            "role": boto3.client("iam").create_role(RoleName="any", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"],
        }, name, stack)
json.dump(report, sys.stdout, indent=1)
