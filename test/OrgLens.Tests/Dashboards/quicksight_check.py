"""Holds definitions in the form of QuickSight's asset bundles against its service model: reads [{"name", "shape", "value"}] and prints what is wrong."""
import gzip
import json
import os
import re
import sys

import botocore

FOLDER = os.path.join(os.path.dirname(botocore.__file__), "data", "quicksight", "2018-04-01")


def model():
    path = os.path.join(FOLDER, "service-2.json")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as source:
            return json.load(source)["shapes"]
    with gzip.open(path + ".gz") as source:
        return json.load(source)["shapes"]


def bundle_name(member):
    """A bundle spells a member with the capitals at its beginning lowered: KPIVisual is kpivisual, XAxisLocation xaxisLocation."""
    return re.sub(r"^[A-Z]+", lambda capitals: capitals.group().lower(), member)


def walk(shapes, name, value, path, found):
    shape = shapes[name]
    kind = shape["type"]
    if kind == "structure":
        if not isinstance(value, dict):
            found.append(f"{path}: not a structure")
            return
        members = {bundle_name(member): (member, target["shape"]) for member, target in shape["members"].items()}
        found += [f"{path}: unknown member {member}" for member in value if member not in members]
        present = {members[member][0] for member in value if member in members}
        found += [f"{path}: required member {member} is missing" for member in shape.get("required", []) if member not in present]
        for member, child in value.items():
            if member in members:
                walk(shapes, members[member][1], child, f"{path}.{member}", found)
    elif kind == "list":
        if not isinstance(value, list):
            found.append(f"{path}: not a list")
            return
        bounds(shape, len(value), path, found)
        for place, child in enumerate(value):
            walk(shapes, shape["member"]["shape"], child, f"{path}[{place}]", found)
    elif kind == "map":
        bounds(shape, len(value), path, found)
        for key, child in value.items():
            walk(shapes, shape["key"]["shape"], key, f"{path}{{key}}", found)
            walk(shapes, shape["value"]["shape"], child, f"{path}.{key}", found)
    elif kind == "string":
        if not isinstance(value, str):
            found.append(f"{path}: {value!r} is not a string")
            return
        if "enum" in shape and value not in shape["enum"]:
            found.append(f"{path}: {value!r} is not one of its values")
        if "pattern" in shape and not re.match(shape["pattern"], value):
            found.append(f"{path}: {value!r} has another form than {shape['pattern']}")
        bounds(shape, len(value), path, found)
    elif kind == "boolean":
        if not isinstance(value, bool):
            found.append(f"{path}: {value!r} is not a boolean")
    elif kind in ("integer", "long", "double", "float"):
        if isinstance(value, bool) or not isinstance(value, (int, float) if kind in ("double", "float") else int):
            found.append(f"{path}: {value!r} is not a number of the kind {kind}")
        else:
            bounds(shape, value, path, found)


def bounds(shape, size, path, found):
    if size < shape.get("min", size) or size > shape.get("max", size):
        found.append(f"{path}: {size} is not within {shape.get('min')} and {shape.get('max')}")


def main():
    shapes = model()
    found = []
    for item in json.load(sys.stdin):
        walk(shapes, item["shape"], item["value"], item["name"], found)
    print("\n".join(found))


if __name__ == "__main__":
    main()
