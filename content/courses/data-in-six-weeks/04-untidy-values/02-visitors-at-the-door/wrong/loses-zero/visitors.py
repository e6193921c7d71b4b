import re


def parse_count(text):
    tidy = text.strip()
    if tidy.lower() in ("", "-", "n/a"):
        return None
    if not re.fullmatch(r"[0-9]+|[0-9]{1,3}(,[0-9]{3})+", tidy):
        raise ValueError(f"not a count: {text!r}")
    return int(tidy.replace(",", ""))


def clean_counts(texts):
    counts, unknown, refused = [], 0, []
    for text in texts:
        try:
            count = parse_count(text)
        except ValueError:
            refused.append(text)
            continue
        if count:
            counts.append(count)
        else:
            unknown += 1
    return {"counts": counts, "unknown": unknown, "refused": refused}
