"""The State Council's notices for 2024, 2025 and 2026, written down from the notices themselves.

国务院办公厅关于2024年部分节假日安排的通知 (国办发明电〔2023〕7号),
关于2025年部分节假日安排的通知 (国办发明电〔2024〕12号),
关于2026年部分节假日安排的通知 (国办发明电〔2025〕7号).
Kept apart from the data the product uses, so that one can catch the other's mistakes.
"""

from datetime import date, timedelta

# name: first day off, last day off, make-up working days
NOTICES: dict[int, dict[str, tuple[str, str, tuple[str, ...]]]] = {
    2024: {
        "元旦": ("01-01", "01-01", ()),
        "春节": ("02-10", "02-17", ("02-04", "02-18")),
        "清明节": ("04-04", "04-06", ("04-07",)),
        "劳动节": ("05-01", "05-05", ("04-28", "05-11")),
        "端午节": ("06-10", "06-10", ()),
        "中秋节": ("09-15", "09-17", ("09-14",)),
        "国庆节": ("10-01", "10-07", ("09-29", "10-12")),
    },
    2025: {
        "元旦": ("01-01", "01-01", ()),
        "春节": ("01-28", "02-04", ("01-26", "02-08")),
        "清明节": ("04-04", "04-06", ()),
        "劳动节": ("05-01", "05-05", ("04-27",)),
        "端午节": ("05-31", "06-02", ()),
        "国庆节、中秋节": ("10-01", "10-08", ("09-28", "10-11")),
    },
    2026: {
        "元旦": ("01-01", "01-03", ("01-04",)),
        "春节": ("02-15", "02-23", ("02-14", "02-28")),
        "清明节": ("04-04", "04-06", ()),
        "劳动节": ("05-01", "05-05", ("05-09",)),
        "端午节": ("06-19", "06-21", ()),
        "中秋节": ("09-25", "09-27", ()),
        "国庆节": ("10-01", "10-07", ("09-20", "10-10")),
    },
}


def days_off() -> dict[date, str]:
    found: dict[date, str] = {}
    for year, notice in NOTICES.items():
        for name, (first, last, _made_up) in notice.items():
            day, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last}")
            while day <= end:
                found[day] = name
                day += timedelta(days=1)
    return found


def make_up_days() -> dict[date, str]:
    return {
        date.fromisoformat(f"{year}-{day}"): name
        for year, notice in NOTICES.items()
        for name, (_first, _last, made_up) in notice.items()
        for day in made_up
    }
