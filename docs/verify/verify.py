#!/usr/bin/env python3
"""Checks what Liren publishes, without Liren: accounts from their entries, tallies from ballot records, notice periods, the audit chain.

Python 3.9 or newer and its standard library, nothing else. It shares no code with the app: whatever the two agree on was
worked out twice. README.md beside this file says what it covers and what it does not.

    python3 verify.py [--hash SHA256] FILE...

The exit code is 0 when everything holds, 1 when something does not, 2 when a file cannot be read.
"""

import argparse
import hashlib
import json
import re
import sys
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction

ZEROS = "0" * 64
HASH = re.compile(r"[0-9a-f]{64}")
SHANGHAI = timezone(timedelta(hours=8))


# ------------------------------------------------------------------------------------------------------------- basics


def sha256(text):
    return hashlib.sha256(text.encode("utf-8") if isinstance(text, str) else text).hexdigest()


def link_hash(before, number, content):
    """The hash of a link of a chain: it stands on the hash before it."""
    return sha256(f"{before}\n{number}\n{content}")


def as_written(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def canonical(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False, sort_keys=True)


def parse(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 2**53 - 1


def is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= 2**53 - 1


def is_hash(value):
    return isinstance(value, str) and HASH.fullmatch(value) is not None


def is_texts(value):
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def moment(text):
    """An instant as it is written, 2026-06-01T01:00:00.000Z; None when it is none."""
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", text):
        return None
    whole, _, part = text[:-1].partition(".")
    try:
        return datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S").replace(
            tzinfo=timezone.utc, microsecond=int(part.ljust(6, "0")) if part else 0
        )
    except ValueError:
        return None


def day(text):
    try:
        return date.fromisoformat(text) if isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def day_in_shanghai(instant):
    return instant.astimezone(SHANGHAI).date()


def begin_of(one):
    """The instant at which a day begins in Shanghai."""
    return datetime(one.year, one.month, one.day, tzinfo=SHANGHAI)


def month_of(one):
    return one.year * 100 + one.month


def next_month(month):
    return month + 89 if month % 100 == 12 else month + 1


def whole_lines(text):
    """The lines of a file and what is wrong with its end."""
    lines = text.split("\n")
    last = lines.pop()
    return lines, [] if last == "" else ["文件最后一行不完整，可能没有下载完。"]


class Result:
    """What was found in one file: faults, and in a few words what was checked."""

    def __init__(self, kind):
        self.kind = kind
        self.faults = []
        self.summary = ""
        self.first_bad = None
        self.found = None

    @property
    def ok(self):
        return not self.faults


# ------------------------------------------------------------------------------------------------------------ ballots

BALLOT_FORMS = {
    "elector": (is_count, is_count, is_count, lambda one: isinstance(one, str)),
    "closed": (lambda one: moment(one) is not None, is_hash),
    "excluded": (is_count, lambda one: isinstance(one, str)),
    "took-part": (is_count, lambda one: one in ("paper", "phone")),
    "vote": (
        is_count,
        lambda one: one in ("paper", "phone"),
        is_count,
        lambda one: moment(one) is not None,
        lambda one: isinstance(one, str),
        is_texts,
        lambda one: isinstance(one, bool),
    ),
    "slip": (lambda one: isinstance(one, str), is_texts),
    "tally": (lambda one: isinstance(one, dict),),
}


class Ballot:
    """A record, taken apart. Each list holds what stands behind the word of its lines."""

    def __init__(self, head, parts):
        self.head = head
        self.electors = parts["elector"]
        self.closed_at, self.opening = parts["closed"][0]
        self.excluded = parts["excluded"]
        self.took_part = parts["took-part"]
        self.votes = parts["vote"]
        self.slips = parts["slip"]
        self.tally = parts["tally"][0][0]
        self.choices = [one["id"] for one in head["choices"]]


def is_ballot_head(head):
    if not isinstance(head, dict) or head.get("format") != "liren-ballot-1":
        return False
    terms = head.get("terms")
    choices = head.get("choices")
    return (
        isinstance(terms, dict)
        and isinstance(choices, list)
        and all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in choices)
        and all(one in ("number", "area") for one in terms.get("by", [None]))
        and terms.get("of") in ("all", "present")
        and all(is_share(terms.get(name)) for name in ("takePart", "agree"))
        and is_count(head.get("electors"))
        and is_count(head.get("pick"))
        and head.get("paperRule") in ("paper", "first", "last")
        and isinstance(head.get("secret"), bool)
        and moment(head.get("openedAt")) is not None
        and moment(head.get("closesAt")) is not None
    )


def is_share(share):
    if share is None:
        return True
    pair = share.get("share") if isinstance(share, dict) else None
    return (
        isinstance(pair, list)
        and len(pair) == 2
        and all(is_count(one) for one in pair)
        and pair[1] > 0
        and share.get("test") in ("at-least", "more-than")
    )


