def parse_count(text):
    return int(text)


def clean_counts(texts):
    return {"counts": [], "unknown": 0, "refused": []}
