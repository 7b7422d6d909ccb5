"""What Hypothesis invents for the tests of search."""

from __future__ import annotations

from hypothesis import strategies as st

anything = st.text(st.characters(), max_size=80)
han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=20)
street_words = st.text(
    st.sampled_from("电梯坏了三号楼漏水路灯不亮 ,，。305AbÜ'&|!():*\\\0"), max_size=30
)