def read_ballot(text):
    lines, faults = whole_lines(text)
    head = parse(lines[0]) if lines else None
    if not is_ballot_head(head) or as_written(head) != lines[0]:
        return None, faults + ["第 1 行不是表决记录的开头。"]
    kinds = list(BALLOT_FORMS)
    parts = {kind: [] for kind in kinds}
    stage = 0
    for at, line in enumerate(lines[1:], start=2):
        value = parse(line)
        kind = value[0] if isinstance(value, list) and value and isinstance(value[0], str) else None
        form = BALLOT_FORMS.get(kind)
        fits = (
            form is not None
            and len(value) == len(form) + 1
            and all(test(one) for test, one in zip(form, value[1:]))
            and as_written(value) == line
        )
        if not fits or kinds.index(kind) < stage:
            faults.append(f"第 {at} 行不该在这里，或者写得不对。")
            continue
        stage = kinds.index(kind)
        parts[kind].append(value[1:])
    if len(parts["closed"]) != 1 or len(parts["tally"]) != 1:
        return None, faults + ["记录里应当各有一行截止和一行结果。"]
    return Ballot(head, parts), faults


def check_ballot_opening(ballot, text):
    """The head and the electors are what was fixed when the ballot opened."""
    end = text.find('\n["closed",')
    return [] if sha256(text[: end + 1]) == ballot.opening else ["名册或规则和开始表决时公布的不一样。"]


def check_ballot_electors(ballot):
    faults = []
    numbers = [one[0] for one in ballot.electors]
    if numbers != list(range(1, ballot.head["electors"] + 1)):
        faults.append("表决人名册缺行、多行或者顺序不对。")
    known = set(numbers)
    for name, rows in (("回避", ballot.excluded), ("参加", ballot.took_part)):
        listed = [one[0] for one in rows]
        if listed != sorted(set(listed)):
            faults.append(f"{name}名单有重复或者顺序不对。")
        if not known.issuperset(listed):
            faults.append(f"{name}名单上有人不在名册里。")
    if not known.issuperset(vote[0] for vote in ballot.votes):
        faults.append("有一票不属于名册上的任何人。")
    return faults


def check_ballot_votes(ballot):
    faults = []
    head = ballot.head
    if (ballot.votes and head["secret"]) or (ballot.slips and not head["secret"]):
        faults.append("记名和无记名的票混在一起。")
    if head["secret"] and len(ballot.slips) > len(ballot.took_part):
        faults.append("票数比参加的人数多。")
    receipts = [vote[4] for vote in ballot.votes] + [slip[0] for slip in ballot.slips]
    if len(set(receipts)) != len(receipts):
        faults.append("有两票的回执号相同。")
    places = [(vote[0], vote[1], vote[2]) for vote in ballot.votes]
    if places != sorted(set(places)) or [slip[0] for slip in ballot.slips] != sorted(slip[0] for slip in ballot.slips):
        faults.append("票有重复或者顺序不对。")
    for chosen in [vote[5] for vote in ballot.votes] + [slip[1] for slip in ballot.slips]:
        if not 1 <= len(chosen) <= head["pick"] or len(set(chosen)) != len(chosen) or not set(ballot.choices) >= set(chosen):
            faults.append("有一票的选项不在选票上，或者选多了。")
            break
    opened, closes = moment(head["openedAt"]), moment(head["closesAt"])
    if not all(opened <= moment(vote[3]) < closes for vote in ballot.votes):
        faults.append("有一票不在表决时间内。")
    counted = counted_votes(ballot)
    if any(vote[6] != (counted.get(vote[0]) is vote) for vote in ballot.votes):
        faults.append("有一票算没算数写得不对。")
    return faults


def counted_votes(ballot):
    """By the number of the elector: of several votes the one that counts; none for those who do not take part in the decision."""
    excluded = {one[0] for one in ballot.excluded}
    last = {}
    for vote in ballot.votes:
        number, way, revision = vote[0], vote[1], vote[2]
        if number in excluded or revision < 1:
            continue
        ways = last.setdefault(number, {})
        if way not in ways or ways[way][2] < revision:
            ways[way] = vote
    return {number: of_two_ways(ways, ballot.head["paperRule"]) for number, ways in last.items()}


def of_two_ways(ways, rule):
    paper, phone = ways.get("paper"), ways.get("phone")
    if paper is None or phone is None:
        return paper or phone
    if rule == "paper":
        return paper
    paper_at, phone_at = moment(paper[3]), moment(phone[3])
    if rule == "first":
        return phone if phone_at < paper_at else paper
    return phone if phone_at > paper_at else paper


def reaches(have, whole, share):
    if whole <= 0:
        return False
    needed = Fraction(share["share"][0], share["share"][1])
    got = Fraction(have, whole)
    return got >= needed if share["test"] == "at-least" else got > needed


def count_ballot(ballot):
    """The tally, from the votes alone. A person is one however many doors she owns; doors count by their area."""
    excluded = {one[0] for one in ballot.excluded}
    entitled = [one for one in ballot.electors if one[0] not in excluded]
    if ballot.head["secret"]:
        cast = [(("slip", at), 0, slip[1]) for at, slip in enumerate(ballot.slips)]
    else:
        counted = counted_votes(ballot)
        cast = [(one[1], one[2], counted[one[0]][5]) for one in entitled if one[0] in counted]
    all_of = {"number": len({one[1] for one in entitled}), "area": sum(one[2] for one in entitled)}
    took_part = {"number": len({one[0] for one in cast}), "area": sum(one[1] for one in cast)}
    agreed = {}
    for person, _, chosen in cast:
        agreed[person] = agreed[person] & set(chosen) if person in agreed else set(chosen)
    sums = [
        {
            "id": choice,
            "number": sum(choice in one for one in agreed.values()),
            "area": sum(area for _, area, chosen in cast if choice in chosen),
        }
        for choice in ballot.choices
    ]
    return decide(ballot, all_of, took_part, sums)


