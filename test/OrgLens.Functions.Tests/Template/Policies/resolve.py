"""Prints the resources of templates as they would stand in AWS: resolve.py STACKS.json FOLDER.

STACKS.json says for each stack its template below FOLDER, account, Region and parameters; a parameter may be {"stack": …, "output": …}, and "nested"
names the stacks that its own stacks become. Templates with a transform are transformed first.
What AWS would make up (a key's id, a suffix) is made up here, the same every time.
"""
import json
import os
import re
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
from samtranslator.translator.transform import transform  # noqa: E402  it reads the Region when imported
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

ARNS = {
    "AWS::S3::Bucket": "arn:{p}:s3:::{name}",
    "AWS::SQS::Queue": "arn:{p}:sqs:{r}:{a}:{name}",
    "AWS::SNS::Topic": "arn:{p}:sns:{r}:{a}:{name}",
    "AWS::KMS::Key": "arn:{p}:kms:{r}:{a}:key/{name}",
    "AWS::IAM::Role": "arn:{p}:iam::{a}:role/{name}",
    "AWS::Lambda::Function": "arn:{p}:lambda:{r}:{a}:function:{name}",
    "AWS::DynamoDB::Table": "arn:{p}:dynamodb:{r}:{a}:table/{name}",
    "AWS::Events::EventBus": "arn:{p}:events:{r}:{a}:event-bus/{name}",
    "AWS::Events::Rule": "arn:{p}:events:{r}:{a}:rule/{name}",
    "AWS::Events::Archive": "arn:{p}:events:{r}:{a}:archive/{name}",
    "AWS::Logs::LogGroup": "arn:{p}:logs:{r}:{a}:log-group:{name}:*",
    "AWS::RDS::DBCluster": "arn:{p}:rds:{r}:{a}:cluster:{name}",
    "AWS::SecretsManager::Secret": "arn:{p}:secretsmanager:{r}:{a}:secret:{name}-AbCdEf",
    "AWS::CloudTrail::Trail": "arn:{p}:cloudtrail:{r}:{a}:trail/{name}",
}
NAMES = ("BucketName", "QueueName", "TopicName", "RoleName", "FunctionName", "TableName", "Name", "ArchiveName", "LogGroupName", "TrailName")
# Ref of these is an ARN, of all others a name.
REF_IS_ARN = ("AWS::SNS::Topic", "AWS::SecretsManager::Secret")


class Policies:
    def load(self):
        return {}


def read(path):
    with open(path) as source:
        template = yaml_parse(source.read())
    if "Transform" not in template:
        return template
    for resource in template["Resources"].values():
        # A local path stands for what `sam package` would upload.
        if "CodeUri" in resource.get("Properties", {}):
            resource["Properties"]["CodeUri"] = "s3://bucket/key"
    return transform(template, {}, Policies())


