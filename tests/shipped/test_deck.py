"""The shipped deck: an argument that a person can speak from, every number of it from the data."""

import re

import pandas as pd
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

import foip_analysis as foip
from foip_analysis.shipped import story
from foip_analysis.shipped.deck import save_deck
from foip_analysis.shipped.story import slides_of
from foip_analysis.tables.notes import in_language

LANGUAGES = ("en", "ja")
LOCATOR = re.compile(r"\b(?:text|map|heading|front|legend)\.\d")
CODE = re.compile(r"foip\.|\w\(|_\w|\.csv|\.md\b|plot_|n=|×")
CAPTION = re.compile(r"[^。.]{1,12}[:：]")  # "For example:", "注意："
MOST = 12


@pytest.fixture(scope="module")
def decks(shipped, tmp_path_factory):
    """Language → its deck, which is saved once."""
    folder = tmp_path_factory.mktemp("decks")
    return {lang: save_deck(shipped, folder / f"{lang}.pptx", lang=lang) for lang in LANGUAGES}


@pytest.fixture(scope="module")
def items(shipped):
    """Language → what its deck is made of."""
    return {lang: slides_of(shipped, lang) for lang in LANGUAGES}


@pytest.fixture
def no_map(monkeypatch):
    """Leave the map a table, which takes long to draw: for tests that look at words."""
    monkeypatch.setattr(story, "plot_map", lambda table: table)


@pytest.fixture(scope="module")
def slides(decks):
    """Language → the slides of its deck."""
    return {lang: list(Presentation(path).slides) for lang, path in decks.items()}


