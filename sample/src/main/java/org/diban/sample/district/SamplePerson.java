package org.diban.sample.district;

import java.util.List;
import org.diban.kernel.problem.Text;

/**
 * A person of the sample district: nobody. Has no password; whoever loads the sample decides whether and how the account opens.
 *
 * @param login the name to log in with
 * @param name what the account is called, after its duty
 * @param unit the key of the person's unit
 * @param roles the names of the roles, for example {@code FINANCE_OFFICER}
 */
public record SamplePerson(String login, Text name, String unit, List<String> roles) {
    public SamplePerson {
        roles = List.copyOf(roles);
    }
}
