"""Judges many texts in one start of docs/verify/verify.py, for the tests: reads JSON lines, writes JSON lines.

Arguments: the path of verify.py, then names of checks to take out of it first, to see what it misses without them.
A text is `{"kind": …, "text": …, "published": …, "kept": …}`; `kept` is an audit bundle that somebody kept from before.
"""

import importlib.util
import json
import sys

sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)


def unlinked(_before, number, content):
    return verify.sha256(f"{number}\n{content}")


for name in sys.argv[2:]:
    if name == "previous-hash":
        verify.link_hash = unlinked
    elif name == "check_link":
        verify.check_link = lambda *_: True
    else:
        assert callable(getattr(verify, name)), name
        setattr(verify, name, lambda *_: [])


def audit(text, published=None):
    return verify.verify_audit((line.encode() + b"\n" for line in text.split("\n")[:-1]), published, keep=True)


def judge(asked):
    kind, text, published = asked["kind"], asked["text"], asked.get("published")
    if kind == "audit":
        result = audit(text, published)
        if asked.get("kept") and result.found:
            result.faults += verify.check_audit_agree([audit(asked["kept"]), result])
    else:
        result = {"ballot": verify.verify_ballot, "accounts": verify.verify_accounts}[kind](text, published)
    return {"ok": result.ok, "reasons": result.faults, "firstBad": result.first_bad}


for line in sys.stdin:
    sys.stdout.write(json.dumps(judge(json.loads(line))) + "\n")
