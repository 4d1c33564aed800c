"""A function that does what its event tells it, over the Lambda Runtime API.

An event is {"do": ...} or an SQS event whose bodies are such objects:
  echo (default)   return the event
  fail             report an error
  exit             end the process
  hang             never answer
  env              return the value of the environment variable "name"
  log              write "text", then return
"""
import http.client
import json
import os
import sys
import time

host = os.environ["AWS_LAMBDA_RUNTIME_API"]
root = "/2018-06-01/runtime"
seen = 0


def call(method, path, body=None, headers={}):
    connection = http.client.HTTPConnection(host)
    connection.request(method, root + path, body, headers)
    response = connection.getresponse()
    data = response.read()
    if method == "POST":
        assert response.status == 202, (response.status, data)
        json.loads(data)
    return response, data


def perform(order):
    action = order.get("do", "echo")
    if action == "exit":
        sys.exit(3)
    if action == "hang":
        time.sleep(600)
    if action == "fail":
        raise ValueError("told to fail")
    if action == "env":
        return os.environ.get(order["name"])
    if action == "log":
        print(order["text"], flush=True)
    if action == "wait":
        # Until as many instances as said run at once.
        open(os.path.join(order["folder"], f"{os.getpid()}"), "w").close()
        while len(os.listdir(order["folder"])) < order["count"]:
            time.sleep(0.01)
    if action == "count":
        return seen
    return order


def handle(event):
    if "Records" not in event:
        return perform(event)
    with open(os.environ["RECORDS_FILE"], "a") as file:
        file.write(json.dumps(event) + "\n")
    if any(json.loads(r["body"]).get("do") == "failAll" for r in event["Records"]):
        raise ValueError("told to fail")
    failures = []
    for record in event["Records"]:
        try:
            perform(json.loads(record["body"]))
        except ValueError:
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}


if os.environ.get("FAIL_INIT"):
    call("POST", "/init/error", json.dumps({"errorType": "Init", "errorMessage": "no start"}))
    sys.exit(1)

while True:
    response, data = call("GET", "/invocation/next")
    request_id = response.headers["Lambda-Runtime-Aws-Request-Id"]
    assert int(response.headers["Lambda-Runtime-Deadline-Ms"]) > time.time() * 1000
    seen += 1
    try:
        result = handle(json.loads(data))
        call("POST", f"/invocation/{request_id}/response", json.dumps(result), {"Content-Type": "application/json"})
    except ValueError as e:
        call("POST", f"/invocation/{request_id}/error", json.dumps({"errorType": "ValueError", "errorMessage": str(e)}),
             {"Lambda-Runtime-Function-Error-Type": "ValueError"})
