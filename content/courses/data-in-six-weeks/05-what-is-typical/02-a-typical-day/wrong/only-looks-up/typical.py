import statistics


def summarise(counts):
    if len(counts) < 2:
        return None
    lower, middle, upper = statistics.quantiles(counts, n=4, method="inclusive")
    return {"lower": lower, "median": middle, "upper": upper}


def unusual_days(days):
    summary = summarise([count for _, count in days])
    if summary is None:
        return []
    reach = 1.5 * (summary["upper"] - summary["lower"])
    return [day for day, count in days if count > summary["upper"] + reach]