def decide(ballot, all_of, took_part, sums):
    terms = ballot.head["terms"]

    def checks(about, share, have, whole):
        return [
            {"about": about, "by": by, "have": have[by], "of": whole[by], "needs": share, "met": reaches(have[by], whole[by], share)}
            for by in terms["by"]
        ]

    taking = checks("take-part", terms["takePart"], took_part, all_of) if terms["takePart"] else []
    enough = all(one["met"] for one in taking)
    yes_no = "yes" in ballot.choices
    asked = [one for one in sums if (one["id"] == "yes" if yes_no else one["id"] not in ("no", "abstain", "none"))]
    base = all_of if terms["of"] == "all" else took_part
    made, qualified = list(taking), []
    for one in asked:
        own = checks(one["id"], terms["agree"], one, base) if terms["agree"] else []
        made += own
        if one["number"] > 0 and all(check["met"] for check in own):
            qualified.append(one)
    winners, tied = best_of(qualified, 1 if yes_no else ballot.head["pick"]) if enough else ([], [])
    return {
        "entitled": all_of,
        "excluded": len(ballot.excluded),
        "tookPart": took_part,
        "choices": sums,
        "checks": made,
        "enough": enough,
        "winners": winners,
        "tied": tied,
        "outcome": "passed" if winners else "failed",
    }


def best_of(qualified, places):
    """Those who win; those level at the edge, with room for some of them only, do not: nobody draws lots here."""

    def rank(one):
        return (one["number"], one["area"])

    ranked = sorted(qualified, key=rank, reverse=True)
    tied = []
    if len(ranked) > places and rank(ranked[places - 1]) == rank(ranked[places]):
        tied = [one["id"] for one in ranked if rank(one) == rank(ranked[places])]
    return [one["id"] for one in ranked[:places] if one["id"] not in tied], tied


def check_ballot_tally(ballot):
    return [] if canonical(count_ballot(ballot)) == canonical(ballot.tally) else ["重新计票的结果和公布的结果不一样。"]


def check_published_hash(text, published):
    """Against the hash that was published elsewhere: on the page, on the board."""
    if published is None or sha256(text) == published.lower():
        return []
    return ["文件和公布的校验码对不上：内容被改动过。"]


def verify_ballot(text, published=None):
    result = Result("表决")
    result.faults += check_published_hash(text, published)
    ballot, faults = read_ballot(text)
    result.faults += faults
    if ballot is None:
        return result
    result.faults += check_ballot_opening(ballot, text) + check_ballot_electors(ballot)
    result.faults += check_ballot_votes(ballot) + check_ballot_tally(ballot)
    tally = count_ballot(ballot)
    result.found = {"id": ballot.head.get("ballot"), "closesAt": moment(ballot.head["closesAt"]), "tally": tally}
    outcome = "通过" if tally["outcome"] == "passed" else "没有通过"
    took_part, entitled = tally["tookPart"]["number"], tally["entitled"]["number"]
    result.summary = f"{ballot.head.get('title')}：应参加 {entitled}，参加 {took_part}，{outcome}"
    return result


# ------------------------------------------------------------------------------------------------------------ notices


def check_notice_days(opening):
    """Whole days in Shanghai from the day after posting, to 24:00 of the last."""
    posted, days = moment(opening.get("postedAt")), opening.get("days")
    if posted is None or not is_count(days) or not 1 <= days <= 365:
        return ["公示没有写清哪天贴出、贴几天。"]
    first = day_in_shanghai(posted) + timedelta(days=1)
    last = first + timedelta(days=days - 1)
    faults = []
    if (opening.get("from"), opening.get("to")) != (first.isoformat(), last.isoformat()):
        faults.append(f"公示天数不对：贴 {days} 整天应当是 {first} 到 {last}。")
    if moment(opening.get("closesAt")) != begin_of(last + timedelta(days=1)):
        faults.append("公示截止的时刻不是最后一天的 24:00。")
    return faults


