package org.diban.cli.review;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.diban.cli.input.FormFile;
import org.diban.cli.input.FormFiles;
import org.diban.cli.input.ReadForms;
import org.diban.cli.terminal.CliProblem;
import org.diban.indicator.review.Submission;
import org.diban.indicator.score.RuleSet;
import org.diban.kernel.problem.Problem;

/**
 * The forms of many files in the order of the files. A few files are read ahead on other threads; what cannot be read is told and left
 * out.
 */
final class Submissions implements Iterator<Submission>, AutoCloseable {
    private static final int BATCH = 32;

    private final List<FormFiles.Named> files;
    private final RuleSet rules;
    private final Consumer<Problem> problems;
    private final int threads;
    private final ExecutorService readers;
    private final Deque<Future<List<FormFile>>> ahead = new ArrayDeque<>();
    private final Deque<FormFile> read = new ArrayDeque<>();
    private final Deque<Submission> ready = new ArrayDeque<>();
    private int submitted;
    private int done;

    /**
     * @param problems takes what is wrong with files and forms that are left out; called by the thread that iterates
     * @param threads how many threads read
     */
    Submissions(List<FormFiles.Named> files, RuleSet rules, Consumer<Problem> problems, int threads) {
        this.files = files;
        this.rules = rules;
        this.problems = problems;
        this.threads = threads;
        this.readers = Executors.newFixedThreadPool(threads);
    }

    /** How many files have been read and handed over. */
    int filesDone() {
        return done;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            if (read.isEmpty() && !readMore()) {
                return false;
            }
            take(read.remove());
        }
        return true;
    }

    @Override
    public Submission next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void take(FormFile file) {
        done++;
        if (file.refused() > 0) {
            file.problems().forEach(problems);
        }
        file.notes().forEach(problems);
        for (FormFile.Entry entry : file.entries()) {
            ready.add(new Submission(entry.key(), entry.form(), entry.source(), null));
        }
    }

    private boolean readMore() {
        while (submitted < files.size() && ahead.size() < 2 * threads) {
            List<FormFiles.Named> batch = files.subList(submitted, Math.min(submitted + BATCH, files.size()));
            submitted += batch.size();
            ahead.add(readers.submit(() -> batch.stream().map(this::read).toList()));
        }
        if (ahead.isEmpty()) {
            return false;
        }
        try {
            read.addAll(ahead.remove().get());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the review was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a file could not be taken over", e.getCause());
        }
    }

    private FormFile read(FormFiles.Named file) {
        try {
            return FormFile.read(file.path(), file.name(), rules);
        } catch (IOException e) {
            Problem problem = CliProblem.UNREADABLE.problem(file.name(), ReadForms.reason(e));
            return new FormFile(file.name(), List.of(), 1, List.of(problem), List.of(), null);
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