class Stack:
    def __init__(self, name, root, given, stacks):
        self.name, self.account, self.region = name, given["account"], given["region"]
        self.nested, self.root, self.stacks = given.get("nested", {}), root, stacks
        self.template = template = read(os.path.join(root, given["template"]))
        self.parameters = {key: each.get("Default") for key, each in template.get("Parameters", {}).items()}
        for key, value in given.get("parameters", {}).items():
            if key not in self.parameters:
                raise SystemExit(f"{name}: the template has no parameter {key}")
            self.parameters[key] = stacks[value["stack"]].output(value["output"]) if isinstance(value, dict) else value
        missing = [key for key, value in self.parameters.items() if value is None]
        if missing:
            raise SystemExit(f"{name}: no value for {', '.join(missing)}")
        for key, parameter in template.get("Parameters", {}).items():
            pattern, value = parameter.get("AllowedPattern"), str(self.parameters[key])
            if pattern and not re.fullmatch(pattern, value):
                raise SystemExit(f"{name}: {key} = {value} does not match {pattern}")
            if "List<" in parameter["Type"] or parameter["Type"] == "CommaDelimitedList":
                self.parameters[key] = value.split(",")
        for key, nested in self.nested.items():
            resource = template["Resources"][key]["Properties"]
            stacks[nested] = Stack(nested, root, {**given, "nested": {}, "template": resource["TemplateURL"], "parameters": self.value(resource["Parameters"])}, stacks)

    def output(self, name):
        return self.value(self.template["Outputs"][name]["Value"])

    def resources(self):
        return {
            key: {"type": each["Type"], "account": self.account, "arn": self.arn(key), "ref": self.ref(key), "properties": self.value(each.get("Properties", {}))}
            for key, each in self.template["Resources"].items()
            if "Condition" not in each or self.condition(each["Condition"])
        }

    def condition(self, name):
        return self.truth(self.template["Conditions"][name])

    def truth(self, test):
        (function, argument), = test.items()
        if function == "Fn::Equals":
            left, right = (self.value(each) for each in argument)
            return str(left) == str(right)
        if function == "Fn::Not":
            return not self.truth(argument[0])
        if function == "Fn::And":
            return all(self.truth(each) for each in argument)
        if function == "Fn::Or":
            return any(self.truth(each) for each in argument)
        if function == "Condition":
            return self.condition(argument)
        raise SystemExit(f"{self.name}: unknown condition {function}")

    def name_of(self, key):
        resource = self.template["Resources"][key]
        for member in NAMES:
            if member in resource.get("Properties", {}):
                return self.value(resource["Properties"][member])
        return f"{self.name}-{key}"

    def arn(self, key):
        form = ARNS.get(self.template["Resources"][key]["Type"])
        if form is None:
            return None
        bus = self.template["Resources"][key].get("Properties", {}).get("EventBusName")
        name = self.name_of(key)
        return form.format(p="aws", r=self.region, a=self.account, name=f"{self.value(bus)}/{name}" if bus else name)

    def ref(self, key):
        return self.arn(key) if self.template["Resources"][key]["Type"] in REF_IS_ARN else self.name_of(key)

    def named(self, name):
        pseudo = {
            "AWS::AccountId": self.account, "AWS::Region": self.region, "AWS::Partition": "aws", "AWS::URLSuffix": "amazonaws.com",
            "AWS::StackName": self.name, "AWS::NoValue": None,
        }
        if name in pseudo:
            return pseudo[name]
        if name in self.parameters:
            return self.parameters[name]
        return self.ref(name)

    def attribute(self, key, attribute):
        resource = self.template["Resources"][key]
        if resource["Type"] == "AWS::CloudFormation::Stack":
            return self.stacks[self.nested[key]].output(attribute.removeprefix("Outputs."))
        if attribute == "MasterUserSecret.SecretArn":
            return ARNS["AWS::SecretsManager::Secret"].format(p="aws", r=self.region, a=self.account, name=f"rds!cluster-{self.name_of(key)}")
        if attribute.endswith("Arn"):
            return self.arn(key)
        return self.name_of(key) if attribute.endswith("Name") else f"{self.name}-{key}-{attribute}"

    def substitute(self, text, extra):
        def one(match):
            name = match.group(1)
            if name.startswith("!"):
                return "${" + name[1:] + "}"
            if name in extra:
                return str(self.value(extra[name]))
            return str(self.attribute(*name.split(".", 1)) if "." in name else self.named(name))
        return re.sub(r"\$\{([^}]+)\}", one, text)

    def value(self, node):
        if isinstance(node, list):
            return [each for each in (self.value(each) for each in node) if each is not None]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            (function, argument), = node.items()
            if function == "Ref":
                return self.named(argument)
            if function == "Fn::GetAtt":
                return self.attribute(*(argument.split(".", 1) if isinstance(argument, str) else argument))
            if function == "Fn::Sub":
                return self.substitute(argument, {}) if isinstance(argument, str) else self.substitute(*argument)
            if function == "Fn::If":
                return self.value(argument[1] if self.condition(argument[0]) else argument[2])
            if function == "Fn::Join":
                return argument[0].join(str(each) for each in self.value(argument[1]))
            if function == "Fn::Select":
                return self.value(argument[1])[int(argument[0])]
            if function == "Fn::Split":
                return self.value(argument[1]).split(argument[0])
            if function == "Fn::GetAZs":
                return [self.region + letter for letter in "abc"]
            if function == "Fn::Cidr":
                return [f"subnet-{number}" for number in range(int(self.value(argument)[1]))]
        resolved = {key: self.value(each) for key, each in node.items()}
        return {key: each for key, each in resolved.items() if each is not None}


with open(sys.argv[1]) as source:
    given = json.load(source)
stacks = {}
for name, each in given["stacks"].items():
    stacks[name] = Stack(name, sys.argv[2], each, stacks)
json.dump({name: stack.resources() for name, stack in stacks.items()}, sys.stdout, indent=1)
