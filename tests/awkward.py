"""What stands badly in charts, tables, slides, pages and files: labels that are long, look like
markup or run as a formula, and grids of cells that are small, large or empty.
"""

ENGLISH = (
    "Cooperation among the authorities of the coastal states for the safety of "
    "navigation, the environment & rescue at sea"
)
JAPANESE = (
    "沿岸国の関係当局による航行の安全、海洋環境の保全及び海上における"
    "捜索・救助のための「協力」の枠組み（第二段階）"
)
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG = {"English": ENGLISH, "Japanese": JAPANESE, "word": WORD}

# Each is a command to some reader: HTML, Markdown, TeX, a template, a spreadsheet.
MARKS = [
    "<b>bold</b>",
    "R&D",
    "$5 to $6",
    "_under_score_ 5%",
    "a|b",
    '=cmd("x")',
    "+1",
    "-2",
    "@x",
    "#1 # two",
    "[c] {d} ~e^f\\g",
    "＝1",
    "'quoted' \"twice\"",
    "**stars**",
    "{{m^2}}",
    "日本語",
]
MARKUP = '</script><script>alert(1)</script><img src=x onerror=alert(1)> *a* `b` [c](d) | "e" & $f$'

# cells, labels of rows, labels of columns: for the fixture ``grid``
GRIDS = {
    "one cell": ([[3]], ["A"], ["N"]),
    "one row": ([[1, 0, 2]], ["A"], list("NES")),
    "one column": ([[n] for n in range(9)], list("ABCDEFGHI"), ["N"]),
    "forty rows": (
        [[n % 4, n % 3] for n in range(40)],
        [f"Row number {n}" for n in range(40)],
        ["N", "S"],
    ),
    "all zero": ([[0, 0], [0, 0]], ["A", "B"], ["N", "S"]),
    "one value": ([[0, 0], [0, 1]], ["A", "B"], ["N", "S"]),
    "all alike": ([[2, 2], [2, 2]], ["A", "B"], ["N", "S"]),
    "large numbers": ([[1200, 1], [0, 20]], ["A", "B"], ["N", "S"]),
    "long English": ([[1, 2], [3, 0]], [ENGLISH, "B"], [f"{ENGLISH} 2", "S"]),
    "long Japanese": ([[1, 2], [3, 0]], [JAPANESE, "二"], [f"{JAPANESE}第三", "南"]),
    "long words": ([[1, 2], [3, 0]], [WORD, "B"], [f"X{WORD}", "S"]),
    "many long": (
        [[n % 3] * 6 for n in range(12)],
        [f"{n} {ENGLISH}" for n in range(12)],
        [f"{ENGLISH[:60]} {n}" for n in range(6)],
    ),
    "marks": ([[n % 5, 1] for n in range(len(MARKS))], MARKS, ["a $ b $ c", "<i>S</i> & _T_"]),
}
COLOURS = ["#2f5da8", "#e0a030", "#8c2f45", "#69abfa", "#6a2800", "#f1cb60"]

# Labels that some reader would run, set or link, of those that a dataset may have; and those that
# are refused where it is loaded.
HOSTILE = [
    *("=1+1", "+1", "-2", "@x", "=cmd|' /C calc'!A0", "＝1", "＋3", "－4", "＠y"),  # spreadsheets
    '=HYPERLINK("https://example.org","x")',
    *(
        "<script>window.hacked = 1</script>",
        "</script>",
        "</title></style>",
        "<!-- x",
        "-->",
        "]]>",
    ),
    *(
        "<img src=x onerror='window.hacked=1'>",
        "<b>bold</b>",
        "&amp;",
        "&#36;x",
        "&lt;i&gt;",
        "R&D",
    ),
    *("\"double\" and 'single'", "''twice''", "`code`", "``` fence", "a|b", "|| c ||"),
    *(
        "$5 and $6",
        "$$x$$",
        r"\(x\)",
        r"\[x\]",
        r"\begin{x} \input{y}",
        r"\\",
        "5% ~ 6 ^ 7 _ 8 {9}",
    ),
    *("{{ }}", "{{m^2}}", "{% x %}", "${x}", "{0} {x} %s %(x)s", "$& $1"),
    *("**bold** *soft* _low_ ~~out~~", "# head", "> quoted", "- item", "1. item", "---", "a -- b"),
    *("[c](javascript:alert(1))", "![c](x)", "javascript:alert(1)", "https://example.org/x"),
    *("www.example.org", "a@example.org", "<https://example.org>", "[x]: y", "[^1]", ":x:"),
    *(
        "שלום",
        "日本語（第二）",
        WORD,
        "W" * 120,
        "#1, #2",
        "None",
        "true",
        "0x10",
        "1e5",
        "2026-11-26",
    ),
]
REFUSED = [
    "\tx",
    "\rx",
    "a\rb",
    "\u202eabc",
    "a\u202eb\u202c",
    "\u2067x\u2069",
    "a\u200bb",
    "\x1b[31m",
]


def colours_of(dataset) -> dict[str, str]:
    """Return colours of the columns of a grid, which have none of their own."""
    codes = dataset.codebook.loc[dataset.codebook["dimension"] == "region", "code"]
    return {f"region:{code}": colour for code, colour in zip(codes, COLOURS, strict=False)}
