"""What a map's title says: where most countries lie, and which of all is named most often."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from foip_analysis.charts.map_arrangement import shown_rows
from foip_analysis.dataset import codebook as book
from foip_analysis.tables.claims import claims
from foip_analysis.tables.findings import headline, of_selection
from foip_analysis.tables.grid import ENOUGH, Grid
from foip_analysis.words.catalogue import listed, say, within
from foip_analysis.words.numerals import plain

if TYPE_CHECKING:
    from foip_analysis.tables.about import About

REGIONS = 2  # regions that a title names


def title_of(table: pd.DataFrame, grid: Grid, extent: str | None, title: str | None) -> str | None:
    """Return the title: where most countries lie and which of all is named most often, or which of
    a region; else, of a region alone, what its own rows bear, or that it is shown.
    """
    itself = grid.about
    if title is not None or itself.dataset is None:
        return title
    codebook, lang, rows = itself.dataset.codebook, itself.lang, shown_rows(grid, extent)
    above = book.parent_dimension(codebook, itself.question.rows)
    regions = book.labels_within(codebook, above, lang) if above else {}
    told = {} if extent is None else {"region": regions.get(extent, extent)}
    if (countries := _countries(grid, extent)) and (found := claims(table.iloc[countries])):
        claim = found[0]
        names = book.labels_within(codebook, itself.question.rows, lang)
        codes = [group.code for group in claim.groups] or [claim.quality]
        spread = "" if extent else _spread(itself, countries)
        told |= {"regions": spread} if spread else {}
        said = say(
            "map-leader-region" if extent else "map-spread" if spread else "map-leader",
            lang,
            places=listed([names[code] for code in codes], lang),
            leaders=len(codes),
            number=plain(claim.number),
            base=plain(claim.base),
            **told,
        )
        if claim.stands is False:
            said = say("claim-by-inference", lang, claim=said)
        return of_selection(itself, said)
    found_of_rows = headline(table.iloc[rows]) if extent and rows else None
    if extent is None or found_of_rows:
        return found_of_rows
    dimension = within(itself.dimension_labels[itself.question.rows], lang)
    return say("map-title", lang, dimension=dimension, **told)


def _spread(itself: About, countries: list[int]) -> str:
    """Return in words in which one or two regions more than half of the countries lie, and do by
    what is stated, too; nothing if in no so few.
    """
    dataset, of = itself.dataset, itself.question.rows
    assert dataset is not None
    above = book.parent_dimension(dataset.codebook, of)
    present = dataset.present(of)
    codes = [code for n in countries if (code := itself.row_codes[n]) in present]
    numbers = pd.Series([itself.parents.get(code) for code in codes], dtype=object).value_counts()
    stated = dataset.stated() if "basis" in dataset.codings else dataset
    sure = set(stated.present(of))
    for most in range(1, 1 + min(REGIONS, len(numbers) - 1) * (len(codes) >= ENOUGH)):
        regions = list(numbers.index[:most])
        there = [code for code in codes if itself.parents.get(code) in regions]
        firm = [code for code in there if code in sure]
        if above and 2 * len(there) > len(codes) and 2 * len(firm) > len(sure & {*codes}):
            labels = book.labels_within(dataset.codebook, above, itself.lang)
            return listed([labels[region] for region in regions], itself.lang)
    return ""


def _countries(grid: Grid, extent: str | None) -> list[int]:
    """Return the rows that are countries of a map's region; none where some country is missing, for
    which of all is named most often is not known then.
    """
    itself = grid.about
    assert itself.dataset is not None
    of = itself.question.rows
    known = {
        code
        for code, row in book.codes(itself.dataset.codebook, of).items()
        if row.get("iso3") and extent in (None, row.get("parent"))
    }
    rows = [n for n, line in enumerate(grid.rows) if line.code in known]
    missing = known - {grid.rows[n].code for n in rows}
    named = missing and itself.dataset.where(**{of: sorted(missing)}).total
    return [] if named or itself.kind != "count" else rows
