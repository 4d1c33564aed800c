"""Writes what CloudFormation sees after the SAM transform, as JSON; AWS is not asked."""
import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
from samtranslator.translator.transform import transform  # noqa: E402  it reads the Region when imported


class Policies:
    def load(self):
        return {}


with open(sys.argv[1]) as source:
    template = json.load(source)
for resource in template["Resources"].values():
    # Local paths stand for what `sam package` would upload.
    if "CodeUri" in resource.get("Properties", {}):
        resource["Properties"]["CodeUri"] = "s3://bucket/key"
    if "TemplateURL" in resource.get("Properties", {}):
        resource["Properties"]["TemplateURL"] = "https://s3.amazonaws.com/bucket/key"
with open(sys.argv[2], "w") as target:
    json.dump(transform(template, {}, Policies()), target, indent=1)
