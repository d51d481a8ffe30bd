package org.diban.app.shell;

import org.diban.kernel.problem.Text;

/** The systems by which the left navigation is ordered, in the words of the forms. */
public enum NavigationArea {
    OVERVIEW("总览", "Overview"),
    FORMS("绩效自评", "Forms"),
    BLOCKS("块数据", "Blocks"),
    RESIDENTS("社区底库", "Residents"),
    DATA("数据运营", "Data"),
    EXTRANET("电子政务外网", "Extranet"),
    VIDEO("视频共享", "Video"),
    SECURITY("安全", "Security"),
    CASES("工单", "Cases"),
    REGISTERS("台账", "Registers"),
    SUPERVISION("监管", "Supervision"),
    EVIDENCE("存证", "Evidence"),
    ADMINISTRATION("管理", "Administration");

    private final Text label;

    NavigationArea(String zh, String en) {
        this.label = new Text(zh, en);
    }

    /** The word people read. */
    public Text label() {
        return label;
    }
}
