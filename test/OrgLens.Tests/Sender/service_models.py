"""Reads operations, inputs and answers as JSON and says, as a JSON list, where they differ from the services' models."""
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

import botocore.session

session = botocore.session.get_session()
available = set(session.get_available_services())

# Services whose name in botocore is not made of their id.
NAMES = {
    "Config Service": "config",
    "Cost Explorer": "ce",
    "EventBridge": "events",
    "Elastic Load Balancing": "elb",
    "Elastic Load Balancing v2": "elbv2",
    "EventBridge": "events",
    "Marketplace Entitlement Service": "marketplace-entitlement",
}

TOKENS = {"NextToken", "nextToken", "NextPageToken", "NextMarker", "Marker"}

models = {}


def service_model(service):
    if service not in models:
        guesses = [NAMES.get(service, ""), service.lower().replace(" ", "-"), service.lower().replace(" ", "")]
        models[service] = session.get_service_model(next(guess for guess in guesses if guess in available))
    return models[service]


def operation_model(operation):
    model = service_model(operation["service"])
    return model.operation_model(operation["name"]) if operation["name"] in model.operation_names else None


def wire(member, name, protocol, is_input):
    if protocol == "ec2" and is_input:
        located = member.serialization.get("name")
        return member.serialization.get("queryName") or (located[0].upper() + located[1:] if located else name)
    return member.serialization.get("name", name)


def members_of(shape, protocol, is_input):
    return {wire(m, n, protocol, is_input): (n, m) for n, m in shape.members.items()} if shape else {}


def at(shape, path, protocol):
    for part in path.split("."):
        shape = members_of(shape, protocol, False).get(part, (None, None))[1]
        if shape is None:
            return None
    return shape


def declared(operation):
    name = f"{operation['service']}:{operation['name']}"
    model = operation_model(operation)
    if model is None:
        yield f"{name}: there is no such operation"
        return
    metadata = model.service_model.metadata
    protocol, version = re.fullmatch(r"([a-z0-9-]*?)(\d\.\d)?", operation["protocol"]).groups()
    if protocol not in metadata.get("protocols", [metadata["protocol"]]):
        yield f"{name}: {protocol} is not its protocol"
    for ours, theirs in [
        ("service", metadata["serviceId"]),
        ("apiVersion", metadata["apiVersion"]),
        ("endpointPrefix", metadata["endpointPrefix"]),
        ("signingName", metadata.get("signingName", metadata["endpointPrefix"])),
        ("targetPrefix", metadata.get("targetPrefix") if protocol == "json" else None),
    ]:
        if operation[ours] != theirs:
            yield f"{name}: {ours} is {operation[ours]!r}, not {theirs!r}"
    if version and version != metadata["jsonVersion"]:
        yield f"{name}: the version of its protocol is {metadata['jsonVersion']}"
    inputs = members_of(model.input_shape, protocol, True)
    if protocol.startswith("rest"):
        yield from routed(name, model, operation["route"], inputs)
    if operation["paging"]:
        yield from paged(name, model, operation["paging"], inputs, protocol)
    elif TOKENS & set(inputs):
        yield f"{name}: only its first page is read"


def routed(name, model, route, inputs):
    (path, _, ours), (expected, _, constants) = route["path"].partition("?"), model.http["requestUri"].partition("?")
    if route["method"] != model.http["method"] or path.rstrip("/") != expected.rstrip("/"):
        yield f"{name}: it is {model.http['method']} {expected}"
    if not set(filter(None, constants.split("&"))) <= set(ours.split("&")):
        yield f"{name}: its query has {constants}"
    for member in route["query"]:
        if inputs.get(member, (None, None))[1] is None or inputs[member][1].serialization.get("location") != "querystring":
            yield f"{name}: {member} is not in its query"
    headers = {n: m.serialization["name"] for n, m in model.input_shape.members.items() if m.serialization.get("location") == "header"} if model.input_shape else {}
    for member, header in route["headers"].items():
        if header not in (headers.get(member), *([header] if header in headers.values() else [])):
            yield f"{name}: {header} is not a header of it"
    if route["host"] and "{%s}" % route["host"] not in (model.endpoint or {}).get("hostPrefix", ""):
        yield f"{name}: {route['host']} is not before its host"


def paged(name, model, paging, inputs, protocol):
    for member in filter(None, (paging["input"], paging["limit"])):
        if member not in inputs:
            yield f"{name}: {member} is no member of its input"
    payload = model.output_shape.serialization.get("payload")
    output = model.output_shape.members[payload] if payload else model.output_shape
    for path in filter(None, (paging["output"], paging["more"])):
        if at(output, path, protocol) is None:
            yield f"{name}: {path} is no member of its answer"
    if paging["limit"] in inputs:
        limit = inputs[paging["limit"]][1].metadata
        if paging["size"] < limit.get("min", 1) or paging["size"] != limit.get("max", paging["size"]):
            yield f"{name}: the largest size of its pages is {limit.get('max')}"


