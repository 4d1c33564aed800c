"""Holds the raw answer of a service against the output shape of its model: unknown members, missing required ones, wrong kinds."""
import json
import re
import xml.etree.ElementTree as ElementTree

# What the live service says, though its model doesn't know it.
UNDOCUMENTED = {"OVER_PROVISIONED", "windows"}


def problems(operation, response):
    shape = operation.output_shape
    if shape is None:
        return []
    protocol = operation.service_model.resolved_protocol
    payload = shape.serialization.get("payload")
    if protocol in ("json", "rest-json"):
        body = json.loads(response["body"] or b"{}")
        walk = walk_json
    else:
        body = unwrap(ElementTree.fromstring(response["body"]), operation, protocol)
        walk = walk_xml
    if payload is not None:
        shape = shape.members[payload]
    found = []
    walk(shape, body, operation.name, found)
    return found


def unwrap(root, operation, protocol):
    for element in root.iter():
        element.tag = element.tag.split("}")[-1]
    if protocol == "query":
        wrapper = operation.output_shape.serialization.get("resultWrapper")
        return root.find(wrapper)
    if protocol == "ec2":
        for element in root.findall("requestId"):
            root.remove(element)
    return root


def members_of(shape):
    in_body = {n: m for n, m in shape.members.items() if m.serialization.get("location") not in ("header", "headers", "statusCode")}
    return {m.serialization.get("name", n): (n, m) for n, m in in_body.items()}


def structure(shape, names, path, found, flat=()):
    members = members_of(shape) | flat if flat else members_of(shape)
    found += [f"{path}: unknown member {name}" for name in names if name not in members]
    present = {members[name][0] for name in names if name in members}
    found += [f"{path}: required member {name} is missing" for name in shape.required_members if name not in present
              and shape.members[name].serialization.get("location") not in ("header", "headers", "statusCode")]
    return members


def walk_json(shape, value, path, found):
    kind = shape.type_name
    if getattr(shape, "is_document_type", False):
        return
    if kind == "structure":
        if not isinstance(value, dict):
            found.append(f"{path}: not a structure")
            return
        members = structure(shape, value, path, found)
        for name, child in value.items():
            if name in members:
                walk_json(members[name][1], child, f"{path}.{name}", found)
    elif kind == "list":
        if not isinstance(value, list):
            found.append(f"{path}: not a list")
            return
        bounds(shape, len(value), path, found)
        for child in value:
            walk_json(shape.member, child, f"{path}[]", found)
    elif kind == "map":
        for key, child in value.items():
            scalar(shape.key, key, f"{path}{{key}}", found)
            walk_json(shape.value, child, f"{path}{{}}", found)
    elif kind == "string":
        if not isinstance(value, str):
            found.append(f"{path}: {value!r} is not a string")
        else:
            scalar(shape, value, path, found)
    elif kind == "boolean":
        if not isinstance(value, bool):
            found.append(f"{path}: {value!r} is not a boolean")
    elif kind in ("integer", "long"):
        if not isinstance(value, int) or isinstance(value, bool):
            found.append(f"{path}: {value!r} is not an integer")
    elif kind in ("double", "float"):
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            found.append(f"{path}: {value!r} is not a number")
    elif kind == "timestamp":
        usual = "unixtimestamp"
        form = shape.serialization.get("timestampFormat", usual).lower()
        if form == usual and not isinstance(value, (int, float)):
            found.append(f"{path}: {value!r} is not a time in seconds")
        if form == "iso8601" and not (isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", value)):
            found.append(f"{path}: {value!r} is not a time in ISO 8601")


def walk_xml(shape, element, path, found):
    kind = shape.type_name
    if kind == "structure":
        names = [child.tag for child in element]
        flat = {m.member.serialization.get("name") or m.serialization.get("name", n): (n, m)
                for n, m in shape.members.items() if m.type_name == "list" and m.serialization.get("flattened")}
        members = structure(shape, names, path, found, flat)
        found += [f"{path}: {name} is there twice" for name in set(names) if names.count(name) > 1 and name not in flat]
        for child in element:
            if child.tag in members:
                member = members[child.tag][1]
                walk_xml(member.member if child.tag in flat else member, child, f"{path}.{child.tag}", found)
    elif kind == "list":
        item = shape.member.serialization.get("name", "member")
        bounds(shape, len(element), path, found)
        for child in element:
            if child.tag != item:
                found.append(f"{path}: {child.tag} instead of {item}")
            walk_xml(shape.member, child, f"{path}[]", found)
    else:
        text = element.text or ""
        forms = {"boolean": r"true|false", "integer": r"-?\d+", "long": r"-?\d+", "double": r"-?\d+(\.\d+)?(E-?\d+)?", "float": r"-?\d+(\.\d+)?(E-?\d+)?",
                 "timestamp": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"}
        if kind in forms and not re.fullmatch(forms[kind], text):
            found.append(f"{path}: {text!r} is not a {kind}")
        if kind == "string":
            scalar(shape, text, path, found)


def scalar(shape, text, path, found):
    if getattr(shape, "enum", None) and text not in shape.enum and text not in UNDOCUMENTED:
        found.append(f"{path}: {text!r} is not one of its values")
    bounds(shape, len(text), path, found)


def bounds(shape, size, path, found):
    low, high = shape.metadata.get("min"), shape.metadata.get("max")
    if low is not None and size < low or high is not None and size > high:
        found.append(f"{path}: its size {size} is not within {low} and {high}")
