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
COLOURS = {  # of the columns of a grid, which have none of their own
    f"region:c{n}": colour
    for n, colour in enumerate(["#2f5da8", "#e0a030", "#8c2f45", "#69abfa", "#6a2800", "#f1cb60"])
}