def asked(call):
    name, model = f"{call['service']}:{call['name']}", operation_model(call)
    protocol = model.service_model.metadata["protocol"]
    if protocol in ("query", "ec2"):
        known = members_of(model.input_shape, protocol, True)
        yield from (f"{name}: {member} is no member of its input" for member in call["input"] if member.split(".")[0] not in known)
        return
    if model.input_shape:
        yield from walk(model.input_shape, call["input"], name, True)
    elif call["input"]:
        yield f"{name}: it has no input"


def told(answer):
    name, model = f"{answer['service']}:{answer['name']}", operation_model(answer)
    shape, protocol = model.output_shape, model.service_model.metadata["protocol"]
    if shape is None:
        return
    payload = shape.serialization.get("payload")
    if "json" in protocol:
        yield from walk(shape.members[payload] if payload else shape, json.loads(answer["body"]), name, False)
        return
    root = ElementTree.fromstring(answer["body"])
    for element in root.iter():
        element.tag = element.tag.split("}")[-1]
    if protocol == "query":
        root = root.find(shape.serialization["resultWrapper"])
    if protocol == "ec2":
        for element in root.findall("requestId"):
            root.remove(element)
    yield from walk_xml(shape.members[payload] if payload else shape, root, name)


KINDS = {"string": str, "boolean": bool, "integer": int, "long": int, "double": (int, float), "float": (int, float), "blob": str, "list": list, "map": dict, "structure": dict}


def walk(shape, value, path, is_input):
    kind = shape.type_name
    if kind == "timestamp":
        is_text = shape.serialization.get("timestampFormat", "unixTimestamp") != "unixTimestamp"
        kind = "string" if is_text else "double"
    if value is None and not is_input:
        return
    if not isinstance(value, KINDS[kind]) or isinstance(value, bool) and kind != "boolean":
        yield f"{path}: {value!r} is not a {shape.type_name}"
    elif kind == "structure":
        members = members_of(shape, None, is_input)
        yield from structured(shape, members, list(value), path)
        for name, child in value.items():
            if name in members:
                yield from walk(members[name][1], child, f"{path}.{name}", is_input)
    elif kind == "list":
        for child in value:
            yield from walk(shape.member, child, f"{path}[]", is_input)
    elif kind == "map":
        for child in value.values():
            yield from walk(shape.value, child, f"{path}{{}}", is_input)
    else:
        yield from scalar(shape, value, path, is_input)


def walk_xml(shape, element, path):
    if shape.type_name == "structure":
        members = members_of(shape, None, False)
        flat = {m.member.serialization.get("name", n): m.member for n, m in shape.members.items() if m.type_name == "list" and m.serialization.get("flattened")}
        yield from structured(shape, members, [child.tag for child in element if child.tag not in flat], path)
        for child in element:
            if child.tag in flat or child.tag in members:
                yield from walk_xml(flat[child.tag] if child.tag in flat else members[child.tag][1], child, f"{path}.{child.tag}")
    elif shape.type_name == "list":
        item = shape.member.serialization.get("name", "member")
        for child in element:
            if child.tag != item:
                yield f"{path}: {child.tag} instead of {item}"
            yield from walk_xml(shape.member, child, f"{path}[]")
    else:
        text = element.text or ""
        forms = {"boolean": r"true|false", "integer": r"-?\d+", "long": r"-?\d+", "double": r"-?[\d.]+(E-?\d+)?", "timestamp": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"}
        if not re.fullmatch(forms.get(shape.type_name, ".*"), text, re.DOTALL):
            yield f"{path}: {text!r} is not a {shape.type_name}"
        if shape.type_name == "string":
            yield from scalar(shape, text, path, False)


def structured(shape, members, names, path):
    yield from (f"{path}: there is no {name}" for name in names if name not in members)
    yield from (f"{path}: {w} is missing" for w, (name, _) in members.items() if name in shape.required_members and w not in names)


def scalar(shape, value, path, is_input):
    if getattr(shape, "enum", None) and value not in shape.enum:
        yield f"{path}: {value!r} is not one of its values"
    size = len(value) if isinstance(value, str) else value
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if is_input and (low is not None and size < low or high is not None and size > high):
        yield f"{path}: {value!r} is not within {low} and {high}"


question = json.load(sys.stdin)
print(json.dumps(sorted({
    *(line for operation in question["operations"] for line in declared(operation)),
    *(line for call in question["inputs"] for line in asked(call)),
    *(line for answer in question["answers"] for line in told(answer)),
})))
