"""Prints templates as one JSON object, by file name: read.py FILE ..."""
import json
import os
import sys

from samtranslator.yaml_helper import yaml_parse

templates = {}
for path in sys.argv[1:]:
    with open(path) as source:
        templates[os.path.basename(path)] = yaml_parse(source.read())
json.dump(templates, sys.stdout)
