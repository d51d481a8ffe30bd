package org.diban.indicator.ledger;

import org.diban.indicator.score.RuleSet;
import org.diban.kernel.json.JsonObject;

/**
 * The name of a version of a rule set.
 *
 * @param id for example {@code standard}
 * @param version from 1
 */
public record RuleRef(String id, int version) {
    /** The name of this rule set. */
    public static RuleRef of(RuleSet rules) {
        return new RuleRef(rules.id(), rules.version());
    }

    static RuleRef of(JsonObject json) {
        Members.only(json, "id", "version");
        return new RuleRef(json.string("id"), Math.toIntExact(json.number("version")));
    }

    JsonObject json() {
        return JsonObject.builder().put("id", id).put("version", version).build();
    }
}
