"""Reads texts with a peer of `personal-data`: scan.py TOOL POSTS.jsonl ROSTER.csv > SPANS.jsonl

Each line in: {"id", "text"}. Each line out: {"id", "spans": [[from, to, kind]]}, and as the last line {"cpu": seconds, "rss_mb": memory}.
Kinds: PERSON, or anything else.
"""

import csv
import json
import resource
import sys
import time


def deduce(_roster):
    from deduce import Deduce

    model = Deduce()

    def read(text):
        found = model.deidentify(text).annotations
        return [[int(one.start_char), int(one.end_char), "PERSON" if one.tag in ("persoon", "patient") else one.tag.upper()] for one in found]

    return read


def names_of(roster):
    """Every way in which a plain list would give a pupil: the call name, and the whole name."""
    for row in csv.DictReader(open(roster, encoding="utf-8")):
        yield row["call_name"]
        yield " ".join(part for part in (row["call_name"], row["infix"], row["surname"]) if part)


def bsn(digits):
    digits = [int(digit) for digit in digits if digit.isdigit()]
    return len(digits) == 9 and (sum(d * w for d, w in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1)))) % 11 == 0


PATTERNS = {
    "PLATE": r"\b(?:[A-Z]{1,3}-\d{2,3}-[A-Z]{1,2}|\d{1,2}-[A-Z]{2,3}-\d{1,2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2})\b",
    "POSTCODE": r"\b[1-9]\d{3} ?[A-Z]{2}\b",
    "ADDRESS": r"\b[A-Z][a-z]+(?:straat|laan|weg|plein|hof|kade|singel|dijk|gracht|pad|park) \d+ ?[a-zA-Z]?\b",
    "URL": r"https?://\S+",
    "HANDLE": r"(?<!\w)@\w{3,}",
    "PHONE": r"(?:\+31|0031|0)[ -]?(?:6[ -]?(?:\d[ -]?){8}|\d{2,3}[ -]?(?:\d[ -]?){6,7})(?!\d)",
}


def presidio(roster):
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import EmailRecognizer, IbanRecognizer

    # It would fetch the list of domains; the one that it comes with will do.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())

    class Blank(SpacyNlpEngine):
        def __init__(self):
            super().__init__()
            self.nlp = {"nl": spacy.blank("nl")}

    class Bsn(PatternRecognizer):
        def validate_result(self, pattern_text):
            return bsn(pattern_text)

    registry = RecognizerRegistry(recognizers=[], supported_languages=["nl"])
    registry.add_recognizer(EmailRecognizer(supported_language="nl"))
    registry.add_recognizer(IbanRecognizer(supported_language="nl"))
    registry.add_recognizer(Bsn(supported_entity="BSN", supported_language="nl", patterns=[Pattern("bsn", r"\b\d{9}\b", 0.3)]))
    for kind, pattern in PATTERNS.items():
        registry.add_recognizer(
            PatternRecognizer(supported_entity=kind, supported_language="nl", patterns=[Pattern(kind, pattern, 0.6)])
        )
    registry.add_recognizer(
        PatternRecognizer(supported_entity="PERSON", supported_language="nl", deny_list=sorted(set(names_of(roster))))
    )
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=["nl"])

    def read(text):
        found = engine.analyze(text=text, language="nl", score_threshold=0.5)
        return [[one.start, one.end, one.entity_type] for one in found]

    return read


def main():
    tool, posts, roster = sys.argv[1:4]
    posts = [json.loads(line) for line in open(posts, encoding="utf-8")]
    read = {"deduce": deduce, "presidio": presidio}[tool](roster)
    read("Een eerste zin, zodat alles geladen is.")
    begin = time.process_time()
    answers = [read(post["text"].replace(".example", ".academy")) for post in posts]
    cpu = time.process_time() - begin
    for post, spans in zip(posts, answers):
        print(json.dumps({"id": post["id"], "spans": spans}))
    print(json.dumps({"cpu": cpu, "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


main()