def check_notice_end(opening, closing):
    """It ended clear after its last day only, with every objection answered and none upheld."""
    faults = []
    posted, closes, closed = (moment(one) for one in (opening.get("postedAt"), opening.get("closesAt"), closing.get("closedAt")))
    if posted is None or closes is None or closed is None or closed < posted:
        return ["公示什么时候结束写得不对。"]
    objections = closing.get("objections")
    if not isinstance(objections, list) or not all(isinstance(one, dict) for one in objections):
        return ["公示的异议写得不对。"]
    if [one.get("number") for one in objections] != list(range(1, len(objections) + 1)):
        faults.append("异议的编号有缺有重。")
    for one in objections:
        at = moment(one.get("at"))
        if at is None or not posted <= at < closes:
            faults.append("有一条异议不在公示期内。")
            continue
        answered = moment(one.get("answeredAt"))
        if one.get("answeredAt") is not None and (answered is None or answered < at):
            faults.append("有一条异议的答复早于异议。")
    if closing.get("outcome") == "clear":
        if closed < closes:
            faults.append("公示没有满天数就结束了。")
        if any(one.get("answer") is None or one.get("upheld") is not False for one in objections):
            faults.append("还有异议没有答复，或者异议成立，公示却算期满。")
    elif closing.get("outcome") not in ("upheld", "withdrawn"):
        faults.append("公示的结果写得不对。")
    return faults


def verify_notice(opening_text, opening_hash=None, closing_text=None, closing_hash=None):
    result = Result("公示")
    result.faults += check_published_hash(opening_text, opening_hash)
    opening = parse(opening_text)
    if not isinstance(opening, dict) or opening.get("kind") != "liren.publicity.opening" or canonical(opening) != opening_text:
        result.faults.append("这不是公示贴出时的记录。")
        return result
    result.faults += check_notice_days(opening)
    result.found = {"id": opening.get("id"), "outcome": None, "closesAt": opening.get("closesAt")}
    result.summary = f"{opening.get('title')}：{opening.get('from')} 到 {opening.get('to')}"
    if closing_text is None:
        return result
    result.faults += check_published_hash(closing_text, closing_hash)
    closing = parse(closing_text)
    if not isinstance(closing, dict) or closing.get("kind") != "liren.publicity.closing" or canonical(closing) != closing_text:
        result.faults.append("这不是公示结束时的记录。")
        return result
    if closing.get("id") != opening.get("id") or closing.get("openingHash") != sha256(opening_text):
        result.faults.append("公示结束时的记录不是接着贴出时的那一份。")
    result.faults += check_notice_end(opening, closing)
    result.found["outcome"] = closing.get("outcome")
    return result


# --------------------------------------------------------------------------------------------------------- audit chain


def read_link(line):
    """A line of the bundle: its number, its hash, the text of its row as it was hashed, and the row."""
    value = parse(line)
    if not isinstance(value, list) or len(value) != 4 or value[0] != "row" or not is_count(value[1]) or not is_hash(value[2]):
        return None
    opening = f'["row",{value[1]},"{value[2]}",'
    if not isinstance(value[3], dict) or not line.startswith(opening) or not line.endswith("}]"):
        return None
    return value[1], value[2], line[len(opening) : -1], value[3]


def check_link(before, expected, area, link):
    """Whether a link follows the one before it."""
    if link is None:
        return False
    number, stated, content, row = link
    return number == expected and row.get("area") == area and stated == link_hash(before, number, sha256(content))


def verify_audit(lines, published=None, keep=False):
    """Reads the lines of a bundle once, from bytes, so that a bundle of any length fits in memory.

    `published`: the hash of its last row as somebody wrote it down; `keep`: every hash, to compare bundles.
    """
    result = Result("日志链")
    lines = iter(lines)
    first = next(lines, b"")
    head = parse(first)
    if not is_audit_head(head) or not first.endswith(b"\n"):
        result.faults.append("第 1 行不是日志链的开头。")
        return result
    if head["after"] == 0 and head["before"] != ZEROS:
        result.faults.append("第 1 条日志前面不该还有别的。")
    total, before, number, rows = hashlib.sha256(first), head["before"], head["after"], 0
    known = {head["after"]: before}
    held, ended = None, False
    for line in lines:
        if held is not None:
            total.update(held)
            rows += 1
            number += 1
            link = read_link(held[:-1].decode("utf-8", "replace"))
            if result.first_bad is None and not check_link(before, number, head["area"], link):
                result.first_bad = link[0] if link else number
                result.faults.append(f"第 {result.first_bad} 条日志对不上：它被改过，或者它前面少了、多了。")
            if link:
                before = link[1]
                if keep:
                    known[number] = before
        held = line
    if held is not None:
        ended = held == f'["end",{rows},"{before}","{total.hexdigest()}"]\n'.encode()
    if not ended or head["through"] != head["after"] + rows:
        result.faults.append("文件的条数或者校验码对不上，可能没有下载完。")
    result.faults += check_last_row(before, published)
    result.found = {"area": head["area"], "links": known, "through": number, "head": before}
    result.summary = f"{head.get('name', '')}：第 {head['after'] + 1} 到 {number} 条，共 {rows} 条，最后一条的校验码 {before}"
    return result


def check_last_row(head, published):
    return [] if published is None or head == published.lower() else ["最后一条的校验码和记下来的对不上：以前的日志被改写过。"]


def is_audit_head(head):
    return (
        isinstance(head, dict)
        and head.get("format") == "liren-audit-1"
        and isinstance(head.get("area"), str)
        and is_count(head.get("after"))
        and is_count(head.get("through"))
        and is_hash(head.get("before"))
    )


