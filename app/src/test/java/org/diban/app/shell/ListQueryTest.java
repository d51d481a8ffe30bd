package org.diban.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ListQueryTest {
    private static final List<Column> COLUMNS =
            List.of(Column.sorted("name", "k"), Column.plain("roles", "k"), Column.figures("score", "k"));

    private static ListQuery query(String... pairs) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/people");
        for (int i = 0; i < pairs.length; i += 2) {
            request.addParameter(pairs[i], pairs[i + 1]);
        }
        return ListQuery.of(request, COLUMNS, "-score", List.of("q", "state"));
    }

    @Test
    void what_the_address_does_not_say_has_a_default() {
        ListQuery query = query();
        assertThat(query.sort()).isEqualTo("score");
        assertThat(query.descending()).isTrue();
        assertThat(query.page()).isEqualTo(1);
        assertThat(query.size()).isEqualTo(ListQuery.DEFAULT_SIZE);
        assertThat(query.filters()).isEmpty();
        assertThat(query.pages(0)).isEqualTo(1);
    }

    @Test
    void what_is_not_understood_is_left_out() {
        ListQuery query =
                query("sort", "roles; drop table", "page", "-3", "size", "7", "hide", "name,nothing", "other", "x");
        assertThat(query).isEqualTo(query());
        assertThat(query("page", "99999999999").page()).isEqualTo(1);
    }

    @Test
    void addresses_keep_filters_and_escape_them() {
        ListQuery query = query("q", "王 &<\"{x}", "sort", "name", "page", "3", "hide", "roles");
        assertThat(query.sortedBy("name")).isEqualTo("/people?q=%E7%8E%8B%20%26%3C%22%7Bx%7D&sort=-name&hide=roles");
        assertThat(query.at(4)).endsWith("&sort=name&page=4&hide=roles");
        assertThat(query.toggled("roles")).doesNotContain("hide");
        assertThat(query.export("csv")).startsWith("/people.csv?q=").endsWith("&sort=name");
        assertThat(query.offset()).isEqualTo(100);
        assertThat(query.shows("roles")).isFalse();
        assertThat(query.width()).isEqualTo(2);
    }
}
