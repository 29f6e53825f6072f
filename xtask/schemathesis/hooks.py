"""What schemathesis cannot know by itself: two forms of a body, and rules that no description can say."""

import copy
import json

import schemathesis

EXCLUSIVE = ("edition", "compare", "as_of")


@schemathesis.serializer("application/toml")
def toml(ctx, value):
    """A case whose title is the generated text; whatever is no text is no TOML either."""
    if isinstance(value, str) and not value.lstrip().startswith("[persons"):
        title = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        return f"title = {title}\n[persons.a]\n".encode()
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


@schemathesis.serializer("application/x-ndjson")
def ndjson(ctx, value):
    """Anything is a batch: lines that are no cases are answered as such."""
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else json.dumps(value).encode()


@schemathesis.hook
def before_call(ctx, case, kwargs):
    """Where everything is meant to be good, it is made so: one way of naming the law, and nobody spoken of who is not in the case."""
    if not (case.meta and case.meta.generation.mode.is_positive):
        return
    for extra in [name for name in EXCLUSIVE if name in (case.query or {})][1:]:
        del case.query[extra]
    if isinstance(case.body, dict) and isinstance(case.body.get("persons"), dict):
        case.body = copy.deepcopy(case.body)
        mend(case.body)


def mend(body):
    persons = body["persons"]
    supposed = (body.get("suppose") or {}).get("persons") or {}
    only(supposed, persons)
    for person in [*persons.values(), *supposed.values()]:
        only(person.get("towards") or {}, persons)
    for norms in (body.get("expect") or {}).values():
        for expected in norms.values():
            if isinstance(expected, dict):
                only(expected, persons)
    deny_little(body)


def only(some, known):
    for name in [n for n in some if n not in known]:
        del some[name]


def deny_little(value):
    """Whoever denies every value of a fact says that there is none; one is enough."""
    if isinstance(value, dict):
        if isinstance(value.get("not"), list):
            del value["not"][1:]
        for inner in value.values():
            deny_little(inner)