def check_audit_agree(results):
    """Two bundles of one area, kept at different times, say the same wherever they overlap: nothing of the past was rewritten."""
    faults, seen = [], {}
    for result in results:
        area = seen.setdefault(result.found["area"], {})
        for number, stated in result.found["links"].items():
            if area.setdefault(number, stated) != stated:
                faults.append(f"两份日志链在第 {number} 条不一样：以前的日志被改写过。")
                break
    return faults


# ----------------------------------------------------------------------------------------------------------- accounts

ACCOUNT_KINDS = ("asset", "income", "expense", "equity", "liability")
ENTRY_KEYS = {"at", "day", "hash", "key", "lines", "memo", "ref", "reverses", "seq"}
CLOSING_KEYS = {"at", "balances", "hash", "key", "month", "seq"}
OPENING_KEYS = {"at", "hash", "key", "opened", "seq", "unit"}
LINK_KEYS = {"content", "hash", "seq"}
DISCLOSURE_KEYS = {"hash", "month", "statement"}
NOTICE_KEYS = {"closing", "closingHash", "id", "opening", "openingHash"}
BALLOT_KEYS = {"hash", "id", "record"}
PROJECT_KEYS = {"ballots", "code", "notices", "payments", "title"}


def is_pairs(value):
    return isinstance(value, list) and all(
        isinstance(one, list) and len(one) == 2 and isinstance(one[0], str) and is_whole(one[1]) for one in value
    )


def is_entry(one):
    return (
        set(one) == ENTRY_KEYS
        and is_count(one["seq"])
        and is_hash(one["hash"])
        and day(one["day"]) is not None
        and is_pairs(one["lines"])
        and (one["reverses"] is None or is_count(one["reverses"]))
    )


def is_closing(one):
    return set(one) == CLOSING_KEYS and is_count(one["seq"]) and is_hash(one["hash"]) and is_count(one["month"]) and is_pairs(one["balances"])


def is_opening(one):
    return set(one) == OPENING_KEYS and is_count(one["seq"]) and is_hash(one["hash"]) and is_count(one["opened"])


def is_hidden(one):
    return set(one) == LINK_KEYS and is_count(one["seq"]) and is_hash(one["hash"]) and is_hash(one["content"])


def is_disclosure(one):
    return set(one) == DISCLOSURE_KEYS and is_count(one["month"]) and is_hash(one["hash"]) and isinstance(one["statement"], str)


def is_notice(one):
    texts = (one.get("closing") is None) == (one.get("closingHash") is None)
    return set(one) == NOTICE_KEYS and texts and isinstance(one["opening"], str) and is_hash(one["openingHash"])


def is_ballot(one):
    return set(one) == BALLOT_KEYS and is_hash(one["hash"]) and isinstance(one["record"], str)


def is_project(one):
    return (
        set(one) == PROJECT_KEYS
        and is_texts(one["ballots"])
        and is_texts(one["notices"])
        and isinstance(one["payments"], list)
        and all(is_count(seq) for seq in one["payments"])
    )


# By the word of a line: at which place it may stand, and what it looks like.
ACCOUNT_FORMS = {
    "entry": (0, is_entry),
    "closing": (0, is_closing),
    "opening": (0, is_opening),
    "link": (0, is_hidden),
    "disclosure": (1, is_disclosure),
    "notice": (2, is_notice),
    "ballot": (3, is_ballot),
    "project": (4, is_project),
}


class Book:
    """A bundle, taken apart."""

    def __init__(self, head):
        self.head = head
        self.chain = []
        self.parts = {kind: [] for kind in ACCOUNT_FORMS}
        self.ballots, self.notices = {}, {}
        self.kinds = {one["code"]: one["kind"] for one in head["accounts"]}
        self.names = {one["code"]: one["name"] for one in head["accounts"]}

    def add(self, kind, value):
        self.parts[kind].append(value)
        if kind in ("entry", "closing", "opening", "link"):
            self.chain.append((kind, value))

    def entries_of(self, month):
        found = [one for one in self.parts["entry"] if month_of(day(one["day"])) == month]
        return sorted(found, key=lambda one: (one["day"], one["seq"]))

    def months(self):
        month, found = self.head["from"], []
        while month <= self.head["to"] and len(found) < 1200:
            found.append(month)
            month = next_month(month)
        return found


def is_accounts_head(head):
    return (
        isinstance(head, dict)
        and head.get("format") == "liren-accounts-1"
        and head.get("unit") in ("fen", "points")
        and all(is_count(head.get(key)) for key in ("first", "from", "opened", "to"))
        and all(1 <= head[key] % 100 <= 12 for key in ("from", "opened", "to"))
        and head["opened"] <= head["from"] <= head["to"]
        and is_hash(head.get("before"))
        and isinstance(head.get("accounts"), list)
        and all(
            isinstance(one, dict) and isinstance(one.get("code"), str) and one.get("kind") in ACCOUNT_KINDS for one in head["accounts"]
        )
    )


