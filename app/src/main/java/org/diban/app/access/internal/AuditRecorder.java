package org.diban.app.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diban.app.access.Audit;
import org.diban.app.access.internal.AuditRecord.Result;
import org.diban.app.evidence.EvidenceLog;
import org.diban.evidence.FactRef;
import org.diban.kernel.json.JsonObject;
import org.diban.kernel.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The one place where audit records are made: a fact in the log and a line in the index, in one transaction.
 *
 * <p>The address of the client goes into the log as a keyed digest, since an address belongs to a person and the log keeps everything for ever;
 * what the digest stands for is kept apart and removed when its time is over.
 */
@Component
class AuditRecorder implements Audit {
    static final String NOBODY = "nobody";
    static final String SYSTEM = "system";

    private static final int REMEMBERED = 2000;

    private final EvidenceLog log;
    private final AuditStore store;
    private final InstantSource clock;
    private final TransactionTemplate own;
    private final TransactionTemplate joined;
    private final byte[] key;
    private final Map<String, Instant> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    });

    AuditRecorder(
            EvidenceLog log,
            AuditStore store,
            AccountStore accounts,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.store = store;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.joined = new TransactionTemplate(transactions);
        this.joined.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.key = accounts.installationSecret(new Secrets().bytes(32));
    }

    @Override
    public void read(String action, String object) {
        record(own, author(), action, object, Result.DONE);
    }

    @Override
    public void wrote(String action, String object) {
        record(joined, author(), action, object, Result.DONE);
    }

    /** Records a refused attempt, whatever becomes of the caller's transaction. */
    void denied(String action, String object) {
        record(own, author(), action, object, Result.DENIED);
    }

    /** Records an attempt of somebody who is not signed in, or not yet. */
    void by(String person, String action, String object, Result result) {
        record(own, person, action, object, result);
    }

    /** A name for a text of this installation, which nobody outside can trace back. */
    String pseudonym(String text) {
        return Secrets.pseudonym(key, text);
    }

    private void record(TransactionTemplate transaction, String person, String action, String object, Result result) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        transaction.executeWithoutResult(status -> {
            String address = address(now);
            FactRef fact = log.append(
                    "audit/" + now.atZone(Period.ZONE).getYear(), action, person, body(object, result, address));
            store.add(fact, now, person, action, object, result, address);
        });
    }

    private static JsonObject body(String object, Result result, String address) {
        return JsonObject.builder()
                .put("object", object)
                .put("result", result.name())
                .put("address", address)
                .put("token", token())
                .build();
    }

    private String address(Instant now) {
        String address = remoteAddress();
        if (address == null) {
            return SYSTEM;
        }
        String digest = pseudonym("address:" + address);
        Instant last = kept.get(digest);
        if (last == null || last.isBefore(now.minus(1, ChronoUnit.DAYS))) {
            store.keepAddress(digest, address, now);
            kept.put(digest, now);
        }
        return digest;
    }

    private static @Nullable String remoteAddress() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return request.getRemoteAddr();
        }
        return null;
    }

    private static @Nullable SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    private static String author() {
        SignedIn signedIn = signedIn();
        if (signedIn != null) {
            return signedIn.id();
        }
        return RequestContextHolder.getRequestAttributes() == null ? SYSTEM : NOBODY;
    }

    private static @Nullable String token() {
        SignedIn signedIn = signedIn();
        return signedIn == null ? null : signedIn.token();
    }
}
