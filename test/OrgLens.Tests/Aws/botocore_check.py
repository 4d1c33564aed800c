"""Recomputes in botocore, which shares no code with the SDK, what the client put on the wire.

Reads one JSON object from stdin and writes one to stdout.
"""
import base64
import hashlib
import json
import sys

import botocore.session
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.endpoint_provider import EndpointProvider
from botocore.serialize import create_serializer

session = botocore.session.get_session()
loader = session.get_component("data_loader")


def signatures(requests, access_key, secret_key, token):
    """The Authorization header that botocore would send for each recorded request."""
    return [signature(request, Credentials(access_key, secret_key, token)) for request in requests]


def signature(request, credentials):
    headers = request["headers"]
    body = base64.b64decode(request["body"])
    scope = headers["authorization"].split("Credential=")[1].split(",")[0].split("/")
    signed = headers["authorization"].split("SignedHeaders=")[1].split(",")[0].split(";")
    region, service = scope[2], scope[3]
    if headers.get("x-amz-content-sha256", hashlib.sha256(body).hexdigest()) != hashlib.sha256(body).hexdigest():
        return "the body has another hash"
    rebuilt = AWSRequest(request["method"], f"http://{headers['host']}{request['target']}", {name: headers[name] for name in signed}, body)
    rebuilt.context["timestamp"] = headers["x-amz-date"]
    auth = (S3SigV4Auth if service == "s3" else SigV4Auth)(credentials, service, region)
    prepared = Rebuilt(rebuilt)
    canonical = auth.canonical_request(prepared)
    made = auth.signature(auth.string_to_sign(prepared, canonical), prepared)
    return f"AWS4-HMAC-SHA256 Credential={'/'.join(scope)}, SignedHeaders={';'.join(signed)}, Signature={made}"


class Rebuilt:
    """An AWSRequest that keeps its headers as they are: botocore's own adds what it would have sent."""

    def __init__(self, request):
        self.method, self.url, self.headers, self.context = request.method, request.url, request.headers, request.context
        self.params, self.data, self.body = request.params, request.data, request.data


def requests(calls):
    """What botocore's serializer makes of each input, given by the model's member names."""
    return [request(**call) for call in calls]


def request(service, operation, input):
    model = session.get_service_model(service)
    protocol = "json" if model.metadata["protocol"] == "smithy-rpc-v2-cbor" else model.metadata["protocol"]
    made = create_serializer(protocol).serialize_to_request(input, model.operation_model(operation))
    body = made["body"]
    return {
        "method": made["method"],
        "path": made["url_path"],
        "query": {name: [str(v) for v in value] if isinstance(value, list) else [str(value)] for name, value in dict(made["query_string"]).items()},
        "form": {name: str(value) for name, value in body.items()} if isinstance(body, dict) else None,
        "body": body.decode() if isinstance(body, bytes) else None,
        "headers": {name.lower(): value for name, value in made["headers"].items() if name.lower() in ("x-amz-target", "content-type")},
    }


def endpoints(services, regions):
    """Host and signing Region of each service in each Region, with and without FIPS."""
    partitions = loader.load_data("partitions")
    found = {}
    for service in services:
        rules = loader.load_service_model(service, "endpoint-rule-set-1")
        provider = EndpointProvider(rules, partitions)
        for region in regions:
            for fips in (False, True):
                given = {
                    "Region": region, "UseFIPS": fips, "UseDualStack": False, "ForcePathStyle": False, "Accelerate": False, "UseGlobalEndpoint": False,
                    "DisableMultiRegionAccessPoints": False, "AccountId": "111122223333", "RequiresAccountId": True,
                }
                try:
                    endpoint = provider.resolve_endpoint(**{name: value for name, value in given.items() if name in rules["parameters"]})
                except Exception:  # The partition has no such endpoint.
                    continue
                schemes = endpoint.properties.get("authSchemes") or [{}]
                host = endpoint.url.replace("https://", "").replace("111122223333.", "")
                found[f"{service} {region} {'fips' if fips else 'plain'}"] = f"{host} {schemes[0].get('signingRegion') or region}"
    return found


def metadata(services):
    """What the models say about each service."""
    return {
        service: {name: str(value) for name, value in session.get_service_model(service).metadata.items() if isinstance(value, (str, list))}
        for service in services
    }


command = json.load(sys.stdin)
json.dump(globals()[command.pop("command")](**command), sys.stdout)
