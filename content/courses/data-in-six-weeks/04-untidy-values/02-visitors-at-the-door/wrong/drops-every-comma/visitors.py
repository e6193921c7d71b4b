def parse_count(text):
    tidy = text.strip().replace(",", "")
    if tidy.lower() in ("", "-", "n/a"):
        return None
    if not tidy.isdigit():
        raise ValueError(f"not a count: {text!r}")
    return int(tidy)


def clean_counts(texts):
    counts, unknown, refused = [], 0, []
    for text in texts:
        try:
            count = parse_count(text)
        except ValueError:
            refused.append(text)
            continue
        if count is None:
            unknown += 1
        else:
            counts.append(count)
    return {"counts": counts, "unknown": unknown, "refused": refused}
