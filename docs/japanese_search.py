"""A search that finds Japanese words in an English index.

Japanese is written without spaces, so a whole clause would be one word of the index. Here a run of
Japanese characters counts as its pairs of neighbours: 円借款 is 円借 and 借款, in the index as in
what is asked for, and a page is found if it has them all. Other words are English ones, by their
stem.
"""

import re

from sphinx.search.en import SearchEnglish

JAPANESE = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uff66-\uff9f"
RUN = re.compile(f"[{JAPANESE}]+|[^\\W{JAPANESE}]+")


def words(text: str) -> list[str]:
    """Return the words of a text as they are indexed.

    Examples
    --------
    >>> words("円借款 and OSA")
    ['円借', '借款', 'and', 'OSA']
    """
    found = []
    for run in RUN.findall(text):
        pairs = (
            [run[n : n + 2] for n in range(len(run) - 1)] if re.match(f"[{JAPANESE}]", run) else []
        )
        found += pairs or [run]
    return found


class SearchBoth(SearchEnglish):
    """English by stems, Japanese by pairs of characters; the same in Python and in the browser."""

    js_splitter_code = f"""
function splitQuery(query) {{
  const japanese = /^[{JAPANESE}]/u;
  const runs = query.match(/[{JAPANESE}]+|(?:(?![{JAPANESE}])[\\p{{L}}\\p{{N}}_])+/gu) || [];
  const pairs = (run) => Array.from({{length: run.length - 1}}, (_, n) => run.slice(n, n + 2));
  return runs.flatMap((run) => (japanese.test(run) && run.length > 1 ? pairs(run) : [run]));
}}
"""

    def split(self, input: str) -> list[str]:
        return words(input)


def setup(app) -> None:
    """Make this the search of the site."""
    app.add_search_language(SearchBoth)
