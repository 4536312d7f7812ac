"""Names of companies as people say them, from those that registries have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.company_names import plain_name

NAMES = {
    "Zorblatt Networks, Inc.": "Zorblatt Networks",
    "Zorblatt Co., Ltd.": "Zorblatt",
    "ZORBLATT CO.,LTD": "Zorblatt",
    "Zorblatt S.p.A.": "Zorblatt",
    "Zorblatt GmbH & Co. KG": "Zorblatt",
    "Zorblatt Sp. z o.o.": "Zorblatt",
    "Zorblatt d.o.o.": "Zorblatt",
    "Zorblatt S.A. de C.V.": "Zorblatt",
    "Zorblatt spol. s r.o.": "Zorblatt",
    "Zorblatt Sdn Bhd": "Zorblatt",
    "Zorblatt K.K.": "Zorblatt",
    "OOO Zorblatt": "Zorblatt",
    "Zorblatt A/S": "Zorblatt",
    "Zorblatt Pty. Ltd.": "Zorblatt",
    "Zorblatt (formerly Blattzor)": "Zorblatt",
    "Zorblatt, formerly Blattzor Inc": "Zorblatt",
    "Zorblatt (abbr. ZB": "Zorblatt",
    "Zorblatt Technologies": "Zorblatt",
    "Hangzhou Zorblatt Communication Technology Co., Ltd.": "Zorblatt Communication",
    "Shanghai Data Technology Co.,Ltd": "Shanghai Data",
    "Server Technology Inc.": "Server Technology",
    "Data Systems": "Data Systems",
    "ZB": "ZB",
    "ZBT INC": "ZBT",
    "AT&T": "AT&T",
    "Inc.": "Inc",
    "": "",
}


@pytest.mark.parametrize(("legal", "plain"), NAMES.items())
def test_a_name(legal: str, plain: str) -> None:
    assert plain_name(legal) == plain


@given(st.text(max_size=60))
def test_something_is_always_left(legal: str) -> None:
    assert bool(plain_name(legal).strip()) >= any(c.isalnum() for c in legal)
