package org.diban.app;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.diban.app.database.DataFolder;
import org.diban.app.database.Database;
import org.diban.app.database.DatabaseProblem;
import org.diban.app.evidence.LogKey;
import org.diban.app.evidence.StoredLogCheck;
import org.diban.evidence.checkpoint.VerifierKey;
import org.diban.kernel.problem.Problem;
import org.diban.kernel.problem.ProblemException;
import org.diban.kernel.problem.Text;

/** {@code diban log check}: what the whole evidence log is worth, in a few lines. */
final class LogCheckCommand {
    private static final Text NOTHING =
            new Text("日志为空：此数据库尚未运行过应用。", "There is no log: no application has run on this database.");
    private static final Text ROWS = new Text(
            "已重算 {0} 条记录、{1} 个事实流、{2} 个检查点；另有 {3} 条待封存。",
            "Computed {0} rows, {1} streams and {2} checkpoints again; {3} more wait to be sealed.");
    private static final Text ROOT = new Text("树根（{0}）：{1}", "Root ({0}): {1}");
    private static final Text KEY = new Text("日志密钥 {0}，指纹 {1}", "Key of the log {0}, fingerprint {1}");
    private static final Text NOT_COMPARED = new Text(
            "数据目录中没有密钥文件，密钥取自数据库：请自行核对指纹。",
            "There is no key file in the data folder and the keys come from the database: compare the fingerprints yourself.");
    private static final Text FIRST =
            new Text("第一条不一致的记录：事实流 {0} 第 {1} 条，叶序号 {2}。", "First row that differs: stream {0}, number {1}, leaf {2}.");
    private static final Text INTACT = new Text("一致：没有发现问题。", "Intact: nothing is wrong.");
    private static final Text BROKEN = new Text("不一致：发现 {0} 个问题。", "Not intact: {0} problems.");
    private static final Text MORE = new Text("另有 {0} 个问题未列出。", "{0} more problems are not listed.");
    private static final Text PROGRESS = new Text("\r已读 {0} 条", "\r{0} rows read");

    private LogCheckCommand() {}

    static void run(CommandLine line) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        try (Database database = Database.visit(line.database())) {
            LongConsumer progress = rows -> {
                if (terminal) {
                    System.err.print(PROGRESS.with(rows).in(line.language()));
                }
            };
            boolean intact = check(
                    database.dataSource(), new DataFolder(line.dataPath()), progress, line.language(), System.out);
            if (terminal) {
                System.err.println();
            }
            if (!intact) {
                database.close();
                System.exit(1);
            }
        } catch (SQLException e) {
            throw new ProblemException(
                    DatabaseProblem.UNREACHABLE.problem(line.database(), String.valueOf(e.getMessage())), e);
        }
    }

    /** Checks the log of a database and prints what was found. Returns whether all is well. */
    static boolean check(DataSource source, DataFolder folder, LongConsumer progress, Locale language, PrintStream out)
            throws SQLException {
        Optional<String> origin = StoredLogCheck.origin(source);
        if (origin.isEmpty()) {
            out.println(NOTHING.in(language));
            return true;
        }
        StoredLogCheck.Report report = StoredLogCheck.run(source, LogKey.find(folder, origin.get()), progress);
        out.println(ROWS.with(report.rows(), report.streams(), report.checkpoints(), report.waiting())
                .in(language));
        out.println(ROOT.with(report.algorithm().id(), report.root()).in(language));
        for (VerifierKey key : report.keys()) {
            out.println(KEY.with(key.name(), key.fingerprint()).in(language));
        }
        if (!report.compared()) {
            out.println(NOT_COMPARED.in(language));
        }
        for (Problem problem : report.problems()) {
            out.println(problem.in(language));
        }
        long unlisted = report.problemCount() - report.problems().size();
        if (unlisted > 0) {
            out.println(MORE.with(unlisted).in(language));
        }
        report.first()
                .ifPresent(row ->
                        out.println(FIRST.with(row.ref().stream(), row.ref().seq(), row.index())
                                .in(language)));
        out.println(
                report.intact()
                        ? INTACT.in(language)
                        : BROKEN.with(report.problemCount()).in(language));
        return report.intact();
    }
}
