package org.diban.app.proof.internal;

import java.util.EnumSet;
import java.util.Set;
import org.diban.app.access.Access;
import org.diban.app.access.Permission;
import org.diban.app.evidence.StreamRealm;
import org.springframework.stereotype.Component;

/** Which streams the person behind the request may see. */
@Component
class Sight {
    private final Access access;

    Sight(Access access) {
        this.access = access;
    }

    /**
     * Goes on only if the person may see the stream.
     *
     * @throws org.diban.kernel.problem.ProblemException SHELL-1002
     */
    void require(String stream) {
        switch (StreamRealm.of(stream)) {
            case AUDIT -> access.require(Permission.AUDIT_READ);
            case BUSINESS -> access.require(Permission.EVIDENCE_READ);
            case LOG -> requireAny();
        }
    }

    /**
     * Goes on only if the person may see any stream at all.
     *
     * @throws org.diban.kernel.problem.ProblemException SHELL-1002
     */
    void requireAny() {
        if (!access.may(Permission.AUDIT_READ)) {
            access.require(Permission.EVIDENCE_READ);
        }
    }

    /** What the person may see. */
    Set<StreamRealm> realms() {
        Set<StreamRealm> realms = EnumSet.noneOf(StreamRealm.class);
        if (access.may(Permission.EVIDENCE_READ)) {
            realms.add(StreamRealm.BUSINESS);
            realms.add(StreamRealm.LOG);
        }
        if (access.may(Permission.AUDIT_READ)) {
            realms.add(StreamRealm.AUDIT);
            realms.add(StreamRealm.LOG);
        }
        return realms;
    }
}
