package org.diban.app.performance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diban.indicator.form.Form;
import org.diban.indicator.ledger.EvidenceFile;
import org.diban.indicator.ledger.FieldChange;
import org.diban.indicator.ledger.FormChange;
import org.jspecify.annotations.Nullable;

/**
 * The self-evaluation forms of this installation. Every call asks whether the person behind the request may do it and leaves an audit
 * record; a refusal is a problem of {@code access}. A form that does not exist is PERF-1001.
 */
public interface Forms {
    /** A page of the forms of a year, within what the person may read. */
    Overview overview(OverviewQuery query, int limit, long offset);

    /** The years of which there are forms that the person may read, the latest first. */
    List<Integer> years();

    /** The latest forms that the person may read and whose project, department or unit contains a text. */
    List<FormSummary> search(String text, int limit);

    /** All forms that the person may read, by project and year. */
    List<FormSummary> overYears();

    /** The organisations whose forms the person may read, by identifier, in the order of the tree. */
    Map<String, String> organisations(Locale language);

    /** The form as it stands. */
    FormRecord form(String id);

    /**
     * The form as it stood after its first facts.
     *
     * @throws org.diban.kernel.problem.ProblemException PERF-1006 when it never had so many
     */
    FormRecord form(String id, long version);

    /**
     * What differs between two versions.
     *
     * @throws org.diban.kernel.problem.ProblemException PERF-1006
     */
    List<FieldChange> differences(String id, long from, long to);

    /**
     * A figure.
     *
     * @throws org.diban.kernel.problem.ProblemException PERF-1005 when the form has no such indicator
     */
    FigureRecord figure(String id, String indicator);

    /**
     * Changes a form.
     *
     * @param seen the version that the author saw
     * @return the form after the change
     * @throws org.diban.kernel.problem.ProblemException LEDG-2001 when the form has moved on, LEDG-… when the change is impossible
     */
    FormSummary change(String id, long seen, FormChange change);

    /**
     * Makes several changes of one author in one transaction: all or none.
     *
     * @param changes of one kind; nothing happens when there are none
     */
    FormSummary changeAll(String id, long seen, List<FormChange> changes);

    /**
     * Finalises a form: signs the digests of the form and of its scores.
     *
     * @param password the person's own, asked for again
     * @throws org.diban.kernel.problem.ProblemException ACC-1005 when it is wrong
     */
    FormSummary finalise(String id, long seen, String password);

    /**
     * Opens a form.
     *
     * @throws org.diban.kernel.problem.ProblemException PERF-1104 when the organisation has one of this project and year
     */
    FormSummary open(String organisation, Form form);

    /**
     * Keeps a file that is to stand behind a figure of the form. It stays even if the figure is never entered.
     *
     * @param dated the date that the document bears; {@code null} when it bears none
     */
    EvidenceFile keep(String id, InputStream content, String name, String mediaType, @Nullable LocalDate dated)
            throws IOException;

    /** Writes the bytes of a file that stands behind the form. */
    void copyFile(String id, String digest, OutputStream out) throws IOException;

    /**
     * Writes the form as a file.
     *
     * @throws org.diban.kernel.problem.ProblemException PERF-1012 for a format that is not one of {@link #FORMATS}
     */
    void export(String id, String format, Locale language, OutputStream out) throws IOException;

    /** How many indicators of forms that the person may read are bound to each measure, by its identifier. */
    Map<String, Integer> measureUses();

    /** The indicators that are bound to a measure, the latest years first, at most {@code limit}. */
    List<MeasureUse> measureUses(String measure, int limit);

    /** The formats of {@link #export}. */
    List<String> FORMATS = List.of("xlsx", "docx", "pdf", "json");

    /** Derives the projection of every form again from its facts. Only for the system itself: nobody is asked. */
    int rebuild();
}
