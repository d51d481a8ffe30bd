package org.diban.app.performance.internal;

import org.diban.app.jobs.JobContext;
import org.diban.app.jobs.JobKind;
import org.diban.app.performance.ImportReport;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.problem.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two jobs of a large import. Each is one step: a cut-off one begins again, and nothing of it is left behind. */
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
            long total = store.find(id)
                    .map(i -> i.report() == null ? 0L : i.report().forms())
                    .orElse(0L);
            imports.take(id, context.parameters().bool("replace"), false, context.owner(), false, done -> {
                context.throwIfCancelled();
                context.progress(done, total);
            });
            return JsonObject.builder().put("forms", total).build();
        });
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
