#!/usr/bin/env python3
# Makes bytes.json with nothing of ours: Python's json, hashlib and base64. Run it to see that the committed file is what it prints.
import base64
import hashlib
import json


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def b64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def root(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    split = 1
    while split * 2 < len(hashes):
        split *= 2
    return hashlib.sha256(b"\1" + root(hashes[:split]) + root(hashes[split:])).digest()


openings = []
for number, value in enumerate(
    ["Kyiv", "Київ", "", None, True, 0, -(2**53) + 1, 2**53 - 1, [1, "a", []], {"b": 1, "a": {"ы": "\u20ac\n\"\\"}}]
):
    salt = bytes((number * 7 + i) % 256 for i in range(32))
    opened = b"truceline-field-v1\0" + salt + canonical(value)
    openings.append(
        {
            "salt": b64url(salt),
            "value": value,
            "canonical": canonical(value).decode(),
            "commitment": b64url(hashlib.sha256(opened).digest()),
        }
    )

leaves = []
for number in range(7):
    leaf = {
        "v": 1,
        "id": f"inc-{number:03}",
        "kind": "incident",
        "format": "incident/1",
        "recordedAt": f"2025-03-24T12:00:00.{number:03}Z",
        "actor": "p-1",
        "fields": {"act": openings[number]["commitment"], "place": openings[number + 1]["commitment"]},
    }
    if number > 0:
        leaf["parents"] = [f"inc-{number - 1:03}"]
    data = canonical(leaf)
    leaves.append({"leaf": leaf, "bytes": data.decode(), "hash": b64url(leaf_hash(data))})

hashes = [base64.urlsafe_b64decode(leaf["hash"] + "=") for leaf in leaves]
roots = [b64url(root(hashes[:size])) for size in range(len(hashes) + 1)]
print(json.dumps({"openings": openings, "leaves": leaves, "roots": roots}, indent=2, ensure_ascii=False))