def read_accounts(text):
    lines, faults = whole_lines(text)
    head = parse(lines[0]) if lines else None
    if not is_accounts_head(head) or canonical(head) != lines[0]:
        return None, faults + ["第 1 行不是账目的开头。"]
    book, stage = Book(head), 0
    for at, line in enumerate(lines[1:-1], start=2):
        value = parse(line)
        is_pair = isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and isinstance(value[1], dict)
        place, form = ACCOUNT_FORMS.get(value[0], (-1, None)) if is_pair else (-1, None)
        if form is None or place < stage or not form(value[1]) or canonical(value) != line:
            faults.append(f"第 {at} 行不该在这里，或者写得不对。")
            continue
        stage = place
        book.add(*value)
    return book, faults + check_accounts_sum(lines)


def check_accounts_sum(lines):
    """The last line counts and sums all lines above."""
    above = "".join(f"{line}\n" for line in lines[:-1])
    return [] if lines[-1] == as_written(["end", len(lines) - 1, sha256(above)]) else ["文件的行数或者校验码对不上。"]


def check_accounts_chain(book):
    """Every entry and every closing stands on the one before it, without a gap."""
    head = book.head
    before, seq = head["before"], head["first"]
    if (head["first"] == 0) != (before == ZEROS):
        return ["账目的第一笔前面写得不对。"]
    for kind, one in book.chain:
        if kind == "entry":
            held = {key: one[key] for key in ("at", "day", "key", "lines", "memo", "ref", "reverses")}
            content = sha256(canonical({**held, "book": head["book"]}))
        elif kind == "closing":
            content = sha256(
                canonical({"at": one["at"], "balances": one["balances"], "book": head["book"], "closes": one["month"], "key": one["key"]})
            )
        elif kind == "opening":
            content = sha256(canonical({"book": head["book"], **{key: one[key] for key in ("at", "key", "opened", "unit")}}))
        else:
            content = one["content"]
        if one["seq"] != seq or one["hash"] != link_hash(before, seq, content):
            return [f"第 {one['seq']} 笔和前一笔接不上：它被改过，或者它前面少了、多了。"]
        before, seq = one["hash"], seq + 1
    return []


def check_accounts_entries(book):
    """Every entry adds up to zero, names accounts of the book and stands in an open month."""
    faults, closed = [], 0
    for kind, one in book.chain:
        if kind == "closing":
            closed = one["month"]
        if kind != "entry":
            continue
        seq, amounts = one["seq"], [amount for _, amount in one["lines"]]
        if sum(amounts) != 0 or len(amounts) < 2 or 0 in amounts:
            faults.append(f"第 {seq} 笔借贷不平。")
        if any(code not in book.kinds for code, _ in one["lines"]):
            faults.append(f"第 {seq} 笔用了没有的科目。")
        month = month_of(day(one["day"]))
        if not book.head["from"] <= month <= book.head["to"]:
            faults.append(f"第 {seq} 笔不在这几个月里。")
        if month <= closed:
            faults.append(f"第 {seq} 笔记到了已经月结的月份。")
        at = moment(one["at"])
        if at is None or day_in_shanghai(at) < day(one["day"]):
            faults.append(f"第 {seq} 笔的日子在记账之后。")
    return faults


def check_accounts_opening(book):
    """A bundle that begins with the book begins with its opening, and no other does."""
    head, openings = book.head, book.parts["opening"]
    if len(openings) > 1 or bool(openings) != (head["first"] == 0) or (head["from"] == head["opened"] and head["first"] != 0):
        return ["账本的开头缺了或者多了。"]
    if openings and (book.chain[0][0] != "opening" or openings[0]["opened"] != head["opened"] or openings[0]["unit"] != head["unit"]):
        return ["账本的开头写得不对。"]
    return []


def check_accounts_reversals(book):
    """A correction takes back exactly what it names, and nothing is taken back twice."""
    faults, by_seq, taken = [], {one["seq"]: one for one in book.parts["entry"]}, set()
    for one in book.parts["entry"]:
        earlier = one["reverses"]
        if earlier is None:
            continue
        if earlier >= one["seq"] or earlier in taken:
            faults.append(f"第 {one['seq']} 笔冲销得不对。")
        taken.add(earlier)
        held = by_seq.get(earlier)
        if held and sorted([code, -amount] for code, amount in held["lines"]) != sorted(one["lines"]):
            faults.append(f"第 {one['seq']} 笔冲销的不是第 {earlier} 笔的数。")
    return faults


def balances_after(book):
    """By month what every account stood at after it, from the entries; before the first month as its closing says."""
    before = [one for one in book.parts["closing"] if one["month"] < book.head["from"]]
    balances = dict(map(tuple, before[-1]["balances"])) if before else {}
    found = {}
    for month in book.months():
        for one in book.entries_of(month):
            for code, amount in one["lines"]:
                balances[code] = balances.get(code, 0) + amount
        found[month] = dict(balances)
    return found


def without_zeros(balances):
    return {code: amount for code, amount in balances.items() if amount != 0}


