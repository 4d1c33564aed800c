"""Reads what is simulated as JSON and says where it differs from the services' models: addresses, operations, inputs, paging."""
import json
import re
import sys

import botocore.session

session = botocore.session.get_session()


def wire(shape, name, protocol):
    serialization = shape.members[name].serialization
    if protocol == "ec2":
        # EC2 has another name for the way in than for the way out.
        usual = serialization.get("name", name)
        return serialization.get("queryName", usual[0].upper() + usual[1:])
    return serialization.get("name", name)


def differences(service):
    model = session.get_service_model(service["id"])
    meta = model.metadata
    expected = {
        "signingName": model.signing_name,
        "protocol": model.resolved_protocol + (meta.get("jsonVersion", "") if model.resolved_protocol == "json" else ""),
        "targetPrefix": meta.get("targetPrefix", "") if model.resolved_protocol == "json" else "",
        "version": meta["apiVersion"] if model.resolved_protocol in ("query", "ec2") else "",
    }
    for name, value in expected.items():
        if service[name] != value:
            yield f"{service['id']}: {name} is {service[name]!r}, not {value!r}"
    for operation in service["operations"]:
        if operation["name"] not in model.operation_names:
            yield f"{service['id']}: there is no {operation['name']}"
        else:
            yield from operation_differences(service["id"], model.operation_model(operation["name"]), operation)


def operation_differences(service, model, operation):
    name = f"{service}:{operation['name']}"
    shape = model.input_shape
    if model.service_model.resolved_protocol.startswith("rest"):
        # Constants of the query string and the slash at the end don't tell operations apart.
        route = f"{model.http['method']} {re.sub('[?&].*', '', model.http['requestUri']).rstrip('/') or '/'}"
        ours = re.sub("[?&].*", "", operation["route"]).rstrip("/")
        if (ours if not ours.endswith(" ") else ours + "/") != route:
            yield f"{name}: route is {operation['route']!r}, not {route!r}"
    if operation["isSeeded"]:
        return
    protocol = model.service_model.resolved_protocol
    # Headers are not read.
    members = sorted(wire(shape, name, protocol) for name, member in shape.members.items()
                     if member.serialization.get("location") != "header") if shape else []
    if sorted(operation["members"]) != members:
        yield f"{name}: members differ: {sorted(set(operation['members']) ^ set(members))}"
    required = {wire(shape, member, protocol) for member in shape.required_members} if shape else set()
    paging = operation["paging"]
    if paging and (paging["limit"] or paging["tokenIn"]) in required:
        yield f"{name}: paging members are required"
    if paging:
        output = {m.serialization.get("name", n): m for n, m in payload(model.output_shape).members.items()}
        if paging["items"] not in output or output[paging["items"]].type_name != "list":
            yield f"{name}: {paging['items']} is no list of the answer"
        if paging["tokenOut"] not in output:
            yield f"{name}: {paging['tokenOut']} is no member of the answer"
        for member in filter(None, (paging["tokenIn"], paging["limit"])):
            if member not in members:
                yield f"{name}: {member} is no member of the input"


def payload(shape):
    name = shape.serialization.get("payload")
    return shape.members[name] if name else shape


print(json.dumps([difference for service in json.load(sys.stdin) for difference in differences(service)]))
