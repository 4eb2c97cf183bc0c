"""Claims → words: the sentences of a table's title, and of all that stands out in it.

What is claimed is ``claims``'s to say; how a language says it is the catalogue's, with the
codebook's own phrases for the codes of a dimension.
"""

from __future__ import annotations

import pandas as pd

from foip_analysis.dataset.given import guided
from foip_analysis.dataset.selections import describe_chosen
from foip_analysis.tables.about import About, about, attach
from foip_analysis.tables.claims import Claim, Group, claims, headlined, those_having
from foip_analysis.tables.notes import labels_within, phrase
from foip_analysis.words.catalogue import listed, say, within
from foip_analysis.words.numerals import percent, plain

SIMPLE_PARTS = (  # of a whole; a language names some of them
    *("1-10", "1-6", "1-5", "1-4", "3-10", "1-3", "2-5", "1-2"),
    *("3-5", "2-3", "7-10", "3-4", "4-5", "5-6", "9-10"),
)
HALF = "1-2"
FAR_FROM_PART = 0.04  # a share that is farther from every part is told in per cent


@guided
def findings(table: pd.DataFrame) -> pd.DataFrame:
    """Return what stands out in a count or a cross-tab, the most surprising first.

    Parameters
    ----------
    table
        From ``count`` or ``cross_tab``, of initiatives or their shares; not weighted, not
        fractional, without layers.

    Returns
    -------
    pandas.DataFrame
        One row a claim: its sentence (``finding``), which of selected initiatives begins with what
        was selected; ``kind`` (``all``, ``none``, ``contrast``,
        ``part``, ``half``, ``level`` or ``pair``), the codes ``group`` and ``quality``,
        ``number`` of ``base`` distinct initiatives, ``against`` of ``against_base`` in the group
        compared with (missing if there is none), ``chance`` (0 to 1; missing for a count) and
        ``stands``: whether it can be said of stated codings alone. No row where nothing stands out.

    Raises
    ------
    ValueError
        If the table is of another kind.

    Examples
    --------
    >>> import foip_analysis as foip
    >>> found = foip.findings(foip.cross_tab(foip.load(), "tool", "priority"))
    >>> found.loc[0, ["kind", "quality", "number", "base"]].tolist()
    ['all', 'p3', 11, 11]
    """
    itself = about(table)
    rows = [_row(itself, claim) for claim in claims(table)]
    heads = ["finding", "kind", "group", "quality", "number", "base", "against", "against_base"]
    told = pd.DataFrame(rows, columns=[*heads, "chance", "stands"], dtype=object)
    made = {
        "note": itself.note if rows else say("findings-none", itself.lang),
        "call": f"foip.findings({itself.call})",
    }
    known = About(
        kind="findings",
        question=itself.question,
        dataset=itself.dataset,
        base=itself.base,
        total=itself.total,
        made=made,
    )
    return attach(told, known)


def headline(table: pd.DataFrame, *, alone: bool = True) -> str | None:
    """Return what ``headlined`` makes the title, in words; None if there is nothing. Where it does
    not stand ``alone``, another says of which selection it is.
    """
    itself, found = about(table), headlined(table)
    if not found:
        return None
    told = _told(itself, found[0])
    if found[0].stands is False:
        told = say("claim-by-inference", itself.lang, claim=told)
    elif len(found) > 1 and found[0].kind != "all":
        told = say("claim-also", itself.lang, first=told, second=_told(itself, found[1]))
    elif len(found) > 1:
        named: dict[str, str] = {}
        for name, claim in zip(("first", "second"), found, strict=True):
            labels = labels_within(itself, claim.of, [group.code for group in claim.groups])
            groups = [
                say("claim-sized", itself.lang, label=label, size=plain(group.size))
                for label, group in zip(labels, claim.groups, strict=True)
            ]
            [quality] = labels_within(itself, claim.dimension, [claim.quality])
            named |= {f"{name}_groups": listed(groups, itself.lang), f"{name}_quality": quality}
        second = _told(itself, found[1], again=True)
        told = say("claim-both", itself.lang, first=told, second=second, **named)
    return of_selection(itself, told) if alone else begun(told)


