package org.diban.app.access.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.diban.app.access.FirstAccount;
import org.diban.app.access.OneTimePasswords;
import org.diban.app.access.Role;
import org.diban.kernel.problem.Text;

/** Shows the first passwords on the console of whoever started the installation. */
record ConsolePasswords(Locale language, PrintStream out) implements OneTimePasswords {
    private static final Text HEADING = new Text(
            "首次启动，已建立以下账号。一次性密码只显示这一次，首次登录后须修改：",
            "First start. These accounts were made; each password is shown this once and must be changed at first sign-in:");

    @Override
    public void show(List<FirstAccount> accounts) {
        StringBuilder text = new StringBuilder().append(HEADING.in(language)).append('\n');
        for (FirstAccount account : accounts) {
            text.append("  ")
                    .append(String.format(Locale.ROOT, "%-12s", account.login()))
                    .append("  ")
                    .append(account.oneTimePassword())
                    .append("  ")
                    .append(String.join(
                            ", ",
                            account.roles().stream()
                                    .map(Role::label)
                                    .map(l -> l.in(language))
                                    .toList()))
                    .append('\n');
        }
        out.print(text);
        out.flush();
    }
}
