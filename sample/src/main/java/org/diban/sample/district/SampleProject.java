package org.diban.sample.district;

import java.util.List;
import org.diban.indicator.ledger.FormChange;

/**
 * A project of the sample district with the life of its form.
 *
 * @param key its name in the sample
 * @param unit the key of the unit that runs it
 * @param steps the changes to its form in their order; the first one opens it
 * @param files the files that the changes refer to
 */
public record SampleProject(String key, String unit, List<Step> steps, List<SampleFile> files) {
    public SampleProject {
        steps = List.copyOf(steps);
        files = List.copyOf(files);
    }

    /**
     * One change.
     *
     * @param by the login of the person who makes it
     */
    public record Step(String by, FormChange change) {}
}