def seen(slide) -> list[str]:
    """Every text that the audience sees: of shapes, tables and charts."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text.replace("\v", ""))
        if shape.has_table:
            found += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
        if shape.has_chart:
            plot = shape.chart.plots[0]
            found += [*plot.categories, *(series.name for series in plot.series)]
    return found


def notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text


def numbers(text) -> set[str]:
    return set(re.findall(r"\d+", text))


def shown(slide, item) -> set[str]:
    """The numbers that a slide shows but for its title: of its words, chart, table or picture."""
    title = slide.shapes.title.text_frame.text.replace("\v", "")
    found = set()
    for text in seen(slide):
        found |= numbers(text) if text != title else set()
    for shape in slide.shapes:
        if shape.has_chart:
            for series in shape.chart.plots[0].series:
                found |= {str(int(value)) for value in series.values}
        if shape.has_table:
            found.add(str(len(shape.table.rows) - 1))
    if hasattr(item.thing, "foip"):
        found |= {str(int(value)) for value in item.thing.foip["table"].iloc[:, 0]}
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_argues_on_twelve_slides_at_most_trust_first_and_how_to_check_last(slides, lang):
    titles = [slide.shapes.title.text_frame.text for slide in slides[lang]]
    assert 8 <= len(titles) <= MOST
    assert len(set(titles)) == len(titles)
    [inferred] = {"en": ["inferred"], "ja": ["判断"]}[lang]
    assert inferred in titles[1]
    assert foip.cite("academic").split("\n")[0] in "".join(seen(slides[lang][-1]))
    for slide in slides[lang][1:]:
        assert sum(s.has_chart or s.has_table or s.shape_type == 13 for s in slide.shapes) <= 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_of_a_title_stands_on_its_slide(items, slides, lang):
    for slide, item in zip(slides[lang], items[lang], strict=True):
        title = slide.shapes.title.text_frame.text
        assert numbers(title) <= shown(slide, item), title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_before_the_audience_or_in_what_is_spoken_is_a_code_or_a_locator(slides, lang):
    reference = foip.cite("academic").split("\n")[0]
    for slide in slides[lang]:
        for text in [*seen(slide), notes(slide)]:
            bare = text.replace(reference, "")
            assert not LOCATOR.search(bare), text
            assert not CODE.search(bare), text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_notes_are_speech_of_a_minute_at_most_that_names_an_initiative(shipped, slides, lang):
    names = in_language(shipped.initiatives, "name", lang)
    least, most = {"en": (80, 150), "ja": (200, 360)}[lang]  # words, or characters
    named = []
    for slide in slides[lang]:
        said, asked = notes(slide).rsplit("\n", 1)
        length = len(said.split()) if lang == "en" else len(said)
        assert least <= length <= most, (length, said)
        point, example, care, bridge = said.split("\n")
        assert asked.startswith({"en": "IF ASKED – ", "ja": "【想定問答】"}[lang])
        assert len(asked.split() if lang == "en" else asked) <= most, "an answer of a minute"
        assert point[-1] == care[-1] == {"en": ".", "ja": "。"}[lang]
        assert not any(CAPTION.match(part) for part in (point, example, care, bridge)), said
        named += [name for name in names if name in example][:1]
    assert len(named) == len(slides[lang]), "an initiative by name on every slide"
    assert len(set(named)) >= len(named) - 3, "and seldom one that another slide has"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_noted_adds_up_to_what_other_slides_show(shipped, slides, lang):
    """Slide 2 counts what bars and circles of the others count: no evidence twice, no silence."""
    [noted, tools, statuses] = (charted(slides[lang][n]) for n in (1, 3, 9))
    sums = [sum(values) for _, values in noted]  # priority, theme, tool, sector, place, …
    assert sums[2] == sum(sum(values[:3]) for _, values in tools)
    assert sums[4] == foip.count(shipped, "place").iloc[:, 0].sum()
    assert sums[6] == sum(sum(values[:3]) for _, values in statuses[:-1])


def charted(slide) -> list[tuple[str, list[float]]]:
    """The rows of a slide's chart: label and numbers."""
    plot = next(shape for shape in slide.shapes if shape.has_chart).chart.plots[0]
    numbers = zip(*(series.values for series in plot.series), strict=True)
    return list(zip(plot.categories, map(list, numbers), strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_short_forms_are_spelled_out_where_they_stand(slides, lang):
    spelled = {
        "OSA": {"en": "Official Security Assistance", "ja": "政府安全保障能力強化支援"},
        "ODA": {"en": "Official Development Assistance", "ja": "政府開発援助"},
    }
    used = 0
    for slide in slides[lang]:
        whole = " ".join(seen(slide))
        for short, long in spelled.items():
            if re.search(rf"(?<![A-Za-z]){short}(?![A-Za-z])", whole):
                used += 1
                assert whole.count(long[lang]) == 1, (short, whole)
    assert used >= 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_foot_names_maker_year_licence_and_who_coded(slides, lang):
    for slide in slides[lang][1:-2]:
        foot = next(s for s in slide.shapes if s.has_text_frame and "CC BY" in s.text_frame.text)
        assert "FOIP Analysis contributors" in foot.text_frame.text
        assert re.search(r"software|ソフトウェア", foot.text_frame.text)
        assert len(foot.text_frame.paragraphs) <= 2
        assert foot.text_frame.paragraphs[0].runs[0].font.size >= Pt(11)


def test_what_is_said_without_a_number_is_true_of_the_data(shipped):
    """The sentences of the catalogue that interpret: they hold for this data, or are rewritten."""
    for dataset in (shipped, shipped.stated()):
        assert foip.count(dataset, "priority", order="size", lang=None).index[0] == "p1"
        ahead = foip.count(dataset, "region", order="size", lang=None).index
        assert ahead[0] == "southeast_asia"
    inferred = shipped.codings[shipped.codings["basis"] == "inferred"]
    inferred = inferred[inferred["code"] != "not_stated"]
    shares = inferred["dimension"].value_counts() / shipped.codings["dimension"].value_counts()
    assert set(shares.nlargest(2).index) == {"priority", "theme"}
    decided = " ".join(shipped.where(status="decided").initiatives["name_en"]).lower()
    assert all(word in decided for word in ("radar", "patrol boat", "unmanned aerial"))
    behind = shipped.where(region="pacific", priority="p3")
    for tool in ("infrastructure", "equipment", "capacity_building"):  # built, handed over, taught
        assert foip.count(behind, "tool", lang=None).loc[tool, "initiatives"] > 0
    mapped = shipped.initiatives[shipped.initiatives["mentioned_in"] == "map"]["initiative_id"]
    areas = shipped.codings[shipped.codings["dimension"] == "priority"]
    assert set(areas.loc[areas["basis"] == "inferred", "initiative_id"]) == set(mapped)


@pytest.mark.usefixtures("no_map")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_and_leader_is_computed(shipped, lang):
    fewer = shipped.where(
        priority=["p1", "p3"], tool=["osa", "infrastructure", "business"], status="delivering"
    )
    before, after = slides_of(shipped, lang), slides_of(fewer, lang)
    assert len(before) == len(after)
    spoken = [numbers(slide.notes or "") for slide in before]
    for old, new, said in zip(before, after, spoken, strict=True):
        if numbers(old.title or ""):
            assert old.title != new.title
        if said and old.kind != "text":
            assert old.notes != new.notes
        if isinstance(old.thing, pd.DataFrame):
            assert old.thing.to_numpy().tolist() != new.thing.to_numpy().tolist()


def test_the_same_data_gives_the_same_bytes(decks, shipped, tmp_path):
    again = save_deck(shipped, tmp_path / "again.pptx")
    assert again.read_bytes() == decks["en"].read_bytes()


@pytest.mark.parametrize("lang", LANGUAGES[:1])  # whose words are the longer
def test_it_stands_on_another_program_s_4_by_3_template_too(shipped, tmp_path, lang):
    template = tmp_path / "house.pptx"
    Presentation().save(template)  # as PowerPoint made it
    path = save_deck(shipped, tmp_path / "d.pptx", lang=lang, template=template)
    made = Presentation(path)
    assert made.slide_width == Presentation(template).slide_width
    assert made.slides[0].shapes.title.text_frame.text
    assert all(notes(slide) for slide in made.slides)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bars_of_few_are_pale_and_the_slide_says_so(shipped, tmp_path, lang):
    table = foip.cross_tab(shipped, "region", "priority", codes="present", lang=lang)
    path = save_deck([("shares", table)], tmp_path / "few.pptx", lang=lang)
    [slide] = Presentation(path).slides
    series = next(shape for shape in slide.shapes if shape.has_chart).chart.plots[0].series[0]
    pale = {int(point.idx.val) for point in series._element.findall(qn("c:dPt"))}
    assert pale == {n for n, (_, values) in enumerate(charted(slide)) if sum(values) < 5} != set()
    assert any(re.search("pale|淡色", text) for text in seen(slide))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_deck_draws_shares_of_regions_with_five_initiatives_or_more(shipped, slides, lang):
    slide, regions = slides[lang][4], foip.count(shipped, "region", lang=lang).iloc[:, 0]
    assert [sum(values) for _, values in charted(slide)] == sorted(
        regions[regions >= 5], reverse=True
    )
    assert any(re.search("five or more|5件以上", text) for text in seen(slide))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_partner_stands_in_a_bar_or_by_name(shipped, slides, lang):
    slide, counted = slides[lang][7], foip.count(shipped, "partner", lang=lang)
    bars = {label: values[-1] for label, values in charted(slide)}
    [named] = [text for text in seen(slide) if re.match("Once each|各1件", text)]
    home = foip.describe("partner")["parent"].eq("domestic").to_numpy()
    for (label, number), at_home in zip(counted.iloc[:, 0].items(), home, strict=True):
        if at_home:
            assert re.search(rf"{re.escape(label)} ?[(（]{number}", named, re.IGNORECASE)
        elif number > 1:
            assert bars[label] == number
        else:
            assert label.lower() in named.lower()
        assert (label in bars) == (number > 1 and not at_home)


@pytest.mark.usefixtures("no_map")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_inferred_is_told_where_a_slide_rests_on_it(shipped, slides, lang):
    """The stars of the Pacific's initiatives, and the stated numbers under the means."""
    stated = shipped.codings[shipped.codings["basis"] != "inferred"]
    decided = {
        code: set(stated["initiative_id"][stated["code"] == code])
        for code in ("p1", "p3", "osa", "joint_research")
    }
    places = shipped.codebook.query("dimension == 'place' and parent == 'pacific'")["code"]
    sure = decided["p3"] & set(stated["initiative_id"][stated["code"].isin(places)])
    names = dict(
        zip(*(shipped.initiatives[c] for c in ("initiative_id", f"name_{lang}")), strict=True)
    )
    table = next(shape.table for shape in slides[lang][5].shapes if shape.has_table)
    told = [row.cells[0].text for row in list(table.rows)[1:]]
    plain = {name for name in told if name[-1] not in "*＊"}
    assert plain == {names[i] for i in sure}
    assert 0 < len(plain) < len(told)
    without = slides_of(shipped.stated(), lang)[5]
    assert not re.search("[*＊]", f"{without.what}{without.thing.iloc[:, 0].sum()}")
    osa, research = decided["osa"] & decided["p3"], decided["joint_research"] & decided["p1"]
    counts = {str(len(osa)), str(len(research))}
    said = {"en": "ithout inference", "ja": "判断を除いても|明記のもの"}[lang]
    for n in (3, 11):
        [text] = [text for text in seen(slides[lang][n]) if re.search(said, text)]
        [line] = [line for line in text.split("\n") if "OSA" in line and re.search(said, line)]
        assert counts <= numbers(line)


@pytest.mark.usefixtures("no_map")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answer_on_security_assistance_is_counted(shipped, lang):
    """OSA is for security by definition; what tells is how much of security has no part in it."""
    for dataset in (shipped, shipped.where(status="delivering")):
        answer = slides_of(dataset, lang)[3].notes.split("\n")[-1]
        security = dataset.where(priority="p3")
        osa, civil = (
            len(security.where(tool=tools).initiatives)
            for tools in ("osa", ["joint_research", "business"])
        )
        assert civil == 0
        none = {"en": "none of the", "ja": "1件もありません"}[lang]
        assert none in answer
        told = numbers(answer.replace(none, ""))
        assert told == {str(osa), str(len(security.initiatives))}


@pytest.mark.usefixtures("no_map")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_that_small_differences_part_are_called_level(shipped, lang):
    level = {"en": "level", "ja": "ほぼ"}[lang]
    told = slides_of(shipped, lang)
    assert level in told[2].example
    assert all(level in told[n].title for n in (6, 7))
    counted = foip.count(shipped, "place", lang=None).iloc[:, 0].nlargest(3)
    apart = shipped.where(place=[counted.index[0], counted.index[2]])  # 13 against 7 and fewer
    assert level not in slides_of(apart, lang)[6].title


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_that_is_decided_is_named_on_its_slide_and_in_its_notes(shipped, slides, lang):
    names = in_language(shipped.where(status="decided").initiatives, "name", lang)
    slide = slides[lang][9]
    assert all(any(name in text for text in seen(slide)) for name in names)
    assert all(name in notes(slide) for name in names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_document_s_map_is_told_apart_from_ours(slides, lang):
    first, ours = ("".join(seen(slides[lang][n])) for n in (0, 6))
    assert {"en": "map of its own", "ja": "独自の地図"}[lang] in first
    assert {"en": "Our own map, not the outline's", "ja": "資料の地図とは別"}[lang] in ours
