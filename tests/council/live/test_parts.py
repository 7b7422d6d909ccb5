"""static/js/parts.js in a browser: what is new comes, and whoever types or reads goes on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.council.live.conftest import Hall
from tests.council.live.front import SILENT, Front
from tests.council.live.screens import frame_of, frame_with, send

pytestmark = pytest.mark.processes
ITEM = "[data-part=item]"


class Part:
    """One part of the table, drawn again and again."""

    def __init__(self, hall: Hall, page: Page, name: str = "item") -> None:
        self.hall, self.page, self.name, self.version = hall, page, name, 0

    def show(self, html: str) -> None:
        self.version += 1
        send(self.page, frame_with(self.hall, part=self.name, html=html, more=self.version))

    @property
    def place(self) -> Locator:
        return self.page.locator(f"[data-part={self.name}]").first

    def find(self, what: str) -> Locator:
        return self.place.locator(what)

    @property
    def kept(self) -> Locator:
        return self.page.locator("[data-live-kept]")


@pytest.fixture
def item(hall: Hall, table: Page) -> Part:
    return Part(hall, table)


def form(about: str, inside: str) -> str:
    return (
        f'<form method="post" action="/nowhere/"><input type="hidden" name="act" value="{about}">'
        f"{inside}<button>送</button></form>"
    )


def blur(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")


class TestWhatIsTyped:
    def test_what_a_loaded_page_holds_is_the_same_in_a_frame(self, item: Part) -> None:
        """A page is loaded with a token in each form, a frame comes without."""
        token = '<input type="hidden" name="csrfmiddlewaretoken" value="t">'
        inside = '<textarea name="text"></textarea>'
        item.show(form("move", token + inside))
        item.find("textarea").fill("说到一半")
        blur(item.page)
        item.show(form("move", inside))
        expect(item.find("textarea")).to_have_count(1)
        expect(item.find("textarea")).to_have_value("说到一半")
        expect(item.kept).to_be_hidden()

    def test_typing_goes_on_in_a_part_that_changes(self, item: Part) -> None:
        html = '<label for="a">甲</label><input id="a" name="note" value=""><p>旧</p>'
        item.show(html)
        field = item.find("#a")
        field.press_sequentially("说到一半")
        field.press("ArrowLeft")
        item.show("<p>前面多了一句</p>" + html.replace("旧", "新"))
        expect(item.find("p").last).to_have_text("新")
        expect(field).to_be_focused()
        field.press_sequentially("了")
        # The caret stays too.
        expect(field).to_have_value("说到一了半")
        expect(item.kept).to_be_hidden()

    def test_words_that_are_being_composed_are_not_cut_off(self, item: Part) -> None:
        html = '<p>{}</p><textarea id="a"></textarea>'
        item.show(html.format("旧"))
        item.find("#a").focus()
        line = item.page.context.new_cdp_session(item.page)
        line.send(
            "Input.imeSetComposition",
            {"text": "xiashuidao", "selectionStart": 10, "selectionEnd": 10},
        )
        item.show("<section>新的一段</section>" + html.format("新"))
        line.send("Input.insertText", {"text": "下水道"})
        expect(item.find("#a")).to_have_value("下水道")
        expect(item.find("p")).to_have_text("新")

    def test_what_nobody_touched_follows_the_server(self, item: Part) -> None:
        html = (
            '<input id="a" value="{0}"><select id="b"><option>{0}</option><option>丙</option>'
            '</select><input type="checkbox" id="c" {1}>'
        )
        item.show(html.format("甲", ""))
        item.show(html.format("乙", "checked"))
        expect(item.find("#a")).to_have_value("乙")
        expect(item.find("#b")).to_have_value("乙")
        expect(item.find("#c")).to_be_checked()

    def test_what_has_no_place_any_more_stays_and_is_spoken_of(self, item: Part) -> None:
        words = form("note_item", '<textarea name="note"></textarea>')
        item.show(f"<article><h2>积水</h2>{words}</article>")
        item.find("textarea").fill("还没有记下")
        blur(item.page)
        item.show("<p>讲完了</p>")
        expect(item.find("p")).to_have_text("讲完了")
        expect(item.find("h2")).to_have_count(0)
        expect(item.find("form.is-left textarea")).to_have_value("还没有记下")
        expect(item.kept).to_be_visible()
        item.show("<p>下一项</p>")
        expect(item.find("textarea")).to_have_value("还没有记下")
        item.show(f"<article><h2>还是积水</h2>{words}</article>")
        expect(item.find("article textarea")).to_have_value("还没有记下")
        expect(item.find(".is-left")).to_have_count(0)
        expect(item.kept).to_be_hidden()

    def test_what_is_emptied_or_put_away_goes(self, item: Part) -> None:
        words = form("note_item", '<textarea name="note"></textarea>')
        for away in ("emptied", "put away"):
            item.show(words)
            item.find("textarea").fill("算了")
            item.show("<p>讲完了</p>")
            if away == "emptied":
                item.find("textarea").fill("")
                blur(item.page)
            else:
                item.kept.get_by_role("button").click()
            expect(item.find("form")).to_have_count(0)
            expect(item.kept).to_be_hidden()

    def test_a_chosen_name_stays_though_it_left_the_list(self, item: Part) -> None:
        def names(who: str) -> str:
            options = "".join(f'<option value="{one}">{one}</option>' for one in who)
            return form(
                "ask_floor", f'<select name="roll"><option value=""></option>{options}</select>'
            )

        item.show(names("甲乙丙"))
        item.find("select").select_option("乙")
        item.show(names("丁甲丙"))
        expect(item.find("select")).to_have_value("乙")
        assert item.find("option").all_inner_texts() == ["", "丁", "甲", "乙", "丙"]
        item.show(names("甲乙丙"))
        expect(item.find("select")).to_have_value("乙")
        assert len(item.find("option").all()) == 4

    def test_choices_stay_with_their_own_form(self, item: Part) -> None:
        ways = "".join(
            f'<input type="radio" name="way" value="{way}" {"checked" * (way == "hands")}>'
            for way in ("hands", "named")
        )
        one = form("open_vote", ways + '<input type="checkbox" name="holders" value="1">')
        other = form("adopt", ways)
        item.show(one + other)
        item.find("[value=named]").first.check()
        item.find("[name=holders]").check()
        item.show("<p>票还没开</p>" + other + one)
        forms = item.find("form")
        expect(forms.nth(0).locator("[value=hands]")).to_be_checked()
        expect(forms.nth(1).locator("[value=named]")).to_be_checked()
        expect(forms.nth(1).locator("[name=holders]")).to_be_checked()

    def test_a_field_of_another_name_takes_over_nothing(self, item: Part) -> None:
        item.show(form("adopt", '<input name="minority"><input name="text">'))
        item.find("[name=minority]").fill("先查清漏点")
        item.show(
            form("adopt", '<input name="owners_note"><input name="minority"><input name="text">')
        )
        expect(item.find("[name=owners_note]")).to_have_value("")
        expect(item.find("[name=minority]")).to_have_value("先查清漏点")

    def test_a_count_that_is_half_done_stays(self, item: Part) -> None:
        def count(cast: int) -> str:
            inside = "".join(
                f'<input id="count-{one}" name="{one}" type="number" max="9" value="0">'
                f'<button type="button" data-step="1" data-for="count-{one}">+</button>'
                for one in ("yes", "no")
            )
            return f"<p>{cast}</p>" + form(
                "count_hands", inside + '<p data-adds-up data-script="v">都要数到</p>'
            ).replace("<form", '<form data-must-be="5"')

        item.show(count(0))
        for _tap in range(3):
            item.find("[data-for=count-yes]").click()
        for cast in (1, 2, 3):
            item.show(count(cast))
        item.find("[data-for=count-no]").click()
        expect(item.find("#count-yes")).to_have_value("3")
        expect(item.find("#count-no")).to_have_value("1")
        expect(item.find("[data-adds-up]")).to_have_text("4 / 5 · 都要数到")
        expect(item.find("p").first).to_have_text("3")

    def test_what_is_on_its_way_waits_for_its_answer(
        self, hall: Hall, item: Part, front: Front
    ) -> None:
        html = (
            f'<form method="post" action="/sittings/{hall.meeting.uid}/do/" data-command>'
            '<input type="hidden" name="act" value="nonsense"><button>送</button></form><p>旧</p>'
        )
        item.show(html)
        front.breaks(SILENT)
        item.page.get_by_role("button", name="送").click()
        item.show("<p>新</p>")
        expect(item.find("p")).to_have_text("新")
        expect(item.find("form")).to_be_visible()
        front.mend()
        # It did not arrive, so that it can be pressed again with the id it has.
        expect(item.page.locator("[data-command-error]")).to_be_visible()
        expect(item.find("form")).to_be_visible()


class TestWhatIsRead:
    def test_a_fold_stays_open_though_its_words_change(self, item: Part) -> None:
        fold = '<details id="{0}"><summary>{1} 次</summary><p>谈过</p></details>'
        item.show(fold.format("findings", 2) + fold.format("talks", 2))
        item.find("#talks summary").click()
        item.show(fold.format("talks", 3))
        expect(item.find("#talks")).to_have_attribute("open", "")
        item.show(fold.format("findings", 3) + fold.format("talks", 3))
        assert item.find("#findings").get_attribute("open") is None

    def test_a_list_stays_where_it_was_scrolled_to(self, item: Part) -> None:
        def rows(on: int) -> str:
            lines = "".join(f"<li>{at} {'▶' * (at == on)}</li>" for at in range(60))
            return f'<ol id="long">{lines}</ol>'

        item.page.evaluate(
            "document.styleSheets[0].insertRule('#long { height: 90px; overflow: auto }')"
        )
        item.show(rows(1))
        item.find("ol").evaluate("list => { list.scrollTop = 500 }")
        item.show(rows(2))
        assert item.find("ol").evaluate("list => list.scrollTop") == 500

    def test_the_focus_stays_on_the_same_persons_button(self, hall: Hall, table: Page) -> None:
        floor = Part(hall, table, "floor")

        def row(who: str) -> str:
            return (
                f'<li><form method="post"><input type="hidden" name="act" value="give">'
                f'<input type="hidden" name="command" value="{who}{floor.version}">'
                f'<input type="hidden" name="speech" value="{who}"><button>请</button></form></li>'
            )

        floor.show("".join(map(row, "甲乙丙")))
        floor.find("button").nth(1).focus()
        floor.show("".join(map(row, "丁丙乙甲")))
        told = "document.activeElement.form.elements.speech.value"
        assert table.evaluate(told) == "乙"
        floor.show("".join(map(row, "丁丙甲")))
        assert table.evaluate("document.activeElement.dataset.part") == "floor"


class TestPlaces:
    def test_a_part_within_another_changes_alone(self, hall: Hall, item: Part) -> None:
        line = '<li data-part="line-{}"></li>'
        parts = {
            "item": "<ul>" + line.format(1) + line.format(2) + "</ul>",
            "line-1": '<button id="tap-1">何平</button>',
            "line-2": '<button id="tap-2">赵雪</button>',
        }
        send(item.page, frame_of(hall, parts, more=1))
        item.find("#tap-2").focus()
        item.find("#tap-2").evaluate("button => { button.same = true }")
        send(
            item.page, frame_of(hall, {"line-1": parts["line-1"].replace("何平", "何平 ✓")}, more=2)
        )
        expect(item.find("#tap-1")).to_have_text("何平 ✓")
        # Its place comes again, without what stands there.
        send(item.page, frame_of(hall, {"item": "<h2>到会</h2>" + parts["item"]}, more=3))
        expect(item.find("h2")).to_have_text("到会")
        expect(item.find("#tap-2")).to_be_focused()
        assert item.find("#tap-2").evaluate("button => button.same")

    def test_a_place_that_comes_later_is_filled_with_what_came_before(
        self, hall: Hall, item: Part
    ) -> None:
        here = {"item": "<p>还没开始</p>", "members-here": "<option>何平</option>"}
        send(item.page, frame_of(hall, here, more=1))
        twice = '<select><optgroup label="成员" data-part="members-here"></optgroup></select>' * 2
        send(item.page, frame_of(hall, {"item": twice}, more=2))
        assert item.find("option").all_inner_texts() == ["何平", "何平"]

    def test_a_list_leaves_out_whom_its_place_names(self, hall: Hall, item: Part) -> None:
        place = (
            '<select><optgroup label="成员" data-part="members-here" data-except="%s"></optgroup>'
            "</select>"
        )
        here = '<option value="1">何平</option><option value="2">赵雪</option>'
        parts = {"item": place % "2" + place % "", "members-here": here}
        send(item.page, frame_of(hall, parts, more=1))
        assert item.find("option").all_inner_texts() == ["何平", "何平", "赵雪"]
        item.find("select").last.evaluate("select => { select.same = true }")
        # Another is left out, and the list itself does not come again.
        send(item.page, frame_of(hall, {"item": place % "1" + place % ""}, more=2))
        assert item.find("option").all_inner_texts() == ["赵雪", "何平", "赵雪"]
        send(item.page, frame_of(hall, {"item": place % "" + place % ""}, more=3))
        assert item.find("option").all_inner_texts() == ["何平", "赵雪", "何平", "赵雪"]
        assert item.find("select").last.evaluate("select => select.same")
