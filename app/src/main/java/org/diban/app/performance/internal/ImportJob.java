package org.diban.app.performance.internal;

import java.util.Optional;
import org.diban.app.jobs.JobContext;
import org.diban.app.jobs.JobKind;
import org.diban.app.performance.ImportRecord;
import org.diban.app.performance.ImportReport;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two jobs of a large import. Each is one step: one that is cut off has left nothing behind and begins again, or has left everything and ends. */
@Configuration(proxyBeanMethods = false)
class ImportJob {
    static final String CHECK = "form-import-check";
    static final String TAKE = "form-import-take";

    private static final Text FORMS = new Text("自评表", "forms");

    @Bean
    JobKind formImportCheck(ImportService imports) {
        return new Kind(CHECK, new Text("检查导入文件", "Check of an import"), context -> {
            ImportReport report = imports.check(context.parameters().string("import"));
            context.progress(report.forms(), (long) report.forms());
            return JsonObject.builder()
                    .put("forms", report.forms())
                    .put("problems", report.problems())
                    .build();
        });
    }

    @Bean
    JobKind formImportTake(ImportService imports, ImportStore store) {
        return new Kind(TAKE, new Text("导入自评表", "Import of forms"), context -> {
            String id = context.parameters().string("import");
            Optional<ImportRecord> imported = store.find(id);
            long total = imported.map(i -> i.report() == null ? 0L : i.report().forms())
                    .orElse(0L);
            if (imported.filter(i -> tookBefore(i, context)).isEmpty()) {
                imports.take(id, context.parameters().bool("replace"), false, context.owner(), false, done -> {
                    context.throwIfCancelled();
                    context.progress(done, total);
                });
            }
            return JsonObject.builder().put("forms", total).build();
        });
    }

    /** Whether this very job has taken the forms already and was cut off before its end was stored. */
    private static boolean tookBefore(ImportRecord imported, JobContext context) {
        return imported.state() == ImportRecord.State.TAKEN && context.id().equals(imported.job());
    }

    /** The work of a job. */
    private interface Work {
        JsonObject run(JobContext context) throws Exception;
    }

    /** A kind of job from its parts. */
    private record Kind(String name, Text title, Work work) implements JobKind {
        @Override
        public Text unit() {
            return FORMS;
        }

        @Override
        public JsonObject run(JobContext context) throws Exception {
            return work.run(context);
        }
    }
}
