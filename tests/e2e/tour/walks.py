"""Each row of README's tour with its walk: a cell that changes there changes here."""
# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Mapping

from tests.e2e.tour import council, grid, offices, residents
from tests.e2e.tour.guide import Walk
from tests.e2e.tour.rows import Row

WALKS: Mapping[Row, Walk] = {
    Row(
        "nobody",
        "phone",
        "议事地点 → 大槐树议事亭 → 在这里反映 → (your words, two photos) 提交",
        "a code from `/demo/sms/` instead of a password, a receipt, the matter's own page",
    ): residents.raises,
    Row(
        "张桂兰, resident, 72",
        "phone",
        "我的 → 解决了吗？说一声 → 解决了一部分 → 提交评价",
        "it is no longer done but back at work; the three roofs: who had it, how long, who has it now",
    ): residents.has_the_last_word,
    Row(
        "张桂兰",
        "phone",
        "首页 → 大槐树下的空地怎么用",
        "a call for ideas: what neighbours thought of, which one the council took up and why, what became of it",
    ): residents.follows_the_call,
    Row(
        "赵雪, young mother",
        "phone",
        "大家的事 → 门洞里两袋硬水泥挡路 → 我家也遇到 → 我的 → 我家也遇到的",
        "that she is counted, and follows what becomes of it",
    ): residents.is_counted,
    Row(
        "李建民, noodle shop, council member",
        "phone",
        "我的 → 我的走访",
        "whom he meant to see this month and what they said: his own, one tap makes a matter of it",
    ): residents.keeps_contacts,
    Row(
        "王晓燕, grid worker",
        "tablet",
        "(the first one) 签收 → 答复居民 → 确定类别",
        "who has it now and until when; four classes with their times",
    ): grid.takes_in_answers_and_classes,
    Row(
        "王晓燕",
        "tablet",
        "待核对公开 → 对门2单元402 → 核对并公开 → 公开",
        "the door number taken out beside the original",
    ): grid.publishes_without_the_door,
    Row(
        "孙丽, grid worker",
        "tablet",
        "`/demo/` → 让一件事到期 (then be her again, and wait two minutes)",
        "a matter whose clock runs out leave for the community, by itself",
    ): grid.watches_it_go_up,
    Row(
        "王晓燕",
        "tablet",
        "议事会 → 第一网格议事会 → 丁德福 → 附议",
        "who sits since when, who stands posted; with hers enough have seconded, and 陈静 finds him under 议事会",
    ): council.seconds,
    Row(
        "王晓燕",
        "tablet",
        "议事会 → 会议 → 例会：大家的事大家商量 → 试一次 → 开始练习 → (the ring, six names) 开会 → 开始这一项",
        "the table of a sitting with nine invented people; nothing of it is kept",
    ): council.rehearses,
    Row(
        "王晓燕",
        "tablet",
        "议事会 → 会议 → 例会：大家的事大家商量 → 去主持台",
        "the real one, about to begin: its code for phones, who is here, one next thing to press",
    ): council.comes_to_the_table,
    Row(
        "刘建国, grid head",
        "phone",
        "`/sit/` → (the code of the table) 加入 → 我到了",
        "what is on, and in the vote that opens his own hand; 我要发言",
    ): council.joins_by_code,
    Row(
        "王晓燕",
        "tablet",
        "议事会 → 会议 → 例会：大家的事大家商量 → 去主持台 → (the ring, names) 开会 → 开始这一项 → 结束这一项 → (the same for the others) 散会 → 看会议记录",
        "five minutes alone: a motion, a vote by hands, the decision; the minutes stand there when it ends",
    ): council.runs_it_alone,
    Row(
        "nobody",
        "desktop",
        "议事会 → 会议 → 上个月 → 社区议事会：公共收益怎么花 → 看会议记录",
        "minutes with each vote, by name and by hands, their digest in the record, the PDF",
    ): council.reads_minutes,
    Row(
        "陈静, community",
        "desktop",
        "转上来的 → 楼门口雨棚铁皮翘角 → `u`",
        "what the grid tried and why it came; send it on",
    ): offices.sends_on,
    Row(
        "冯磊, street dispatcher",
        "desktop",
        "指定主办",
        "who answers for this kind of matter; one leads, others join",
    ): offices.names_the_lead,
    Row(
        "沈涛, housing department",
        "desktop",
        "签收 → 承诺办理 → 报办理结果",
        "a promise with its date, then a picture and what it cost",
    ): offices.promises_and_delivers,
    Row(
        "褚颖, supervisor",
        "desktop",
        "我的工作台 → 超时",
        "what is late, by body, and for how long",
    ): offices.sees_what_is_late,
    Row(
        "尤佳, administrator",
        "desktop",
        "管理 → 从文件导入",
        "bodies, postings, import from Excel or CSV with a preview; posters to print",
    ): offices.administers,
}
