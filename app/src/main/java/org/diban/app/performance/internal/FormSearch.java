package org.diban.app.performance.internal;

import java.util.List;
import org.diban.app.access.Permission;
import org.diban.app.performance.Forms;
import org.diban.app.shell.Right;
import org.diban.app.shell.SearchHit;
import org.diban.app.shell.SearchSource;
import org.springframework.stereotype.Component;

/** Forms in the search of the top bar. */
@Component
class FormSearch implements SearchSource {
    private final Forms forms;

    FormSearch(Forms forms) {
        this.forms = forms;
    }

    @Override
    public String labelKey() {
        return "performance.search.forms";
    }

    @Override
    public Right right() {
        return Permission.FORM_READ;
    }

    @Override
    public List<SearchHit> find(String text, int limit) {
        return forms.search(text, limit).stream()
                .map(form -> new SearchHit(form.project(), form.year() + " · " + form.unit(), "/forms/" + form.id()))
                .toList();
    }
}
