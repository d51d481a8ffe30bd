package org.diban.app.access.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.diban.app.access.Permission;
import org.diban.app.shell.ListQuery;
import org.diban.app.shell.Listing;
import org.diban.app.shell.Messages;
import org.diban.kernel.problem.Text;
import org.diban.kernel.time.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reading the audit, which is itself audited. */
@Component
class AuditService {
    private static final String ACTION = ".action.";
    private static final int PLOT_DAYS = 30;
    private static final Duration ADDRESSES_KEPT = Duration.ofDays(400);

    private final AuditStore store;
    private final CurrentAccess access;
    private final AuditRecorder audit;
    private final InstantSource clock;
    private final Map<String, Text> words;

    AuditService(AuditStore store, CurrentAccess access, AuditRecorder audit, Messages messages, InstantSource clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        Map<String, Text> found = new HashMap<>();
        messages.all().forEach((key, text) -> {
            int at = key.indexOf(ACTION);
            if (at > 0) {
                found.put(key.substring(at + ACTION.length()), text);
            }
        });
        this.words = Map.copyOf(found);
    }

    /** The words for actions, of all features. */
    Map<String, Text> words() {
        return words;
    }

    /** One page of records. Also forgets the addresses whose time is over. */
    @Transactional
    public Listing<AuditRecord> list(ListQuery query) {
        access.require(Permission.AUDIT_READ);
        store.forgetAddresses(clock.instant().minus(ADDRESSES_KEPT));
        audit.read("audit.read", "-");
        return store.list(query);
    }

    List<AuditStore.Day> lastDays() {
        access.require(Permission.AUDIT_READ);
        LocalDate today = clock.instant().atZone(Period.ZONE).toLocalDate();
        return store.days(today.minusDays(PLOT_DAYS - 1L), today);
    }

    /** Hands all rows of a query to a receiver, within one transaction. */
    @Transactional(readOnly = true)
    public void export(ListQuery query, Consumer<Stream<AuditRecord>> receiver) {
        access.require(Permission.AUDIT_READ);
        audit.read("audit.export", "-");
        try (Stream<AuditRecord> rows = store.stream(query)) {
            receiver.accept(rows);
        }
    }
}
