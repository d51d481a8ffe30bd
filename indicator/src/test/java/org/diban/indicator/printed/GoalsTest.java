package org.diban.indicator.printed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "时延<2ms，a<b 且 c>d|时延<2ms，a<b 且 c>d",
                "R&amp;D|R&amp;D",
                "<p>R&amp;D&nbsp;&#20013;&#x6587;</p>|R&D 中文",
                "<P CLASS=x>一</P><p>二</p>|一\\n二",
                "一<br/>二<BR>三|一\\n二\\n三",
                "<b>粗</b>细|粗细",
                "<!-- 隐 --><p>显</p>|显",
                "<p>&lt;script&gt;</p>|<script>",
                "<img src=x onerror=alert(1)>图|图",
                "<未知>字|<未知>字"
            })
    void mark_up_becomes_text(String cell, String text) {
        assertThat(Goals.read(cell).text()).isEqualTo(text.replace("\\n", "\n"));
    }

    @Test
    void paragraphs_are_put_back_into_their_mark_up_and_changed_ones_too() {
        Goals goals = Goals.read("<p style=\"text-align: center;\">甲&amp;乙</p> <p>丙</p>");
        assertThat(goals.markup()).containsExactly("<p style=\"text-align: center;\">", "</p> <p>", "</p>");
        assertThat(Goals.print(goals.text(), goals.markup()))
                .isEqualTo("<p style=\"text-align: center;\">甲&amp;乙</p> <p>丙</p>");
        assertThat(Goals.print("甲\n丁<", goals.markup())).endsWith("<p>丁&lt;</p>");
        assertThat(Goals.print("只有一段", goals.markup())).isEqualTo("只有一段");
    }

    @Property(seed = "20241122", tries = 500)
    void any_cell_with_mark_up_that_was_kept_prints_as_it_was(@ForAll String cell) {
        String wrapped = "<p>" + cell + "</p>";
        Goals goals = Goals.read(wrapped);
        if (!goals.markup().isEmpty()) {
            assertThat(Goals.print(goals.text(), goals.markup())).isEqualTo(wrapped);
        }
    }
}
