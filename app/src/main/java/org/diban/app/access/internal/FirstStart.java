package org.diban.app.access.internal;

import java.util.List;
import org.diban.app.access.FirstAccount;
import org.diban.app.access.OneTimePasswords;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first start of an installation: three administrators, each with a random password that is shown once. There is no default password. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstStart implements ApplicationRunner {
    private final Setup setup;
    private final OneTimePasswords shown;

    FirstStart(Setup setup, OneTimePasswords shown) {
        this.setup = setup;
        this.shown = shown;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<FirstAccount> accounts = setup.administrators();
        if (!accounts.isEmpty()) {
            shown.show(accounts);
        }
    }
}