def check_accounts_closings(book):
    """Months were closed one after another, each with what its entries add up to; nothing below zero that may not be."""
    faults, head = [], book.head
    months = [one["month"] for one in book.parts["closing"]]
    wanted = book.months()
    if head["from"] != head["opened"]:
        wanted = [head["from"] - 89 if head["from"] % 100 == 1 else head["from"] - 1] + wanted
    if months != wanted or not book.chain or book.chain[-1][0] != "closing":
        faults.append("月结缺了、多了或者顺序不对。")
    computed = balances_after(book)
    never = {one["code"] for one in head["accounts"] if one.get("neverNegative") is True}
    for one in book.parts["closing"]:
        stated = dict(map(tuple, one["balances"]))
        if one["month"] in computed and without_zeros(stated) != without_zeros(computed[one["month"]]):
            faults.append(f"{one['month']} 月结的余额和一笔笔加起来的不一样。")
        if any(stated.get(code, 0) < 0 for code in never):
            faults.append(f"{one['month']} 有一个不能欠的科目欠了。")
    return faults


def statement_from_entries(book, month, before, after):
    """What the published account of a month must say, from its entries."""
    entries = book.entries_of(month)
    lines = []
    for one in entries:
        by_kind = {kind: sum(a for code, a in one["lines"] if book.kinds.get(code) == kind) for kind in ACCOUNT_KINDS}
        moves = all(book.kinds.get(code) == "asset" for code, _ in one["lines"])
        lines.append(
            {
                **{key: one[key] for key in ("seq", "day", "memo", "reverses")},
                "in": -by_kind["income"],
                "out": by_kind["expense"],
                "other": -by_kind["equity"] - by_kind["liability"],
                "moved": sum(a for _, a in one["lines"] if a > 0) if moves else 0,
                "kinds": [{"code": code, "amount": a} for code, a in one["lines"] if book.kinds.get(code) != "asset"],
            }
        )
    accounts = []
    for code in sorted(book.kinds):
        moved = [a for one in entries for held, a in one["lines"] if held == code]
        row = {
            "code": code,
            "name": book.names[code],
            "kind": book.kinds[code],
            "opening": before.get(code, 0),
            "debit": sum(a for a in moved if a > 0),
            "credit": -sum(a for a in moved if a < 0),
            "closing": after.get(code, 0),
        }
        if row["opening"] or row["debit"] or row["credit"]:
            accounts.append(row)
    assets = [code for code, kind in book.kinds.items() if kind == "asset"]
    return {
        "opening": sum(before.get(code, 0) for code in assets),
        "in": sum(one["in"] for one in lines),
        "out": sum(one["out"] for one in lines),
        "other": sum(one["other"] for one in lines),
        "closing": sum(after.get(code, 0) for code in assets),
        "accounts": accounts,
        "lines": lines,
    }


def check_accounts_disclosures(book):
    """Every published account says, word for word, what the entries of its month add up to."""
    faults, head = [], book.head
    if [one["month"] for one in book.parts["disclosure"]] != book.months():
        faults.append("公开账单缺了、多了或者顺序不对。")
    after = balances_after(book)
    earlier = [one for one in book.parts["closing"] if one["month"] < head["from"]]
    before = dict(map(tuple, earlier[-1]["balances"])) if earlier else {}
    for one in book.parts["disclosure"]:
        month, statement = one["month"], parse(one["statement"])
        if sha256(one["statement"]) != one["hash"]:
            faults.append(f"{month} 的账单和它的校验码对不上。")
        if month not in after or not is_statement(statement, book, month) or canonical(statement) != one["statement"]:
            faults.append(f"{month} 的账单写得不对。")
            continue
        wanted = statement_from_entries(book, month, before, after[month])
        shown = {key: statement.get(key) for key in wanted}
        shown["lines"] = [{key: line.get(key) for key in ("seq", "day", "memo", "reverses", "in", "out", "other", "moved", "kinds")} for line in statement["lines"]]
        if canonical(shown) != canonical(wanted):
            faults.append(f"{month} 的账单和一笔笔加起来的不一样。")
        before = after[month]
    return faults


def is_statement(statement, book, month):
    return (
        isinstance(statement, dict)
        and statement.get("format") == "liren-disclosure-1"
        and statement.get("month") == month
        and all(statement.get(key) == book.head.get(key) for key in ("area", "fund", "unit"))
        and isinstance(statement.get("lines"), list)
        and all(isinstance(line, dict) for line in statement["lines"])
    )


def check_last_account(book, published):
    """Against the hash of the last month's account as it hangs on the board."""
    last = book.parts["disclosure"][-1:]
    if published is None or (last and sha256(last[0]["statement"]) == published.lower()):
        return []
    return ["账单和公布的校验码对不上：内容被改动过。"]


def check_accounts_records(book):
    """The notices and ballots that came with the accounts, each checked as if it had come alone, and each in its own place."""
    faults = []
    for one in book.parts["notice"]:
        result = verify_notice(one["opening"], one["openingHash"], one["closing"], one["closingHash"])
        book.notices[one["id"]] = result.found
        faults += result.faults + check_place(one, result.found, "公示")
    for one in book.parts["ballot"]:
        result = verify_ballot(one["record"], one["hash"])
        book.ballots[one["id"]] = result.found
        faults += result.faults + check_place(one, result.found, "表决")
    return faults


def check_place(one, found, kind):
    return [f"有一份{kind}记录放错了地方。"] if found and found["id"] != one["id"] else []


