package org.diban.app.proof.internal;

import org.diban.app.access.Permission;
import org.diban.app.shell.NavigationArea;
import org.diban.app.shell.NavigationEntry;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * The entries of the navigation. A page that several kinds of people use has an entry for a right of each; no role holds two of the rights that
 * are named for one page, so nobody sees an entry twice.
 */
class ProofNavigation implements BeanRegistrar {
    @Override
    public void register(BeanRegistry registry, Environment environment) {
        entries(registry, 10, "/evidence/log", "proof.log", Permission.EVIDENCE_READ, Permission.AUDIT_READ);
        entries(registry, 20, "/evidence/streams", "proof.streams", Permission.EVIDENCE_READ, Permission.AUDIT_READ);
        entries(
                registry,
                30,
                "/evidence/checkpoints",
                "proof.checkpoints",
                Permission.EVIDENCE_READ,
                Permission.AUDIT_READ);
        entries(
                registry,
                40,
                "/evidence/keys",
                "proof.keys",
                Permission.EVIDENCE_READ,
                Permission.AUDIT_READ,
                Permission.PEOPLE_READ);
        entries(
                registry,
                50,
                "/evidence/verify",
                "proof.verify",
                Permission.EVIDENCE_READ,
                Permission.AUDIT_READ,
                Permission.PEOPLE_READ);
        entries(
                registry,
                60,
                "/evidence/how",
                "proof.how",
                Permission.EVIDENCE_READ,
                Permission.AUDIT_READ,
                Permission.PEOPLE_READ);
    }

    private static void entries(BeanRegistry registry, int order, String href, String key, Permission... rights) {
        for (Permission right : rights) {
            NavigationEntry entry = new NavigationEntry(NavigationArea.EVIDENCE, order, href, key, right);
            registry.registerBean(
                    key + "." + right.name(), NavigationEntry.class, spec -> spec.supplier(context -> entry));
        }
    }
}