def of_selection(itself: About, told: str) -> str:
    """Return what is told of a table's initiatives with which they are, if they were selected."""
    chosen = describe_chosen(itself.dataset, itself.lang) if itself.dataset else ""
    if not chosen:
        return begun(told)
    return say("claim-of-selection", itself.lang, selection=chosen, claim=told)


def surely(subtitle: str, *tables: pd.DataFrame) -> str:
    """Return the subtitle of tables with what the numbers of their titles are by what is stated
    alone, where some of what they count is inferred.
    """
    numbers = [number for table in tables for number in _sure_numbers(table)]
    if not numbers:
        return subtitle
    itself = about(tables[0])
    lang, crossed = itself.lang, any(about(table).columns for table in tables)
    labels = [within(label, lang) for label in itself.dimension_labels.values()]
    return say(
        "claim-surely",
        lang,
        subtitle=subtitle,
        sides="two" if crossed else "one",
        dimensions=listed(labels, lang, "crossed"),
        many="yes" if len(numbers) > 1 else "no",
        numbers=listed(numbers, lang),
    )


def _sure_numbers(table: pd.DataFrame) -> list[str]:
    """Return the numbers of a table's title by what is stated alone; none if they are the same."""
    itself, told, whole = about(table), [], True
    lang, dataset = itself.lang, itself.dataset
    for claim in headlined(table):
        if dataset is None or claim.kind not in ("all", "contrast", "part") or not claim.stands:
            continue
        sure = those_having(dataset.stated(), claim.dimension)
        groups = (*claim.groups, claim.other) if claim.other else claim.groups
        for group in groups or (Group("", claim.number, claim.base),):
            own = sure.where(**{claim.of: group.code}) if group.code else sure
            number = own.where(**{claim.dimension: claim.quality}).total
            whole = whole and (number, own.total) == (group.having, group.size)
            name = "claim-surely-all" if claim.kind == "all" else "claim-surely-part"
            share = percent(number / own.total) if own.total else ""
            told.append(say(name, lang, number=plain(number), base=plain(own.total), share=share))
    return [] if whole else told


def worded(itself: About, claim: Claim) -> str:
    """Return a claim in words."""
    return begun(_told(itself, claim))


def begun(told: str) -> str:
    """Return what begins a sentence."""
    return told[:1].upper() + told[1:]


def _told(itself: About, claim: Claim, *, again: bool = False) -> str:
    """Return a claim within a sentence; ``again``, without what one before it says."""
    if claim.kind == "contrast":
        return _contrast(itself, claim)
    if claim.kind in ("all", "none"):
        return _of_groups(itself, claim, again=again)
    lang = itself.lang
    groups = labels_within(itself, claim.of, [group.code for group in claim.groups])
    [quality] = labels_within(itself, claim.dimension, [claim.quality])
    more: dict[str, str | int] = {}
    if claim.kind == "part":
        part = _in_words(claim.number / claim.base, lang)
        predicate = phrase(itself, "predicate", claim.dimension, [claim.quality])
        more = {"part": part, "predicate": predicate}
    elif claim.kind == "half":
        more = {
            "codes": len(groups),
            "all": len(claim.among),
            "dimension": within(itself.dimension_labels[claim.of], lang),
            "first": quality,
            "most": plain(claim.groups[0].size),
            "over": "yes" if 2 * claim.number > claim.base else "no",
        }
    elif claim.kind == "level":
        more = {"codes": listed(groups, lang)}
    else:
        more = {"first": groups[0], "second": quality}
    told = say(
        f"claim-{claim.kind}",
        lang,
        number=plain(claim.number),
        base=plain(claim.base),
        which=_which(itself, claim.base),
        **more,
    )
    return _with_next(itself, claim, told) if claim.after else told


def _contrast(itself: About, claim: Claim) -> str:
    lang, other = itself.lang, claim.other
    assert other is not None
    shares = {}
    for name, group in (("first", claim.groups[0]), ("other", other)):
        subject = phrase(itself, "subject", claim.of, [group.code])
        if group is other and other.having and _nearest(group.share, lang)[0] not in (None, HALF):
            subject = subject.removeprefix(say("claim-repeated", lang))
        shares[name] = say(
            f"claim-share-{name}",
            lang,
            part=_in_words(group.share, lang),
            subject=subject,
            number=plain(group.having),
            base=plain(group.size),
        )
    predicate = phrase(itself, "predicate", claim.dimension, [claim.quality])
    return say("claim-contrast", lang, predicate=predicate, **shares)


