"""Reads calls as JSON lines, makes them with boto3, writes the answers as JSON lines: a client that OrgLens has not written."""
import base64
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, HTTPClientError

endpoint = sys.argv[1]
config = Config(retries={"total_max_attempts": 1}, read_timeout=60)
clients = {}


def client(service):
    if service not in clients:
        clients[service] = boto3.client(
            service, endpoint_url=endpoint, region_name="eu-west-1",
            aws_access_key_id="test", aws_secret_access_key="test", config=config)
    return clients[service]


def decode(value):
    if isinstance(value, dict):
        if set(value) == {"$bytes"}:
            return base64.b64decode(value["$bytes"])
        return {k: decode(v) for k, v in value.items()}
    return [decode(v) for v in value] if isinstance(value, list) else value


def encode(value):
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    return value.read().decode() if hasattr(value, "read") else str(value)


for line in sys.stdin:
    call = json.loads(line)
    try:
        result = getattr(client(call["service"]), call["operation"])(**decode(call["arguments"]))
        result.pop("ResponseMetadata", None)
        answer = {"result": result}
    except ClientError as e:
        answer = {"code": e.response["Error"]["Code"], "message": e.response["Error"]["Message"],
                  "type": type(e).__name__, "status": e.response["ResponseMetadata"]["HTTPStatusCode"]}
    except HTTPClientError as e:
        answer = {"code": type(e).__name__, "message": str(e), "type": type(e).__name__, "status": 0}
    print(json.dumps(answer, default=encode), flush=True)
