package org.diban.indicator.form;

/** The rows of 项目资金, in their printed order. The last three add up to the first. */
public enum FundSource {
    /** 年度资金总额. */
    TOTAL("年度资金总额", "Total funds of the year"),
    /** 当年财政拨款. */
    FISCAL("当年财政拨款", "Fiscal appropriation of the year"),
    /** 上年结转资金. */
    CARRIED_OVER("上年结转资金", "Carried over from last year"),
    /** 其他资金. */
    OTHER("其他资金", "Other funds");

    private final String zh;
    private final String en;

    FundSource(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The official label, without the leading 其中. */
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