def _of_groups(itself: About, claim: Claim, *, again: bool) -> str:
    """Return that all, or none, of some groups have a quality."""
    lang, codes = itself.lang, [group.code for group in claim.groups]
    sizes = [group.size for group in claim.groups] if len(codes) > 1 else []
    how = "list" if claim.kind == "all" else "either"
    subject = phrase(itself, "subject", claim.of, codes, sizes=sizes, how=how)
    if not sizes:
        subject = say("claim-sized", lang, label=subject, size=plain(claim.groups[0].size))
    if again:
        subject = subject.removeprefix(say("claim-repeated", lang))
    predicate = phrase(itself, "predicate", claim.dimension, [claim.quality, *claim.more])
    return say(f"claim-{claim.kind}", lang, subject=subject, predicate=predicate)


def _with_next(itself: About, claim: Claim, told: str) -> str:
    """Return the leader's share with what comes next."""
    lang, after = itself.lang, [group.code for group in claim.after]
    labels = labels_within(itself, claim.of, [claim.quality, *after])
    quoted = [say("label-quoted", lang, label=label) for label in labels]
    return say(
        "claim-next",
        lang,
        claim=told,
        predicate=phrase(itself, "predicate", claim.of, after),
        dimension=itself.dimension_labels[claim.of],
        first=quoted[0],
        next=listed(quoted[1:], lang),
        number=plain(claim.number),
        base=plain(claim.base),
        more=plain(claim.after[0].size),
        each="yes" if len(after) > 1 else "no",
    )


def _in_words(share: float, lang: str | None) -> str:
    """Return a share as the nearest plain part of a whole: ``two in three``."""
    if share in (0, 1):
        return say(f"claim-{'all' if share else 'none'}-of", lang)
    part, size = _nearest(share, lang)
    if part is None:
        return say("claim-percent", lang, share=percent(share))
    lacks = size - share
    apart, tenths = float(say("claim-apart", lang)), "yes" if 10 * size % 1 == 0 else "no"
    tenths = "no" if part == HALF else tenths
    if abs(lacks) < 0.005:
        how = "exactly"
    elif lacks > apart:
        how = "nearly"
    else:
        how = "over" if -lacks > apart else "about"
    return say(f"claim-{how}", lang, part=say(f"claim-part-{part}", lang), tenths=tenths)


def _nearest(share: float, lang: str | None) -> tuple[str | None, float]:
    """Return the part of a whole that a share is nearest to, and its size; none where it is far."""
    known = say("claim-parts", lang).split()
    sizes = {part: int(part.split("-")[0]) / int(part.split("-")[1]) for part in SIMPLE_PARTS}
    part = min(
        (part for part in SIMPLE_PARTS if part in known), key=lambda p: abs(sizes[p] - share)
    )
    far = abs(sizes[part] - share) > FAR_FROM_PART and part != HALF
    return (None if far else part), sizes[part]


def _which(itself: About, size: int) -> str:
    """Return which initiatives are the base, where it is not all: those that name a dimension, or
    two, that not all name.
    """
    dataset, lang = itself.dataset, itself.lang
    assert dataset is not None
    if size == itself.total:
        return ""
    some = [
        within(label, lang)
        for dimension, label in itself.dimension_labels.items()
        if those_having(dataset, dimension).total < itself.total
    ]
    return say("claim-which", lang, dimension=listed(some, lang))


def _row(itself: About, claim: Claim) -> dict[str, object]:
    other = claim.other
    return {
        "finding": of_selection(itself, _told(itself, claim)),
        "kind": claim.kind,
        "group": " ".join(group.code for group in claim.groups),
        "quality": " ".join([claim.quality, *claim.more]),
        "number": claim.number,
        "base": claim.base,
        "against": other.having if other else None,
        "against_base": other.size if other else None,
        "chance": claim.chance,
        "stands": claim.stands,
    }