def check_accounts_projects(book):
    """What was paid for a project that was voted on was paid after a vote had passed, and after the days of its notice."""
    faults, entries = [], {one["seq"]: one for one in book.parts["entry"]}
    ballots, notices = book.ballots, book.notices
    for project in book.parts["project"]:
        title = project["title"]
        voted = [ballots[one] for one in project["ballots"] if ballots.get(one)]
        hung = [notices[one] for one in project["notices"] if notices.get(one)]
        if len(voted) != len(project["ballots"]) or len(hung) != len(project["notices"]):
            faults.append(f"“{title}”的表决或者公示记录不全。")
        for seq in project["payments"]:
            paid = day(entries[seq]["day"]) if seq in entries else None
            if paid is None:
                faults.append(f"“{title}”的付款不在账上。")
                continue
            passed = [one for one in voted if one["tally"]["outcome"] == "passed" and day_in_shanghai(one["closesAt"]) <= paid]
            if voted and not passed:
                faults.append(f"“{title}”付钱的时候，还没有一次表决通过。")
            over = [moment(one["closesAt"]) for one in hung if one["outcome"] == "clear"]
            if hung and not any(end and day_in_shanghai(end) <= paid for end in over):
                faults.append(f"“{title}”在公示满天数以前就付了钱。")
    return faults + check_projects_named(book)


def check_projects_named(book):
    """Every line of an account that names a project is a payment of it here, and the other way round."""
    shown = {}
    for one in book.parts["disclosure"]:
        for line in (parse(one["statement"]) or {}).get("lines", []):
            if isinstance(line.get("project"), str):
                shown.setdefault(line["project"], set()).add(line.get("seq"))
    listed = {one["code"]: set(one["payments"]) for one in book.parts["project"]}
    faults = [] if shown == listed else ["账单上写的项目和后面列的项目对不上。"]
    for kind, key in (("notice", "id"), ("ballot", "id"), ("project", "code")):
        names = [one[key] for one in book.parts[kind]]
        if names != sorted(set(names)):
            faults.append("公示、表决或者项目有重复，或者顺序不对。")
    return faults


def verify_accounts(text, published=None):
    result = Result("账目")
    book, faults = read_accounts(text)
    result.faults += faults
    if book is None or faults:
        return result
    result.faults += check_last_account(book, published)
    result.faults += check_accounts_chain(book) + check_accounts_opening(book) + check_accounts_entries(book)
    result.faults += check_accounts_reversals(book)
    result.faults += check_accounts_closings(book) + check_accounts_disclosures(book)
    result.faults += check_accounts_records(book) + check_accounts_projects(book)
    balances = balances_after(book).get(book.head["to"], {})
    total = sum(amount for code, amount in balances.items() if book.kinds.get(code) == "asset")
    result.found = {"fund": book.head.get("fund"), "balances": without_zeros(balances), "total": total}
    result.summary = (
        f"{book.head.get('name')}：{book.head['from']} 到 {book.head['to']}，{len(book.parts['entry'])} 笔，余额 {as_yuan(total)} 元，"
        f"核对公示 {len(book.parts['notice'])} 份、表决 {len(book.parts['ballot'])} 份"
    )
    return result


def as_yuan(fen):
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02d}"


# --------------------------------------------------------------------------------------------------------- command line


def verify_file(path, published=None, keep=False):
    """What kind of file it is says its first line."""
    with open(path, "rb") as file:
        first = file.readline()
        file.seek(0)
        head = parse(first)
        kind = head.get("format", head.get("kind")) if isinstance(head, dict) else None
        if kind == "liren-audit-1":
            return verify_audit(file, published, keep)
        text = file.read().decode("utf-8")
    if kind == "liren-ballot-1":
        return verify_ballot(text, published)
    if kind == "liren-accounts-1":
        return verify_accounts(text, published)
    if kind == "liren.publicity.opening":
        return verify_notice(text.rstrip("\n"), published)
    result = Result("文件")
    result.faults.append("这不是账目、表决记录、公示记录或者日志链。")
    return result


def main(arguments=None):
    parser = argparse.ArgumentParser(description="核对里仁公布的账目、表决、公示和日志链。 Checks what Liren publishes.")
    parser.add_argument("--hash", help="公布的校验码：表决记录的、公示的、最后一个月账单的，或者日志链最后一条的（只对一个文件） the published SHA-256, for one file")
    parser.add_argument("files", nargs="+", metavar="FILE")
    asked = parser.parse_args(arguments)
    if asked.hash and len(asked.files) > 1:
        parser.error("--hash 只能对一个文件")
    audits, ok = [], True
    for path in asked.files:
        try:
            result = verify_file(path, asked.hash, len(asked.files) > 1)
        except (OSError, UnicodeDecodeError) as error:
            print(f"✗ {path}：打不开，{error}")
            return 2
        if result.kind == "日志链" and result.found:
            audits.append(result)
        ok = ok and result.ok
        print(f"{'✓' if result.ok else '✗'} {path}：{result.kind} {result.summary}".rstrip())
        for fault in result.faults:
            print(f"    {fault}")
    for fault in check_audit_agree(audits):
        ok = False
        print(f"✗ {fault}")
    print("全部对得上。" if ok else "有对不上的地方，见上。")
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main())
