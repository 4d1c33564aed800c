"""Reads calls as JSON lines, makes them with boto3, writes the answers as JSON lines: a client that OrgLens has not written.

A call may name an account, which is entered by a role, and a Region; with "check" its raw answer is held against the service's model."""
import base64
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

import shape_check

endpoint = sys.argv[1]
config = Config(retries={"total_max_attempts": 1}, read_timeout=60)
clients = {}
sessions = {}
problems = []


def session(account):
    if account not in sessions:
        keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        if account is not None:
            role = {"RoleArn": f"arn:aws:iam::{account}:role/OrgLens-Collector", "RoleSessionName": "test"}
            given = boto3.client("sts", endpoint_url=endpoint, region_name="eu-west-1", **keys).assume_role(**role)["Credentials"]
            keys = {"aws_access_key_id": given["AccessKeyId"], "aws_secret_access_key": given["SecretAccessKey"],
                    "aws_session_token": given["SessionToken"]}
        sessions[account] = boto3.Session(**keys)
    return sessions[account]


def client(call):
    key = call["service"], call.get("account"), call.get("region", "eu-west-1"), bool(call.get("check"))
    if key not in clients:
        clients[key] = session(key[1]).client(key[0], endpoint_url=endpoint, region_name=key[2], config=config)
        if key[3]:
            clients[key].meta.events.register("before-parse", check)
    return clients[key]


def check(operation_model, response_dict, **_):
    if response_dict["status_code"] < 300:
        try:
            problems.extend(shape_check.problems(operation_model, response_dict))
        except (ValueError, SyntaxError):
            pass  # Whoever parses it next will say so.


def decode(value):
    if isinstance(value, dict):
        if set(value) == {"$bytes"}:
            return base64.b64decode(value["$bytes"])
        return {k: decode(v) for k, v in value.items()}
    return [decode(v) for v in value] if isinstance(value, list) else value


def encode(value):
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode()}
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value.read().decode() if hasattr(value, "read") else str(value)


for line in sys.stdin:
    call = json.loads(line)
    problems.clear()
    try:
        result = getattr(client(call), call["operation"])(**decode(call["arguments"]))
        result.pop("ResponseMetadata", None)
        answer = {"result": result}
    except ClientError as e:
        answer = {"code": e.response["Error"]["Code"], "message": e.response["Error"]["Message"],
                  "type": type(e).__name__, "status": e.response["ResponseMetadata"]["HTTPStatusCode"]}
    except Exception as e:  # Parsers of answers have errors outside botocore's own family.
        answer = {"code": type(e).__name__, "message": str(e), "type": type(e).__name__, "status": 0}
    answer["problems"] = list(problems)
    print(json.dumps(answer, default=encode), flush=True)
